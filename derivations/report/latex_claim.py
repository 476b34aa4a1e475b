"""A claim for LaTeX: its verdict, the statement as it was understood, and its proof, counterexample or residual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from derivations.pipeline import Judged
from derivations.report.latex_proof import listed, outline, rests_on
from derivations.report.latex_words import escape, formula, value
from derivations.report.made_up import readable
from derivations.report.text import ALARM
from symbolic.language.latex import LATEX
from symbolic.terms import Term
from symbolic.terms.statement import pieces
from symbolic.verdict import Outcome, Verdict


@dataclass(frozen=True)
class Names:
    """How claims and assumptions are referred to: claims by labels, assumptions by numbers."""

    claims: Mapping[str, str]
    assumptions: Mapping[Term, int]


def claim_text(judged: Judged, names: Names) -> Iterator[str]:
    verdict, stated = judged.verdict, judged.stated
    word = (r"\conjecture" if stated.declared == "conjecture" else "") + f"\\{verdict.outcome.name.lower()}"
    yield rf"\claim{{{escape(str(stated.title))}}}{{{word}}}{{{names.claims[stated.id]}}}"
    yield from statement_text(verdict, names)
    if verdict.alarm:
        yield rf"\alarm{{{escape(ALARM)}}}"
    yield from decided_text(judged, names)
    if stated.reason:
        yield rf"\heading{{Left open}}because {escape(stated.reason)}."
    yield rf"\aside{{{escape(tested(judged))}}}"


def statement_text(verdict: Verdict, names: Names) -> Iterator[str]:
    """The claim as it was understood, fully quantified."""
    claim = verdict.claim
    stated = pieces(claim, LATEX)
    quantified = f"For all {'; '.join(stated.quantified)}" if stated.quantified else ""
    given = f"given {listed(claim.assumptions, names.assumptions)}" if claim.assumptions else ""
    where = f"where {', '.join(f'${one}$' for one in stated.where)}" if stated.where else ""
    opening = ", ".join(part for part in (quantified, given, where) if part)
    yield f"{opening[:1].upper()}{opening[1:]}:" if opening else ""
    yield rf"\shown{{{formula(claim.goal)}}}"


def decided_text(judged: Judged, names: Names) -> Iterator[str]:
    """The proof, the counterexample, or what is left."""
    yield from _DECIDED[judged.verdict.outcome](judged, names)


def _proof(judged: Judged, names: Names) -> Iterator[str]:
    theorem, certificate = judged.verdict.theorem, judged.certificate
    if theorem is not None and certificate is not None:
        yield r"\heading{Proof}"
        yield from outline(certificate)
        yield from rests_on(theorem, certificate, names.assumptions, names.claims)


def _counterexample(judged: Judged, _: Names) -> Iterator[str]:
    rows = judged.verdict.evidence.display
    yield rf"\heading{{Counterexample}}{values(rows)}."


def values(rows: Sequence[tuple[str, str]]) -> str:
    """A counterexample in one line."""
    return ", ".join(value(*row) for row in rows)


def _open(judged: Judged, _: Names) -> Iterator[str]:
    verdict = judged.verdict
    yield rf"\heading{{Open}}{escape(verdict.outcome.value)}."
    if verdict.evidence.display:
        yield rf"Numbers fail, unconfirmed by the kernel, at {values(verdict.evidence.display)}."
    if verdict.stuck is not None and verdict.stuck.residual is not None:
        yield r"Left of the difference of the two sides:"
        yield rf"\shown{{{formula(readable([verdict.stuck.residual])[0])}}}"


def tested(judged: Judged) -> str:
    """What stands behind the verdict, in small print."""
    theorem, certificate = judged.verdict.theorem, judged.certificate
    steps = (
        f"{len(certificate.steps)} steps by the rules {', '.join(theorem.rules)}; " if theorem and certificate else ""
    )
    return f"{steps}{judged.verdict.evidence}."


_DECIDED: Final = {
    Outcome.PROVED: _proof,
    Outcome.REFUTED: _counterexample,
    Outcome.SUPPORTED: _open,
    Outcome.UNKNOWN: _open,
}
