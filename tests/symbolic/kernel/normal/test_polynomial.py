"""Arithmetic of polynomials, and the keys by which they are told apart."""

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations

import pytest

from symbolic.kernel.normal.polynomial import (
    INDEX,
    LARGEST_POLYNOMIAL,
    LARGEST_POWER,
    Atom,
    Monomial,
    Poly,
    TooLarge,
    Work,
    atomic,
    constant,
    integral,
    linear_in,
    number_to,
    sum_of,
    variable,
)
from symbolic.kernel.normal.reading import difference
from symbolic.terms import INTEGER, ZERO, Number, Symbol, Term, add, apply, delta, div, mul, power, sequence_sort, sub
from tests.symbolic.kernel.building import MINUS, TWO, f, facts, g, i, n, t, total, x, y

HALF = Number(Fraction(1, 2))
QUOTED = ("x", "x'", 'x"', "'x'", "x:real", "x^(1[])", "1[]", "x', 'y", "\\'", "~0", "1.0")


def poly(term: Term) -> Poly:
    return difference(term, ZERO, facts())


def test_keys_tell_symbols_apart_by_name_and_sort() -> None:
    symbols = [Symbol(name, sort) for name in QUOTED for sort in (x.sort, INTEGER, INDEX)]
    assert len({variable(symbol).key for symbol in symbols}) == len(symbols)


DIFFERENT: list[Term] = [
    x, y, n, t, add(x, y), mul(x, y), mul(TWO, x), mul(HALF, x), power(x, TWO), power(x, n), power(x, t), power(TWO, x),
    power(TWO, n), power(MINUS, n), power(HALF, x), apply(f, x), apply(f, y), apply(f, add(x, y)), apply(g, n),
    apply(g, t),
    div(x, y), div(y, x), power(x, y), power(y, x), power(x, HALF), delta(n, t), total(ZERO, n, lambda k: apply(g, k)),
    total(ZERO, t, lambda k: apply(g, k)), total(ZERO, n, lambda k: power(x, k)), sub(x, y), sub(y, x), apply(f, ZERO),
    ZERO,
]  # fmt: skip


def test_different_terms_have_different_keys() -> None:
    for left, right in combinations(DIFFERENT, 2):
        assert poly(left).key != poly(right).key, (left, right)


@pytest.mark.parametrize(
    ("term", "whole"),
    [
        (add(n, t), True),
        (mul(n, t), True),
        (mul(HALF, n), False),
        (x, False),
        (power(n, t), False),
        (apply(g, n), False),
        (delta(n, t), True),
        (add(mul(HALF, n), mul(HALF, n)), True),
        (div(n, t), False),
    ],
)
def test_integral_values_are_known_by_their_shape(term: Term, whole: bool) -> None:
    assert integral(poly(term)) is whole


@pytest.mark.parametrize(
    ("term", "found"),
    [
        (add(mul(TWO, i), n), (2, n)),
        (sub(n, i), (-1, n)),
        (n, (0, n)),
        (mul(i, n), None),
        (mul(i, i), None),
        (add(i, x), None),
        (mul(HALF, i), None),
        (add(i, delta(i, n)), None),
    ],
)
def test_linear_occurrences(term: Term, found: tuple[int, Term] | None) -> None:
    result = linear_in(poly(term), i)
    assert result == (found if found is None else (found[0], result[1] if result else None))
    assert found is None or (result is not None and result[1].key == poly(found[1]).key)


def test_natural_values() -> None:
    assert [constant(value).natural for value in (0, 3, -1, Fraction(1, 2))] == [0, 3, None, None]
    assert variable(n).natural is None


@pytest.mark.parametrize(("value", "exponent"), [(Fraction(2), 5000), (Fraction(3, 7), -5000), (Fraction(10**400), 4)])
def test_huge_numbers_are_refused(value: Fraction, exponent: int) -> None:
    with pytest.raises(TooLarge):
        number_to(value, exponent)


def test_huge_polynomials_are_refused() -> None:
    many = poly(add(*(Symbol(f"x{k}") for k in range(100))))
    with pytest.raises(TooLarge):
        many * many
    with pytest.raises(TooLarge):
        many.to_natural(5)


X = variable(x)
POWERS = sum_of(X.to_natural(exponent) for exponent in range(LARGEST_POWER))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Poly(
            {Monomial({Atom("symbol", x): constant(at)}): Fraction(1) for at in range(1, LARGEST_POLYNOMIAL + 2)}
        ),
        lambda: POWERS * POWERS,
        lambda: (X + constant(1)).to_natural(LARGEST_POWER + 1),
    ],
    ids=["many terms", "a long product of few terms", "a high power of few terms"],
)
def test_what_costs_too_much_is_refused(make: Callable[[], Poly]) -> None:
    with pytest.raises(TooLarge):
        make()


def test_the_products_of_a_question_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Work, "left", 2)
    assert (X * X * X).key == poly(power(x, Number(3))).key
    monkeypatch.setattr(Work, "left", 1)
    with pytest.raises(TooLarge):
        X * X * X


def test_what_has_another_key_or_is_of_another_kind_is_another() -> None:
    atom, ((one,), (other,)) = Atom("symbol", x), (X.terms, variable(y).terms)
    assert one != other
    assert atom != atom.key
    assert one != one.key


def test_a_bound_index_is_no_symbol_of_its_sum() -> None:
    assert poly(total(ZERO, n, lambda k: mul(x, apply(g, k)))).symbols == {n, x}
    assert atomic(Atom("call", Symbol("g", sequence_sort()), variable(n))).symbols == {n}
