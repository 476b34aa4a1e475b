"""What is found of a line that means nothing as it is written: the smallest sizes that show it, and what mends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Final

from derivations.findings import Finding
from derivations.letters import meaningful, names_in, parts
from derivations.lines import read_line
from derivations.pipeline import Run, decide
from derivations.reading import read
from derivations.repair import MOST_EDITS, POINTS, Correction, first_proved
from derivations.respelled import respelled
from derivations.shapes import Misfit, Shapes
from derivations.transcript import Line
from numeric.crosscheck import crosscheck
from symbolic.claim import Claim
from symbolic.mutate import Mutant
from symbolic.terms import IllFormed
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


def _text(statement: tuple[object, ...]) -> str:
    """The relation as text; nothing where a script states it in another way."""
    return " == ".join(part for part in statement if isinstance(part, str)) if len(statement) <= 2 else ""


def _smallest(line: Line, shapes: Shapes, misfit: Misfit, run: Run) -> tuple[tuple[str, str], ...]:
    """The smallest sizes at which what is taken for one size is two, in all that is assumed; nothing if none is known.

    That it is one size is a claim like any other: numbers find where it fails, and the kernel confirms it.
    """
    claim = shapes.claim(misfit, _given(line))
    verdict, _ = decide(claim, None, (), run.seed)
    if verdict.outcome is not Outcome.REFUTED:
        return ()
    sides = dict(zip(("left side", "right side"), misfit.words, strict=True))
    return tuple((sides.get(what, what), value) for what, value in verdict.evidence.display)


def _given(line: Line) -> Claim:
    """A claim of nothing, which rests on all that is assumed."""
    return read(read_line(replace(line, kind="relation", statement=(NOTHING,), step=(NOTHING,))).true)


def _mended(line: Line, shapes: Shapes, run: Run) -> Correction | None:
    """The least edit of the text that is proved.  A definition is true whatever it says, so nothing tells its edits
    apart.
    """
    if "correction" in line.said:
        said = parts(line.said["correction"])
        judged = run.judged(read_line(replace(line, statement=said, step=said)).true)
        return Correction("as the script says", judged.verdict, judged.certificate, "script")
    found = islice(_edited(line, shapes), MOST_EDITS)
    plausible = (edit for edit in found if crosscheck(edit.claim, run.seed, POINTS).agrees is True)
    return first_proved(plausible, lambda claim: decide(claim, line.said.get("by"), (), run.seed))


def _edited(line: Line, shapes: Shapes) -> Iterator[Mutant]:
    for words, text in respelled(shapes.parsed, shapes.read):
        edited = replace(line, statement=(text,), step=(text,))
        claim = meaningful(partial(_claim, edited))
        if claim is not None:
            yield Mutant(words, claim)


def _claim(edited: Line) -> Claim | None:
    reading = read_line(edited)
    return None if reading.fresh else read(reading.true)
