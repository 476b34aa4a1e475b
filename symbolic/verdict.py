"""What is said of a claim in the end, and from what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from symbolic.claim import Claim
from symbolic.evidence import Evidence
from symbolic.kernel import Theorem
from symbolic.terms import Term


class Outcome(Enum):
    """The four outcomes, each with the sentence a reader sees."""

    PROVED = "proved for all values: the kernel has replayed the proof"
    REFUTED = "false: the kernel has checked the counterexample"
    SUPPORTED = "no proof found; numbers agree, which proves nothing"
    UNKNOWN = "neither proved nor refuted"


VACUOUS = "vacuous: no values satisfy all assumptions with both sides defined; the kernel derives 0 = 1 from them"


@dataclass(frozen=True)
class Stuck:
    """A method's honest failure: what is left of lhs - rhs, what was tried, and a hypothesis that would do."""

    residual: Term | None = None
    tried: tuple[str, ...] = ()
    missing: Term | None = None


@dataclass(frozen=True)
class Verdict:
    """The outcome for one claim.

    ``vacuous``: the kernel has derived 0 = 1 from the hypotheses, so that the claim says nothing.  ``alarm``: a
    theorem and the numbers contradict each other.
    """

    claim: Claim
    outcome: Outcome
    theorem: Theorem | None
    evidence: Evidence
    stuck: Stuck | None = None
    vacuous: bool = False

    @property
    def sentence(self) -> str:
        """The verdict in words."""
        return VACUOUS if self.vacuous else self.outcome.value

    @property
    def alarm(self) -> bool:
        return self.outcome is Outcome.PROVED and self.evidence.agrees is False


def judge(
    claim: Claim,
    theorem: Theorem | None,
    evidence: Evidence,
    stuck: Stuck | None = None,
    contradiction: Theorem | None = None,
) -> Verdict:
    """Theorems decide; numbers only support, or raise the alarm.  What follows from a contradiction is no success."""
    if contradiction is not None:
        return Verdict(claim, Outcome.UNKNOWN, None, evidence, stuck, vacuous=True)
    return Verdict(claim, _outcome(theorem, evidence), theorem, evidence, stuck)


def _outcome(theorem: Theorem | None, evidence: Evidence) -> Outcome:
    if theorem is not None:
        return Outcome.REFUTED if theorem.refuted else Outcome.PROVED
    return Outcome.SUPPORTED if evidence.agrees else Outcome.UNKNOWN
