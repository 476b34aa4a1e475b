"""Powers, logarithms and operators of numbers in the total semantics, exact or `Skipped`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import isqrt, prod

LARGEST_EXPONENT = 40


class Skipped(Exception):
    """The value is irrational, unspecified, or too expensive: this sample says nothing."""


def total_power(base: Fraction, exponent: Fraction) -> Fraction:
    """``base^exponent`` where that is specified and rational."""
    if exponent.denominator != 1:
        return _root_power(base, exponent)
    if abs(exponent) > LARGEST_EXPONENT:
        raise Skipped("a high power")
    if base == 0:
        return Fraction(exponent == 0)
    return Fraction(base ** int(exponent))


def _root_power(base: Fraction, exponent: Fraction) -> Fraction:
    if base == 0 and exponent > 0:
        return Fraction(0)
    if base <= 0 or exponent.denominator != 2:
        raise Skipped("an unspecified or irrational power")
    above, below = isqrt(base.numerator), isqrt(base.denominator)
    if (above**2, below**2) != (base.numerator, base.denominator):
        raise Skipped("an irrational power")
    return total_power(Fraction(above, below), Fraction(exponent.numerator))


def logarithm(argument: Fraction) -> Fraction:
    """The logarithm to base 2, of powers of 2 with whole exponents."""
    for number in range(-LARGEST_EXPONENT, LARGEST_EXPONENT):
        if argument == Fraction(2) ** number:
            return Fraction(number)
    raise Skipped("an unspecified or irrational logarithm")


def exponential(exponent: Fraction) -> Fraction:
    return total_power(Fraction(2), exponent)


ARITHMETIC: dict[str, Callable[[Sequence[Fraction]], Fraction]] = {
    "add": lambda args: sum(args, Fraction(0)),
    "mul": lambda args: prod(args, start=Fraction(1)),
    "sub": lambda args: args[0] - args[1],
    "neg": lambda args: -args[0],
    "div": lambda args: args[0] / args[1] if args[1] else Fraction(0),
    "pow": lambda args: total_power(args[0], args[1]),
    "exp": lambda args: exponential(args[0]),
    "log": lambda args: logarithm(args[0]),
    "sigmoid": lambda args: 1 / (1 + exponential(-args[0])),
    "tanh": lambda args: (exponential(2 * args[0]) - 1) / (exponential(2 * args[0]) + 1),
    "delta": lambda args: Fraction(args[0] == args[1]),
}
