"""A question asked in a process of its own that is stopped when its time is up, and the ways to ask it.

Of ours, all is timed: prove, check, crosscheck and refute.  `simplify` says "false" where a number other than 0 is
left, and nothing where anything else is.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from time import perf_counter
from typing import Any, Final, TypeVar

import sympy

from derivations.pipeline import decide
from symbolic.claim import Claim
from symbolic.kernel import check
from symbolic.prover import prove
from symbolic.verdict import Outcome, Stuck

SECONDS: Final = 10.0
SAYS: Final = {Outcome.PROVED: True, Outcome.REFUTED: False}
_FORK: Final = multiprocessing.get_context("fork")  # the child has everything loaded: only thinking is timed

Answer = tuple[bool | None, float]
Question = TypeVar("Question")


def ask(way: Callable[[Question], bool | None], question: Question, limit: float = SECONDS) -> Answer:
    """What ``way`` says of the question (None: undecided, or out of time), and after how many seconds."""
    receiver, sender = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_think, args=(way, question, sender))
    start = perf_counter()
    child.start()
    says = receiver.recv() if receiver.poll(limit) else None
    seconds = min(perf_counter() - start, limit)
    child.kill()
    child.join()
    return says, seconds


def _think(way: Callable[[Question], bool | None], question: Question, sender: Connection) -> None:
    try:
        sender.send(way(question))
    except (ArithmeticError, AttributeError, NotImplementedError, RecursionError, TypeError, ValueError):
        sender.send(None)  # no opinion


def decided(claim: Claim) -> bool | None:
    """The checker's verdict."""
    verdict, _ = decide(claim, None, (), 0)
    return SAYS.get(verdict.outcome)


def proved(claim: Claim) -> bool | None:
    """Whether a proof is found that the kernel accepts; numbers are not asked."""
    found = prove(claim)
    return None if isinstance(found, Stuck) else check(found).claim == claim


def simplified(difference: Any) -> bool | None:
    """Whether `simplify` leaves 0, or the zero matrix."""
    rest = sympy.simplify(difference)
    if _is_zero(rest):
        return True
    return False if rest.is_number and rest.is_nonzero else None


def equal(difference: Any) -> bool | None:
    """What `equals` says; of matrices of symbolic shape it has no opinion, unless SymPy has subtracted them already."""
    said: bool | None = True if _is_zero(difference) else difference.equals(0)
    return said


def _is_zero(rest: Any) -> bool:
    return bool(rest == 0 or getattr(rest, "is_ZeroMatrix", False))


def totals(answers: Sequence[Answer], holds: bool) -> str:
    """How many answers are right, wrong and undecided, and the seconds of all."""
    words = [word(says, holds) for says, _ in answers]
    counts = [words.count(kind) for kind in ("right", "wrong", "undecided")]
    return "{:6} {:6} {:10} {:8.1f}".format(*counts, sum(seconds for _, seconds in answers))


def word(says: bool | None, holds: bool) -> str:
    return "undecided" if says is None else "right" if says is holds else "wrong"
