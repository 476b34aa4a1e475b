"""O, Omega and Theta of polynomials: what is so is proved, what is not so is disproved, and neither the other way."""

import random

import pytest

from numeric.arithmetics import Exact
from numeric.evaluate import evaluate
from symbolic.certificate import Model
from symbolic.kernel import check
from symbolic.methods import Classes
from symbolic.prover import prove
from symbolic.terms import INTEGER, Node, Number, Symbol, compared, negation
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
    "big_o(0, n, n)",
    "big_theta(n - n, 0*d, n, d)",
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
    "big_o(n**120, n, n)",  # by a ratio that no float can hold
    "big_o(3, 0, n)",
    "big_theta(n*d, d - d, n, d, d <= n)",
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
        ("big_o(n*beta, n, n)", "known to be at least 1"),
        ("big_o(d, n, n, d, d <= n + m, m <= n)", "no polynomial in the sizes"),
        ("big_o(d, n, n, d, m, d <= n + m, m <= n)", "not a single monomial"),
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


@pytest.mark.parametrize(
    "goal",
    [
        "big_theta(l*n + 1, n, n)",
        "big_theta(2*l**2*n**2*d + l*n*d + m*n, 3*l*n**2*d + m*n/7, n, d)",
        "big_o(l*n*d, (n**2 + l*d**2)/7, n, d)",
        "big_theta(l*m*n*d + m*d**2, n*d, n, d, l*d <= n)",
    ],
)
def test_a_letter_that_is_no_size_may_stand_in_the_constant(theorem, read, goal):
    assert theorem(Classes(), goal).sequent.conclusion == read(goal).goal


@pytest.mark.parametrize("goal", ["big_o(l*n**2, n, n)", "big_o(l*n*d, m*n + l*d, n, d)"])
def test_but_no_size_may(read, goal):
    found = prove(read(goal), by=Classes())
    assert isinstance(found, Stuck)
    assert "nothing bounds the monomial" in " ".join(found.tried)


LETTERS = random.Random(7)


def _polynomial() -> str:
    terms = []
    for _ in range(LETTERS.randrange(1, 5)):
        powers = [f"{size}**{LETTERS.randrange(4)}" for size in "ndm"]
        terms.append("*".join([LETTERS.choice(["1", "2", "7/3", "10**6"]), *powers]))
    return " + ".join(terms)


REGIMES = ["", ", d <= n", ", 3*d <= n, m <= d", ", d**2 <= n*m", ", d + m <= n"]
RANDOM = [f"big_o({_polynomial()}, {_polynomial()}, n, d, m{LETTERS.choice(REGIMES)})" for _ in range(60)]


@pytest.mark.parametrize("goal", RANDOM)
def test_every_polynomial_is_decided_one_way_and_its_constant_holds(read, goal):
    formula = read(goal).goal
    proof, refutation = (prove(claim(one), by=Classes()) for one in (formula, negation(formula)))
    assert isinstance(proof, Stuck) != isinstance(refutation, Stuck)
    if isinstance(proof, Stuck):
        assert check(refutation).sequent.conclusion == negation(formula)
        return
    assert check(proof).sequent.conclusion == formula
    (constant,) = [one.arguments[0].value for one in proof.steps if one.rule == "instance"]
    assert all(above <= constant * below for above, below in _samples(formula))


def _samples(formula):
    """Both sides at random sizes within the regime."""
    symbols = [Symbol(name, INTEGER) for name in "ndm"]
    parts = compared(formula, symbols)
    for _ in range(200):
        sizes = {one: Number(int(10 ** LETTERS.uniform(0, LETTERS.choice([1, 4])))) for one in symbols}
        model = Model(tuple(sizes.items()))
        if all(evaluate(relation, model, Exact()) for relation in parts.regime):
            yield evaluate(parts.function, model, Exact()), evaluate(parts.other, model, Exact())


def test_both_answers_occur_among_the_random_ones(read):
    stuck = [isinstance(prove(read(goal), by=Classes()), Stuck) for goal in RANDOM]
    assert 10 < sum(stuck) < 50


def test_sides_that_are_the_same_are_each_of_the_other(read):
    formula = read("big_theta(n*d + m, n*d + m, n, d, m)").goal
    assert isinstance(formula, Node)
    assert check(prove(claim(formula), by=Classes())).sequent.conclusion == formula
