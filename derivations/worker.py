"""What runs in a worker: files are run again here, and their claims judged, within limits that hold."""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Final

from derivations.bad_input import BadInput
from derivations.desk import Here, Result
from derivations.loading import Loaded, load
from derivations.mutation import attack
from derivations.passing import pack, unpack
from derivations.transcript import Claimed

OUT_OF_MEMORY: Final = 86  # the exit code of a worker that has reached its limit
MEGABYTE: Final = 2**20


@dataclass(frozen=True)
class Task:
    """A claim by its file and number, its share of false alarms, and what is known of those that it rests on."""

    path: Path
    number: int
    id: str
    seed: int
    alarm: float
    known: tuple[bytes, ...] = ()


def begin(megabytes: int) -> None:
    """Called first in every worker: it takes no more memory than this, and has no part in the report."""
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    most = megabytes * MEGABYTE
    _, allowed = resource.getrlimit(resource.RLIMIT_AS)
    most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # the report's half-written lines stay behind


def _end_with(parent: int) -> None:
    """A claim that hangs must not outlive a run that was killed."""
    while os.getppid() == parent:
        sleep(1)
    os._exit(1)


def loaded(path: Path) -> bytes:
    """The derivations of ``path``, as far as they may pass."""
    found = load(path)
    _end_if_full(*found.bad)
    return pack(found, {})


def judged(task: Task) -> bytes:
    """The result for the claim of ``task``."""
    file = _file(task.path, task.seed, task.alarm)
    claimed = file.claim(task)
    if isinstance(claimed, BadInput):
        return file.packed(claimed)
    try:
        for known in task.known:
            file.here.remember(unpack(known, file.claims))
        result = file.here.judged(claimed)
        _end_if_full(result)
        return file.packed(result)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def stopped(task: Task, reason: str, seconds: float) -> bytes:
    """The result for a claim whose judging was stopped: it is only read."""
    file = _file(task.path, task.seed, task.alarm)
    claimed = file.claim(task)
    return file.packed(claimed if isinstance(claimed, BadInput) else file.here.stopped(claimed, reason, seconds))


def attacked(task: bytes) -> bytes:
    """What is found for and against a mutant: its claim, the claim that was mutated with its lemmas, and the seed."""
    try:
        return pack(attack(*unpack(task, ())), {})
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


@dataclass(frozen=True)
class _File:
    """A file as this worker has run it."""

    claims: Sequence[Claimed]
    numbers: Mapping[Claimed, int]
    here: Here

    def claim(self, task: Task) -> Claimed | BadInput:
        """The claim that is meant, if the file still states it there."""
        claims = self.claims[task.number : task.number + 1]
        if claims and claims[0].id == task.id:
            return claims[0]
        found = "found other claims when the file was run again, expected a file that always states the same"
        return BadInput(str(task.path), found, claim=task.id)

    def packed(self, result: Result) -> bytes:
        return pack(result, self.numbers)


@cache
def _file(path: Path, seed: int, alarm: float) -> _File:
    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stderr(nowhere):  # it was heard the first time
        found = load(path)
    _end_if_full(*found.bad)
    claims = claims_of(found)
    return _File(claims, {claim: number for number, claim in enumerate(claims)}, Here(seed, alarm))


def claims_of(found: Loaded) -> tuple[Claimed, ...]:
    """Every claim of a file, in order."""
    return tuple(claim for one in found.derivations for claim in one.claims)


def _end_if_full(*results: Result) -> None:
    """What has filled the memory may still be held: a fresh worker takes over."""
    if any(isinstance(one, BadInput) and isinstance(one.cause, MemoryError) for one in results):
        os._exit(OUT_OF_MEMORY)
