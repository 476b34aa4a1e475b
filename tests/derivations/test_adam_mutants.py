"""Adam's lines with one mistake each: every one has a counterexample, at the first step and in small numbers."""

import pytest

from derivations import Derivation
from derivations.catalog.adam import assume_moments, delta, epsilon, g, gamma, r, r_hat, rho1, rho2, s, s_hat, t, theta
from derivations.catalog.adam_schemes import X, lamda, pull, x
from derivations.pipeline import Run
from symbolic.language import Lt, Ne, absolute, sequence, sqrt
from symbolic.verdict import Outcome

loss, Theta = sequence("loss", start=1), sequence("Theta")
penalised = loss(t + 1) + 2 * gamma * theta(t)
outside, inside = sqrt(r_hat(t + 1)) + delta, sqrt(r_hat(t + 1) + delta)


def adam(denominator):
    """The algorithm with the penalty, entrywise, and with eps where ``denominator`` has it."""
    derivation = Derivation("Adam with a penalty")
    assume_moments(derivation, g(t + 1))
    derivation.assume(g(t + 1), penalised, forall=t)
    derivation.assume(theta(t + 1), theta(t) - epsilon * s_hat(t + 1) / denominator, forall=t)
    return derivation


def judged(derivation, *goal):
    return Run(seed=1).judged(derivation.show("goal", *goal))


def by_correction(moment):
    return moment / (1 - rho1 ** (t + 1))


def weight(slope=penalised, corrected=by_correction, denominator=outside, sign=-1):
    """The goal that the next weight is this one."""
    moment = rho1 * s(t) + (1 - rho1) * slope
    return theta(t + 1), theta(t) + sign * epsilon * corrected(moment) / denominator


MUTANTS = {
    "sign of the step": weight(sign=1),
    "sign of the penalty": weight(loss(t + 1) - 2 * gamma * theta(t)),
    "factor 2 of the penalty": weight(loss(t + 1) + gamma * theta(t)),
    "missing bias correction": weight(corrected=lambda moment: moment),
    "second moment without bias correction": weight(denominator=sqrt(r(t + 1)) + delta),
    "bias correction one step off": weight(corrected=lambda moment: moment / (1 - rho1 ** (t + 2))),
    "eps moved": weight(denominator=inside),
    "gradient counted twice": weight(penalised + 2 * gamma * theta(t)),
}


@pytest.mark.parametrize("goal", MUTANTS.values(), ids=MUTANTS)
def test_a_mutant_is_refuted_at_the_first_step_in_small_numbers(goal):
    found = judged(adam(outside), *goal)
    assert found.outcome is Outcome.REFUTED
    assert found.verdict.theorem.refuted
    values = {symbol.name: repr(value) for symbol, value in found.certificate.model.values}
    assert values["t"] == "0"
    assert {values[name] for name in ("rho1", "rho2", "epsilon", "delta", "gamma")} <= {"1", "2", "3", "1/2", "1/4"}


def test_what_they_are_mutants_of_is_proved():
    assert judged(adam(outside), *weight()).outcome is Outcome.PROVED


def test_with_eps_inside_it_is_eps_outside_that_is_wrong():
    goal = weight()
    assert judged(adam(inside), *goal).outcome is Outcome.REFUTED
    assert judged(adam(inside), *weight(denominator=inside)).outcome is Outcome.PROVED


def test_second_moments_have_mutants_too():
    for wrong in (rho2 * r(t) + (1 - rho2) * g(t + 1), rho2 * r(t) + 2 * (1 - rho2) * g(t + 1) ** 2):
        assert judged(adam(outside), r(t + 1), wrong).outcome is Outcome.REFUTED


def test_a_weight_that_is_0_at_first_has_no_step():
    """Without eps its denominator is 0, so that the path for every gamma wants a weight that is not 0."""
    derivation = Derivation("A penalty alone")
    derivation.assume(r(0), 0)
    derivation.assume(r(t + 1), rho2 * r(t) + (1 - rho2) * (2 * gamma * theta(t)) ** 2, forall=t)
    found = judged(derivation, Ne(r(1), 0))
    assert found.outcome is Outcome.REFUTED
    assert ("theta(i)", "0") in found.verdict.evidence.display


def test_with_eps_the_path_depends_on_gamma():
    derivation = Derivation("Two runs with eps")
    derivation.assume(Ne(theta(0), 0))
    for weights, penalty in ((theta, 2 * gamma), (Theta, 6 * gamma)):
        slope = penalty * theta(0)
        derivation.assume(weights(1), theta(0) - epsilon * slope / (absolute(slope) + delta))
    assert judged(derivation, Theta(1), theta(1)).outcome is Outcome.REFUTED


@pytest.mark.parametrize("below", [pull + delta, sqrt(pull**2 + delta)], ids=["eps outside", "eps inside"])
def test_with_eps_decay_does_not_rest_where_it_does_without(below):
    derivation = Derivation("At rest")
    derivation.assume(lamda * theta(0), epsilon * pull / below)
    assert judged(derivation, theta(0), epsilon / lamda).outcome is Outcome.REFUTED


@pytest.mark.parametrize(
    "below", [2 * gamma * X + delta, sqrt((2 * gamma * X) ** 2 + delta)], ids=["outside", "inside"]
)
def test_decay_is_not_weaker_on_the_larger_weight(below):
    derivation = Derivation("Two weights")
    derivation.assume(Lt(x, X))
    derivation.assume(lamda * x, epsilon * (2 * gamma * x) / below.subs(X, x))
    assert judged(derivation, Lt(lamda * X, epsilon * (2 * gamma * X) / below)).outcome is Outcome.REFUTED
