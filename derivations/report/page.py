"""A transcript as a page: the document's lines with the readings, the two bits in words, and what was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.text import Text

from derivations.derivation import Derivation
from derivations.findings import Finding, JudgedLine
from derivations.repair import Correction
from derivations.report.explanation import explanation
from derivations.report.text import ALARM
from derivations.transcript import Bit, Transcript
from symbolic.terms.statement import pieces
from symbolic.terms.text import show
from symbolic.terms.unicode import UNICODE
from symbolic.verdict import Outcome

Rows = Iterator[tuple[str, str]]
_INDENT: Final = " " * 6
_TRUE: Final = {True: "true", False: "FALSE", None: "undecided whether true"}
_FOLLOWS: Final = {True: "follows", False: "DOES NOT FOLLOW", None: "undecided whether it follows"}


def notation_lines(made: Derivation | Transcript) -> Iterator[Text]:
    """The table of notation of a transcript: what a reader needs to judge the readings."""
    for written, read in made.notation.items() if isinstance(made, Transcript) else ():
        yield Text.assemble(_INDENT, ("notation".ljust(14), "dim"), f"{written}  reads  {read}")


def line_lines(judged: JudgedLine) -> Iterator[Text]:
    """The line as the document has it, how it was understood, the bits, and the finding."""
    sign, style = _mark(judged)
    yield Text.assemble("  ", (sign, style), f" {judged.stated.number:>2}  ", (_one_line(judged.stated.latex), "bold"))
    previous = ""
    for word, text in _rows(judged):
        if text:
            yield Text.assemble(_INDENT, ("" if word == previous else word).ljust(14), text)
        previous = word


def line_explanation(judged: JudgedLine) -> Iterator[Text]:
    """What the two bits and the correction rest on."""
    for word, one in (("true", judged.entailed), ("follows", judged.inferred)):
        if one is not None:
            yield Text(f"{_INDENT}{word}: {one.outcome.value}", style="bold")
            yield from explanation(one)


def _mark(judged: JudgedLine) -> tuple[str, str]:
    if judged.finding is not None or judged.alarm:
        return "✗", "bold red"
    return ("✓", "green") if judged.true and (judged.follows or judged.vacuous) else ("?", "yellow")


def _one_line(latex: str) -> str:
    return " ".join(latex.split())


def _rows(judged: JudgedLine) -> Rows:
    yield from _understood(judged)
    yield "", _bits(judged)
    if judged.finding is not None:
        yield from _finding(judged.finding)
    for word, one in (("true?", judged.entailed), ("follows?", judged.inferred)):
        if one is not None and one.outcome in (Outcome.SUPPORTED, Outcome.UNKNOWN):
            known = f": {one.stopped}" if one.stopped else f"; {one.verdict.evidence}"
            yield word, one.verdict.sentence + known
            yield word, _point("numbers fail, unconfirmed by the kernel, at ", one.verdict.evidence.display)
    if judged.alarm:
        yield "alarm", ALARM
    yield "recorded", _recorded(judged)


def _understood(judged: JudgedLine) -> Rows:
    line, entailed = judged.stated, judged.entailed
    if entailed is None:
        yield "reads", " = ".join(map(str, line.statement))
        return
    understood = pieces(entailed.verdict.claim, UNICODE)
    yield "reads", understood.goal
    yield "where", "; ".join(understood.where)
    yield "for all", ", ".join(understood.quantified)
    for formula in understood.given if _begins(judged) or line.said.get("when") else ():
        yield "given", formula
    if line.kind not in ("given", "let", "row"):
        yield "from", ", ".join(premise.title for premise in line.premises)


def _begins(judged: JudgedLine) -> bool:
    """Whether more is assumed here than before."""
    line = judged.stated
    return not line.earlier or len(line.earlier[-1].assumptions) < len(line.assumptions)


def _bits(judged: JudgedLine) -> str:
    follows = "follows vacuously: its premises contradict each other" if judged.vacuous else _FOLLOWS[judged.follows]
    return f"{_TRUE[judged.true]}, {follows}"


def _finding(finding: Finding) -> Rows:
    origin = f" (a consequence of line {finding.consequence_of})" if finding.consequence_of else ""
    yield finding.kind, finding.words + origin
    yield "at", _point("", finding.counterexample)
    if finding.correction is not None:
        yield "instead", _correction(finding.correction)


def _point(words: str, rows: tuple[tuple[str, str], ...]) -> str:
    return words + ", ".join(f"{what} = {value}" for what, value in rows) if rows else ""


def _correction(correction: Correction) -> str:
    proved = "proved" if correction.proved else f"not proved: {correction.verdict.outcome.value}"
    line, *supposed = map(show, correction.formulas)
    when = f" if {' and '.join(supposed)}" if supposed else ""
    return f"{line}{when}    [{correction.edit}; {proved}]"


def _recorded(judged: JudgedLine) -> str:
    """Said where the script records something else than what was found, or nothing."""
    recorded = judged.stated.recorded
    if Bit.UNRECORDED in recorded:
        return "not in the script yet"
    if recorded == (judged.true, judged.follows):
        return ""
    true, follows = recorded
    return f"{_TRUE[true]}, {_FOLLOWS[follows]}"  # type: ignore[index]  # both are recorded
