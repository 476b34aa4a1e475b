"""Inverse matrices, by cofactors: no step depends on which entries vanish, so it serves every arithmetic alike."""

from __future__ import annotations

from functools import reduce
from typing import Final

from numeric.arithmetics import Arithmetic, Value
from numeric.arithmetics.duals import without_slopes
from numeric.arrays import Array
from numeric.errors import TooCostly, Undefined
from numeric.semantics.arrays import of_arrays, total
from numeric.semantics.meaning import Meaning

LARGEST: Final = 5


def determinant(arithmetic: Arithmetic, array: Array) -> Value:
    """By the first row; 1 for the matrix without rows."""
    if array.rows != array.columns:
        raise Undefined(f"the determinant of a {array.rows} by {array.columns} matrix")
    if array.rows > LARGEST:
        raise TooCostly(f"the determinant of a matrix of {array.rows} rows; at most {LARGEST}")
    places = range(1, array.columns + 1)
    terms = [arithmetic.multiply(array.at(1, place), _cofactor(arithmetic, array, 1, place)) for place in places]
    return total(arithmetic, terms) if terms else 1


def _cofactor(arithmetic: Arithmetic, array: Array, row: int, column: int) -> Value:
    rows = [place for place in range(1, array.rows + 1) if place != row]
    columns = [place for place in range(1, array.columns + 1) if place != column]
    minor = Array(len(rows), len(columns), tuple(array.at(i, j) for i in rows for j in columns))
    value = determinant(arithmetic, minor)
    return value if (row + column) % 2 == 0 else -value


def _inverse(arithmetic: Arithmetic, array: Array) -> Array:
    regular, whole = _invertible(arithmetic, array), determinant(arithmetic, array)

    def entry(row: int, column: int) -> Value:
        quotient = arithmetic.divide(_cofactor(arithmetic, array, column, row), whole)
        return arithmetic.where(regular, quotient)

    return Array.of(array.rows, array.columns, entry)


def _invertible(arithmetic: Arithmetic, array: Array) -> Value:
    """Whether the determinant differs from 0 by more than what rounding makes of the entries."""
    plain = Array(array.rows, array.columns, tuple(map(without_slopes, array.entries)))
    scale = _scale(arithmetic, plain)
    gap = arithmetic.gap(arithmetic.add(scale, determinant(arithmetic, plain)), scale)
    return arithmetic.truth(gap, abs(gap) > arithmetic.tolerance)


def _scale(arithmetic: Arithmetic, array: Array) -> Value:
    """The product of the sums of the absolute values in each row."""
    sums = [total(arithmetic, [abs(array.at(i + 1, j + 1)) for j in range(array.columns)]) for i in range(array.rows)]
    return reduce(arithmetic.multiply, sums, 1)


MEANINGS: Final[dict[str, Meaning]] = {"inverse": of_arrays(_inverse), "invertible": of_arrays(_invertible)}
