"""Fourier-Motzkin elimination against a search for points."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from symbolic.kernel.normal.linear import Constraint, contradiction
from symbolic.kernel.normal.polynomial import Poly, constant, variable
from symbolic.terms import Symbol, lt
from tests.symbolic.kernel.building import x, y, z

NAMES = (x, y, z)


def row(numbers: Sequence[int], strict: bool, source: int = 0) -> Constraint:
    """a x + b y + c z + d >= 0, or > 0."""
    *coefficients, rest = numbers
    poly = constant(rest)
    for name, number in zip(NAMES, coefficients, strict=True):
        poly += variable(name).scaled(Fraction(number))
    return Constraint(poly, strict, frozenset([lt(Symbol(f"row{source}"), x)]))


def satisfied(rows: Sequence[tuple[Sequence[int], bool]]) -> bool:
    """Whether one of many points satisfies all rows."""
    grid = [Fraction(k, 2) for k in range(-6, 7)]
    return any(all(fits(numbers, strict, point) for numbers, strict in rows) for point in product(grid, repeat=3))


def fits(numbers: Sequence[int], strict: bool, point: Sequence[Fraction]) -> bool:
    value = sum((n * p for n, p in zip(numbers, point, strict=False)), Fraction(numbers[-1]))
    return value > 0 if strict else value >= 0


@pytest.mark.parametrize("seed", range(40))
def test_rows_with_a_common_point_do_not_contradict(seed: int) -> None:
    random = Random(seed)
    rows = [([random.randint(-3, 3) for _ in range(4)], random.random() < 0.5) for _ in range(random.randint(1, 6))]
    if satisfied(rows):
        assert contradiction(row(*each) for each in rows) is None


def test_a_contradiction_names_its_sources() -> None:
    rows = [
        row((1, 0, 0, 0), False, 1),
        row((-1, 1, 0, 0), False, 2),
        row((0, -1, 0, -1), False, 3),
        row((0, 0, 1, 0), True, 4),
    ]
    assert contradiction(rows) == rows[0].sources | rows[1].sources | rows[2].sources


@pytest.mark.parametrize(
    ("first", "second", "contradicts"), [(False, False, False), (True, False, True), (True, True, True)]
)
def test_strictness_decides_at_a_point(first: bool, second: bool, contradicts: bool) -> None:
    rows = [row((1, 0, 0, -1), first), row((-1, 0, 0, 1), second)]
    assert (contradiction(rows) is not None) == contradicts


def test_numbers_alone() -> None:
    assert contradiction([Constraint(constant(-1), False)]) is not None
    assert contradiction([Constraint(constant(0), True)]) is not None
    assert contradiction([Constraint(constant(0), False)]) is None
    assert contradiction([]) is None


def test_a_question_that_is_too_large_is_given_up() -> None:
    many = [Constraint(Poly(variable(Symbol(f"x{k}")).terms), True) for k in range(400)]
    assert contradiction([*many, Constraint(constant(-1), False)]) is None


def test_rows_with_a_variable_bounded_on_one_side_are_of_no_use() -> None:
    rows = [row((1, 1, 0, 0), False, 1), row((0, -1, 1, 0), False, 2), row((0, 0, -1, -1), True, 3)]
    assert contradiction(rows) is None
    assert contradiction([*rows, row((-1, 0, 0, 0), False, 4)]) == frozenset().union(
        *(each.sources for each in rows), row((-1, 0, 0, 0), False, 4).sources
    )
