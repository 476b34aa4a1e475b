"""Sums in closed form: a guess of SymPy's, checked by the kernel."""

import pytest

from symbolic.methods import Telescoping


@pytest.mark.parametrize(
    "goal",
    [
        "sum(i, i, 1, n) == n*(n + 1)/2",
        "sum(i**2, i, 1, n) == n*(n + 1)*(2*n + 1)/6",
        "sum(1/(i*(i + 1)), i, 1, n) == n/(n + 1)",
        "(1 - beta)*sum(beta**i, i, 0, t) == 1 - beta**(t + 1)",
        "sum(2**i, i, 0, t) == 2**(t + 1) - 1",
    ],
)
def test_what_it_proves(theorem, goal):
    assert "telescope" in theorem(Telescoping(), goal).rules


@pytest.mark.parametrize(
    "goal",
    [
        "sum(i, i, 1, n) == n*(n - 1)/2",
        "sum(2**i, i, 0, t) == 2**t - 1",
        "sum(g(i), i, 1, n) == n*g(1)",
        "sum(1/i, i, 1, n) == n",
        "a == b",
    ],
)
def test_what_it_must_not_prove(residual, goal):
    residual(Telescoping(), goal)


def test_the_residual_of_a_wrong_closed_form_is_a_term_in_n(residual):
    assert "n" in residual(Telescoping(), "sum(i, i, 1, n) == n*(n - 1)/2")
