"""Near misses of what the catalog proves of Adam: each has an exact counterexample, which the kernel confirms."""

import pytest

from derivations import Derivation
from derivations.catalog import adam
from derivations.catalog.adam import (
    L,
    assume_moments,
    delta,
    epsilon,
    g,
    gamma,
    m,
    penalised,
    r_hat,
    rho1,
    rho2,
    s,
    s_hat,
    t,
    theta,
    w,
)
from derivations.pipeline import Run
from symbolic.language import Le, Lt, absolute, differentiable, gradient, real, sequence, sqrt
from symbolic.verdict import Outcome

loss = sequence("loss", start=1)
r, R, x = *sequence("r R"), real("x", above=0)


def judged(*goal, assumed=()):
    derivation = Derivation("near miss")
    for *one, every in assumed:
        derivation.assume(*one, forall=every)
    return Run(seed=1).judged(derivation.show("goal", *goal))


def moments(slope):
    derivation = Derivation("moments")
    assume_moments(derivation, slope)
    return [(*one.statement, one.forall) for one in derivation.show("any", 0, 0).assumptions]


@pytest.mark.parametrize("factor", [-2, 1, 4, 0])
def test_no_other_multiple_of_the_weights_is_the_gradient_of_the_penalty(factor):
    found = judged(penalised, gradient(L(w), w) / m + factor * gamma * w, assumed=[(differentiable(L), None)])
    assert found.outcome is Outcome.REFUTED
    values = {symbol.name: value for symbol, value in found.certificate.model.values}
    assert (repr(values["n"]), repr(values["m"])) == ("1", "1")


def test_a_penalty_that_is_not_averaged_is_another():
    found = judged(penalised, (gradient(L(w), w) + 2 * gamma * w) / m, assumed=[(differentiable(L), None)])
    assert found.outcome is Outcome.REFUTED


@pytest.mark.parametrize(
    "goal",
    [
        (s(1), g(1)),  # no bias correction
        (s_hat(1), -g(1)),
        (r_hat(1), 2 * g(1) ** 2),
        (sqrt(r_hat(1)), g(1)),  # no absolute value
        (s_hat(t + 1), s(t + 1) / (1 - rho1**t)),  # one step off
        (s_hat(t + 1), s(t + 1) / (1 - rho2 ** (t + 1))),
        (sqrt(r_hat(1)) + delta, sqrt(g(1) ** 2 + delta)),  # eps moved
        (epsilon * s_hat(1) / (sqrt(r_hat(1)) + delta), epsilon * g(1) / absolute(g(1))),
    ],
)
def test_the_first_step_is_no_other(goal):
    assert judged(*goal, assumed=moments(g(t + 1))).outcome is Outcome.REFUTED


@pytest.mark.parametrize("slope", [g(t + 1) + gamma * theta(t), g(t + 1) + 2 * gamma * theta(t), loss(t + 1)])
def test_the_penalty_counts_once(slope):
    assumed = [*moments(g(t + 1)), (g(t + 1), loss(t + 1) + 2 * gamma * theta(t), t)]
    assert judged(s(t + 1), rho1 * s(t) + (1 - rho1) * slope, assumed=assumed).outcome is Outcome.REFUTED


@pytest.mark.parametrize(
    "goal", [Lt(x / (R(0) + delta), x / (r(0) + delta)), Le(x / (R(0) + delta), x / (r(0) + delta))]
)
def test_without_an_order_of_the_moments_there_is_none_of_the_rates(goal):
    assumed = [(Le(0, r(0)), None), (Le(0, R(0)), None)]
    assert judged(goal, assumed=assumed).outcome is Outcome.REFUTED


def test_the_moments_are_not_bounded_by_less():
    """The bound of the catalog has rho2 - rho1^2 where this has 1."""
    assumed = moments(g(t + 1))
    assert judged(Le(s(2) ** 2, adam.r(2) * (1 - rho1) ** 2), assumed=assumed).outcome is Outcome.REFUTED
