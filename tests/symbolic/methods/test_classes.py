"""O, Omega and Theta of polynomials: what is so is proved, what is not so is disproved, and neither the other way."""

import pytest

from symbolic.kernel import check
from symbolic.methods import Classes
from symbolic.prover import prove
from symbolic.terms import Node, negation
from symbolic.verdict import Stuck
from tests.symbolic.kernel.building import claim

TRUE = [
    "big_o(n, n**2, n)",
    "big_o(n*d, n**2 + d**2, n, d)",
    "big_o(7*n*d + 3, (n**2 + d**2)/5, n, d)",
    "big_o(n**2*d*m, n**3*m + d**3*n + m**3*d**2 + n**2, n, d, m)",
    "big_o(n**3*d, n**4 + d**4, n, d)",
    "big_omega((n + d)**2, n*d, n, d)",
    "big_theta((n + d)**2, n**2 + d**2, n, d)",
    "big_theta(n*(n + 1)/2, n**2, n)",
    "big_theta(n**2*d + n*d**2, n**2*d, n, d, d <= n)",
    "big_theta(n**2 + d**2 + n*d, n**2, n, d, 3*d <= n)",
    "big_theta(n**2 + d**2 + n*d, n**2, n, d, d/3 <= n)",
    "big_theta(n*d**2 + n**2, n**2, n, d, d**2 <= n)",
    "big_o(m*d, n, n, d, m, m**2 <= n, d**2 < n)",
    "big_theta(n + d + m, n, n, d, m, d + m <= n)",
    "big_o(n*d**2, n**2, n, d, d**2 <= 3*n, d <= n)",
    "big_o(n, 1, n, 2*n <= 9)",
]
FALSE = [
    "big_o(n**2, n, n)",
    "big_o(n*d, n + d, n, d)",
    "big_theta(n**2*d + n*d**2, n**2*d, n, d)",
    "big_theta(n**2 + d**2, (n*d), n, d)",
    "big_omega(n*d, n**2 + d**2, n, d)",
    "big_theta(n**2*d + n*d**2, n*d**2, n, d, d <= n)",
    "big_theta(n**2*d + n*d**2, n*d**2, n, d, 5*d < n)",
    "big_o(n*d**2, n**2, n, d, d <= 3*n)",
    "big_o(n**7*d, n**8 + d**7, n, d)",
    "big_o(n*d, n + d**2, n, d)",
    "big_o(n + d, n, n, d, m, m + 2 <= n)",
]


@pytest.mark.parametrize("goal", TRUE)
def test_what_is_so_is_proved(theorem, read, goal):
    assert theorem(Classes(), goal).sequent.conclusion == read(goal).goal
    denied = prove(claim(negation(read(goal).goal)), by=Classes())
    assert isinstance(denied, Stuck)


@pytest.mark.parametrize("goal", FALSE)
def test_what_is_not_so_is_disproved(read, goal):
    formula = read(goal).goal
    denied = check(prove(claim(negation(formula)), by=Classes()))
    assert denied.sequent.hypotheses == frozenset()
    assert denied.sequent.conclusion == negation(formula)
    assert isinstance(prove(claim(formula), by=Classes()), Stuck)


def test_a_proof_rests_on_rules_that_know_nothing_of_classes_but_their_definition(theorem):
    about = {"defined", "by definition"}
    assert set(theorem(Classes(), TRUE[1]).rules) & about == {"defined"}
    assert theorem(Classes(), TRUE[1]).sequent.hypotheses == frozenset()


@pytest.mark.parametrize(
    ("goal", "reason"),
    [
        ("big_o(n - 1, n, n)", "positive coefficients"),
        ("big_o(2**n, 3**n, n)", "no product of natural powers"),
        ("big_o(n*beta, n, n)", "no polynomial in the sizes"),
        ("big_o(d, n, n, d, d <= n + m, m <= n)", "no polynomial in the sizes"),
        ("big_o(d, n, n, d, m, d <= n + m, m <= n)", "more than one monomial"),
        ("n <= 2*n", "nothing about a class"),
    ],
)
def test_what_it_does_not_decide(read, goal, reason):
    found = prove(read(goal), by=Classes())
    assert isinstance(found, Stuck)
    assert reason in " ".join(found.tried)


def test_a_factor_in_the_regime_is_known_to_be_at_least_one(read):
    goal = "big_o(d, n, n, d, l*d <= n)"
    assert check(prove(read(goal), by=Classes())).sequent.conclusion == read(goal).goal
    other = prove(read("big_o(d, n, n, d, k*d <= n)"), by=Classes())
    assert isinstance(other, Stuck)
    assert "known to be at least 1" in " ".join(other.tried)


def test_sides_that_are_the_same_are_each_of_the_other(read):
    formula = read("big_theta(n*d + m, n*d + m, n, d, m)").goal
    assert isinstance(formula, Node)
    assert check(prove(claim(formula), by=Classes())).sequent.conclusion == formula
