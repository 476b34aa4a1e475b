"""Theorems decide, numbers support or raise the alarm, and a fault in any stage is never a success."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from derivations import pipeline
from derivations.bad_input import Refused
from derivations.declared import exit_code
from derivations.derivation import Derivation
from derivations.pipeline import Judged, Run
from symbolic.certificate import Certificate
from symbolic.claim import Claim
from symbolic.evidence import Evidence
from symbolic.verdict import Outcome, Stuck

TRUE, FALSE = "(a + b)**2 == a**2 + 2*a*b + b**2", "(a + b)**2 == a**2 + b**2"


def _judge(statement: str, title: str = "claim") -> Judged:
    return Run().judged(Derivation("Square").show(title, statement))


def test_a_true_claim_is_proved_by_a_certificate_of_it() -> None:
    judged = _judge(TRUE)
    assert judged.verdict.outcome is Outcome.PROVED
    assert judged.certificate is not None
    assert judged.certificate.claim == judged.verdict.claim
    assert judged.verdict.evidence.agrees is True


def test_a_false_claim_is_refuted_by_a_certificate_with_a_model() -> None:
    judged = _judge(FALSE)
    assert judged.verdict.outcome is Outcome.REFUTED
    assert judged.certificate is not None
    assert judged.certificate.model is not None
    assert judged.verdict.evidence.display


def test_the_proof_of_another_claim_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    other = _judge(TRUE).certificate
    monkeypatch.setattr(pipeline, "settle", lambda claim, by, using: other)
    verdict = _judge("a*b == b*a", "another claim").verdict
    assert verdict.outcome is Outcome.SUPPORTED
    assert verdict.stuck is not None
    assert "another claim" in verdict.stuck.tried[0]


def test_a_certificate_that_the_kernel_rejects_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.settle

    def without_steps(claim: Claim, by: object, using: tuple[Certificate, ...]) -> Certificate | Stuck:
        found = real(claim, by=by, using=using)
        return replace(found, steps=()) if isinstance(found, Certificate) else found

    monkeypatch.setattr(pipeline, "settle", without_steps)
    verdict = _judge(TRUE).verdict
    assert verdict.outcome is Outcome.SUPPORTED
    assert verdict.theorem is None


def test_a_proof_that_numbers_contradict_is_an_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "crosscheck", lambda claim, seed, alarm: Evidence(points=9, tried=9, agrees=False))
    judged = _judge(TRUE)
    assert judged.verdict.alarm
    assert exit_code([judged], could_not_run=True) == 3


def test_numbers_alone_never_refute(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("settle", "refute"):
        monkeypatch.setattr(pipeline, name, lambda claim, *_, **__: Stuck(tried=("nothing",)))
    verdict = _judge(FALSE).verdict
    assert verdict.outcome is Outcome.UNKNOWN
    assert verdict.evidence.counterexample is not None


def test_only_what_is_proved_may_be_cited(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[Certificate, ...]] = []
    real: Callable[..., Certificate | Stuck] = pipeline.settle

    def record(claim: Claim, by: object, using: tuple[Certificate, ...]) -> Certificate | Stuck:
        seen.append(using)
        return real(claim, by=by, using=using)

    monkeypatch.setattr(pipeline, "settle", record)
    derivation = Derivation("Citing")
    good, bad = derivation.have("good", TRUE), derivation.have("bad", FALSE)
    Run().judged(derivation.show("both", TRUE, using=[good, bad]))
    assert [certificate.claim.title for certificate in seen[-1]] == ["good"]


def test_each_claim_is_judged_once() -> None:
    claim = Derivation("Once").show("claim", TRUE)
    run = Run()
    assert run.judged(claim) is run.judged(claim)


def test_a_claim_that_uses_an_unreadable_one_is_refused_with_the_reason() -> None:
    derivation = Derivation("Citing")
    lemma = derivation.have("lemma", "a ==")
    with pytest.raises(Refused, match=r"claim 'answer': uses 'lemma', which cannot be read") as refusal:
        Run().judged(derivation.show("answer", TRUE, using=[lemma]))
    assert refusal.value.bad.claim == "answer"
