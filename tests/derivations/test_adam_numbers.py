"""The catalog's numbers of Adam against the book's algorithm in numpy, which was written without looking at them."""

from dataclasses import replace

import numpy as np
import pytest
import sympy

from benchmarks.adam_book import Settings, trajectory
from derivations.catalog import adam, adam_numbers, adam_schemes
from derivations.discovery import discover

QUARTERS = Settings(epsilon=1.0, rho1=0.5, rho2=0.25, delta=0.0)
SMALL = Settings(delta=0.0, epsilon=0.01)
RUN = np.random.default_rng(7)
NOISE = RUN.normal(size=(40, 3)) * [0.01, 1.0, 100.0]


def loss(t, theta):
    """Of the examples x = 1, 2 and y = 0, 2, for the model x theta."""
    return ((theta * 1 - 0) * 1 + (theta * 2 - 2) * 2) / 2


def noise(t, theta):
    return NOISE[t - 1]


def nothing(t, theta):
    return np.zeros_like(theta)


def stated(derivation, title):
    (claim,) = (one for one in derivation.claims if one.title == title)
    return claim.statement


@pytest.mark.parametrize(
    ("derivation", "chosen"),
    [
        (adam_numbers.penalised, replace(QUARTERS, gamma=0.25)),
        (adam_numbers.decayed, replace(QUARTERS, lamda=0.25)),
    ],
)
def test_two_steps_in_numbers(derivation, chosen):
    weights = trajectory(np.array([2.0]), loss, 2, chosen)
    for step in (1, 2):
        assert weights[step][0] == pytest.approx(float(stated(derivation, f"weight {step}")[1]), abs=1e-14)
    others = (replace(chosen, gamma=2 * chosen.gamma, lamda=2 * chosen.lamda), replace(chosen, rho1=0.0))
    assert all(abs(trajectory(np.array([2.0]), loss, 2, other)[2][0] - weights[2][0]) > 0.01 for other in others)


def unrolled(title, values, rate, name):
    """The closed form of a moment, after as many steps as there are ``values``."""
    closed = stated(adam.moments, title)[1].subs({adam.t: len(values), name: rate}).doit()
    return float(closed.subs({adam.g(k): value for k, value in enumerate(values, start=1)}))


def test_the_unrolled_moments_make_the_step():
    values = [sympy.Rational(int(1000 * x), 1000) for x in NOISE[:6, 1]]
    first = unrolled("first", values, sympy.Rational(9, 10), adam.rho1) / (1 - 0.9**6)
    second = unrolled("second", values, sympy.Rational(999, 1000), adam.rho2) / (1 - 0.999**6)
    weights = trajectory(np.zeros(1), lambda t, theta: np.array([float(values[t - 1])]), 6, SMALL)
    assert weights[6][0] - weights[5][0] == pytest.approx(-0.01 * first / second**0.5, rel=1e-9)


def test_gamma_does_not_matter_where_the_penalty_is_alone():
    weak, strong = (trajectory(np.array([1.0, -2.0]), nothing, 30, replace(SMALL, gamma=g)) for g in (0.01, 3.0))
    assert np.allclose(weak, strong, rtol=1e-9)
    with_eps = (trajectory(np.array([1.0, -2.0]), nothing, 30, Settings(gamma=g, delta=0.1)) for g in (0.01, 3.0))
    assert not np.allclose(*with_eps)


def test_no_step_is_longer_than_the_bound():
    weights = np.array(trajectory(np.zeros(3), noise, 40, SMALL))
    t = np.arange(1, 41)[:, None]
    most = 0.999 * 0.1**2 / (0.001 * (0.999 - 0.81)) * (1 - 0.999**t) / (1 - 0.9**t) ** 2
    steps = (np.diff(weights, axis=0) / 0.01) ** 2
    assert (steps <= most * (1 + 1e-9)).all()
    assert steps.max() > 0.5


@pytest.mark.parametrize("inside", [False, True])
def test_constant_gradients_make_constant_steps(inside):
    chosen = replace(SMALL, delta=0.5, inside=inside)
    weights = np.array(trajectory(np.zeros(2), lambda t, theta: np.array([3.0, -0.1]), 9, chosen))
    slope = np.array([3.0, -0.1])
    expected = slope / (np.sqrt(slope**2 + 0.5) if inside else np.abs(slope) + 0.5)
    assert np.allclose(np.diff(weights, axis=0), -0.01 * expected)


def test_decay_shrinks_every_weight_at_one_rate_and_the_penalty_the_one_of_small_gradients_most():
    start, plain = np.ones(3), np.array(trajectory(np.ones(3), noise, 1, SMALL)[1])
    decayed = trajectory(start, noise, 1, replace(SMALL, lamda=0.2))[1]
    assert np.allclose(plain - decayed, 0.2)
    sizes = np.array([0.1, 1.0, 10.0])
    weights = trajectory(start, lambda t, theta: sizes * (-1.0) ** t, 400, replace(SMALL, epsilon=1e-4, gamma=0.01))
    lost = 1 - weights[400] / weights[200]
    assert lost[0] > 5 * lost[1] > 25 * lost[2] > 0


def test_adam_rests_where_the_catalog_says():
    h, a, gamma, lamda, epsilon = 2.0, 3.0, 0.5, 0.25, 0.1
    names = {adam_schemes.h: h, adam_schemes.a: a, adam.gamma: gamma, adam_schemes.lamda: lamda, adam.epsilon: epsilon}
    at_penalty = float(stated(adam_schemes.penalised, "at the minimum of the regularised loss")[1].subs(names))
    at_decay = float(stated(adam_schemes.decayed, "wherever the minimum is")[1].subs(names))

    def pull(t, theta):
        return h * (theta - a)

    chosen = Settings(epsilon=epsilon, delta=1e-12)
    assert trajectory(np.array([at_penalty]), pull, 50, replace(chosen, gamma=gamma))[50][0] == pytest.approx(
        at_penalty
    )
    assert trajectory(np.array([at_decay]), pull, 50, replace(chosen, lamda=lamda))[50][0] == pytest.approx(at_decay)


@pytest.mark.parametrize("where", ["outside", "inside"])
def test_with_eps_decay_rests_where_the_catalog_says(where):
    h, a, lamda, epsilon, delta = 2.0, 3.0, 0.25, 0.1, 0.5
    chosen = Settings(epsilon=epsilon, rho2=0.99, delta=delta, lamda=lamda, inside=where == "inside")
    rest = trajectory(np.array([0.3]), lambda t, theta: h * (theta - a), 3000, chosen)[3000][0]
    place = f"adam_schemes/where-adam-with-decay-rests-on-a-quadratic-eps-{where}/where-decay-undoes-the-step"
    every = (claim for derivation in discover(["adam_schemes"]).chosen for claim in derivation.claims)
    ((_, step),) = (claim.statement for claim in every if claim.id == place)
    values = {adam_schemes.pull: h * (a - rest), adam.epsilon: epsilon, adam.delta: delta}
    assert lamda * rest == pytest.approx(float(step.subs(values)))
    assert 0 < rest < epsilon / lamda
