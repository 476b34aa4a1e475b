"""A transcript's line as plain data, for ``--format json``; the keys of a claim, and those of its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from derivations.declared import as_declared
from derivations.findings import Finding, JudgedLine
from derivations.repair import Correction
from derivations.transcript import Bit
from symbolic.language.latex import latex
from symbolic.terms.text import show, statement


def line_data(judged: JudgedLine, entailed: Mapping[str, Any], inferred: Mapping[str, Any], strict: bool) -> Any:
    """The data of a line, from those of the two claims that it makes; either is empty for a line without meaning."""
    line = judged.stated
    return {
        **dict.fromkeys(("evidence", "reason", "residual", "statement", "counterexample")),
        **{key: [] for key in ("rules", "assumptions", "side_conditions", "cites", "tried", "outline")},
        **entailed,
        "id": line.id,
        "title": line.title,
        "source": line.source,
        "kind": "transcript",
        "declared": line.declared,
        "line": line.place.line,
        "number": line.number,
        "line_kind": line.kind,
        "latex": line.latex,
        "goal": entailed.get("goal", line.latex),
        "verdict": judged.outcome.name.lower(),
        "as_declared": as_declared(judged, strict),
        "alarm": judged.alarm,
        "true": judged.true,
        "follows": judged.follows,
        "vacuous": judged.vacuous,
        "recorded": _recorded(judged),
        "finding": _finding(judged.finding) if judged.finding else None,
        "premises": [premise.id for premise in line.premises],
        "inference": dict(inferred) or None,
        "seconds": round(judged.seconds, 3),
        "steps": entailed.get("steps", 0),
    }


def _recorded(judged: JudgedLine) -> dict[str, Any]:
    bits = zip(("true", "follows"), judged.stated.recorded, strict=True)
    return {name: bit.value if isinstance(bit, Bit) else bit for name, bit in bits}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "text": finding.words,
        "counterexample": dict(finding.counterexample) or None,
        "correction": _correction(finding.correction) if finding.correction else None,
        "consequence_of": finding.consequence_of,
    }


def _correction(correction: Correction) -> dict[str, Any]:
    claim = correction.verdict.claim
    return {
        "edit": correction.edit,
        "text": " if ".join(filter(None, (show(claim.goal), " and ".join(map(show, correction.formulas[1:]))))),
        "goal": latex(claim.goal),
        "statement": statement(claim),
        "verdict": correction.verdict.outcome.name.lower(),
        "origin": correction.origin,
        "steps": len(correction.certificate.steps) if correction.certificate else 0,
    }
