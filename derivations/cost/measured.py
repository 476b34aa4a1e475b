"""The same programs run on numbers: operations are counted where they are done, and elements by the arrays that exist.

Products are three nested loops with a counter in the innermost; what is alive is known from numpy's own arrays, each of
which reports its end.  Nothing here looks at a formula.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

from derivations.cost.program import (
    KEPT,
    PARALLEL,
    Exponentials,
    Free,
    Multiply,
    New,
    Operand,
    Program,
    Repeat,
    Scale,
    Shift,
    SoftmaxColumns,
    SoftmaxRows,
    SquareRows,
    Step,
    SumColumns,
    view,
)

Array = NDArray[np.float64]
Sizes = Mapping[Any, int]


@dataclass
class Meter:
    """What was counted."""

    operations: Counter[str] = field(default_factory=Counter)
    alive: int = 0
    peak: int = 0

    def made(self, array: Array) -> Array:
        """``array``, which counts until nothing refers to it any more."""
        self.alive += array.size
        self.peak = max(self.peak, self.alive)
        finalize(array, self._ended, array.size)
        return array

    def _ended(self, size: int) -> None:
        self.alive -= size


def run(program: Program, given: Mapping[str, Array], sizes: Sizes) -> tuple[Array, Meter]:
    """The output of ``program`` and what it took; the arrays of ``given`` are copied, and the copies count."""
    meter = Meter()
    room = {name: meter.made(given[name].copy()) for name in program.inputs}
    machine = _Machine(meter, sizes, [room])
    machine.take(program.steps)
    return room[program.output].copy(), meter


def random_inputs(program: Program, sizes: Sizes, random: np.random.Generator) -> dict[str, Array]:
    """Normal entries, of the shapes that the program wants."""
    shapes = {name: tuple(_number(part, sizes) for part in shape) for name, shape in program.inputs.items()}
    return {name: random.normal(size=shape) for name, shape in shapes.items()}


def _number(size: Any, sizes: Sizes) -> int:
    return int(size.subs(sizes)) if hasattr(size, "subs") else int(size)


class _Machine:
    """Takes steps in ``rooms``, innermost last: each holds arrays by their names."""

    def __init__(
        self, meter: Meter, sizes: Sizes, rooms: list[dict[str, Array]], turn: int = 0, turns: int = 1
    ) -> None:
        self.meter, self.sizes, self.rooms = meter, sizes, rooms
        self.turn, self.turns = turn, turns

    def take(self, steps: Sequence[Step]) -> None:
        for step in steps:
            self._take(step)

    def _take(self, step: Step) -> None:
        match step:
            case New(target=target, shape=(rows, columns)):
                self._new(target, _number(rows, self.sizes), _number(columns, self.sizes))
            case Free(names=names):
                for name in names:
                    del self.rooms[-1][name]
            case Multiply(target=target, left=left, right=right):
                self._multiply(target, self._seen(left), self._seen(right))
            case SquareRows(target=target, operand=operand):
                self._square(target, self._seen(operand))
            case SumColumns(target=target, operand=operand):
                self._sum(target, self._seen(operand))
            case SoftmaxRows(target=target):
                self._softmax(self._seen(target))
            case SoftmaxColumns(target=target):
                self._softmax(self._seen(target).T)
            case Repeat():
                self._repeat(step)
            case _:
                self._in_place(step)

    def _in_place(self, step: Step) -> None:
        match step:
            case Exponentials(target=target):
                array = self._seen(target)
                np.exp(array, out=array)
                self.meter.operations["exponentials"] += array.size
            case Shift(target=target, by=by):
                array = self._seen(target)
                array -= self._seen(by)
                self.meter.operations["additions"] += array.size
            case Scale(target=target, by=by):
                array = self._seen(target)
                array /= self._seen(by)
                self.meter.operations["divisions"] += array.size

    def _repeat(self, step: Repeat) -> None:
        turns = _number(step.times, self.sizes)
        machines = [_Machine(self.meter, self.sizes, [*self.rooms, {}], turn, turns) for turn in range(turns)]
        if step.how is PARALLEL:
            for part in step.body:
                for machine in machines:
                    machine.take([part])
        for machine in machines if step.how is not PARALLEL else ():
            machine.take(step.body)
            if step.how is KEPT:
                kept = {f"{name} of {machine.turn} in {id(step)}": array for name, array in machine.rooms[-1].items()}
                self.rooms[-1].update(kept)
            machine.rooms[-1].clear()

    def _seen(self, operand: Operand) -> Array:
        seen = view(operand)
        array = next(room[seen.name] for room in reversed(self.rooms) if seen.name in room)
        array = np.split(array, self.turns, axis=0)[self.turn] if seen.each else array
        array = np.split(array, self.turns, axis=1)[self.turn] if seen.block else array
        return array.T if seen.transposed else array

    def _new(self, target: Operand, rows: int, columns: int) -> Array:
        """The array that ``target`` names, which is made unless it is there."""
        name = view(target).name
        if not any(name in room for room in self.rooms):
            self.rooms[-1][name] = self.meter.made(np.zeros((rows, columns)))
        return self._seen(target)

    def _multiply(self, target: Operand, left: Array, right: Array) -> None:
        (rows, inner), columns = left.shape, right.shape[1]
        result = self._new(target, rows, columns)
        for row in range(rows):
            for column in range(columns):
                for place in range(inner):
                    result[row, column] += left[row, place] * right[place, column]
                    self.meter.operations["multiply-adds"] += 1

    def _square(self, target: str, operand: Array) -> None:
        result = self._new(target, len(operand), 1)
        for row, entries in enumerate(operand):
            for entry in entries:
                result[row, 0] += entry * entry
                self.meter.operations["multiply-adds"] += 1
            result[row, 0] /= 2
            self.meter.operations["divisions"] += 1

    def _sum(self, target: str, operand: Array) -> None:
        result = self._new(target, operand.shape[1], 1)
        for entries in operand:
            for column, entry in enumerate(entries):
                result[column, 0] += entry
                self.meter.operations["additions"] += 1

    def _softmax(self, operand: Array) -> None:
        for entries in operand:
            total = 0.0
            for place, entry in enumerate(entries):
                entries[place] = np.exp(entry)
                total += entries[place]
                self.meter.operations.update(["exponentials", "additions"])
            for place in range(len(entries)):
                entries[place] /= total
                self.meter.operations["divisions"] += 1
