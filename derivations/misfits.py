"""What is found of a line that means nothing as it is written: the smallest sizes that show it, and what mends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from sympy.core.relational import Relational

from derivations.bad_input import Refused
from derivations.findings import Finding
from derivations.letters import names_in
from derivations.lines import read_line
from derivations.pipeline import Run, decide
from derivations.reading import read
from derivations.repair import MOST_EDITS, POINTS, Correction, first_proved
from derivations.respelled import respelled
from derivations.said import parts
from derivations.shapes import Misfit, Shapes
from derivations.transcript import Line
from numeric.points import at_points
from symbolic.claim import Claim
from symbolic.language.unreadable import Unreadable
from symbolic.mutate import Mutant
from symbolic.terms import IllFormed, symbols
from symbolic.verdict import Outcome

NOTHING: Final = "0 == 0"


def ill_formed(line: Line, reason: IllFormed, run: Run) -> Finding:
    """The finding on ``line``, which has no meaning for ``reason``."""
    for text in dict.fromkeys(filter(None, map(_text, (line.statement, line.step)))):
        shapes = Shapes(text, names_in(line))
        misfit = shapes.misfit()
        if misfit is not None:
            return Finding("ill-formed", str(reason), _smallest(line, shapes, misfit, run), _mended(line, shapes, run))
    return Finding("ill-formed", str(reason))


def _text(statement: tuple[Any, ...]) -> str:
    """The relation as text; what a script builds of objects prints as the text that says the same."""
    return " == ".join(map(_side, statement)) if len(statement) <= 2 else ""


def _side(part: Any) -> str:
    return f"{part.lhs} {part.rel_op} {part.rhs}" if isinstance(part, Relational) else str(part)


def _smallest(line: Line, shapes: Shapes, misfit: Misfit, run: Run) -> tuple[tuple[str, str], ...]:
    """The smallest sizes at which what is taken for one size is two, in all that is assumed; nothing if none is known.

    That it is one size is a claim like any other: numbers find where it fails, and the kernel confirms it.
    """
    claim = shapes.claim(misfit, _given(line))
    verdict, _ = decide(claim, None, (), run.seed)
    if verdict.outcome is not Outcome.REFUTED:
        return ()
    shown = {symbol.name: symbol.name for symbol in symbols(claim.goal)}
    shown |= zip(("left side", "right side"), misfit.words, strict=True)
    return tuple((shown[what], value) for what, value in verdict.evidence.display if what in shown)


def _given(line: Line) -> Claim:
    """A claim of nothing, which rests on all that is assumed."""
    return read(read_line(replace(_saying(line, (NOTHING,)), kind="relation")).true)


def _mended(line: Line, shapes: Shapes, run: Run) -> Correction | None:
    """The least edit of the text that is proved.  A definition is true whatever it says, so nothing tells its edits
    apart.
    """
    if "correction" in line.said:
        said = parts(line.said["correction"])
        judged = run.judged(read_line(_saying(line, said)).true)
        return Correction("as the script says", judged.verdict, judged.certificate, "script")
    found = islice(_edited(line, shapes), MOST_EDITS)
    plausible = (edit for edit in found if at_points(edit.claim, run.seed, POINTS).agrees is True)
    return first_proved(plausible, lambda claim: decide(claim, line.said.get("by"), (), run.seed))


def _edited(line: Line, shapes: Shapes) -> Iterator[Mutant]:
    for words, text in respelled(shapes.parsed, shapes.read):
        claim = _claim(_saying(line, (text,)))
        if claim is not None:
            yield Mutant(words, claim)


def _claim(edited: Line) -> Claim | None:
    """What an edited line claims; nothing where it means nothing still, or only introduces a name."""
    try:
        reading = read_line(edited)
        return None if reading.fresh else read(reading.true)
    except (Unreadable, Refused):
        return None


def _saying(line: Line, statement: tuple[Any, ...]) -> Line:
    """``line`` with another statement, which is judged by all that is assumed."""
    return replace(line, statement=statement, step=statement, premises=())
