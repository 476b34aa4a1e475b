"""Verdicts as lines for a terminal or a file; styles show only where the terminal has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text

from derivations.declared import as_declared
from derivations.derivation import Derivation
from derivations.findings import JudgedLine
from derivations.pipeline import Judged
from derivations.transcript import Transcript
from symbolic.terms.statement import pieces
from symbolic.terms.text import show
from symbolic.terms.unicode import UNICODE
from symbolic.verdict import Outcome, Verdict

MARKS: Final = {
    Outcome.PROVED: ("✓", "green"),
    Outcome.REFUTED: ("✗", "bold red"),
    Outcome.SUPPORTED: ("~", "yellow"),
    Outcome.UNKNOWN: ("?", "yellow"),
}
ALARM: Final = "SOUNDNESS ALARM: proved, yet numbers disagree. This is a bug of the checker; please report it."


def heading(derivation: Derivation | Transcript) -> Text:
    """The title of a derivation and where it comes from."""
    source = f"  ({derivation.source})" if derivation.source else ""
    return Text(f"{derivation.title}{source}", style="bold") + Text(f"  {derivation.place.file}", style="dim")


def claim_lines(judged: Judged) -> Iterator[Text]:
    """The verdict on a claim, the statement as it was understood, and what a reader has to know besides."""
    open_mark = "  [conjecture]" if judged.stated.declared == "conjecture" else ""
    yield Text.assemble(
        "  ", mark(judged.verdict), (judged.stated.id, "bold"), f"  {judged.stated.title}", (open_mark, "magenta")
    )
    yield from _rows(judged)


def answer_lines(judged: Judged) -> Iterator[Text]:
    """As `claim_lines`, for a claim that stands alone."""
    yield Text.assemble(mark(judged.verdict), judged.verdict.sentence)
    yield from _rows(judged)


def mark(verdict: Verdict) -> tuple[str, str]:
    """The sign and the word of a verdict, and their style."""
    sign, style = MARKS[verdict.outcome]
    return f"{sign} {verdict.outcome.name}".ljust(12), style


def _rows(judged: Judged) -> Iterator[Text]:
    stated = pieces(judged.verdict.claim, UNICODE)
    rows = [("for all", ", ".join(stated.quantified)), *(("given", formula) for formula in stated.given)]
    rows += [("where", "; ".join(stated.where)), ("then", stated.goal), *(("", remark) for remark in remarks(judged))]
    previous = ""
    for word, text in rows:
        if text:
            label = "" if word == previous else word
            yield Text.assemble(" " * 4, (label.ljust(8), "dim"), text)
            previous = word


def remarks(judged: Judged) -> Iterator[str]:
    """What else there is to say: the alarm, the counterexample, what is left, what was not tested."""
    verdict = judged.verdict
    if verdict.alarm:
        yield ALARM
    if verdict.evidence.counterexample is not None:
        yield f"{_of_counterexample(verdict)}: {point(verdict)}"
    elif verdict.outcome is Outcome.REFUTED and judged.certificate is not None:
        yield from (f"refuted {row.reason}" for row in judged.certificate.outline[:1])
    if judged.stopped:
        yield f"{verdict.sentence}: {judged.stopped}"
    elif verdict.outcome in (Outcome.SUPPORTED, Outcome.UNKNOWN):
        yield from _left_open(verdict)
    elif verdict.outcome is Outcome.PROVED and verdict.evidence.points == 0:
        yield f"no model found; {verdict.evidence}"
    if verdict.stuck is not None and verdict.stuck.missing is not None and not verdict.vacuous:
        yield f"holds if {show(verdict.stuck.missing)}"
    if verdict.claim.goal in verdict.claim.assumptions:
        yield "assumed: the goal stands among its own assumptions"
    if judged.stated.reason:
        yield f"left open because {judged.stated.reason}"


def _of_counterexample(verdict: Verdict) -> str:
    return "counterexample" if verdict.outcome is Outcome.REFUTED else "numbers fail, unconfirmed by the kernel, at"


def _left_open(verdict: Verdict) -> Iterator[str]:
    yield f"{verdict.sentence}; {verdict.evidence}"
    if verdict.stuck is not None and verdict.stuck.residual is not None:
        yield f"left of lhs - rhs: {show(verdict.stuck.residual)}"


def point(verdict: Verdict) -> str:
    """A counterexample, spelled out: ``t = 1, beta = 1/2``."""
    return ", ".join(f"{what} = {value}" for what, value in verdict.evidence.display)


def summary(judged: Sequence[Judged | JudgedLine], unread: int, strict: bool, seconds: float) -> Text:
    """One line for a whole run."""
    counts = Counter(one.outcome for one in judged)
    parts = [f"{counts[outcome]} {outcome.name.lower()}" for outcome in Outcome if counts[outcome]]
    declared = sum(as_declared(one, strict) for one in judged)
    failed = f", {unread} could not be read" if unread else ""
    style = "bold green" if declared == len(judged) and not unread else "bold red"
    claims = "1 claim" if len(judged) == 1 else f"{len(judged)} claims"
    verdicts = f": {', '.join(parts)}" if parts else ""
    findings = _findings(sum(isinstance(one, JudgedLine) and one.finding is not None for one in judged))
    return Text(f"{claims}{verdicts}{findings}; {declared} as declared{failed}; {seconds:.1f} s", style=style)


def _findings(count: int) -> str:
    return "" if not count else "; 1 finding" if count == 1 else f"; {count} findings"
