"""The oracle of the differential tests has tests of its own: the corners of the total semantics."""

from fractions import Fraction

import pytest

from symbolic.terms import ONE, ZERO, Node, Number, Term, add, apply, delta, div, eq, le, mul, power, sub
from tests.symbolic.kernel.brute import Skipped, holds, value
from tests.symbolic.kernel.building import MINUS, TWO, g, n, total, x

HALF = Number(Fraction(1, 2))
POINT = {x: Fraction(-3, 2), n: 2, g: lambda index: index * index}


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (div(ONE, ZERO), 0),
        (div(x, TWO), Fraction(-3, 4)),
        (power(ZERO, ZERO), 1),
        (power(ZERO, MINUS), 0),
        (power(x, Number(-2)), Fraction(4, 9)),
        (power(ZERO, HALF), 0),
        (power(Number(Fraction(27, 8)), Number(Fraction(-2, 3))), Fraction(4, 9)),
        (Node("abs", x), Fraction(3, 2)),
        (power(Number(4), HALF), 2),
        (power(Number(Fraction(9, 4)), Number(Fraction(-3, 2))), Fraction(8, 27)),
        (total(ONE, n, lambda i: apply(g, i)), 5),
        (total(TWO, ONE, lambda i: apply(g, i)), 0),
        (total(TWO, MINUS, lambda i: ONE), 0),
        (total(ONE, n, lambda i: total(i, n, lambda j: sub(mul(TWO, j), i))), 1 + 3 + 2),
        (add(ONE, ONE, ONE), 3),
        (delta(n, TWO), 1),
    ],
)
def test_values_are_those_of_the_total_semantics(term: Term, expected: object) -> None:
    assert value(term, POINT) == expected


@pytest.mark.parametrize("term", [power(TWO, HALF), power(Number(8), HALF), Node("log", Number(3))])
def test_irrational_values_are_skipped(term: Term) -> None:
    with pytest.raises(Skipped):
        value(term, POINT)


def test_what_is_unspecified_is_some_number_that_obeys_no_law() -> None:
    inverse = Number(Fraction(-1, 2))
    assert value(power(ZERO, inverse), POINT) == value(power(sub(x, x), inverse), POINT) == Fraction(-2, 7)
    assert value(power(x, HALF), POINT) ** 2 != value(x, POINT)
    assert value(Node("log", MINUS), POINT) != value(Node("log", ZERO), POINT)


def test_relations_hold_where_their_values_say_so() -> None:
    assert holds(le(x, ZERO), POINT)
    assert not holds(eq(n, x), POINT)
