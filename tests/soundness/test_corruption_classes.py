"""Proofs and refutations about classes, spoilt at one place, and claims that differ by one edit."""

from itertools import pairwise

import pytest

from derivations import check as judged
from derivations.pipeline import decide
from symbolic.kernel import Rejected, check
from symbolic.kernel.rules import RULES
from symbolic.mutate import mutants
from symbolic.terms import Node
from symbolic.verdict import Outcome
from tests.soundness import corruptions
from tests.soundness.corruptions import accepted, spread

CLAIMS = [
    "big_o(n*d, n**2 + d**2, n, d)",
    "big_theta(2*n**2*d + n*d**2, n**2*d, n, d, d <= n)",
    "big_omega(n**2 + m*n, n, n)",
    "big_theta(n**2 + d, n + d, n, d)",
    "big_o(n*d**2, n**2*d, n, d, n <= 2*d)",
]
MOST = 1500
pytestmark = pytest.mark.usefixtures("rules_that_remember")


@pytest.fixture(scope="module")
def certificates():
    found = [judged(claim).judged.certificate for claim in CLAIMS]
    assert [certificate.model is None for certificate in found] == [True, True, True, False, False]
    return found


def test_spoilt_steps(certificates):
    for certificate in certificates:
        wrong, tried = accepted(certificate, corruptions.of_steps(certificate), MOST)
        assert not wrong
        assert tried > MOST // 2


def test_spoilt_ends_and_other_claims(certificates):
    claims = [certificate.claim for certificate in certificates]
    for certificate in certificates:
        assert not accepted(certificate, corruptions.of_ends(certificate), MOST)[0]
        assert not accepted(certificate, corruptions.of_claims(certificate, claims), MOST)[0]


def test_splices(certificates):
    for one, other in pairwise(certificates[:3]):
        for _, spliced in corruptions.of_splices(one, other):
            with pytest.raises(Rejected):
                check(spliced)


def test_a_definition_is_of_the_class_that_it_names(certificates):
    for certificate in certificates:
        for step in certificate.steps:
            if step.rule == "defined":
                (formula,) = step.arguments
                premises = [certificate.steps[one].conclusion for one in step.premises]
                for op in {"big_o", "big_omega", "big_theta"} - {formula.op}:
                    with pytest.raises(Rejected, match="does not define"):
                        RULES["defined"](premises, [Node(op, *formula.args)])


def test_near_misses_are_decided_rightly(certificates):
    """A mutant is proved and refuted as numbers say, and never against them."""
    outcomes = []
    for certificate in certificates[:2]:
        for mutant in spread(list(mutants(certificate.claim)), 25):
            goal = mutant.claim.goal
            if isinstance(goal, Node) and goal.op.startswith("big_"):
                verdict, _ = decide(mutant.claim, None, (), 0)
                assert not verdict.alarm
                outcomes.append(verdict.outcome)
    assert outcomes.count(Outcome.PROVED) > 3
    assert outcomes.count(Outcome.REFUTED) > 3
