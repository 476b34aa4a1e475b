"""Calculating with rationals, of bounded size, and below an expectation with polynomials of normal variables."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from fractions import Fraction
from itertools import count
from typing import Final

from numeric.arithmetics.polynomials import Polynomial, expectation, variable
from numeric.arithmetics.protocol import Family, Single, Value, owe_domain, owe_power
from numeric.errors import Inexact, TooCostly, Undefined

LARGEST_BITS: Final = 20_000
_binders: Final = count()  # of expectations: each has variables of its own
# By Lindemann's theorem these functions are irrational at every other rational.
_RATIONAL: Final = {
    ("exp", 0): 1,
    ("log", 1): 0,
    ("tanh", 0): 0,
    ("sin", 0): 0,
    ("cos", 0): 1,
    ("sigmoid", 0): Fraction(1, 2),
}


class Exact(Single):
    """Rationals; an irrational value raises `Inexact`.

    >>> Exact().power(Fraction(4, 9), Fraction(1, 2))
    Fraction(2, 3)
    """

    tolerance: Final[float] = 0

    def number(self, value: Fraction) -> Value:
        return value.numerator if value.denominator == 1 else value

    def pi(self) -> Value:
        raise Inexact("pi is irrational")

    def add(self, left: Value, right: Value) -> Value:
        return _bounded(left + right)

    def multiply(self, left: Value, right: Value) -> Value:
        return _bounded(left * right)

    def divide(self, left: Value, right: Value) -> Value:
        if right == 0:
            raise Undefined(f"division of {left} by zero")
        return left * (1 / Fraction(right))

    def power(self, base: Value, exponent: Value) -> Value:
        if isinstance(base, Polynomial) or isinstance(exponent, Polynomial):
            return _power(base, exponent)
        if isinstance(exponent, int) and 0 <= exponent * _bits(base) <= LARGEST_BITS:
            return base**exponent
        base, exponent = Fraction(base), Fraction(exponent)
        owe_power(base, exponent, exponent.denominator == 1)
        if base in (0, 1) or exponent == 0:
            return 1 if exponent == 0 else self.number(base)
        if _bits(base) * abs(exponent) > LARGEST_BITS:
            raise TooCostly(f"a number of {_bits(base)} bits to the power {exponent}")
        root = Fraction(*(_root(part, exponent.denominator) for part in (base.numerator, base.denominator)))
        return self.number(root**exponent.numerator)

    def elementary(self, name: str, operand: Value) -> Value:
        if isinstance(operand, Polynomial):
            raise Inexact(f"{name} of what varies with chance")
        owe_domain(name, operand)
        if (name, operand) not in _RATIONAL:
            raise Inexact(f"{name}({operand}) is irrational")
        return _RATIONAL[name, operand]

    def gap(self, left: Value, right: Value) -> Value:
        return left - right

    def mean(self, body: Callable[[Family], Value], name: Hashable | None) -> Value:
        """Of polynomials: they may hold variables of a binder around this one, which are none of its own."""
        binder = next(_binders)
        found = expectation(body(lambda *place: variable(binder, place)), binder)
        return found if isinstance(found, Polynomial) else self.number(Fraction(found))


def _power(base: Value, exponent: Value) -> Value:
    if isinstance(exponent, int) and exponent >= 0:
        return base**exponent
    raise Inexact("a power that is no polynomial of what varies with chance")


def _bits(value: Fraction | int) -> int:
    return value.numerator.bit_length() + value.denominator.bit_length()


def _bounded(value: Value) -> Value:
    if isinstance(value, Polynomial):
        return value  # it has a bound of its own
    if _bits(value) > LARGEST_BITS:
        raise TooCostly(f"a number of {_bits(value)} bits; at most {LARGEST_BITS}")
    return value


def _root(radicand: int, degree: int) -> int:
    """The exact root of an integer (a positive one, if ``degree`` exceeds 1), by bisection."""
    if degree == 1 or radicand == 1:
        return radicand
    if degree >= radicand.bit_length():
        raise Inexact(f"the root of degree {degree} of {radicand} lies between 1 and 2")
    low, high = 1, 1 << (radicand.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= radicand else (low, middle - 1)
    if low**degree != radicand:
        raise Inexact(f"the root of degree {degree} of {radicand} is irrational")
    return low
