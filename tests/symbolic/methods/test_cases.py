"""A goal with a Kronecker delta is proved where its indices are equal and where they differ."""

import pytest

from derivations import Derivation
from derivations.pipeline import Run
from symbolic.language import (
    E,
    KroneckerDelta,
    column,
    diag,
    exp,
    finite_moments,
    independent,
    integer,
    random_sequence,
    real,
    size,
    softmax_col,
    zeros,
)
from symbolic.methods import Cases
from symbolic.verdict import Outcome

i, j = integer("i j", at_least=1)
mu, nu, c, x = real("mu nu c x")
g = random_sequence("g", start=1)
n = size("n")
X = column("x", n)
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


INDICATED = {
    "of a level": "indicator(x >= c) <= x**2/c**2",
    "of a level on both sides": "indicator(abs(x) >= c) <= x**2/c**2",
    "what it keeps": "x*indicator(x >= 0) == (x + abs(x))/2",
    "one or the other": "indicator(x <= 0) + indicator(x > 0) == 1",
}
NOT_INDICATED = {
    "of a level": "indicator(x >= c) <= x**2/c",
    "of a level on both sides": "indicator(abs(x) >= c) <= x**2/(2*c**2)",
    "what it keeps": "x*indicator(x >= 0) == abs(x)",
    "one or the other": "indicator(x <= 0) + indicator(x >= 0) == 1",
}


def indicated(text):
    derivation = Derivation("indicators")
    derivation.assume("0 < c")
    return Run().judged(derivation.show("of a number", text)).outcome


@pytest.mark.parametrize("text", INDICATED.values(), ids=INDICATED)
def test_an_indicator_is_told_apart_by_its_sign(text):
    assert indicated(text) is Outcome.PROVED


@pytest.mark.parametrize("text", NOT_INDICATED.values(), ids=NOT_INDICATED)
def test_what_an_indicator_is_not(text):
    assert indicated(text) is Outcome.REFUTED


@pytest.mark.parametrize("array", [diag(X), diag(exp(X)), diag(X) - X * X.T, diag(softmax_col(X))])
def test_a_matrix_is_symmetric_on_its_diagonal_and_beside_it(array):
    assert Run().judged(Derivation("symmetry").show("symmetric", array.T, array)).outcome is Outcome.PROVED


@pytest.mark.parametrize("other", [diag(2 * X), diag(X) + X * X.T, zeros(n, n)])
def test_a_diagonal_matrix_is_no_other_one(other):
    assert Run().judged(Derivation("symmetry").show("another", diag(X).T, other)).outcome is Outcome.REFUTED
