"""Both sides of a relation, estimated block by block, in bounded memory whatever the number of draws."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from numeric.arithmetics import Value
from numeric.arithmetics.samples import Fitting, Floats, Proposal, Samples
from numeric.arrays import entries_of
from numeric.errors import TooCostly, Undefined
from numeric.medians import BLOCKS

Sides: TypeAlias = Callable[[Samples], tuple[Value, Value]]
"""Both sides of a relation, calculated from a block of draws: numbers, or matrices of one shape."""

CHUNK: Final = 2**14
FITS: Final = 3
ENOUGH: Final = 100
FITTED: Final = 2**15


class Plan(NamedTuple):
    """From where to draw for each expectation, how many numbers one draw takes, and the size of what is averaged."""

    proposals: Mapping[Hashable, Proposal]
    normals: int
    largest: float = 0.0


def planned(sides: Sides, random: np.random.Generator) -> Plan:
    """Each proposal is found by draws from the one before, the first by standard normal draws.

    Raises `TooCostly` where few standard normal draws come to what matters: the fit might find one peak of several, and
    all that is drawn from there would miss the others, without a sign of it.
    """
    plan = Plan({}, 0)
    for _ in range(FITS):
        fitting = Fitting(random, FITTED, plan.proposals)
        _both(sides, fitting)
        if fitting.decided_by < ENOUGH:
            raise TooCostly("a few draws decide what the others should show")
        plan = Plan(fitting.found, fitting.normals, fitting.largest)
    return plan


def block_means(sides: Sides, random: np.random.Generator, plan: Plan, amount: int) -> Floats:
    """For each of `BLOCKS` blocks of ``amount`` draws, both sides, and of each its entries."""
    whole, rest = divmod(amount, CHUNK)
    chunks = [(Samples(random, CHUNK, plan.proposals), CHUNK)] * whole
    if rest:
        chunks.append((Samples(random, rest, plan.proposals), rest))
    return np.array([_block(sides, chunks) for _ in range(BLOCKS)])


def _block(sides: Sides, chunks: Sequence[tuple[Samples, int]]) -> Floats:
    total: Floats = np.zeros(1)
    for samples, size in chunks:
        samples.forget()
        total = total + size * _both(sides, samples)
    return total / sum(size for _, size in chunks)


def _both(sides: Sides, samples: Samples) -> Floats:
    """The entries of both sides; raises `Undefined` where one of them is undefined at some draw."""
    try:
        with np.errstate(over="raise", divide="raise", invalid="raise"):
            left, right = (entries_of(side) for side in sides(samples))
    except FloatingPointError as error:
        raise Undefined(f"at one of the draws: {error}") from error
    if len(left) != len(right):
        raise Undefined("matrices of different shapes")
    return np.array([left, right], dtype=float)
