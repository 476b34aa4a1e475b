"""Whether a verdict is what its author declared, and how a run ends."""

from __future__ import annotations

from collections.abc import Sequence

from derivations.findings import JudgedLine
from derivations.mutation import Mutation
from derivations.pipeline import Judged
from derivations.transcript import Bit
from symbolic.verdict import Outcome

AS_DECLARED, NOT_AS_DECLARED, COULD_NOT_RUN, ALARM = range(4)
INTERRUPTED = 130  # as a shell says of what Ctrl-C has ended


def as_declared(judged: Judged | JudgedLine, strict: bool = False) -> bool:
    """A claim wants PROVED; a conjecture is declared open, and passes unless ``strict``.

    A line of a transcript wants the bits that its script records, and a proof of the correction that it gives.  A bit
    without a record, or recorded as undecided, passes unless ``strict``.
    """
    if judged.alarm:
        return False
    if isinstance(judged, JudgedLine):
        return _as_recorded(judged, strict) and _as_corrected(judged)
    return judged.outcome is Outcome.PROVED or (judged.stated.declared == "conjecture" and not strict)


def _as_recorded(judged: JudgedLine, strict: bool) -> bool:
    for found, recorded in zip((judged.true, judged.follows), judged.stated.recorded, strict=True):
        # A line without meaning has no bits that could be decided.
        decided = recorded is True or recorded is False or judged.entailed is None
        if (strict and not decided) or (recorded is not Bit.UNRECORDED and found is not recorded):
            return False
    return True


def _as_corrected(judged: JudgedLine) -> bool:
    correction = judged.finding.correction if judged.finding else None
    return correction is None or correction.origin == "search" or correction.proved


def exit_code(
    judged: Sequence[Judged | JudgedLine],
    could_not_run: bool,
    strict: bool = False,
    mutations: Sequence[Mutation] = (),
) -> int:
    """The gravest of what happened: 3 soundness alarm, 2 could not run, 1 not as declared, 0 as declared."""
    if any(one.alarm for one in (*judged, *mutations)):
        return ALARM
    if could_not_run or not judged:
        return COULD_NOT_RUN
    return AS_DECLARED if all(as_declared(one, strict) for one in judged) else NOT_AS_DECLARED
