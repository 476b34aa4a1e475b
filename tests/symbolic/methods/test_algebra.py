"""The normal form decides, with as few facts as it needs."""

import pytest

from symbolic.methods import Algebra
from symbolic.terms.text import show


@pytest.mark.parametrize(
    "goal",
    [
        "(a + b)**2 == a**2 + 2*a*b + b**2",
        "a/b + c/d == (a*d + b*c)/(b*d)",
        "sum(beta**(t - i)*g(i), i, 1, t + 1) == beta**(-1)*g(t + 1) + sum(beta**(t - i)*g(i), i, 1, t)",
        "sum(v(i), i, 1, n) == sum(v(j - 1), j, 2, n + 1)",
        "sum(sum(u(i)*v(j), j, 1, i), i, 1, n) == sum(sum(u(i)*v(j), i, j, n), j, 1, n)",
        "sum(u(i), i, 1, n)*sum(v(i), i, 1, n) == sum(sum(u(i)*v(j), j, 1, n), i, 1, n)",
        "(1 - beta)/(1 - beta) == 1",
        "0 <= a**2*b**2",
        "0 < beta*(1 + beta)",
        "beta != 1",
    ],
)
def test_what_it_proves(theorem, goal):
    assert theorem(Algebra(), goal).rules[-1] in ("linear", "order")


def test_only_the_facts_that_are_needed_are_assumed(theorem):
    used = theorem(Algebra(), "beta*x/beta == x", "x < 7", "a < 2").assumptions
    assert {show(fact) for fact in used} <= {"0 < β", "β < 1"}
    assert theorem(Algebra(), "a + b == b + a", "x < 7").assumptions == ()


@pytest.mark.parametrize(
    ("goal", "left"),
    [
        ("(a + b)**2 == a**2 + b**2", "2·a·b"),
        ("sum(v(i), i, 1, n) == sum(v(i), i, 1, n - 1)", "v(n)"),
        ("a/2 == a/3", "a/6"),
    ],
)
def test_the_residual_is_what_is_left(residual, goal, left):
    assert residual(Algebra(), goal) == left


@pytest.mark.parametrize("goal", ["a**2 == a", "a < a", "a <= b", "(x**2)**(1/2) == x", "0 < a*a"])
def test_what_it_must_not_prove(residual, goal):
    residual(Algebra(), goal)


def test_equations_that_are_assumed_are_not_put_in(residual):
    assert residual(Algebra(), "u(t) == 0", "u(t) == 0") == "u(t)"


def test_a_schema_is_not_a_fact(residual):
    assert residual(Algebra(), "v(t) == 0", ("v(t) == 0", "t")) == "v(t)"
