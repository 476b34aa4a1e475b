"""Equations of matrices hold if they hold entry by entry; two matrices of given sizes differ if one entry does."""

import pytest

from symbolic.methods import METHODS, Distinct, Entrywise, Rewriting
from symbolic.methods.draft import Draft
from symbolic.methods.entries import at_place, by_entries
from symbolic.terms import INTEGER, ONE, Node, Number, Symbol, apply, entry, eq, identity, named_matrix, sequence_sort
from symbolic.terms.text import show

DISTINCT = (Distinct(), *METHODS)
INSIDE = ("1 <= i", "i <= n", "1 <= j", "j <= n")


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("A*(B*C) == (A*B)*C", []),
        ("(A*B).T == B.T*A.T", []),
        ("A*identity(n) == A", []),
        ("identity(n)*p == p", []),
        ("diag(p)*q == hadamard(p, q)", []),
        ("softmax_row(Q)*ones(l) == ones(n)", []),
        ("softmax_col(Q).T == softmax_row(Q.T)", []),
        ("array(i*j, i, n, j, n) == array(i, i, n)*array(i, i, n).T", []),
        ("M*identity(2) == M", []),
        ("A == B", ["A + C == B + C"]),
        ("A == B", [("A[i, j] == B[i, j]", ["i", "j"])]),
        ("h[t + 2] == A*(A*h[t])", [("h[t + 1] == A*h[t]", "t")]),
    ],
)
def test_equal_entries_make_equal_matrices(theorem, goal, assume):
    assert "entrywise" in theorem(Entrywise(), goal, *assume).rules


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("A*B == B*A", []),
        ("M*N == N*M", []),
        ("(A*B).T == A.T*B.T", []),
        ("softmax_col(Q)*ones(l) == ones(n)", []),
        ("softmax_row(Q).T == softmax_row(Q.T)", []),
        ("diag(p)*A == A*diag(p)", []),
        ("A == B", ["A*C == B*C"]),
        ("A == B", [("A[i, i] == B[i, i]", "i")]),
        ("h[t + 1] == A*h[t]", [("h[t + 1] == A.T*h[t]", "t")]),
    ],
)
def test_what_it_must_not_prove(residual, goal, assume):
    residual(Entrywise(), goal, *assume)


def test_what_is_left_is_left_of_an_entry(residual):
    assert residual(Entrywise(), "ones(n) == zeros(n)") == "1"
    assert residual(Entrywise(), "M == N") == "M(1, 1) − N(1, 1)"


def test_scalars_have_no_entries(residual):
    assert residual(Entrywise(), "x == x") is None


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("A[i, j] == 2*B[j, i]", ["A == 2*B.T", *INSIDE]),
        ("A[n, 1] == B[n, 1]", ["A == B"]),
        ("p[1] == sum(A[1, k]*q[k], k, 1, n)", ["p == A*q"]),
        ("h[2][1] == 4*h[0][1]", [("h[t + 1] == 2*h[t]", "t")]),
        ("trace(A) == trace(B)", ["A == B.T"]),
        ("dot(A, C) == dot(B, C)", ["A == B"]),
    ],
)
def test_equations_of_matrices_are_used_entry_by_entry(theorem, goal, assume):
    assert not theorem(Rewriting(), goal, *assume).refuted


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("A[i, j] == 2*B[i, j]", ["A == 2*B.T", *INSIDE]),
        ("h[0][1] == 2*h[1][1]", [("h[t + 1] == 2*h[t]", "t")]),
        ("dot(A, C) == dot(B, C)", ["A == B.T"]),
    ],
)
def test_entry_by_entry_is_at_that_entry(residual, goal, assume):
    assert residual(Rewriting(), goal, *assume) is not None


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("identity(2) != zeros(2, 2)", []),
        ("identity(2) != ones(2, 2)", []),
        ("M != N", ["M[1, 2] < N[1, 2]"]),
        ("M != N", ["M[2, 2] != N[2, 2]"]),
        ("M != zeros(2, 2)", ["M[2, 1] == 1"]),
    ],
)
def test_matrices_that_differ_in_an_entry_are_distinct(theorem, goal, assume):
    assert {"absurdity", "cases"} <= set(theorem(DISTINCT, goal, *assume).rules)


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("M != M", []),
        ("M != N", []),
        ("identity(2) != identity(2)", []),
        ("M != N", ["M[1, 2] <= N[1, 2]"]),
        ("M != N", ["M[1, 2] != N[2, 1]"]),
        ("zeros(2, 2) != M", ["M[1, 1] + M[2, 2] == 1"]),  # true, but no single entry is known to differ
        ("identity(n) != zeros(n, n)", []),  # true, but the places are not listed
        ("x != y", ["x < y"]),
    ],
)
def test_what_is_not_known_to_be_distinct(residual, goal, assume):
    residual((Distinct(),), goal, *assume)


N = Symbol("n", INTEGER)
P, Q = (named_matrix(Symbol(name, sequence_sort(1)), N, ONE) for name in "pq")
A, B = (named_matrix(Symbol(name, sequence_sort(1, 2)), N, N) for name in "AB")


def test_a_place_need_not_lie_within_the_shape():
    draft = Draft()
    step = at_place(draft.assume(eq(A, B)), (Number(0), N), draft)
    assert draft.conclusion(step) == eq(entry(A, Number(0), N), entry(B, Number(0), N))


def test_entries_are_written_out_within_the_shape_only():
    draft = Draft()
    column = show(draft.conclusion(by_entries(draft.assume(eq(P, Q)), draft)))
    square = show(draft.conclusion(by_entries(draft.assume(eq(A, identity(N))), draft)))
    assert [text.count(f"≤ {end}") for text in (column, square) for end in "n1"] == [1, 0, 2, 0]
    assert [text.count("1 ≤") for text in (column, square)] == [1, 2]
    assert "[" not in column + square


def test_what_equates_no_matrices_is_left_alone():
    draft = Draft()
    for formula in (eq(apply(P.args[2].body.body.args[0], ONE), ONE), Node("invertible", A), Node("le", ONE, N)):
        step = draft.assume(formula)
        assert by_entries(step, draft) == step
