"""One claim at a prompt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from derivations.bad_input import Refused
from derivations.pipeline import Judged, Run
from derivations.report.text import answer_lines
from derivations.stated import Assumed, Place, Stated
from symbolic.verdict import Outcome

_PROMPT: Final = Place("<prompt>", 1)


@dataclass(frozen=True, repr=False)
class Answer:
    """A verdict that prints itself; true only where the claim is PROVED."""

    judged: Judged

    @property
    def outcome(self) -> Outcome:
        return self.judged.verdict.outcome

    def __bool__(self) -> bool:
        return self.outcome is Outcome.PROVED and not self.judged.verdict.alarm

    def __repr__(self) -> str:
        return "\n".join(line.plain for line in answer_lines(self.judged))


def check(statement: Any, assume: Sequence[Any] = (), by: Any = None, seed: int = 0) -> Answer:
    """Judge one relation, a line of text or one of SymPy's, under the assumptions of ``assume``.

    Names in text mean what is usual: ``t`` is a time, ``n`` a size, ``i`` an integer, others are real.
    Raises `ValueError` where the statement or an assumption cannot be read.

    >>> check("(a + b)**2 == a**2 + b**2")
    ✗ REFUTED   false: the kernel has checked the counterexample
        for all real a, b
        then    (a + b)^2 = a^2 + b^2
                counterexample: a = 1, b = 1, left side = 4, right side = 2
    """
    assumptions = tuple(Assumed((one,), None, _PROMPT) for one in assume)
    stated = Stated("prompt", "", "claim", (statement,), assumptions, by, (), "claim", "", _PROMPT)
    try:
        return Answer(Run(seed).judged(stated))
    except Refused as refusal:
        raise ValueError(refusal.bad.message) from refusal
