"""A run as plain data, for ``--format json``.  The keys are a promise: add, never rename."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from derivations.bad_input import BadInput
from derivations.declared import as_declared
from derivations.derivation import Derivation
from derivations.findings import JudgedLine
from derivations.mutation import Mutation, counted
from derivations.pipeline import Judged
from derivations.report.lines import line_data
from derivations.report.made_up import readable
from derivations.report.mutants import mutation_data
from derivations.transcript import Claimed, Transcript
from symbolic.certificate import Certificate, Row
from symbolic.evidence import Evidence
from symbolic.language.latex import latex
from symbolic.terms import Term
from symbolic.terms.text import show, statement
from symbolic.verdict import Outcome, Verdict

VERSION = 1


def run_data(
    derivations: Sequence[tuple[Derivation | Transcript, Sequence[Judged | JudgedLine]]],
    bad: Sequence[BadInput],
    seed: int,
    strict: bool,
    seconds: float,
    mutations: Mapping[Claimed, Mutation],
) -> dict[str, Any]:
    """Everything that was judged, and what could not be read."""
    judged = [one for _, claims in derivations for one in claims]
    return {
        "version": VERSION,
        "seed": seed,
        "derivations": [_derivation(derivation, claims, strict, mutations) for derivation, claims in derivations],
        "errors": [str(problem) for problem in bad],
        "summary": {
            **_summary(judged, strict, seconds),
            "mutants": counted(mutations.values()) if mutations else None,
        },
    }


def _summary(judged: Sequence[Judged | JudgedLine], strict: bool, seconds: float) -> dict[str, Any]:
    counts = Counter(one.outcome for one in judged)
    return {
        "claims": len(judged),
        **{outcome.name.lower(): counts[outcome] for outcome in Outcome},
        "findings": sum(isinstance(one, JudgedLine) and one.finding is not None for one in judged),
        "alarms": sum(one.alarm for one in judged),
        "as_declared": sum(as_declared(one, strict) for one in judged),
        "seconds": round(seconds, 3),
    }


def _derivation(
    derivation: Derivation | Transcript,
    claims: Sequence[Judged | JudgedLine],
    strict: bool,
    mutations: Mapping[Claimed, Mutation],
) -> dict[str, Any]:
    return {
        "name": str(derivation.title),
        "source": str(derivation.source),
        "file": derivation.place.file,
        "notation": _notation(derivation) if isinstance(derivation, Transcript) else {},
        "claims": [
            {
                **(_line(one, strict) if isinstance(one, JudgedLine) else _claim(one, strict)),
                "mutants": mutation_data(mutations[one.stated]) if one.stated in mutations else None,
            }
            for one in claims
        ],
    }


def _notation(transcript: Transcript) -> dict[str, str]:
    return {written: str(read) for written, read in transcript.notation.items()}


def _line(judged: JudgedLine, strict: bool) -> dict[str, Any]:
    entailed, inferred = (_claim(one, strict) if one else {} for one in (judged.entailed, judged.inferred))
    data: dict[str, Any] = line_data(judged, entailed, inferred, strict)
    return data


def _claim(judged: Judged, strict: bool) -> dict[str, Any]:
    verdict, claim = judged.verdict, judged.verdict.claim
    return {
        "id": claim.id,
        "title": claim.title,
        "source": claim.source,
        "kind": "claim",
        "declared": claim.declared,
        "reason": judged.stated.reason or None,
        "line": judged.stated.place.line,
        "verdict": verdict.outcome.name.lower(),
        "as_declared": as_declared(judged, strict),
        "alarm": verdict.alarm,
        "stopped": judged.stopped or None,
        "goal": latex(claim.goal),
        "statement": statement(claim),
        "true": {Outcome.PROVED: True, Outcome.REFUTED: False}.get(verdict.outcome),
        "follows": None,
        "finding": None,
        "counterexample": dict(verdict.evidence.display) if verdict.outcome is Outcome.REFUTED else None,
        **_theorem(verdict),
        "evidence": _evidence(verdict.evidence),
        **_stuck(verdict),
        "seconds": round(judged.seconds, 3),
        "steps": len(judged.certificate.steps) if judged.certificate else 0,
        "outline": _outline(judged.certificate),
    }


def _theorem(verdict: Verdict) -> dict[str, Any]:
    theorem = verdict.theorem
    return {
        "rules": list(theorem.rules) if theorem else [],
        "assumptions": _shown(theorem.assumptions if theorem else ()),
        "side_conditions": _shown(theorem.side_conditions if theorem else ()),
        "cites": list(theorem.cites) if theorem else [],
    }


def _stuck(verdict: Verdict) -> dict[str, Any]:
    stuck = verdict.stuck
    return {
        "residual": show(readable([stuck.residual])[0]) if stuck and stuck.residual is not None else None,
        "tried": list(stuck.tried) if stuck else [],
        "holds_if": show(stuck.missing) if stuck and stuck.missing is not None else None,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "points": evidence.points,
        "tried": evidence.tried,
        "agrees": evidence.agrees,
        "exact": evidence.exact,
        "digits": list(evidence.digits),
        "tolerance": evidence.tolerance,
        "largest": evidence.largest,
        "fails_at": dict(evidence.display) or None,
        "estimates": [asdict(one) for one in evidence.estimates],
        "text": str(evidence),
    }


def _outline(certificate: Certificate | None) -> list[dict[str, Any]]:
    return [_row(certificate, row) for row in certificate.outline] if certificate else []


def _row(certificate: Certificate, row: Row) -> dict[str, Any]:
    (conclusion,) = readable([certificate.steps[row.step].conclusion.conclusion])
    return {"reason": row.reason, "goal": latex(conclusion), "rows": [_row(certificate, lower) for lower in row.rows]}


def _shown(terms: Sequence[Term]) -> list[str]:
    return [show(term) for term in terms]
