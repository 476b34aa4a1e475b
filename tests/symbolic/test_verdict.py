"""Theorems decide; numbers support, or raise the alarm; nothing tested is nothing said."""

import pytest

from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.evidence import Evidence
from symbolic.kernel import check
from symbolic.prover import prove, refute
from symbolic.terms import ONE, ZERO, Symbol, eq, ne
from symbolic.verdict import Outcome, Stuck, judge

X = Symbol("x")
TRUE = Claim("f/d/true", "", "", (), (), (), eq(X, X))
FALSE = Claim("f/d/false", "", "", (), (), (), ne(X, X))
PROOF = check(prove(TRUE))
REFUTATION = check(refute(FALSE, Model(((X, ONE),))))
NOTHING, AGREEING, DISAGREEING = Evidence(0, 9, None), Evidence(5, 5, True), Evidence(5, 5, False)


@pytest.mark.parametrize(
    ("claim", "theorem", "evidence", "outcome", "alarm"),
    [
        (TRUE, PROOF, AGREEING, Outcome.PROVED, False),
        (TRUE, PROOF, DISAGREEING, Outcome.PROVED, True),
        (FALSE, REFUTATION, DISAGREEING, Outcome.REFUTED, False),
        (TRUE, None, AGREEING, Outcome.SUPPORTED, False),
        (FALSE, None, DISAGREEING, Outcome.UNKNOWN, False),
        (FALSE, None, NOTHING, Outcome.UNKNOWN, False),
    ],
)
def test_the_outcome_follows_from_theorem_and_evidence(claim, theorem, evidence, outcome, alarm):
    verdict = judge(claim, theorem, evidence)
    assert (verdict.outcome, verdict.alarm) == (outcome, alarm)


def test_every_outcome_carries_a_sentence_of_its_own():
    sentences = [outcome.value for outcome in Outcome]
    assert len(set(sentences)) == len(sentences) == 4
    assert "proves nothing" in Outcome.SUPPORTED.value


def test_the_residual_of_the_search_is_kept():
    stuck = Stuck(residual=ZERO, tried=("algebra: no",))
    assert judge(FALSE, None, AGREEING, stuck).stuck is stuck


def test_evidence_without_points_says_that_nothing_was_tested():
    assert str(NOTHING).startswith("not tested")
    assert "disagree at 5 points" in str(DISAGREEING)
