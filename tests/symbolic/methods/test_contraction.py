"""Of nested sums one index is summed out, where that cancels or is known; and only over its own index."""

import pytest

from symbolic.methods import METHODS, Contraction, Rewriting

STOCHASTIC = "A*ones(n) == ones(n)"
NESTED = [
    ("sum(sum(p[k]*A[k, j], j, 1, n), k, 1, n) == sum(p[k], k, 1, n)", [STOCHASTIC]),
    ("dot(A*p, A*q) == dot(p, q)", ["A.T*A == identity(n)"]),
    ("sum(sum(A[k, j]*B[k, 1], k, 1, n), j, 1, n) == sum(B[k, 1], k, 1, n)", [STOCHASTIC]),
]


@pytest.mark.parametrize(("goal", "assume"), NESTED)
def test_what_rewriting_alone_leaves(residual, theorem, goal, assume):
    assert residual(Rewriting(), goal, *assume) is not None
    assert "exchange" in theorem(Contraction(), goal, *assume).rules


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("sum(u(k)*sum(A[k, j], j, 1, n), k, 1, n) == sum(u(k), k, 1, n)", [("sum(A[k, j], j, 1, n) == 1", "k")]),
        ("r.T*(A*(B*p)) == r.T*p", ["A*B == identity(n)"]),
        ("softmax_row(A)*(softmax_row(B)*ones(n)) == ones(n)", []),
    ],
)
def test_products_of_several_matrices(theorem, goal, assume):
    assert not theorem((Contraction(), *METHODS), goal, *assume).refuted


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("sum(sum(p[k]*A[j, k], j, 1, n), k, 1, n) == sum(p[k], k, 1, n)", [STOCHASTIC]),  # the other axis
        ("dot(A*p, A*q) == dot(p, q)", ["A*A.T == identity(n)"]),  # true: it takes more than sums
        ("sum(sum(p[k]*A[k, j], j, 1, n - 1), k, 1, n) == sum(p[k], k, 1, n)", [STOCHASTIC]),
        ("sum(sum(p[j]*A[k, j], j, 1, n), k, 1, n) == sum(p[k], k, 1, n)", [STOCHASTIC]),
        ("sum(sum(u(i)*v(j), j, 1, i), i, 1, n) == sum(u(i), i, 1, n)", ["sum(v(j), j, 1, n) == 1"]),
    ],
)
def test_what_it_must_not_prove(residual, goal, assume):
    assert residual(Contraction(), goal, *assume) is not None


def test_a_single_sum_is_not_nested(residual):
    assert residual(Contraction(), "sum(p[k], k, 1, n) == 1", "sum(q[k], k, 1, n) == 1") is not None
