"""Norms, largest eigenvalues and greatest values: bounds, and least ones."""

import pytest

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    IllFormed,
    Lambda,
    Node,
    Symbol,
    apply,
    eigenmax,
    forall,
    implies,
    le,
    matmul,
    maximum_of,
    mul,
    named_matrix,
    norm,
    power,
    sequence_sort,
    sort_of,
    summation,
)  # fmt: skip
from tests.symbolic.kernel.building import TWO, conclude, given, k, m, n, v, x

A = named_matrix(Symbol("A", sequence_sort(1, 2)), n, m)
S = named_matrix(Symbol("S", sequence_sort(1, 2)), n, n)
NAME = Symbol("p", sequence_sort(1, 1))
P, Q = named_matrix(NAME, m, ONE), named_matrix(NAME, n, ONE)


def square(vector):
    return Node("dot", vector, vector)


STRETCHED = le(square(matmul(A, P)), mul(power(x, TWO), square(P)))
FORM = le(Node("dot", Q, matmul(S, Q)), mul(x, square(Q)))


def test_a_norm_bounds_what_a_matrix_stretches():
    wanted = le(square(matmul(A, P)), mul(power(norm(A), TWO), square(P)))
    assert conclude("norm bound", [], A, P).conclusion == wanted


def test_of_a_vector_of_another_length_nothing_is_said():
    with pytest.raises(IllFormed, match="product of"):
        sort_of(conclude("norm bound", [], A, Q).conclusion)
    with pytest.raises(Rejected, match="no vector"):
        conclude("norm bound", [], A, A)


def free(formula):
    """``formula``, shown from nothing."""
    return Sequent(frozenset(), formula)


def test_a_norm_is_the_least_bound():
    sign = given(le(ZERO, x))
    assert conclude("norm least", [free(STRETCHED), *sign], A, x, NAME).conclusion == le(norm(A), x)


def test_the_vector_must_be_any():
    with pytest.raises(Rejected, match="p is free in"):
        conclude("norm least", [*given(STRETCHED), *given(le(ZERO, x))], A, x, NAME)
    bound = apply(NAME, ONE)
    stretched = free(le(square(matmul(A, P)), mul(power(bound, TWO), square(P))))
    with pytest.raises(Rejected, match="p is free in"):
        conclude("norm least", [stretched, *given(le(ZERO, bound))], A, bound, NAME)


def test_the_bound_must_not_be_negative():
    with pytest.raises(Rejected, match="expected"):
        conclude("norm least", [free(STRETCHED), *given(le(ZERO, n))], A, x, NAME)


def test_an_eigenvalue_is_the_least_bound_of_the_form_where_there_is_a_row():
    assert conclude("eigenvalue least", [free(FORM), *given(le(ONE, n))], S, x, NAME).conclusion == le(eigenmax(S), x)
    with pytest.raises(Rejected, match="there is a row"):
        conclude("eigenvalue least", [free(FORM), *given(le(ZERO, n))], S, x, NAME)


def test_of_an_eigenvalue_too_the_vector_must_be_any():
    row = given(le(ONE, n))
    with pytest.raises(Rejected, match="p is free in"):
        conclude("eigenvalue least", [*given(FORM), *row], S, x, NAME)
    bound = apply(NAME, ONE)
    form = free(le(Node("dot", Q, matmul(S, Q)), mul(bound, square(Q))))
    with pytest.raises(Rejected, match="p is free in"):
        conclude("eigenvalue least", [form, *row], S, bound, NAME)
    about = mul(apply(NAME, ONE), S)
    form = free(le(Node("dot", Q, matmul(about, Q)), mul(x, square(Q))))
    with pytest.raises(Rejected, match="p is free in"):
        conclude("eigenvalue least", [form, *row], about, x, NAME)


@pytest.mark.parametrize("variable", [x, n, v, Symbol("p", sequence_sort(1, 2)), S])
def test_the_vector_is_named_by_a_vector(variable):
    with pytest.raises(Rejected, match="the name of a vector"):
        conclude("norm least", [free(STRETCHED), *given(le(ZERO, x))], A, x, variable)


def test_a_bound_of_one_matrix_is_none_of_another():
    other = named_matrix(Symbol("B", sequence_sort(1, 2)), n, m)
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("norm least", [free(STRETCHED), *given(le(ZERO, x))], other, x, NAME)
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("eigenvalue least", [free(FORM), *given(le(ONE, n))], named_matrix(S.args[2].body.body.args[0], m, m),
                 x, NAME)  # fmt: skip
    with pytest.raises(Rejected, match="no vector"):
        conclude("eigenvalue bound", [], S, S)


def test_of_a_matrix_that_is_not_square_there_is_no_eigenvalue():
    with pytest.raises(IllFormed, match="not square"):
        sort_of(eigenmax(A))


LARGEST = maximum_of(ONE, n, Lambda(INTEGER, apply(v, Bound(0)), "i"))


def below(bound):
    guarded = implies(le(ONE, Bound(0)), implies(le(Bound(0), n), le(apply(v, Bound(0)), bound)))
    return forall(Lambda(INTEGER, guarded, "i"))


def test_greatest_values():
    assert conclude("maximum bound", given(le(ONE, k), le(k, n)), LARGEST, k).conclusion == le(apply(v, k), LARGEST)
    assert conclude("maximum least", given(below(x), le(ONE, n)), LARGEST, x).conclusion == le(LARGEST, x)


def test_of_an_empty_range_and_of_an_index_outside_nothing_is_said():
    with pytest.raises(Rejected, match="expected"):
        conclude("maximum least", given(below(x), le(ZERO, n)), LARGEST, x)
    with pytest.raises(Rejected, match="expected"):
        conclude("maximum bound", given(le(ZERO, k), le(k, n)), LARGEST, k)
    with pytest.raises(Rejected, match="no index"):
        conclude("maximum bound", given(le(ONE, x), le(x, n)), LARGEST, x)


def test_a_greatest_value_is_bounded_over_its_own_range():
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("maximum least", given(below(x), le(ZERO, n)), maximum_of(ZERO, n, LARGEST.args[2]), x)
    with pytest.raises(Rejected, match="expected"):
        conclude("maximum bound", given(le(ONE, k), le(k, m)), LARGEST, k)
    with pytest.raises(Rejected, match="expected 'max'"):
        conclude("maximum bound", given(le(ONE, k), le(k, n)), summation(ONE, n, LARGEST.args[2]), k)


def test_a_bound_that_varies_with_the_index_is_none():
    with pytest.raises(ValueError, match="bound variable"):
        conclude("maximum least", given(below(apply(v, Bound(0))), le(ONE, n)), LARGEST, apply(v, Bound(0)))
