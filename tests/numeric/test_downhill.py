"""Bounds that fail in a small place are followed there from where they hold most narrowly."""

from fractions import Fraction
from itertools import islice

import pytest

from numeric.downhill import neighbours
from numeric.layout import arrange
from numeric.points import at_points
from numeric.sampling import Sampler
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    add,
    apply,
    eq,
    forall,
    implies,
    le,
    mul,
    power,
    sequence_sort,
    sub,
)

X, Y, N = Symbol("x"), Symbol("y"), Symbol("n", INTEGER)


def number(value):
    return Number(Fraction(value))


def claim(goal, *assumed):
    return Claim("f/d/c", "", "", (), assumed, (), goal)


@pytest.mark.parametrize(
    "goal",
    [
        le(number("1/1000"), power(sub(X, number("377/100")), number(2))),
        le(ZERO, add(power(X, number(4)), mul(number(-3), power(X, number(2))), X, number("7/2"))),
    ],
)
def test_a_small_hole_is_found(goal):
    found = at_points(claim(goal))
    assert found.agrees is False
    assert found.counterexample is not None


def test_the_same_without_the_hole_holds():
    higher = le(ZERO, add(power(X, number(4)), mul(number(-3), power(X, number(2))), X, number("18/5")))
    assert at_points(claim(higher)).agrees is True


def test_what_is_assumed_follows_where_a_knob_is_moved():
    """And integers stay integers."""
    layout = arrange(claim(le(X, Y), eq(add(X, X), add(Y, N)), le(ONE, N)))
    sampler = Sampler(layout)
    start = next(draft for draft in islice(sampler.simplest(), 60) if draft is not None)
    found = list(neighbours(start, sampler, Fraction(1)))
    assert found
    for draft in filter(None, found):
        assert 2 * draft[X, 0] == draft[Y, 0] + draft[N, 0]
        assert draft[N, 0].denominator == 1


@pytest.mark.parametrize("seed", range(4))
def test_no_gap_is_looked_for_in_what_is_assumed_of_all_times(seed):
    """|g(t)| <= |G(t)| for all t is tested at some: no later n is moved to, where it fails."""
    g, larger = Symbol("g", sequence_sort()), Symbol("G", sequence_sort())
    sizes = le(Node("abs", apply(g, Bound(0))), Node("abs", apply(larger, Bound(0))))
    always = forall(Lambda(INTEGER, implies(le(ZERO, Bound(0)), sizes), "t"))
    squares = le(power(apply(g, N), number(2)), power(apply(larger, N), number(2)))
    assert at_points(claim(squares, always, le(ZERO, N)), seed).agrees is True
