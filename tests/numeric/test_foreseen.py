"""What is assumed of the long run has early signs; nothing else is changed."""

import pytest

from numeric.foreseen import foreseen
from numeric.points import at_points, suspects
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Number,
    Symbol,
    add,
    eq,
    grows,
    implies,
    lt,
    negation,
    power,
    tends_to,
)

X = Symbol("x")
POWERS = Lambda(INTEGER, power(X, Bound(0)), "T")


def claim(goal, *assumed):
    return Claim("f/d/c", "", "", (), assumed, (), goal)


def value_of_x(goal, limit):
    assert at_points(claim(goal, limit)).points == 0
    return dict(next(suspects(claim(goal, limit), 1)).values)[X].value


def test_what_grows_is_met_by_powers_of_what_is_above_1():
    assert value_of_x(lt(X, ONE), grows(POWERS)) == 2


@pytest.mark.parametrize("limit", [0, 1])
def test_what_tends_to_a_number_is_met_where_it_comes_closer(limit):
    shifted = Lambda(INTEGER, add(power(X, Bound(0)), Number(limit)), "T")
    assert abs(value_of_x(eq(X, ZERO), tends_to(shifted, Number(limit)))) < 1


def test_signs_that_alternate_do_not_grow():
    assert list(suspects(claim(lt(ONE, X), grows(POWERS)), 3)) == []


def test_other_assumptions_stay():
    others = (lt(ZERO, X), negation(grows(POWERS)), implies(lt(X, ONE), tends_to(POWERS, ZERO)))
    assert foreseen(claim(eq(X, ZERO), *others)).assumptions == others
