"""Calculating with many decimal digits."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from mpmath.ctx_mp import MPContext

from numeric.arithmetics.exact import LARGEST_BITS
from numeric.arithmetics.protocol import Single, Value, owe_domain, owe_power
from numeric.errors import TooCostly, Undefined

LARGEST_EXPONENT: Final = 10**6


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


@lru_cache(maxsize=8)
def _context(digits: int) -> Any:
    context = MPContext()
    context.dps = digits
    return context
