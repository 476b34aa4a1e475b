"""Calculating with many decimal digits."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from fractions import Fraction
from functools import lru_cache
from itertools import product
from math import prod
from typing import Any, Final

from mpmath.ctx_mp import MPContext

from numeric.arithmetics.exact import LARGEST_BITS
from numeric.arithmetics.protocol import Family, Place, Single, Value, owe_domain, owe_power
from numeric.arithmetics.quadrature import Lattice, family, lattices, owe_few, places_of
from numeric.errors import TooCostly, Undefined

LARGEST_EXPONENT: Final = 10**6
MOST_NORMALS: Final = 1  # what two cost, in floats three do


class Precise(Single):
    """Floating point with ``digits`` decimal digits, in an mpmath context of its own."""

    def __init__(self, digits: int) -> None:
        self.digits = digits
        self.tolerance = 10.0 ** (10 - digits)
        self._context = _context(digits)

    def number(self, value: Fraction) -> Value:
        if value.denominator == 1:
            return value.numerator
        return self._context.mpf(value.numerator) / value.denominator

    def pi(self) -> Value:
        return +self._context.pi

    def divide(self, left: Value, right: Value) -> Value:
        if right == 0:
            raise Undefined(f"division of {left} by zero")
        return self._context.mpf(left) / right

    def power(self, base: Value, exponent: Value) -> Value:
        integral = isinstance(exponent, int) or self._context.isint(exponent)
        owe_power(base, exponent, integral)
        if isinstance(base, int) and isinstance(exponent, int) and 0 <= exponent * base.bit_length() <= LARGEST_BITS:
            return base**exponent
        return self._context.power(base, int(exponent) if integral else exponent)

    def elementary(self, name: str, operand: Value) -> Value:
        owe_domain(name, operand)
        if name != "log" and abs(operand) > LARGEST_EXPONENT:
            raise TooCostly(f"{name} of a number beyond {LARGEST_EXPONENT}")
        if name == "sigmoid":
            return 1 / (1 + self._context.exp(-operand))
        return getattr(self._context, name)(operand)

    def gap(self, left: Value, right: Value) -> Value:
        return (self._context.mpf(left) - right) / max(1, abs(left), abs(right))

    def mean(self, body: Callable[[Family], Value], name: Hashable | None) -> Value:
        places = places_of(body, 0)
        owe_few(places, MOST_NORMALS)
        if not places:
            return body(family([], ()))
        for pair in lattices(self.tolerance):
            (one, rim), (other, _) = (self._sum(body, places, lattice) for lattice in pair)
            allowed = self.tolerance * max(1, abs(one))
            if abs(one - other) <= allowed and rim <= allowed:
                return (one + other) / 2
        raise TooCostly("a quadrature that does not converge")

    def _sum(self, body: Callable[[Family], Value], places: list[Place], lattice: Lattice) -> tuple[Value, Value]:
        """The sum over ``lattice``, and that of the absolute values on its rim."""
        weighted = [
            (point, self._weight(point, lattice.step)) for point in map(self._context.mpf, lattice.coordinates())
        ]
        ends = {weighted[0], weighted[-1]}
        total = rim = 0
        for chosen in product(weighted, repeat=len(places)):
            value = body(family(places, tuple(point for point, _ in chosen)))
            term = prod(weight for _, weight in chosen) * value
            total += term
            rim += 0 if ends.isdisjoint(chosen) else abs(term)
        return total, rim

    def _weight(self, point: Value, step: float) -> Value:
        """The normal density, times the step."""
        return self._context.npdf(point) * step


@lru_cache(maxsize=8)
def _context(digits: int) -> Any:
    context = MPContext()
    context.dps = digits
    return context
