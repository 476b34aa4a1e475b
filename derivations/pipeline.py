"""The whole flow on one screen: read -> prove -> check -> crosscheck -> judge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any, Final, TypeAlias

from derivations.bad_input import Refused, of_claim
from derivations.reading import read
from derivations.stated import Stated
from numeric.crosscheck import FALSE_ALARMS, crosscheck
from numeric.display import shown
from symbolic.certificate import Certificate
from symbolic.claim import Claim
from symbolic.evidence import Evidence
from symbolic.kernel import Rejected, Theorem, check
from symbolic.prover import contradict, missing, refute, settle
from symbolic.verdict import Outcome, Stuck, Verdict, judge

SIZE_OF_A_REMARK: Final = 25  # of a refuted goal, in nodes: what would make a longer one true is not looked for


@dataclass(frozen=True)
class Judged:
    """A claim's verdict, the certificate that decided it, how long that took, and why it was stopped, if it was."""

    stated: Stated
    verdict: Verdict
    certificate: Certificate | None
    seconds: float
    stopped: str = ""

    @property
    def outcome(self) -> Outcome:
        return self.verdict.outcome

    @property
    def alarm(self) -> bool:
        return self.verdict.alarm

    @property
    def certificates(self) -> tuple[Certificate, ...]:
        return () if self.certificate is None else (self.certificate,)


Decided: TypeAlias = tuple[Verdict, Certificate | None]


def decide(claim: Claim, by: Any, using: tuple[Certificate, ...], seed: int, alarm: float = FALSE_ALARMS) -> Decided:
    """The verdict on a claim that was read, and the certificate that it rests on."""
    certificate, theorem, stuck = replayed(claim, settle(claim, by=by, using=using))  # any heuristic; then the kernel
    evidence = crosscheck(claim, seed, alarm)  # numbers never see the proof
    if theorem is None and evidence.counterexample is not None:
        certificate, theorem, _ = replayed(claim, refute(claim, evidence.counterexample))
    if theorem is not None and theorem.refuted and certificate is not None:
        evidence = _with_model(evidence, certificate)
    if theorem is None or (theorem.refuted and claim.goal.size <= SIZE_OF_A_REMARK):
        stuck = replace(stuck or Stuck(), missing=missing(claim))
    contradiction = None if evidence.points else _contradiction(claim)
    return judge(claim, theorem, evidence, stuck, contradiction), certificate


def _with_model(evidence: Evidence, refutation: Certificate) -> Evidence:
    """Where numbers decide nothing, as of limits, the counterexample is the model of the refutation."""
    model = refutation.model
    if model is None or not model.values or evidence.counterexample is not None:
        return evidence
    return replace(evidence, counterexample=model, display=shown(model))


def _contradiction(claim: Claim) -> Theorem | None:
    """The theorem that the claim's hypotheses entail 0 = 1, for claims that no point satisfies."""
    found = contradict(claim)
    return None if isinstance(found, Stuck) else check(found)


def replayed(claim: Claim, found: Certificate | Stuck) -> tuple[Certificate | None, Theorem | None, Stuck | None]:
    """What the trusted lines make of what the search found."""
    if isinstance(found, Stuck):
        return None, None, found
    try:
        theorem = check(found)
    except Rejected as error:
        return None, None, Stuck(tried=(f"the kernel rejects the certificate that was found: {error}",))
    if theorem.claim != claim:
        return None, None, Stuck(tried=("the certificate that was found is one of another claim",))
    return found, theorem, None


class Run:
    """Judges claims, each once, and what they cite before them.

    ``seed`` fixes the points and draws of the second opinion; ``alarm`` is each claim's share of the false alarms.
    """

    def __init__(self, seed: int = 0, alarm: float = FALSE_ALARMS) -> None:
        self.seed = seed
        self.alarm = alarm
        self._judged: dict[Stated, Judged] = {}

    def judged(self, stated: Stated) -> Judged:
        """The verdict on ``stated``; raises `Refused` where it, or a claim that it uses, cannot be read."""
        if stated not in self._judged:
            self._judged[stated] = self._judge(stated)
        return self._judged[stated]

    def decided(self, claim: Claim, by: Any = None, using: tuple[Certificate, ...] = ()) -> Decided:
        """The verdict on a claim that was read, whoever states it."""
        return decide(claim, by, using, self.seed, self.alarm)

    def remember(self, judged: Judged) -> None:
        """Take over what was judged elsewhere."""
        self._judged[judged.stated] = judged

    def stopped(self, stated: Stated, reason: str, seconds: float) -> Judged:
        """UNKNOWN for ``reason``; raises `Refused` where ``stated`` cannot be read."""
        unknown = judge(read(stated), None, Evidence(points=0, tried=0, agrees=None))
        return Judged(stated, unknown, None, seconds, reason)

    def _judge(self, stated: Stated) -> Judged:
        claim = read(stated)
        using = tuple(filter(None, (self._proof(cited, stated) for cited in stated.using)))
        start = perf_counter()
        verdict, certificate = self.decided(claim, stated.by, using)
        return Judged(stated, verdict, certificate, perf_counter() - start)

    def _proof(self, cited: Stated, citing: Stated) -> Certificate | None:
        """Only what is proved may be cited."""
        try:
            judged = self.judged(cited)
        except Refused as error:
            message = f"uses {cited.title!r}, which cannot be read: {error.bad.message}"
            raise Refused(of_claim(citing, message, cause=error)) from error
        return judged.certificate if judged.verdict.outcome is Outcome.PROVED else None
