"""Inequalities that fail only where values are chosen for it: both sides equal, or the larger one the smaller."""

import pytest

from numeric.denying import denied
from numeric.layout import Layout
from numeric.points import at_points
from symbolic.claim import Claim
from symbolic.terms import (
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Number,
    Symbol,
    add,
    apply,
    eq,
    forall,
    function_sort,
    le,
    lt,
    mul,
    ne,
    sub,
)

X, Y, Z = Symbol("x"), Symbol("y"), Symbol("z")
TWO = Number(2)


def claim(goal, *assumed):
    return Claim("f/d/c", "", "", (), assumed, (), goal)


def test_each_inequality_has_its_equations():
    assert [one.tests for one in denied(Layout(tests=(lt(X, Y),)), ne(X, Y))] == [(lt(X, Y), eq(X, Y))]
    assert eq(X, Y) in [test for one in denied(Layout(), lt(X, Y)) for test in one.tests]
    assert all(eq(X, Y) not in one.tests for one in denied(Layout(), le(X, Y)))
    assert list(denied(Layout(), eq(X, Y))) == []


def test_what_is_unequal_almost_everywhere_fails_where_both_sides_are_equal():
    scaled = mul(Number(137), X)
    found = at_points(claim(ne(scaled, add(mul(TWO, Y), ONE)), lt(Number(100), Y), lt(ONE, X)))
    assert found.agrees is False
    values = dict(found.display)
    assert values["left side"] == values["right side"]


@pytest.mark.parametrize("goal", [le, lt])
def test_a_bound_that_seldom_fails_does_so_where_it_is_solved_for(goal):
    """x <= 10^9 + y fails for numbers that are too large to be drawn, and too far to be reached."""
    found = at_points(claim(goal(X, add(Number(10**9), Y)), lt(sub(Z, Y), ONE)))
    assert found.agrees is False


def test_what_holds_is_not_denied():
    assert at_points(claim(ne(add(mul(X, X), ONE), sub(ONE, mul(Y, Y))), lt(Number(0), X))).agrees is True
    assert at_points(claim(le(X, Y), lt(X, Y))).agrees is True


def test_no_gap_is_looked_for_in_what_is_assumed_of_all_numbers():
    """f(x) >= 0 for all x is tested at some: f is not made negative between them."""
    f = Symbol("f", function_sort())
    everywhere = forall(Lambda(REAL, le(ZERO, apply(f, Bound(0))), "x"))
    assert at_points(claim(le(ZERO, apply(f, X)), everywhere)).agrees is True
