"""O, Omega and Theta of polynomials with coefficients that are not negative: always decided, as geometry says."""

from fractions import Fraction
from random import Random

import pytest

from derivations import check
from symbolic.verdict import Outcome
from tests.symbolic.methods.newton import bounded

RANDOM = Random(2026)
NAMES = "ndmh"
COEFFICIENTS = [Fraction(0), Fraction(1), Fraction(2), Fraction(1, 3), Fraction(10**6)]


def polynomial(sizes, steepest):
    """Up to four terms, some of which may be 0; seldom none at all."""
    exponents = [tuple(RANDOM.randrange(steepest + 1) for _ in range(sizes)) for _ in range(RANDOM.randrange(5))]
    return {one: RANDOM.choice(COEFFICIENTS) for one in exponents}


def written(made):
    terms = ["*".join([f"({value})", *(f"{name}**{power}" for name, power in zip(NAMES, one, strict=False))])
             for one, value in made.items()]  # fmt: skip
    return " + ".join(terms) or "0"


def case(sizes):
    return (
        RANDOM.choice(["big_o", "big_o", "big_omega", "big_theta"]),
        sizes,
        *(polynomial(sizes, RANDOM.choice([1, 2, 4])) for _ in range(2)),
    )


CASES = [case(sizes) for sizes in (1, 2, 3, 4) for _ in range(30)]


def holds(op, sizes, function, other):
    pairs = {"big_o": [(function, other)], "big_omega": [(other, function)]}
    return all(bounded(*pair, sizes) for pair in pairs.get(op, [(function, other), (other, function)]))


@pytest.mark.parametrize(("op", "sizes", "function", "other"), CASES)
def test_every_pair_is_decided_as_geometry_says(op, sizes, function, other):
    said = check(f"{op}({written(function)}, {written(other)}, {', '.join(NAMES[:sizes])})").judged
    assert said.outcome is (Outcome.PROVED if holds(op, sizes, function, other) else Outcome.REFUTED)


def test_both_answers_occur_for_every_number_of_sizes():
    for sizes in (1, 2, 3, 4):
        answers = [holds(*one) for one in CASES if one[1] == sizes]
        assert min(answers.count(True), answers.count(False)) >= 7


def test_zero_occurs_on_both_sides():
    zero = [(not any(function.values()), not any(other.values())) for _, _, function, other in CASES]
    assert {(True, False), (False, True), (True, True)} <= set(zero)


@pytest.mark.parametrize(
    ("function", "other", "expected"),
    [
        ({(2, 1): 1}, {(3, 0): 1, (0, 3): 1}, True),
        ({(2, 1): 1}, {(2, 0): 1, (0, 3): 1}, False),
        ({(3, 3): 1}, {(5, 1): 1, (1, 5): 1}, True),
        ({(3, 3): 1}, {(5, 1): 1, (1, 4): 1}, False),
        ({(0, 0): 1}, {}, False),
        ({}, {}, True),
        ({(1, 0): 0}, {(0, 1): 1}, True),
    ],
)
def test_geometry_is_right_where_a_reader_sees_it(function, other, expected):
    assert bounded(function, other, 2) is expected
