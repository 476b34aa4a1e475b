"""Programs on matrices, as data: what is done, in which order, into which buffers, and when a buffer is freed.

A program is given its inputs, which stay until its end, for they are the caller's, and which it may overwrite.  Every
other matrix is a buffer that a step makes, by naming it for the first time, and that lives until it is freed; what is
left at the end is the output and what was not freed.  Transposes and blocks are views: they take no space.  What the
steps cost is in `derivations.cost.derived`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

Shape = tuple[Any, Any]  # rows and columns: sizes, as SymPy expressions


@dataclass(frozen=True)
class View:
    """A matrix by its name: as it is, transposed, that of the present repetition among many, or a block of columns."""

    name: str
    transposed: bool = False
    each: bool = False
    block: bool = False


def t(name: str) -> View:
    """The transpose of a matrix."""
    return View(name, transposed=True)


def of(name: str) -> View:
    """The matrix of the present repetition, among as many as there are repetitions, stored one below the other."""
    return View(name, each=True)


def block(name: str) -> View:
    """The columns that belong to the present repetition, of a matrix that has as many such blocks."""
    return View(name, block=True)


Operand = str | View


def view(operand: Operand) -> View:
    return operand if isinstance(operand, View) else View(operand)


@dataclass(frozen=True)
class Step:
    """One thing that is done.  All but `New`, `Free` and `Repeat` fill ``target``, which is made if it is not there."""


@dataclass(frozen=True)
class New(Step):
    """Room for a matrix that later steps fill block by block."""

    target: str
    shape: Shape


@dataclass(frozen=True)
class Free(Step):
    """The ends of some buffers."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", names)


@dataclass(frozen=True)
class Multiply(Step):
    """The naive product of a p by q and a q by r matrix: three nested loops, p q r multiply-adds."""

    target: Operand
    left: Operand
    right: Operand


@dataclass(frozen=True)
class SoftmaxRows(Step):
    """In place, row by row: the exponential of each entry, their sum, which is one number, and a division of each."""

    target: str


@dataclass(frozen=True)
class SoftmaxColumns(Step):
    """As `SoftmaxRows`, column by column."""

    target: str


@dataclass(frozen=True)
class Exponentials(Step):
    """The exponential, in place, of each entry."""

    target: str


@dataclass(frozen=True)
class SquareRows(Step):
    """A column of half the squared lengths of the rows: a multiply-add for each entry, and a halving for each row."""

    target: str
    operand: Operand


@dataclass(frozen=True)
class Shift(Step):
    """In place: each entry less the entry of the column ``by`` in its row."""

    target: str
    by: str


@dataclass(frozen=True)
class SumColumns(Step):
    """A column of the sums of the columns: an addition for each entry."""

    target: str
    operand: Operand


@dataclass(frozen=True)
class Scale(Step):
    """In place: diag(by)^-1 times a matrix, a diagonal being stored as a column: a division for each of its entries."""

    target: str
    by: str


class How(Enum):
    """When the buffers that a repetition makes end."""

    FREED = "with the repetition, one after the other"
    KEPT = "with the program, one after the other"
    PARALLEL = "with the repetition, all at the same time"


@dataclass(frozen=True)
class Repeat(Step):
    """The steps of ``body``, ``times`` times; what they make is each repetition's own."""

    times: Any
    body: tuple[Step, ...]
    how: How = How.FREED


@dataclass(frozen=True)
class Program:
    """A named sequence of steps.

    Attributes:
        inputs: the shapes of what the caller stores; where there is one matrix for each repetition, of all of them.
        output: the buffer that the caller receives.
    """

    name: str
    inputs: Mapping[str, Shape]
    steps: tuple[Step, ...]
    output: str = field(default="O")


FREED: Final = How.FREED
KEPT: Final = How.KEPT
PARALLEL: Final = How.PARALLEL
