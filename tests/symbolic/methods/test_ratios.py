"""Quotients of polynomials in the index tend to the quotient of what leads; near misses have another limit, or none."""

import pytest

from symbolic.kernel import check
from symbolic.kernel.normal.facts import Facts
from symbolic.methods.ratios import LARGEST_EXPONENT, is_constant, ratio
from symbolic.methods.search import Failed
from symbolic.prover import settle
from symbolic.terms import ONE, ZERO, Bound, Number, Symbol, add, div, mul, power, sub
from symbolic.verdict import Stuck

T, X = Bound(0), Symbol("x")

LIMITS = {
    "the degrees are the same": ("(4*l**2*n + 2*l*n**2)/(l*n**2)", "2", "3"),
    "lower terms on both sides": ("(2*l*n**2 + 3*n**2)/(4*l**2*n + 2*l*n**2 + 3*n**2)", "1", "2*l/(2*l + 3)"),
    "the degree below is larger": ("(4*l*m*n + 3*l*n + 6*m*n + 2*n)/(2*l*n**2 + 3*n**2)", "0", "2*m"),
    "a limit with parameters": ("n*(l**2 + 4*l*n)/(4*l*n + n**2)", "4*l", "l"),
    "of any sign": ("(x*n + 1)/(n + l)", "x", "-x"),
    "a sum of fractions": ("1/(n + 2) + n/(n + 1)", "1", "2"),
    "a difference": ("n/(n + 1) - (n + 1)/n", "0", "1"),
    "fractions of fractions": ("(1 + l/n)/(2 + 1/(n + 1))", "1/2", "1"),
    "powers of a fraction": ("(1 + 1/n)**3", "1", "3"),
    "a negative power": ("n**(-2)", "0", "1"),
    "coefficients of both signs": ("(n - m)/(n + m)", "1", "-1"),
    "a time, which begins at 0": ("(t + 1)/(2*t + 1)", "1/2", "1"),
    "factors that cancel": ("n/((n + 1)*(n + 2)) + n**2/((n + 1)*(n + 2))", "1", "0"),
    "beside a power of a number": ("beta**t + (t + 1)/(t + 2)", "1", "2"),
}


def stated(body, value):
    return f"tends({body}, {'t' if 't' in body else 'n'}, {value})"


@pytest.mark.parametrize("name", LIMITS)
def test_the_limit_is_proved_and_another_is_refuted(name, read):
    body, limit, wrong = LIMITS[name]
    assert not check(settle(read(stated(body, limit)))).refuted
    assert check(settle(read(stated(body, wrong)))).refuted


UNBOUNDED = {
    "one degree more above": "(2*l*n**2 + 3*n**2)/(2*l**2*n + 6*l*n)",
    "a polynomial": "l*n + 1",
    "two more": "n**3/(n + m)",
    "what cancels": "(n**2 + n)/n",
    "of both signs": "n**2 - n",
    "how many pairs": "n*(n - 1)/2",
    "a line that begins below 0": "3*n - 100",
}


@pytest.mark.parametrize("name", UNBOUNDED)
def test_what_grows_is_proved_to_grow_and_has_no_limit(name, read):
    body = UNBOUNDED[name]
    assert not check(settle(read(stated(body, "oo")))).refuted
    assert check(settle(read(stated(body, "5")))).refuted


def test_what_is_negative_for_long_grows_in_the_end(read):
    assert not check(settle(read(stated("n**3/4 - 5*n**2 + 2*n - 7", "oo")))).refuted


@pytest.mark.parametrize("body", ["1/n", "3*n/(n + 1)", "(2*n + 7)/(n + m)", "n - n**2"])
def test_what_has_a_bound_does_not_grow(body, read):
    assert check(settle(read(stated(body, "oo")))).refuted


@pytest.mark.parametrize("goal", ["tends(n/(x*n + 1), n, 1/x)", "tends((x*n**2 + n)/n, n, 1)"])
def test_a_leading_coefficient_that_may_vanish_decides_nothing(goal, read):
    """At x = 0 the first grows, and at any other x the second does."""
    found = settle(read(goal))
    assert isinstance(found, Stuck) or check(found).refuted


def test_the_coefficients_stand_by_the_powers_of_the_index():
    """(x/T + T)/(T - 1) is (x + T^2)/(T^2 - T)."""
    above, below = ratio(div(add(div(X, T), T), sub(T, ONE)), Facts())
    assert [len(one.terms) for one in above] == [1, 0, 1]
    assert [one.constant for one in below] == [0, -1, 1]


NO_QUOTIENTS = (
    power(Number(2), T),
    power(T, X),
    power(T, Number(LARGEST_EXPONENT + 1)),
    div(ONE, mul(T, ZERO)),
    div(T, sub(T, T)),
)


@pytest.mark.parametrize("body", NO_QUOTIENTS)
def test_what_is_no_quotient_of_polynomials_is_refused(body):
    with pytest.raises(Failed):
        ratio(body, Facts())


def test_a_constant_does_not_speak_of_the_index():
    assert is_constant(add(X, ONE))
    assert not is_constant(add(X, T))
