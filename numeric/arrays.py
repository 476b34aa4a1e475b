"""A matrix whose entries are numbers of any arithmetic; a vector is a matrix of one column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from numeric.arithmetics import Value
from numeric.errors import Undefined


@dataclass(frozen=True)
class Array:
    """The ``entries`` of a matrix, row by row.

    >>> Array(2, 2, (1, 2, 3, 4)).at(2, 1)
    3
    """

    rows: int
    columns: int
    entries: tuple[Value, ...]

    @classmethod
    def of(cls, rows: int, columns: int, entry: Callable[[int, int], Value]) -> Array:
        """The matrix with the entries ``entry(row, column)``, both counted from 1."""
        return cls(rows, columns, tuple(entry(i + 1, j + 1) for i in range(rows) for j in range(columns)))

    def at(self, row: Value, column: Value = 1) -> Value:
        """The entry at a place; raises `Undefined` outside the shape."""
        if not (1 <= row <= self.rows and 1 <= column <= self.columns):
            raise Undefined(f"the entry ({row}, {column}) of a {self.rows} by {self.columns} matrix")
        return self.entries[(int(row) - 1) * self.columns + int(column) - 1]


def entrywise(operation: Callable[..., Value], *operands: Value) -> Value:
    """``operation`` at each place of the matrices among ``operands``, with the same scalars at every place.

    Raises `Undefined` for matrices of different shapes.

    >>> entrywise(max, Array(1, 2, (1, 5)), 3)
    Array(rows=1, columns=2, entries=(3, 5))
    """
    arrays = [operand for operand in operands if isinstance(operand, Array)]
    if not arrays:
        return operation(*operands)
    owe_same_shape(*arrays)

    def entry(row: int, column: int) -> Value:
        return operation(*(part.at(row, column) if isinstance(part, Array) else part for part in operands))

    return Array.of(arrays[0].rows, arrays[0].columns, entry)


def entries_of(value: Value) -> tuple[Value, ...]:
    """The numbers that a value consists of: a number is its own and only entry."""
    return value.entries if isinstance(value, Array) else (value,)


def owe_same_shape(*arrays: Array) -> None:
    """Raise `Undefined` for matrices of different shapes."""
    shapes = {(array.rows, array.columns) for array in arrays}
    if len(shapes) > 1:
        raise Undefined(f"matrices of different shapes: {sorted(shapes)}")
