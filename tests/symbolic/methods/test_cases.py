"""A goal with a Kronecker delta is proved where its indices are equal and where they differ."""

import pytest

from derivations import Derivation
from derivations.pipeline import Run
from symbolic.language import E, KroneckerDelta, finite_moments, independent, integer, random_sequence, real
from symbolic.methods import Cases
from symbolic.verdict import Outcome

i, j = integer("i j", at_least=1)
mu, nu = real("mu nu")
g = random_sequence("g", start=1)
KNOWN = (finite_moments(g, 2), independent(g))


def judged(right, *, by=None, assumed=KNOWN):
    derivation = Derivation("covariance")
    for one in assumed:
        derivation.assume(one)
    derivation.assume(E(g(i)), mu, forall=i)
    derivation.assume(E(g(i) ** 2), mu**2 + nu, forall=i)
    return Run().judged(derivation.show("two elements", E(g(i) * g(j)), right, by=by)).outcome


def test_the_covariance_of_independent_elements():
    assert judged(mu**2 + nu * KroneckerDelta(i, j)) is Outcome.PROVED


@pytest.mark.parametrize("right", [mu**2 + nu, mu**2, mu**2 - nu * KroneckerDelta(i, j), nu * KroneckerDelta(i, j)])
def test_other_covariances_are_not_proved(right):
    assert judged(right) is not Outcome.PROVED


@pytest.mark.parametrize("assumed", [(finite_moments(g, 2),), (independent(g),), (finite_moments(g, 1),)])
def test_independence_and_moments_are_needed(assumed):
    assert judged(mu**2 + nu * KroneckerDelta(i, j), assumed=assumed) is not Outcome.PROVED


def test_a_delta_decides_between_two_numbers():
    derivation = Derivation("delta")
    claim = derivation.show("equal or not", KroneckerDelta(i, j) * (i - j), 0)
    assert Run().judged(claim).outcome is Outcome.PROVED


def test_without_a_delta_there_are_no_cases():
    derivation = Derivation("none")
    claim = derivation.show("equal", i * j, j * i, by=Cases())
    assert Run().judged(claim).outcome is Outcome.SUPPORTED
