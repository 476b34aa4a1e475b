"""Calculating at many points at once, in float64."""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable
from fractions import Fraction
from typing import Final

import numpy as np

from numeric.arithmetics.protocol import Family, Place, Value, owe_power
from numeric.arithmetics.quadrature import Lattice, family, lattices, owe_few, places_of
from numeric.errors import TooCostly, Undefined

LARGEST_FLOAT_INTEGER: Final = 2**53
MOST_NORMALS: Final = 3
QUADRATURE: Final = 1e-11
ELEMENTARY: Final[dict[str, Callable[[Value], Value]]] = {
    "exp": np.exp,
    "log": np.log,
    "tanh": np.tanh,
    "sin": np.sin,
    "cos": np.cos,
    "sigmoid": lambda operand: (1 + np.tanh(operand / 2)) / 2,  # where 1/(1 + exp(-x)) would overflow
}


class Batch:
    """float64 arrays, one entry a point; a truth is 1, 0 or ``nan`` (undefined), or Python's if the same for all.

    >>> Batch().divide(1, np.array([0.0, 4.0])).tolist()
    [nan, 0.25]
    """

    tolerance: Final = 1e-9

    def pi(self) -> Value:
        return np.pi

    def number(self, value: Fraction) -> Value:
        if value.denominator == 1:
            return _float_sized(value.numerator)
        try:
            return float(value)
        except OverflowError as error:
            raise TooCostly("a rational beyond the range of float64 in a batch") from error

    def add(self, left: Value, right: Value) -> Value:
        return self._apply(operator.add, left, right)

    def multiply(self, left: Value, right: Value) -> Value:
        return self._apply(operator.mul, left, right)

    def divide(self, left: Value, right: Value) -> Value:
        if isinstance(right, int) and right == 0:
            raise Undefined("division by zero at every point of a batch")
        return self._apply(np.true_divide, np.float64(left), right)

    def power(self, base: Value, exponent: Value) -> Value:
        if isinstance(base, int) and isinstance(exponent, int):
            owe_power(base, exponent, True)
            if 0 <= exponent * base.bit_length() <= 53:
                return base**exponent
        return self._apply(np.power, np.float64(base), np.float64(exponent))

    def elementary(self, name: str, operand: Value) -> Value:
        with np.errstate(all="ignore"):
            result = ELEMENTARY[name](np.float64(operand))
        return np.where(np.isfinite(result), result, np.nan)

    def _apply(self, operation: Callable[[Value, Value], Value], left: Value, right: Value) -> Value:
        if isinstance(left, int) and isinstance(right, int):
            return _float_sized(operation(left, right))
        with np.errstate(all="ignore"):
            result = operation(np.float64(left), np.float64(right))
        return np.where(np.isfinite(result), result, np.nan)

    def gap(self, left: Value, right: Value) -> Value:
        if isinstance(left, int) and isinstance(right, int):
            return left - right
        scale = np.maximum(1.0, np.maximum(np.abs(left), np.abs(right)))
        return (np.float64(left) - np.float64(right)) / scale

    def truth(self, gap: Value, holds: Value) -> Value:
        return bool(holds) if isinstance(gap, int) else np.where(np.isnan(gap), np.nan, holds)

    def contrary(self, truth: Value) -> Value:
        return not truth if isinstance(truth, bool) else 1.0 - truth

    def either(self, left: Value, right: Callable[[], Value]) -> Value:
        try:
            other = right()
        except Undefined:
            other = np.nan
        return other if left is False else np.where(left == 0.0, other, left)

    def both(self, left: Value, right: Value) -> Value:
        return np.minimum(np.float64(left), np.float64(right))

    def where(self, truth: Value, value: Value) -> Value:
        return np.where(truth == 1.0, value, np.nan)

    def mean(self, body: Callable[[Family], Value], name: Hashable | None) -> Value:
        """By quadrature, along an axis before that of the points; undefined at a point where it does not converge."""
        if name is None:
            raise TooCostly("an expectation inside one that it depends on, at many points at once")
        places = places_of(body, 0)
        owe_few(places, MOST_NORMALS)
        if not places:
            return body(family([], ()))
        (one, rim), (other, _) = (_sum(body, places, lattice) for lattice in next(lattices(QUADRATURE)))
        allowed = QUADRATURE * np.maximum(1.0, np.abs(one))
        means = np.where((np.abs(one - other) <= allowed) & (rim <= allowed), (one + other) / 2, np.nan)
        return means if means.size > 1 else means.item()


def _sum(body: Callable[[Family], Value], places: list[Place], lattice: Lattice) -> tuple[Value, Value]:
    """The sum over ``lattice`` for each point of the batch, and that of the absolute values on its rim."""
    numbers = np.array(lattice.coordinates())
    grid = np.stack(np.meshgrid(*[numbers] * len(places), indexing="ij")).reshape(len(places), -1, 1)
    weights = np.prod(np.exp(-(grid**2) / 2) * (lattice.step / np.sqrt(2 * np.pi)), axis=0)
    terms = weights * body(family(places, tuple(grid)))
    ends = ((grid == numbers[0]) | (grid == numbers[-1])).any(axis=(0, 2))
    return terms.sum(axis=0), np.abs(terms[ends]).sum(axis=0)


def _float_sized(value: Value) -> Value:
    """Integers that a float64 cannot hold would turn arrays into arrays of objects."""
    if abs(value) <= LARGEST_FLOAT_INTEGER:
        return value
    if value.bit_length() > 1000:
        raise TooCostly(f"an integer of {value.bit_length()} bits in a batch of float64")
    return float(value)
