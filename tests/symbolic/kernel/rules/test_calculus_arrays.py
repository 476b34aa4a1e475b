"""Derivatives of what is made from matrices, against difference quotients, and what they owe."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from symbolic.certificate import Sequent
from symbolic.kernel.normal.polynomial import TooLarge
from symbolic.kernel.rule import Rejected
from symbolic.kernel.rules import RULES
from symbolic.terms import (
    FUNCTIONAL,
    INTEGER,
    ONE,
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
    constant_matrix,
    delta,
    diff,
    div,
    entries,
    entry,
    le,
    matmul,
    matrix,
    mul,
    named_matrix,
    ne,
    partial,
    sequence_sort,
    sort_of,
    subterms,
    transpose,
)
from tests.symbolic.kernel.brute import Values, value
from tests.symbolic.kernel.building import TWO, conclude, same
from tests.symbolic.kernel.building import given as premises
from tests.symbolic.kernel.generation import points
from tests.symbolic.kernel.generation_arrays import W, b, f, i, j, m, n, point, scalar, some_facts, x
from tests.symbolic.kernel.test_differential import defined, picker

A, P, COLUMN = named_matrix(W, n, m), named_matrix(W, n, n), named_matrix(b, n, ONE)
WITHIN = [le(ONE, i), le(i, n), le(ONE, j), le(j, m)]
L = Symbol("L", FUNCTIONAL)


def by_entry(term: Term, family: Symbol, *place: Term) -> Term:
    return partial(abstract(term, family), family, *place)


def found(term: Term, *formulas: Term) -> Term:
    return conclude("derivative", premises(*formulas), term).conclusion.args[1]


# -- by the table --------------------------------------------------------------------------------------


def test_an_entry_varies_with_itself() -> None:
    one = found(by_entry(entry(A, i, j), W, ONE, TWO), *WITHIN)
    assert same(one, mul(delta(i, ONE), delta(j, TWO)))


@pytest.mark.parametrize("missing", range(4))
def test_an_entry_must_lie_within_the_shape(missing: int) -> None:
    known = [*WITHIN]
    del known[missing]
    with pytest.raises(Rejected, match="condition"):
        found(by_entry(entry(A, i, j), W, i, j), *known)
    with pytest.raises(Rejected, match="condition"):
        found(diff(abstract(entry(constant_matrix(n, m, x), i, j), x), x), *known)


def test_outside_the_shape_nothing_is_said() -> None:
    with pytest.raises(Rejected, match="condition"):
        found(diff(abstract(entry(constant_matrix(TWO, TWO, x), Number(3), ONE), x), x))


def test_a_softmax_owes_nothing_beyond_its_place() -> None:
    soft = Node("softmax_row", matrix(n, m, entries(mul(x, apply(W, Bound(1), Bound(0))))))
    assert sort_of(found(diff(abstract(entry(soft, i, j), x), x), *WITHIN)).name == "real"
    with pytest.raises(Rejected, match="condition"):
        found(diff(abstract(entry(soft, i, ONE), x), x), *WITHIN[:2], le(ZERO, m))


def test_quotients_within_a_matrix_owe_their_denominators() -> None:
    whole = Node("trace", div(P, apply(W, ONE, ONE)))
    with pytest.raises(Rejected, match="condition"):
        found(by_entry(whole, W, i, j))
    assert found(by_entry(whole, W, i, j), ne(apply(W, ONE, ONE), ZERO)) is not None


def test_a_function_of_each_entry_owes_its_derivative() -> None:
    whole = Node("trace", apply(f, P))
    with pytest.raises(Rejected, match="not among the premises"):
        found(by_entry(whole, W, i, j))
    assert found(by_entry(whole, W, i, j), Node("differentiable", f)) is not None


@pytest.mark.parametrize(
    "term",
    [
        Node("trace", Node("inverse", P)),
        entry(Node("inverse", matrix(n, n, entries(mul(x, apply(W, Bound(1), Bound(0)))))), i, j),
        Node("prod", ONE, n, Lambda(INTEGER, apply(W, Bound(0), ONE))),
        by_entry(apply(L, W), W, ONE, ONE),
    ],
    ids=repr,
)
def test_what_is_not_in_the_table_is_refused(term: Term) -> None:
    with pytest.raises(Rejected, match="no rule for the derivative"):
        found(by_entry(term, W, ONE, ONE), *WITHIN, Node("differentiable", L))


def test_what_does_not_vary_is_constant_whatever_it_is() -> None:
    assert found(by_entry(entry(Node("inverse", P), i, j), b, ONE)) == ZERO


def test_a_family_of_another_arity_is_another_family() -> None:
    """Two families of one name: only the one that is differentiated by varies."""
    column = Symbol(W.name, sequence_sort(1, 1))
    both = add(apply(W, ONE, ONE), mul(TWO, apply(column, ONE)))
    assert same(found(by_entry(both, W, ONE, ONE)), ONE)
    assert same(found(by_entry(both, column, ONE)), TWO)


def test_a_functional_of_a_matrix_owes_its_derivative() -> None:
    with pytest.raises(Rejected, match="not among the premises"):
        found(by_entry(mul(TWO, apply(L, W)), W, i, j))
    gradient = found(by_entry(mul(TWO, apply(L, W)), W, i, j), Node("differentiable", L))
    assert same(gradient, mul(TWO, by_entry(apply(L, W), W, i, j)))
    assert not same(gradient, mul(TWO, by_entry(apply(L, W), W, j, i)))


def test_the_gradient_of_a_quadratic_form() -> None:
    form = matmul(transpose(COLUMN), matmul(P, COLUMN))
    gradient = found(by_entry(entry(form, ONE, ONE), b, i), *WITHIN[:2])
    symmetric = matmul(add(P, transpose(P)), COLUMN)
    assert same(gradient, entry(symmetric, i, ONE), *WITHIN[:2])
    assert not same(gradient, mul(TWO, entry(matmul(P, COLUMN), i, ONE)), *WITHIN[:2])


# -- against difference quotients ----------------------------------------------------------------------

STEP = Fraction(1, 10**7)
OTHERWISE = {"exp", "tanh", "sigmoid", "sin", "cos", "softmax_row", "softmax_col"}  # in brute force, to be rational


def _rational(term: Term) -> bool:
    parts = list(subterms(term))
    return not any(isinstance(part, Node) and part.op in OTHERWISE for part in parts) and f not in parts


def _moved(at: Values, variable: Symbol, place: tuple[Fraction, ...], by: Fraction) -> Values:
    old = at[variable]
    if not place:
        return {**at, variable: old + by}
    return {**at, variable: lambda *index: old(*index) + (by if index == place else 0)}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_derivatives_are_limits_of_difference_quotients(data: st.DataObject) -> None:
    pick = picker(data)
    formulas, term, variable = [*some_facts(pick), *WITHIN[: pick(range(5))]], scalar(pick, 2), pick((x, W, W, b))
    place = tuple(pick((i, j, ONE, TWO, ZERO)) for _ in range(variable.sort.arity))
    assume(_rational(term))
    derivative = by_entry(term, variable, *place) if place else diff(abstract(term, x), x)
    try:
        result = RULES["derivative"]([Sequent(frozenset([g]), g) for g in formulas], [derivative]).sequent.conclusion
    except (Rejected, TooLarge):
        return
    for at in points(formulas, Random(data.draw(st.integers(0, 10**6))), 4, 60, point):
        index = tuple(value(part, at) for part in place)
        above, below = (defined(value, term, _moved(at, variable, index, by)) for by in (STEP, -STEP))
        expected = defined(value, result.args[1], at)
        if None not in (above, below, expected):
            assert abs((above - below) / (2 * STEP) - expected) <= (1 + abs(expected)) / 1000, (term, place, at)
