"""Models with constants for random symbols, polynomials for functions of vectors, and vectors used as a whole."""

from fractions import Fraction

import pytest

from symbolic.certificate import Model
from symbolic.kernel import Rejected
from symbolic.kernel.refutation import instances
from symbolic.terms import (
    FUNCTIONAL,
    INTEGER,
    ONE,
    OUTCOME,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    eq,
    forall,
    function_sort,
    functional_sort,
    implies,
    le,
    mul,
    partial,
    power,
    random_sort,
    sequence_sort,
)
from tests.symbolic.kernel.building import claim

G, L, F = Symbol("g", random_sort(1)), Symbol("L", FUNCTIONAL), Symbol("f", function_sort())
THETA, RHO = Symbol("theta", sequence_sort(1)), Symbol("rho", sequence_sort(1))
STATE = Symbol("h", functional_sort(3))
CONSTANT = Lambda(INTEGER, Lambda(OUTCOME, Number(2)))
HALF = Number(Fraction(1, 2))
SQUARE_OF_FIRST = Lambda(sequence_sort(1), power(apply(Bound(0), ONE), Number(2)))
ROOT = Lambda(REAL, power(mul(Bound(0), Bound(0)), HALF))


def hypotheses(model: Model, *stated: Term) -> frozenset[Term]:
    return instances(claim(eq(ONE, ZERO), stated), model)[0]


def by_all_of_theta() -> Term:
    """``forall k >= 1: rho(k) = d/dtheta_k theta(1)``"""
    index = Symbol("k", INTEGER)
    body = partial(Lambda(THETA.sort, apply(Bound(0), ONE)), THETA, index)
    return forall(abstract(implies(le(ONE, index), eq(apply(RHO, index), body)), index))


def of_itself(value: Term) -> Term:
    return forall(Lambda(INTEGER, implies(le(ONE, Bound(0)), eq(apply(THETA, Bound(0)), value))))


def test_constants_are_independent_and_have_all_moments() -> None:
    stated = (Node("moments", G, Number(4)), Node("independent", G))
    assert not hypotheses(Model(((G, CONSTANT),)), *stated)


def test_of_a_random_symbol_without_a_value_nothing_is_known() -> None:
    with pytest.raises(Rejected, match="no value"):
        hypotheses(Model(), Node("independent", G))


@pytest.mark.parametrize(
    "value",
    [
        Lambda(INTEGER, Lambda(OUTCOME, Bound(0))),
        Lambda(INTEGER, Number(2)),
        Lambda(OUTCOME, Lambda(INTEGER, Number(2))),
        Lambda(INTEGER, Lambda(OUTCOME, apply(G, ONE, Bound(0)))),
    ],
    ids=["the outcome as a number", "no outcome", "the wrong order", "by itself"],
)
def test_the_value_of_a_random_symbol_is_a_number_at_an_index_and_an_outcome(value: Term) -> None:
    with pytest.raises((Rejected, ValueError)):
        hypotheses(Model(((G, value),)), Node("independent", G))


def test_polynomials_are_differentiable() -> None:
    assert not hypotheses(Model(((L, SQUARE_OF_FIRST),)), Node("differentiable", L))
    assert not hypotheses(Model(((F, Lambda(REAL, add(Bound(0), ONE))),)), Node("differentiable", F))


def test_a_function_with_a_kink_is_not_taken_to_be_differentiable() -> None:
    """The statement stays among the hypotheses that must be shown, and no rule concludes it."""
    assert hypotheses(Model(((F, ROOT),)), Node("differentiable", F))


@pytest.mark.parametrize(
    ("symbol", "value"),
    [
        (F, Lambda(REAL, power(Bound(0), Number(-1)))),
        (STATE, Lambda(sequence_sort(1), Lambda(INTEGER, Lambda(INTEGER, ONE)))),
    ],
    ids=["a pole", "a sequence of vectors"],
)
def test_what_the_table_does_not_show_for_all_points_stays_to_be_shown(symbol: Symbol, value: Term) -> None:
    stated = Node("differentiable", symbol)
    assert hypotheses(Model(((symbol, value),)), stated) == {Node("differentiable", value)}


def test_a_vector_may_be_used_as_a_whole_by_what_it_is_not_defined_by() -> None:
    assert not hypotheses(Model((), (of_itself(ONE), by_all_of_theta())))


def test_a_vector_that_is_defined_by_what_uses_all_of_it_is_refused() -> None:
    with pytest.raises(Rejected, match="by all of theta"):
        hypotheses(Model((), (of_itself(apply(RHO, Bound(0))), by_all_of_theta())))


def test_first_elements_may_be_those_of_another_sequence_but_not_in_a_circle() -> None:
    one, other = eq(apply(THETA, ONE), apply(RHO, ONE)), eq(apply(RHO, ONE), apply(THETA, ONE))
    assert not hypotheses(Model((), (one, eq(apply(RHO, ONE), ONE))))
    with pytest.raises(Rejected, match="circle"):
        hypotheses(Model((), (one, other)))
