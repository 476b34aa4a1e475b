"""Where claims are judged: files loaded, each claim judged once, and whatever goes wrong with one as one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, Protocol, TypeAlias

from derivations.bad_input import BadInput, Refused, of_claim
from derivations.findings import JudgedLine
from derivations.judging import Lines
from derivations.loading import Loaded, load
from derivations.mutation import Attack, attack
from derivations.pipeline import Judged, Run
from derivations.transcript import Claimed, Line
from numeric.crosscheck import FALSE_ALARMS
from symbolic.certificate import Certificate
from symbolic.mutate import Mutant

_JUDGED_OF_A_LINE: Final = 3  # that it is true, that it follows, and its correction
Result: TypeAlias = Judged | JudgedLine | BadInput


class Desk(Protocol):
    """What a run of the command line needs: here and now, or in workers that can be stopped."""

    def load(self, path: Path) -> Loaded:
        """The derivations of the file ``path``."""

    def begin(self, claims: Sequence[Claimed]) -> None:
        """Say which claims will be asked for, in which order."""

    def judged(self, claimed: Claimed) -> Result:
        """The verdict on ``claimed``, or why there is none."""

    def attacked(self, mutants: Sequence[Mutant], using: Sequence[Certificate]) -> list[Attack]:
        """What is found for and against each of ``mutants`` of one claim, by the claim and its lemmas."""

    def close(self) -> None:
        """End what still runs."""


class Here:
    """Judges in this process, without limits."""

    def __init__(self, seed: int = 0, alarm: float = FALSE_ALARMS) -> None:
        self._seed = seed
        self._run = Run(seed, alarm)
        self._lines = Lines(self._run)

    def load(self, path: Path) -> Loaded:
        return load(path)

    def begin(self, claims: Sequence[Claimed]) -> None:
        """Each is judged when it is asked for."""
        self._run.alarm = share(claims)

    def judged(self, claimed: Claimed) -> Result:
        if isinstance(claimed, Line):
            return _caught(claimed, partial(self._lines.judged, claimed))
        return _caught(claimed, partial(self._run.judged, claimed))

    def remember(self, judged: Judged | JudgedLine) -> None:
        """Take over what was judged elsewhere, for claims that rest on it."""
        if isinstance(judged, JudgedLine):
            self._lines.remember(judged)
        else:
            self._run.remember(judged)

    def stopped(self, claimed: Claimed, reason: str, seconds: float) -> Result:
        """UNKNOWN for ``reason``, with the statement as it is understood."""
        if isinstance(claimed, Line):
            return _caught(claimed, partial(self._lines.stopped, claimed, reason, seconds))
        return _caught(claimed, partial(self._run.stopped, claimed, reason, seconds))

    def attacked(self, mutants: Sequence[Mutant], using: Sequence[Certificate]) -> list[Attack]:
        return [attack(mutant.claim, using, self._seed) for mutant in mutants]

    def close(self) -> None:
        """Nothing runs after a claim is judged."""


def share(claims: Sequence[Claimed]) -> float:
    """The false alarms that each of ``claims`` may raise, so that all together raise `FALSE_ALARMS`."""
    return FALSE_ALARMS / max(1, sum(_JUDGED_OF_A_LINE if isinstance(one, Line) else 1 for one in claims))


def _caught(claimed: Claimed, judge: Callable[[], Judged | JudgedLine]) -> Result:
    try:
        return judge()
    except Refused as error:
        return error.bad
    except (Exception, SystemExit) as error:  # a defect of ours in one claim must not hide the others
        return failed(claimed, error)


def failed(claimed: Claimed, error: BaseException) -> BadInput:
    """A defect of ours, or of a method that a script brings along."""
    message = f"the checker itself failed with {type(error).__name__}: {error}; please report it"
    return of_claim(claimed, message, cause=error)
