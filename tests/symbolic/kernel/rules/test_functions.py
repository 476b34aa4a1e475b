"""Derivatives of functions of a vector that are given by their values, and vectors as instances."""

import pytest

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    add,
    apply,
    diff,
    div,
    eq,
    forall,
    functional_sort,
    implies,
    le,
    mul,
    ne,
    partial,
    power,
    sequence_sort,
    sub,
    summation,
)  # fmt: skip
from tests.symbolic.kernel.building import TWO, conclude, given, i, n, t, x

SORT = sequence_sort(1, 1)
Z, H = Symbol("z", SORT), Symbol("h", functional_sort(3, 0))


def of(body):
    return Lambda(SORT, body, "z")


STATE = of(apply(H, Bound(0), t, i))
SQUARE = of(power(apply(Bound(0), i), TWO))
SAME = forall(of(eq(STATE.body, SQUARE.body)))


def test_equal_functions_have_equal_derivatives():
    left, right = partial(STATE, Z, ONE), partial(SQUARE, Z, ONE)
    assert conclude("same derivative", given(SAME), left, right).conclusion == eq(left, right)
    with pytest.raises(Rejected, match="different places"):
        conclude("same derivative", given(SAME), left, partial(SQUARE, Z, TWO))
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("same derivative", given(SAME), right, left)


def test_what_agrees_with_what_is_differentiable_is_differentiable():
    smooth = conclude("differentiable", [], SQUARE)
    assert smooth.conclusion == Node("differentiable", SQUARE)
    found = conclude("same differentiable", [*given(SAME), smooth], STATE)
    assert found.conclusion == Node("differentiable", STATE)


def test_nothing_follows_from_what_agrees_with_something_else():
    smooth = conclude("differentiable", [], SQUARE)
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("same differentiable", [*given(SAME), smooth], of(apply(H, Bound(0), t, n)))
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("same differentiable", [*given(SAME), *given(Node("differentiable", STATE))], SQUARE)
    with pytest.raises(Rejected, match="expected 'differentiable'"):
        conclude("same differentiable", [*given(SAME), *given(SAME)], STATE)
    guarded = forall(of(implies(le(ZERO, apply(Bound(0), i)), eq(STATE.body, SQUARE.body))))
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("same differentiable", [*given(guarded), smooth], STATE)
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("same derivative", given(guarded), partial(STATE, Z, ONE), partial(SQUARE, Z, ONE))


def test_equality_at_the_point_is_not_enough_for_equal_derivatives():
    left, right = diff(Lambda(REAL, power(Bound(0), TWO)), ONE), diff(Lambda(REAL, Bound(0)), ONE)
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("same derivative", given(eq(power(ONE, TWO), ONE)), left, right)
    with pytest.raises(Rejected, match="different places"):
        conclude("same derivative", given(SAME), left, partial(SQUARE, Z, ONE))
    with pytest.raises(Rejected, match="expected two functions of one variable"):
        conclude("same derivative", given(SAME), left, diff(Lambda(INTEGER, Bound(0)), ONE))
    with pytest.raises(Rejected, match="expected two derivatives"):
        conclude("same derivative", given(SAME), summation(ONE, n, Lambda(INTEGER, ONE)), left)


def test_conditions_hold_for_every_vector():
    """Nothing that is known of one vector, whatever it is called, is known of the variable."""
    inverse, name = of(div(ONE, apply(Bound(0), i))), Symbol("z", SORT)
    for known in (ne(apply(name, i), ZERO), forall(of(ne(apply(Bound(0), i), ZERO)))):
        with pytest.raises(Rejected, match="does not follow"):
            conclude("differentiable", given(known), inverse)
    positive = of(power(add(ONE, power(apply(Bound(0), i), TWO)), Number(-1)))
    assert conclude("differentiable", [], positive).conclusion == Node("differentiable", positive)


def test_not_everything_is_differentiable():
    for body in (STATE.body, Node("log", apply(Bound(0), i)), Node("abs", apply(Bound(0), i))):
        with pytest.raises(Rejected):
            conclude("differentiable", [], of(body))


def test_a_state_is_differentiated_only_where_that_is_known_of_it():
    inner = partial(of(power(STATE.body, TWO)), Z, ONE)
    known = given(Node("differentiable", STATE))
    assert conclude("derivative", known, inner).conclusion.args[0] == inner
    for premises in ([], given(Node("differentiable", of(apply(H, Bound(0), add(t, ONE), i))))):
        with pytest.raises(Rejected, match="not among the premises"):
            conclude("derivative", premises, inner)


EVERY = forall(of(le(ZERO, mul(apply(Bound(0), ONE), apply(Bound(0), ONE)))))


def test_a_vector_is_an_instance_by_its_elements():
    elements = Lambda(INTEGER, sub(Bound(0), x), "i")
    value = sub(ONE, x)
    assert conclude("instance", given(EVERY), elements).conclusion == le(ZERO, mul(value, value))


@pytest.mark.parametrize("elements", [Lambda(INTEGER, Lambda(INTEGER, Bound(0))), of(ZERO), Lambda(INTEGER, Bound(3))])
def test_nothing_else_is_a_vector(elements):
    with pytest.raises((Rejected, ValueError)):
        conclude("instance", given(EVERY), elements)


def test_a_vector_of_which_something_is_assumed_is_not_any():
    formula = le(ZERO, apply(Z, n))
    with pytest.raises(Rejected, match="z is free"):
        conclude("generalise", given(formula), Z)
    assert conclude("generalise", [Sequent(frozenset(), formula)], Z).conclusion == forall(
        of(le(ZERO, apply(Bound(0), n)))
    )
