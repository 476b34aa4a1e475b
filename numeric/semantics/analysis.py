"""Absolute values, indicators, greatest values, norms, largest eigenvalues; no finite calculation decides a limit."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import Final

import numpy as np

from numeric.arithmetics import Arithmetic, Value
from numeric.arithmetics.duals import Dual
from numeric.arrays import Array, entrywise
from numeric.errors import TooCostly, Undefined
from numeric.semantics.arrays import of_arrays, product, total
from numeric.semantics.meaning import Context, Environment, Meaning
from numeric.semantics.sums import terms_of
from symbolic.terms import Node, Term

LARGEST: Final = 2  # rows of a matrix whose largest eigenvalue has a formula by square roots


def _absolute(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    return entrywise(_without_sign, context.value(args[0], environment))


def _without_sign(value: Value) -> Value:
    if isinstance(value, Dual):
        raise Undefined("the derivative of an absolute value")
    return abs(value)


def _indicator(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    """Of a difference that is at least 0; its two sides are compared as those of a relation are."""
    match args:
        case (Node(op="sub", args=sides),):
            left, right = (context.value(side, environment) for side in sides)
        case _:
            left, right = context.value(args[0], environment), 0
    return _jump(context.arithmetic, left, right)


def _jump(arithmetic: Arithmetic, left: Value, right: Value) -> Value:
    """Whether left >= right, as 1 or 0; undefined where rounding decides, by a division of 0 by 0."""
    if isinstance(left, int | Fraction) and isinstance(right, int | Fraction):
        return int(left >= right)
    gap = arithmetic.gap(left, right)
    clear = gap * (abs(gap) > arithmetic.tolerance)
    return arithmetic.divide(arithmetic.add(1, arithmetic.divide(clear, abs(clear))), 2)


def _greatest(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    values = list(terms_of(context, args, environment))
    if not values:
        raise Undefined("the greatest of no values")
    return reduce(_larger, values)


def _larger(one: Value, other: Value) -> Value:
    return np.maximum(one, other) if isinstance(one, np.ndarray) or isinstance(other, np.ndarray) else max(one, other)


def _norm(arithmetic: Arithmetic, array: Array) -> Value:
    """The root of the largest eigenvalue of A^T A, or of A A^T where that is smaller."""
    flipped = Array.of(array.columns, array.rows, lambda row, column: array.at(column, row))
    gram = product(arithmetic, flipped, array) if array.columns <= array.rows else product(arithmetic, array, flipped)
    return _root(arithmetic, largest_eigenvalue(arithmetic, gram)) if gram.rows else 0


def largest_eigenvalue(arithmetic: Arithmetic, array: Array) -> Value:
    """Of the symmetric part of a square matrix, by the formula for one or two rows."""
    if array.rows != array.columns or not array.rows:
        raise Undefined(f"an eigenvalue of a {array.rows} by {array.columns} matrix")
    if array.rows > LARGEST:
        raise TooCostly(f"the largest eigenvalue of a matrix of {array.rows} rows; at most {LARGEST}")
    if array.rows == 1:
        return array.at(1, 1)
    half = arithmetic.number(Fraction(1, 2))
    mean, gap, beside = (
        arithmetic.multiply(half, arithmetic.add(one, other))
        for one, other in (
            (array.at(1, 1), array.at(2, 2)),
            (array.at(1, 1), -array.at(2, 2)),
            (array.at(1, 2), array.at(2, 1)),
        )
    )
    squares = [arithmetic.multiply(one, one) for one in (gap, beside)]
    return arithmetic.add(mean, _root(arithmetic, total(arithmetic, squares)))


def _root(arithmetic: Arithmetic, value: Value) -> Value:
    return arithmetic.power(value, arithmetic.number(Fraction(1, 2)))


def _undecided(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    raise Undefined("no finite number of terms decides a limit")


MEANINGS: Final[dict[str, Meaning]] = {
    "abs": _absolute,
    "heaviside": _indicator,
    "max": _greatest,
    "norm": of_arrays(_norm),
    "eigenmax": of_arrays(largest_eigenvalue),
    **dict.fromkeys(("lim", "tends", "grows"), _undecided),
}
