"""A transcript's line for LaTeX: as the document has it, as it was read, its two bits, and what was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from derivations.findings import Finding, JudgedLine
from derivations.repair import Correction
from derivations.report.latex_claim import Names, decided_text, statement_text, tested, values
from derivations.report.latex_words import escape, formula
from derivations.report.text import ALARM
from symbolic.verdict import Outcome

_TRUE: Final = {True: r"\good{true}", False: r"\bad{false}", None: r"\open{undecided whether true}"}
_FOLLOWS: Final = {
    True: r"\good{follows}",
    False: r"\bad{does not follow}",
    None: r"\open{undecided whether it follows}",
}


def notation_text(notation: Mapping[str, object]) -> Iterator[str]:
    """What the letters of a document are called in the readings."""
    for written, read in notation.items():
        yield rf"\notation{{{document_text(written, 'relation')}}}{{{escape(str(read))}}}"


def line_text(judged: JudgedLine, names: Names) -> Iterator[str]:
    """One line with its reading beside it, so that a reader can judge the reading."""
    line = judged.stated
    yield rf"\docline{{{line.number}}}{{{_bits(judged)}}}{{{names.claims[line.id]}}}"
    yield rf"\written{{{document_text(line.latex, line.kind)}}}"
    if judged.entailed is not None:
        yield r"\heading{Read as}"
        yield from statement_text(judged.entailed.verdict, names)
    if judged.alarm:
        yield rf"\alarm{{{escape(ALARM)}}}"
    if judged.finding is not None:
        yield from finding_text(judged.finding)
    if judged.entailed is not None:
        if judged.outcome is not Outcome.REFUTED:  # the finding has the counterexample
            yield from decided_text(judged.entailed, names)
        yield rf"\aside{{{escape(tested(judged.entailed))}}}"


def finding_text(finding: Finding) -> Iterator[str]:
    """Why a line cannot stand: the kind, a counterexample, and what it should say."""
    origin = f", a consequence of line {finding.consequence_of}" if finding.consequence_of else ""
    yield rf"\finding{{{escape(finding.kind)}{origin}:}}{escape(finding.words)}."
    if finding.counterexample:
        yield rf"\heading{{Counterexample}}{values(finding.counterexample)}."
    if finding.correction is not None:
        yield from _correction(finding.correction)


def _correction(correction: Correction) -> Iterator[str]:
    proved = r"\good{proved}" if correction.proved else r"\open{not proved}"
    yield rf"\heading{{Instead}}{escape(correction.edit)} ({proved}):"
    yield rf"\shown{{{formula(correction.verdict.claim.goal)}}}"


def document_text(text: str, kind: str) -> str:
    """The document's own LaTeX: words of a sentence as they are, anything else in math mode.

    What cannot stand in one formula is printed as it was typed.
    """
    if not _balanced(text):
        return rf"\texttt{{{escape(text)}}}"
    if kind == "sentence":
        return text
    return rf"$\displaystyle\begin{{aligned}}{text}\end{{aligned}}$" if "&" in text else rf"$\displaystyle {text}$"


def _balanced(text: str) -> bool:
    """Whether braces pair up."""
    depth = 0
    for before, sign in zip(" " + text, text, strict=False):
        depth += {"{": 1, "}": -1}.get(sign, 0) if before != "\\" else 0
        if depth < 0:
            return False
    return depth == 0


def _bits(judged: JudgedLine) -> str:
    follows = r"\open{follows from a contradiction}" if judged.vacuous else _FOLLOWS[judged.follows]
    return f"{_TRUE[judged.true]}, {follows}"
