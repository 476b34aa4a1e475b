"""Finite products: last factors are split off down to a product that the goal speaks of."""

import pytest

from symbolic.methods import Induction
from symbolic.methods.elimination import Rewriting


@pytest.mark.parametrize(
    "goal",
    [
        "prod(g(i), i, 1, n + 2) == prod(g(i), i, 1, n)*g(n + 1)*g(n + 2)",
        "prod(g(i), i, 1, 3) == g(1)*g(2)*g(3)",
        "prod(g(i), i, n, n + 1) == g(n)*g(n + 1)",
        "prod(g(i), i, 2, 1) == 1",
        "prod(v(i), i, 0, t) == prod(v(i), i, 0, t - 1)*v(t)",
        "prod(prod(v(j), j, 0, i), i, 1, 2) == v(0)**2*v(1)**2*v(2)",
    ],
)
def test_what_rewriting_proves(theorem, goal):
    assert {"last factor", "empty product"} & set(theorem(Rewriting(), goal).rules)


@pytest.mark.parametrize(
    "goal",
    [
        "prod(beta, i, 1, n) == beta**n",
        "prod(beta, i, 0, t - 1) == beta**t",
        "prod(v(i)*u(i), i, 1, n) == prod(v(i), i, 1, n)*prod(u(i), i, 1, n)",
        "prod(i*beta, i, 1, n) == prod(i, i, 1, n)*beta**n",
        "prod(exp(v(i)), i, 1, n) == exp(sum(v(i), i, 1, n))",
    ],
)
def test_what_induction_proves(theorem, goal):
    assert "induction" in theorem(Induction(), goal).rules


def test_a_recurrence_is_unrolled(theorem):
    assumed = ("v(t + 1) == u(t)*v(t)", "t")
    assert "last factor" in theorem(Induction(), "v(t) == v(0)*prod(u(i), i, 0, t - 1)", assumed).rules


@pytest.mark.parametrize(
    "goal",
    [
        "prod(beta, i, 1, n) == beta**(n + 1)",
        "prod(beta, i, 0, n) == beta**n",
        "prod(g(i), i, 1, n + 1) == prod(g(i), i, 1, n)*g(n)",
        "prod(v(i) + u(i), i, 1, n) == prod(v(i), i, 1, n) + prod(u(i), i, 1, n)",
    ],
)
@pytest.mark.parametrize("method", [Rewriting(), Induction()])
def test_what_it_must_not_prove(residual, method, goal):
    residual(method, goal)


def test_the_residual_speaks_of_the_product(residual):
    assert "∏" in residual(Rewriting(), "prod(g(i), i, 1, n + 1) == prod(g(i), i, 1, n)*g(n)")
