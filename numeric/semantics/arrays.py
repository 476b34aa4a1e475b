"""Matrices: their entries one by one, products, traces and the softmax, each from its definition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from numeric.arithmetics import Arithmetic, Value
from numeric.arrays import Array, entrywise, owe_same_shape
from numeric.binders import body_of
from numeric.errors import TooCostly, Undefined
from numeric.semantics.meaning import Context, Environment, Meaning, kept
from symbolic.terms import Term

MOST_ENTRIES: Final = 400


def _matrix(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    """Kept where it depends on indices alone: below an expectation or a sum the same matrix is asked for often."""
    return kept(context, args, environment, lambda: _entries(context, args, environment))


def _entries(context: Context, args: tuple[Term, ...], environment: Environment) -> Array:
    rows, columns = (int(context.value(size, environment)) for size in args[:2])
    if rows < 0 or columns < 0:
        raise Undefined(f"a matrix of {rows} rows and {columns} columns")
    if rows * columns > MOST_ENTRIES:
        raise TooCostly(f"a matrix of {rows} rows and {columns} columns; at most {MOST_ENTRIES} entries")
    body = body_of(body_of(args[2]))
    return Array.of(rows, columns, lambda row, column: context.value(body, (column, row, *environment)))


def _entry(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    array, row, column = (context.value(argument, environment) for argument in args)
    return array.at(row, column)


def product(arithmetic: Arithmetic, left: Array, right: Array) -> Array:
    """The product of two matrices; raises `Undefined` if they do not fit."""
    if left.columns != right.rows:
        raise Undefined(f"a product of matrices with {left.columns} columns and {right.rows} rows")

    def entry(row: int, column: int) -> Value:
        inner = range(1, left.columns + 1)
        return total(arithmetic, [arithmetic.multiply(left.at(row, k), right.at(k, column)) for k in inner])

    return Array.of(left.rows, right.columns, entry)


def total(arithmetic: Arithmetic, values: list[Value]) -> Value:
    """The sum of ``values``; 0 if there are none."""
    result: Value = 0
    for value in values:
        result = arithmetic.add(result, value)
    return result


def _transposed(arithmetic: Arithmetic, array: Array) -> Array:
    return Array.of(array.columns, array.rows, lambda row, column: array.at(column, row))


def _diagonal(arithmetic: Arithmetic, vector: Array) -> Array:
    if vector.columns != 1:
        raise Undefined(f"a diagonal from a matrix of {vector.columns} columns")
    return Array.of(vector.rows, vector.rows, lambda row, column: vector.at(row) if row == column else 0)


def _softmax_of_rows(arithmetic: Arithmetic, array: Array) -> Array:
    powers = entrywise(lambda entry: arithmetic.elementary("exp", entry), array)
    columns = range(1, array.columns + 1)
    wholes = [total(arithmetic, [powers.at(row + 1, k) for k in columns]) for row in range(array.rows)]
    return Array.of(
        array.rows, array.columns, lambda row, column: arithmetic.divide(powers.at(row, column), wholes[row - 1])
    )


def _softmax_of_columns(arithmetic: Arithmetic, array: Array) -> Array:
    return _transposed(arithmetic, _softmax_of_rows(arithmetic, _transposed(arithmetic, array)))


def _hadamard(arithmetic: Arithmetic, left: Array, right: Array) -> Value:
    return entrywise(arithmetic.multiply, left, right)


def _trace(arithmetic: Arithmetic, array: Array) -> Value:
    if array.rows != array.columns:
        raise Undefined(f"the trace of a {array.rows} by {array.columns} matrix")
    return total(arithmetic, [array.at(place + 1, place + 1) for place in range(array.rows)])


def _dot(arithmetic: Arithmetic, left: Array, right: Array) -> Value:
    owe_same_shape(left, right)
    pairs = zip(left.entries, right.entries, strict=True)
    return total(arithmetic, [arithmetic.multiply(one, other) for one, other in pairs])


def of_arrays(operation: Callable[..., Value]) -> Meaning:
    """The meaning of an operator that is a function of the arithmetic and of the values of all arguments."""

    def meaning(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
        return operation(context.arithmetic, *(context.value(argument, environment) for argument in args))

    return meaning


MEANINGS: Final[dict[str, Meaning]] = {
    "matrix": _matrix,
    "entry": _entry,
    "matmul": of_arrays(product),
    "transpose": of_arrays(_transposed),
    "diag": of_arrays(_diagonal),
    "softmax_row": of_arrays(_softmax_of_rows),
    "softmax_col": of_arrays(_softmax_of_columns),
    "hadamard": of_arrays(_hadamard),
    "trace": of_arrays(_trace),
    "dot": of_arrays(_dot),
}
