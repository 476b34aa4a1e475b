"""Inverses cancel where a matrix is known to be invertible; diagonal ones are inverted entry by entry."""

import pytest

from symbolic.methods import METHODS, Algebra, Distinct, Entrywise, Given, Inverses, Structure

FEW = (Given(), Structure(), Inverses(), Entrywise(), Algebra())
REGULAR = "invertible(A)"


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("A.I == B", ["A*B == identity(n)"]),
        ("M.I == N", ["M*N == identity(2)"]),
        ("A*A.I == identity(n)", [REGULAR]),
        ("A.I*A == identity(n)", [REGULAR]),
        ("A.I.I == A", [REGULAR, "invertible(A.I)"]),
        ("(A*B).I == B.I*A.I", [REGULAR, "invertible(B)", "invertible(A*B)"]),
        ("A*B*(B.I*A.I) == identity(n)", [REGULAR, "invertible(B)"]),
        ("B*A*A.I == B", [REGULAR]),
        ("(A.T).I == (A.I).T", [REGULAR, "invertible(A.T)"]),
        ("A*(A.I*p) == p", [REGULAR]),
        ("A.I*(A*p) == p", [REGULAR]),
        ("A.I*A*p == p", [REGULAR]),
        ("p == A.I*q", ["A*p == q", REGULAR]),
        ("identity(n).I == identity(n)", []),
    ],
)
def test_what_it_proves(theorem, goal, assume):
    assert {"inverse", "cancel"} & set(theorem(METHODS, goal, *assume).rules)


@pytest.mark.parametrize(
    "goal",
    [
        "diag(p).I == diag(array(1/p[i], i, n))",
        "diag(p).I*q == array(q[i]/p[i], i, n)",
        "diag(p)*diag(p).I == identity(n)",
        "(diag(p).I*A)[1, 1] == A[1, 1]/p[1]",
    ],
)
def test_the_inverse_of_a_diagonal_matrix_is_diagonal(theorem, goal):
    assert "inverse" in theorem(METHODS, goal).rules


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("A.I == B", [REGULAR]),
        ("A.I == A", ["A*B == identity(n)"]),
        ("diag(p).I == diag(p)", []),
        ("A.I == B", ["B*A == zeros(n, n)"]),
        ("p == q", ["A*p == A*q"]),
    ],
)
def test_what_it_must_not_prove(residual, goal, assume):
    residual(FEW, goal, *assume)


def test_a_matrix_is_not_taken_to_be_invertible(theorem):
    found = theorem(METHODS, "A*A.I == identity(n)")  # the claim itself owes it
    assert [str(one.op) for one in found.assumptions] == ["invertible"]


def test_without_an_inverse_there_is_nothing_to_know(residual):
    residual((Inverses(),), "A*B == B*A")
    assert residual((Inverses(), Distinct()), "x == y") is None
