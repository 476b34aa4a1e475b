"""Traps of analysis: limits that are none or not exchanged, means that are not integrable, what depends on what."""

import pytest

from derivations.pipeline import decide
from symbolic.language import (
    derivative,
    expectation,
    finite_moments,
    independent,
    integer,
    random_sequence,
    random_variable,
    real,
    sequence,
    time,
)
from symbolic.language.reading import Statement, Unreadable, read_claim
from symbolic.terms.text import show
from symbolic.verdict import Outcome

g, v, Y, Z = random_sequence("g"), sequence("v"), random_variable("Y"), random_variable("Z")
x, y, t = real("x"), real("y"), time("t")
NAMES = {
    "g": g,
    "v": v,
    "Y": Y,
    "Z": Z,
    "x": x,
    "y": y,
    "t": t,
    "T": time("T"),
    "i": integer("i"),
    "k": integer("k"),
}


def judged(goal, assume=()):
    given = [one if isinstance(one, Statement) else Statement((one,)) for one in assume]
    stated = Statement(goal if isinstance(goal, tuple) else (goal,))
    return decide(read_claim("traps/trap/trap", "trap", "", given, stated, names=NAMES), None, (), seed=0)[0]


NOT_PROVED = {
    "the limit of each term is not that of the sum": ("tends(sum(1/(T + 1), k, 1, T + 1), T, 0)", Outcome.UNKNOWN),
    "a sum of ever more ones": ("tends(sum(1, k, 1, T), T, 0)", Outcome.UNKNOWN),
    "a sequence with two limit points": ("tends((-1)**T, T, 0)", Outcome.REFUTED),
    "another limit point": ("tends((-1)**T, T, 1)", Outcome.REFUTED),
    "a geometric sequence of any ratio": ("tends(x**T, T, 0)", Outcome.REFUTED),
    "the limit of a sequence that grows": ("lim(T + 1, T) == lim(T, T)", Outcome.UNKNOWN),
    "a divergent geometric sum": ("lim(sum(2**k, k, 0, T), T) == -1", Outcome.UNKNOWN),
    "a sum that has only means": ("lim(sum((-1)**k, k, 0, T), T) == 1/2", Outcome.UNKNOWN),
}


@pytest.mark.parametrize("name", NOT_PROVED)
def test_a_limit_that_is_another_or_none_is_not_proved(name):
    goal, outcome = NOT_PROVED[name]
    assert judged(goal).outcome is outcome


def test_what_the_sum_does_tend_to_is_proved():
    assert judged("tends(sum(1/(T + 1), k, 1, T + 1), T, 1)").outcome is Outcome.PROVED


def test_a_limit_as_a_term_owes_that_there_is_one():
    verdict = judged("lim(T + 1, T) == lim(T, T) + 1")
    assert verdict.outcome is Outcome.PROVED
    assert [show(one) for one in verdict.claim.conditions] == [
        "T + 1 → lim_{T→∞} (T + 1) as T → ∞",
        "T → lim_{T→∞} T as T → ∞",
    ]


ALL_MOMENTS = (finite_moments(Y, 2), finite_moments(Z, 2), finite_moments(g, 2))
INTEGRABLE = {
    "a multiple": ("E(x*Z) == x*E(Z)", ALL_MOMENTS),
    "a sum": ("E(Z + Y) == E(Z) + E(Y)", ALL_MOMENTS),
    "a finite sum": ("E(sum(g(k), k, 0, t)) == sum(E(g(k)), k, 0, t)", ALL_MOMENTS),
    "a product of independent factors": ("E(g(1)*g(2)) == E(g(1))*E(g(2))", (independent(g), *ALL_MOMENTS)),
}


@pytest.mark.parametrize("name", INTEGRABLE)
def test_a_mean_is_taken_apart_only_if_it_is_integrable(name):
    goal, assume = INTEGRABLE[name]
    assert judged(goal, assume).outcome is Outcome.PROVED
    without = [one for one in assume if one not in ALL_MOMENTS]
    assert judged(goal, without).outcome is Outcome.SUPPORTED


DEPENDENT = {
    "a product of any two": ("E(Z*Y) == E(Z)*E(Y)", ALL_MOMENTS),
    "a product of any two elements": ("E(g(1)*g(2)) == E(g(1))*E(g(2))", ALL_MOMENTS),
    "a square of one of many independent": ("E(g(k)*g(k)) == E(g(k))*E(g(k))", (independent(g), *ALL_MOMENTS)),
    "two that may be one": ("E(g(k)*g(i)) == E(g(k))*E(g(i))", (independent(g), *ALL_MOMENTS)),
}


@pytest.mark.parametrize("name", DEPENDENT)
def test_what_may_depend_on_each_other_has_no_product_of_means(name):
    """A fair coin shows it: its square is 1, the square of its mean is 0."""
    verdict = judged(*DEPENDENT[name])
    assert verdict.outcome is Outcome.REFUTED
    display = dict(verdict.evidence.display)
    assert (display["left side"], display["right side"]) == ("1", "0")


RECURRENCE = Statement(("g(t + 1) == Z*g(t)",), "t")


@pytest.mark.parametrize("assume", [(), ALL_MOMENTS, ("g(0) == Z", *ALL_MOMENTS), (RECURRENCE, *ALL_MOMENTS)])
def test_what_varies_with_the_outcome_does_not_leave_its_mean(assume):
    verdict = judged("E(g(t)*Z) == g(t)*E(Z)", assume)
    assert verdict.outcome is not Outcome.PROVED


def test_what_equals_a_random_variable_at_every_outcome_makes_it_constant():
    """The assumption is read for all outcomes, and the report says so: then Z is a number, and its mean too."""
    verdict = judged((expectation(v(t) * Z), v(t) * expectation(Z)), ("v(0) == Z",))
    assert show(verdict.claim.assumptions[0]) == "pathwise v(0) = Z"
    assert verdict.outcome is Outcome.PROVED


@pytest.mark.parametrize(
    ("goal", "assume", "tied"),
    [
        ((derivative(y * x, x), y), "y == x", "y"),
        ((derivative(y, x), 0), "y == x*x", "y"),
        ((derivative(v(t) * x, x), v(t)), "v(0) == x", "v"),
        ((derivative(v(t) * x, x), v(t)), Statement(("v(t + 1) == x*v(t)",), "t"), "v"),
    ],
)
def test_what_an_assumption_ties_to_the_variable_is_no_constant(goal, assume, tied):
    with pytest.raises(Unreadable, match=f"what {tied} occurs in, though an assumption ties it to x"):
        judged(goal, (assume,))


def test_untied_it_is_one():
    assert judged((derivative(v(t) * x, x), v(t))).outcome is Outcome.PROVED
