"""What a program does to shapes, numbers of operations and live elements, step by step.

A matrix takes as much space as it has entries.  What is given stays; a buffer counts from the step that makes it to the
one that frees it.  Heads one after the other need the space of one where its buffers are freed, and leave a set of
buffers behind for each where they are kept; heads in parallel need all at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import sympy

from derivations.cost.program import (
    FREED,
    KEPT,
    PARALLEL,
    Exponentials,
    Free,
    Multiply,
    New,
    Operand,
    Repeat,
    Scale,
    Shape,
    Shift,
    SoftmaxColumns,
    SoftmaxRows,
    SquareRows,
    Step,
    SumColumns,
    view,
)

Counts = Counter[str]  # of operations, by kind; the numbers are SymPy expressions
MULTIPLY_ADDS: Final = "multiply-adds"


class Derived:
    """Shapes, counts and live elements while steps are gone through; ``times`` is that of the repetition around."""

    def __init__(self, shapes: dict[str, Shape], times: Any = 1) -> None:
        self.shapes = shapes
        self.times = times
        self.counts: Counts = Counter()
        self.live: dict[str, Any] = {}
        self.kept: Any = sympy.S.Zero
        self.peaks: list[Any] = [sympy.S.Zero]

    def run(self, steps: Sequence[Step]) -> None:
        for step in steps:
            self._take(step)

    def _take(self, step: Step) -> None:
        match step:
            case New(target=target, shape=shape):
                self._made(target, shape)
            case Free(names=names):
                for name in names:
                    self._freed(name)
            case Multiply(target=target, left=left, right=right):
                self._multiplied(target, self._shape(left), self._shape(right))
            case SquareRows(target=target, operand=operand):
                rows, columns = self._shape(operand)
                self._counted(MULTIPLY_ADDS, rows * columns)
                self._counted("divisions", rows)
                self._made(target, (rows, 1))
            case SumColumns(target=target, operand=operand):
                rows, columns = self._shape(operand)
                self._counted("additions", rows * columns)
                self._made(target, (columns, 1))
            case Repeat():
                self._repeated(step)
            case _:
                self._in_place(step)

    def _in_place(self, step: Step) -> None:
        match step:
            case SoftmaxRows(target=target) | SoftmaxColumns(target=target):
                kinds: tuple[str, ...] = ("exponentials", "additions", "divisions")
            case Exponentials(target=target):
                kinds = ("exponentials",)
            case Shift(target=target, by=by):
                kinds = ("additions",)
                self._expect_column(by, target)
            case Scale(target=target, by=by):
                kinds = ("divisions",)
                self._expect_column(by, target)
            case _:
                raise TypeError(f"no step of the language: {step!r}")
        for kind in kinds:
            self._counted(kind, _elements(self._shape(target)))

    def _multiplied(self, target: Operand, left: Shape, right: Shape) -> None:
        (rows, inner), (other, columns) = left, right
        _expect_same(inner, other, f"the columns and the rows of the factors of {view(target).name}")
        self._counted(MULTIPLY_ADDS, rows * inner * columns)
        self._made(target, (rows, columns))

    def _repeated(self, step: Repeat) -> None:
        inner = Derived(dict(self.shapes), step.times)
        inner.run(step.body)
        for kind, number in inner.counts.items():
            self._counted(kind, step.times * number)
        left, base = sum(inner.live.values(), inner.kept), self._alive()
        before = {FREED: 0, KEPT: (step.times - 1) * left, PARALLEL: 0}[step.how]
        at_a_time = step.times if step.how is PARALLEL else 1
        self.peaks += [base + before + at_a_time * peak for peak in inner.peaks]
        self.kept += step.times * left if step.how is KEPT else 0

    def _shape(self, operand: Operand) -> Shape:
        """The shape of a view; raises `ValueError` for a matrix that is not there, or cannot be seen so."""
        seen = view(operand)
        if seen.name not in self.shapes:
            raise ValueError(f"{seen.name} is used before it is made, or after it is freed")
        rows, columns = self.shapes[seen.name]
        rows = self._share(rows, seen.name) if seen.each else rows
        columns = self._share(columns, seen.name) if seen.block else columns
        return (columns, rows) if seen.transposed else (rows, columns)

    def _share(self, size: Any, name: str) -> Any:
        share = sympy.cancel(size / self.times)
        if not share.is_polynomial():
            raise ValueError(f"{name} has {size} rows or columns, which are not {self.times} blocks")
        return share

    def _made(self, target: Operand, shape: Shape) -> None:
        """A new buffer; a target that is there already must have the shape of what it receives."""
        seen = view(target)
        if seen.name in self.shapes:
            for found, expected in zip(self._shape(seen), shape, strict=True):
                _expect_same(found, expected, f"the shape of {seen.name}")
            return
        self.shapes[seen.name] = shape
        self.live[seen.name] = _elements(shape)
        self.peaks.append(self._alive())

    def _freed(self, name: str) -> None:
        if name not in self.live:
            raise ValueError(f"{name} is no buffer that could be freed here")
        del self.live[name], self.shapes[name]

    def _alive(self) -> Any:
        return sum(self.live.values(), self.kept)

    def _counted(self, kind: str, number: Any) -> None:
        self.counts[kind] = self.counts.get(kind, sympy.S.Zero) + number

    def _expect_column(self, column: str, matrix: str) -> None:
        rows, columns = self._shape(column)
        _expect_same(rows, self._shape(matrix)[0], f"the rows of {column} and of {matrix}")
        _expect_same(columns, 1, f"the columns of {column}")


def _elements(shape: Shape) -> Any:
    return sympy.sympify(shape[0]) * shape[1]


def _expect_same(found: Any, expected: Any, what: str) -> None:
    if sympy.expand(found - expected) != 0:
        raise ValueError(f"{what}: found {found} and {expected}, expected the same")
