"""Claims judged in workers that can be stopped: what hangs, eats memory or crashes is one line, all else is reported.

A script is run in workers only, never here.  What comes back is plain data, and certificates are replayed on arrival.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing.context import ForkContext, ForkProcess
from pathlib import Path
from typing import Any, Final

from pebble import ProcessExpired, ProcessPool

from derivations import worker
from derivations.bad_input import BadInput, of_claim
from derivations.desk import Result, failed, share
from derivations.loading import Loaded, from_here
from derivations.mutation import Attack
from derivations.passing import pack, unpack
from derivations.transcript import Claimed, Line
from derivations.worker import OUT_OF_MEMORY, Task, claims_of
from symbolic.certificate import Certificate
from symbolic.mutate import Mutant

AT_HAND: Final = 2  # claims for each worker: the one that runs, and the next
ENDED: Final = 256  # no exit code of the system's: the script has called os._exit(0)


class _Worker(ForkProcess):
    """Workers never end by themselves, so one that ends with code 0 has died as well; the pool would wait for it."""

    @property
    def exitcode(self) -> int | None:
        code = super().exitcode
        return ENDED if code == 0 else code


class _Context(ForkContext):
    """Workers are forked: all that the checker needs is imported already, and no script has run here."""

    Process = _Worker


@dataclass(frozen=True)
class Limits:
    """Wall-clock seconds for a claim, or for running a file; megabytes of address space, and number, of workers."""

    seconds: float
    megabytes: int
    jobs: int


@dataclass(frozen=True)
class _Running:
    """A claim in a worker; ``reason`` is why it was stopped before, if it was."""

    claimed: Claimed
    reason: str = ""


class Workers:
    """A desk whose work is done by others.  Results do not depend on how many there are."""

    def __init__(self, seed: int, limits: Limits) -> None:
        self._seed = seed
        self._alarm = share([])
        self._limits = limits
        self._claims: dict[Path, tuple[Claimed, ...]] = {}
        self._numbers: dict[Claimed, tuple[Path, int]] = {}
        self._rests_on: dict[Claimed, list[Claimed]] = {}
        self._waiting: list[Claimed] = []
        self._running: dict[Future[bytes], _Running] = {}
        self._done: dict[Claimed, Result] = {}
        self._packed: dict[Claimed, bytes] = {}
        self._pool = ProcessPool(
            max_workers=limits.jobs,
            initializer=worker.begin,
            initargs=(limits.megabytes,),
            context=_Context(),
        )

    def load(self, path: Path) -> Loaded:
        """The derivations of ``path``, run in a worker."""
        try:
            loaded: Loaded = unpack(self._start(worker.loaded, path).result(), ())
        except (TimeoutError, ProcessExpired) as error:
            found = f"this script did not come to its end: {self._reason(error)}"
            return Loaded((), (BadInput(str(from_here(path)), found),))
        except Exception as error:  # whatever one file does, the others are reported
            found = f"the checker itself failed with {type(error).__name__}: {error}; please report it"
            return Loaded((), (BadInput(str(from_here(path)), found, cause=error),))
        self._claims[path] = claims_of(loaded)
        self._numbers |= {claim: (path, number) for number, claim in enumerate(self._claims[path])}
        return loaded

    def begin(self, claims: Sequence[Claimed]) -> None:
        """Start on ``claims`` in their order, each after those that it rests on."""
        self._alarm = share(claims)
        for claimed in claims:
            self._add(claimed)
        self._start_ready()

    def judged(self, claimed: Claimed) -> Result:
        """The result for ``claimed``, once it is there."""
        while claimed not in self._done:
            done, _ = wait(self._running, return_when=FIRST_COMPLETED)
            for future in done:
                self._settle(future, self._running.pop(future))
            self._start_ready()
        return self._done[claimed]

    def attacked(self, mutants: Sequence[Mutant], using: Sequence[Certificate]) -> list[Attack]:
        """Each mutant within the limits of a claim; what was stopped is one without a proof or a refutation."""
        tasks = [pack((mutant.claim, tuple(using), self._seed), {}) for mutant in mutants]
        started = [self._start(worker.attacked, task) for task in tasks]
        return [self._attack(future) for future in started]

    def close(self) -> None:
        """Stop everything at once."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _add(self, claimed: Claimed) -> None:
        if claimed not in self._rests_on:
            self._rests_on[claimed] = cited = [one for one in handles(claimed) if self._same_file(one, claimed)]
            for one in cited:
                self._add(one)
            self._waiting.append(claimed)

    def _same_file(self, one: Claimed, other: Claimed) -> bool:
        """Only what a file states itself has a number; what it imports is judged where it is cited."""
        return one in self._numbers and self._numbers[one][0] == self._numbers[other][0]

    def _start_ready(self) -> None:
        """Start on what waits for nothing; or, where claims wait for each other in a circle, on the first.

        No more is started than keeps the workers busy: what is reported next may wait for what runs now.
        """
        room = AT_HAND * self._limits.jobs - len(self._running)
        ready = (one for one in self._waiting if all(cited in self._done for cited in self._rests_on[one]))
        for claimed in list(islice(ready, max(0, room))) or (self._waiting[:1] if not self._running else []):
            self._waiting.remove(claimed)
            self._running[self._start(worker.judged, self._task(claimed))] = _Running(claimed)

    def _start(self, function: Callable[..., bytes], *arguments: Any) -> Future[bytes]:
        return self._pool.schedule(function, args=arguments, timeout=self._limits.seconds)

    def _task(self, claimed: Claimed) -> Task:
        path, number = self._numbers[claimed]
        known = tuple(self._packed[cited] for cited in self._rests_on[claimed] if cited in self._packed)
        return Task(path, number, claimed.id, self._seed, self._alarm, known)

    def _settle(self, future: Future[bytes], running: _Running) -> None:
        claimed = running.claimed
        try:
            packed = future.result()
            self._done[claimed] = result = unpack(packed, self._claims[self._numbers[claimed][0]])
        except (TimeoutError, ProcessExpired) as error:
            self._stopped(running, error)
        except Exception as error:  # whatever a worker raises, the other claims are reported
            self._done[claimed] = failed(claimed, error)
        else:
            if not isinstance(result, BadInput):
                self._packed[claimed] = packed

    def _attack(self, future: Future[bytes]) -> Attack:
        try:
            found: Attack = unpack(future.result(), ())
        except (TimeoutError, ProcessExpired) as error:
            return Attack(stopped=self._reason(error))
        except Exception as error:  # whatever a worker raises, the other mutants are reported
            return Attack(stopped=f"the checker itself failed with {type(error).__name__}: {error}; please report it")
        return found

    def _stopped(self, running: _Running, error: TimeoutError | ProcessExpired) -> None:
        """Have the claim read at least, so that the report can say what it was; some cannot even be read."""
        claimed, reason = running.claimed, self._reason(error)
        if running.reason:
            self._done[claimed] = of_claim(claimed, running.reason)
            return
        seconds = self._limits.seconds if isinstance(error, TimeoutError) else 0.0
        task = replace(self._task(claimed), known=())
        self._running[self._start(worker.stopped, task, reason, seconds)] = _Running(claimed, reason)

    def _reason(self, error: TimeoutError | ProcessExpired) -> str:
        if isinstance(error, TimeoutError):
            return f"out of time: more than {self._limits.seconds:g} s"
        if error.exitcode == OUT_OF_MEMORY:
            return f"out of memory: more than {self._limits.megabytes} MB"
        died = f"signal {-error.exitcode}" if error.exitcode < 0 else f"exit code {error.exitcode % ENDED}"
        return f"the worker died ({died})"


def handles(claimed: Claimed) -> Iterator[Claimed]:
    """The claims and lines that ``claimed`` rests on, as far as its script names any."""
    named = (claimed.premises, claimed.said.get("using")) if isinstance(claimed, Line) else (claimed.using,)
    for several in named:
        yield from (one for one in several if isinstance(one, Claimed)) if isinstance(several, list | tuple) else ()
