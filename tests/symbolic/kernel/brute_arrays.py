"""Matrices by brute force: tables of exact entries, every operator from its textbook definition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from symbolic.terms import Lambda, Node, Symbol, Term, is_array
from tests.symbolic.kernel.brute_arithmetic import ARITHMETIC, Skipped, exponential

LARGEST_SIZE = 12
Scalar = Callable[[Term, tuple[Fraction, ...]], Fraction]  # the value of a term, loose variables innermost first


@dataclass(frozen=True)
class Array:
    """A matrix of numbers, row by row; one without rows still has a number of columns, and the other way round."""

    rows: int
    columns: int
    table: tuple[tuple[Fraction, ...], ...]

    @classmethod
    def made(cls, rows: int, columns: int, entry: Callable[[int, int], Fraction]) -> Array:
        """The matrix of the entries, counted from 1; no rows if ``rows`` is negative."""
        if max(rows, columns) > LARGEST_SIZE:
            raise Skipped("a large matrix")
        rows, columns = max(rows, 0), max(columns, 0)
        return cls(rows, columns, tuple(tuple(entry(i + 1, j + 1) for j in range(columns)) for i in range(rows)))

    def at(self, row: Fraction | int, column: Fraction | int) -> Fraction:
        inside = 1 <= row <= self.rows and 1 <= column <= self.columns
        return self.table[int(row) - 1][int(column) - 1] if inside else Fraction(0)

    def each(self, change: Callable[[Fraction], Fraction]) -> Array:
        return Array(self.rows, self.columns, tuple(tuple(map(change, row)) for row in self.table))

    def transposed(self) -> Array:
        return Array.made(self.columns, self.rows, lambda i, j: self.at(j, i))

    def times(self, other: Array) -> Array:
        if self.columns != other.rows:
            raise TypeError(f"a product over {self.columns} and {other.rows}")
        middle = range(1, self.columns + 1)
        return Array.made(self.rows, other.columns, lambda i, j: _sum(self.at(i, k) * other.at(k, j) for k in middle))

    def trace(self) -> Fraction:
        if self.rows != self.columns:
            raise TypeError("the trace of a matrix that is not square")
        return _sum(self.at(i, i) for i in range(1, self.rows + 1))

    def dot(self, other: Array) -> Fraction:
        pairs = (zip(row, beside, strict=True) for row, beside in zip(self.table, other.table, strict=True))
        return _sum(a * b for row in pairs for a, b in row)

    def softmax(self) -> Array:
        """Each row, if there is one, divided by its sum of exponentials."""
        powers = self.each(exponential)
        return Array(self.rows, self.columns, tuple(tuple(x / _sum(row) for x in row) for row in powers.table))

    def inverse(self) -> Array | None:
        """By Gauss and Jordan; None if there is none."""
        size = self.rows
        rows = [[*row, *(Fraction(i == j) for j in range(size))] for i, row in enumerate(self.table)]
        for column in range(size):
            pivot = next((i for i in range(column, size) if rows[i][column]), None)
            if pivot is None:
                return None
            rows[column], rows[pivot] = rows[pivot], rows[column]
            rows[column] = [x / rows[column][column] for x in rows[column]]
            for i in range(size):
                if i != column:
                    rows[i] = [x - rows[i][column] * y for x, y in zip(rows[i], rows[column], strict=True)]
        return Array(size, size, tuple(tuple(row[size:]) for row in rows))


def array_of(term: Term, scalar: Scalar, values: Mapping[Symbol, Any]) -> Array:
    """The value of a matrix whose scalars are computed by ``scalar``."""
    match term:
        case Node(op="matrix", args=(rows, columns, Lambda(body=Lambda(body=body)))):
            sizes = int(scalar(rows, ())), int(scalar(columns, ()))
            return Array.made(*sizes, lambda i, j: scalar(body, (Fraction(j), Fraction(i))))
        case Node(op=op, args=args) if op in OPERATORS:
            return OPERATORS[op](*(array_of(part, scalar, values) for part in args))
        case Node(op="apply", args=(Symbol() as function, whole)):
            return array_of(whole, scalar, values).each(lambda x: Fraction(values[function](x)))
        case Node(op=op, args=args):
            return _entrywise(op, [array_of(p, scalar, values) if is_array(p) else scalar(p, ()) for p in args])
    raise TypeError(f"no matrix: {term!r}")


def _entrywise(op: str, parts: list[Array | Fraction]) -> Array:
    shape = next(part for part in parts if isinstance(part, Array))
    if any((p.rows, p.columns) != (shape.rows, shape.columns) for p in parts if isinstance(p, Array)):
        raise TypeError(f"{op!r} of matrices of different shapes")

    def entry(i: int, j: int) -> Fraction:
        return ARITHMETIC[op]([part.at(i, j) if isinstance(part, Array) else part for part in parts])

    return Array.made(shape.rows, shape.columns, entry)


def _inverse(whole: Array) -> Array:
    found = whole.inverse()
    if found is None:
        raise Skipped("the inverse of a singular matrix is unspecified")
    return found


def _diagonal(column: Array) -> Array:
    return Array.made(column.rows, column.rows, lambda i, j: column.at(i, 1) if i == j else Fraction(0))


def _sum(parts: Iterable[Fraction]) -> Fraction:
    return sum(parts, Fraction(0))


OPERATORS: Mapping[str, Callable[..., Array]] = {
    "matmul": Array.times,
    "transpose": Array.transposed,
    "diag": _diagonal,
    "inverse": _inverse,
    "softmax_row": Array.softmax,
    "softmax_col": lambda whole: whole.transposed().softmax().transposed(),
    "hadamard": lambda left, right: _entrywise("mul", [left, right]),
}
