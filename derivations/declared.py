"""Whether a verdict is what its author declared, and how a run ends."""

from __future__ import annotations

from collections.abc import Sequence

from derivations.pipeline import Judged
from symbolic.verdict import Outcome

AS_DECLARED, NOT_AS_DECLARED, COULD_NOT_RUN, ALARM = range(4)


def as_declared(judged: Judged, strict: bool = False) -> bool:
    """A claim wants PROVED; a conjecture is declared open, and passes unless ``strict``."""
    verdict = judged.verdict
    if verdict.alarm:
        return False
    return verdict.outcome is Outcome.PROVED or (judged.stated.declared == "conjecture" and not strict)


def exit_code(judged: Sequence[Judged], could_not_run: bool, strict: bool = False) -> int:
    """The gravest of what happened: 3 soundness alarm, 2 could not run, 1 not as declared, 0 as declared."""
    if any(one.verdict.alarm for one in judged):
        return ALARM
    if could_not_run or not judged:
        return COULD_NOT_RUN
    return AS_DECLARED if all(as_declared(one, strict) for one in judged) else NOT_AS_DECLARED
