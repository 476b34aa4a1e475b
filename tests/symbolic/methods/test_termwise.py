"""What is known at every place is used in each term of a sum, within the range that it is known for."""

import pytest

from symbolic.methods import Rewriting, Termwise

RECIPROCAL = ("v(i)*u(i) == 1", "i")


@pytest.mark.parametrize(
    ("goal", "known"),
    [
        ("sum(u(k)*v(k), k, 1, n) == n", RECIPROCAL),
        ("sum(x*u(k)*v(k), k, 1, n) == n*x", RECIPROCAL),
        ("sum(x*u(k)*v(k), k, 0, n) == (n + 1)*x", RECIPROCAL),
        ("sum(u(k)*v(k), k, 1, n) == sum(u(k)**2, k, 1, n)", ("v(i)*u(i) == u(i)*u(i)", "i")),
        ("sum(beta**k*u(k)*v(k), k, 1, n) == sum(beta**k, k, 1, n)", RECIPROCAL),
    ],
)
def test_what_rewriting_alone_leaves(residual, theorem, goal, known):
    assert residual(Rewriting(), goal, known) is not None
    assert "extensionality" in theorem(Termwise(), goal, known).rules


@pytest.mark.parametrize(
    ("goal", "known"),
    [
        ("sum(u(k)*v(k), k, 1, n) == n + 1", RECIPROCAL),
        ("sum(u(k)*v(k + 1), k, 1, n) == n", RECIPROCAL),
        ("sum(u(k)*v(k), k, 1, n) == n", ("v(i + 2)*u(i + 2) == 1", "i")),
        ("sum(u(k)*v(k), k, 1, n) == n", ("1 <= v(i)*u(i)", "i")),
        ("sum(u(k)*v(k), k, 1, n) == n", "v(1)*u(1) == 1"),
        ("sum(u(k), k, 1, n)*sum(v(k), k, 1, n) == n**2", RECIPROCAL),
    ],
)
def test_what_it_must_not_prove(residual, goal, known):
    assert residual(Termwise(), goal, known) is not None


def test_schemas_that_reach_the_range(theorem):
    assert not theorem(Termwise(), "sum(u(k)*v(k), k, 2, n + 1) == n", ("v(i + 2)*u(i + 2) == 1", "i")).refuted
