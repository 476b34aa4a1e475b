"""What does not hold of sines and cosines as features of the kernel exp(q.k), each with an exact counterexample."""

import pytest

from derivations import Derivation
from derivations.catalog.random_features import q, x
from derivations.catalog.trigonometric_features import (
    apart,
    of_positive,
    of_waves,
    radius,
    sample,
    z,
)
from derivations.pipeline import Run
from symbolic.language import E, Ge, Gt, Le, cos, dot, exp, variance
from symbolic.verdict import Outcome

FALSE = {
    "a sample is positive": (Gt(sample, 0),),
    "a sample is not negative": (Ge(sample, 0),),
    "sines and cosines are never spread more": (Le(of_waves, of_positive),),
    "nor less": (Le(of_positive, of_waves),),
    "a variance of twice that": (variance(sample, x) / radius**2, (1 - 1 / apart) ** 2),
    "an exponent of twice that": (E(cos(dot(x, z)), x), exp(-dot(z, z))),
    "an exponent that is positive": (E(cos(dot(x, q)), x), exp(dot(q, q) / 2)),
}


@pytest.mark.parametrize("title", FALSE)
def test_what_is_false_is_refuted(title: str) -> None:
    derivation = Derivation("Sines and cosines")
    derivation.conjecture(title, *FALSE[title], reason="it is false")
    (claim,) = derivation.claims
    assert Run(seed=1).judged(claim).verdict.outcome is Outcome.REFUTED
