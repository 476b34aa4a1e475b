"""Powers, logarithms and operators of numbers in the total semantics, exact or `Skipped`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import prod

LARGEST_EXPONENT = 40
LARGEST_DEGREE = 12
WEIGHTS = (13, 8, 5, 10)


class Skipped(Exception):
    """The value is irrational, or too expensive: this sample says nothing."""


def unspecified(*arguments: Fraction) -> Fraction:
    """Some number that depends on the arguments alone, and follows no law: who says more about it is caught."""
    numbers = (part for argument in arguments for part in argument.as_integer_ratio())
    return Fraction(sum(weight * number for weight, number in zip(WEIGHTS, numbers, strict=False)) % 7 - 4, 7)


def total_power(base: Fraction, exponent: Fraction) -> Fraction:
    """``base^exponent`` where that is rational."""
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
    if base <= 0:
        return unspecified(base, exponent)
    above, below = (_root(number, exponent.denominator) for number in base.as_integer_ratio())
    return total_power(Fraction(above, below), Fraction(exponent.numerator))


def _root(number: int, degree: int) -> int:
    """The whole root of a natural number, which is near that of the floats."""
    if degree > LARGEST_DEGREE or number > 10**12:
        raise Skipped("a high root, or one of a large number")
    near = round(number ** (1 / degree))
    for root in (near - 1, near, near + 1):
        if root >= 0 and root**degree == number:
            return root
    raise Skipped("an irrational power")


def logarithm(argument: Fraction) -> Fraction:
    """The logarithm to base 2, of powers of 2 with whole exponents."""
    if argument <= 0:
        return unspecified(argument)
    for number in range(-LARGEST_EXPONENT, LARGEST_EXPONENT):
        if argument == Fraction(2) ** number:
            return Fraction(number)
    raise Skipped("an irrational logarithm")


def exponential(exponent: Fraction) -> Fraction:
    return total_power(Fraction(2), exponent)


def sine(angle: Fraction) -> Fraction:
    """Odd, and of slope 1 at 0: of the point of the circle that the line of slope ``angle``/2 through (-1, 0) meets."""
    return angle / (1 + angle**2 / 4)


def cosine(angle: Fraction) -> Fraction:
    """Even, and beside `sine` on the circle; no law of sums holds of either."""
    return (1 - angle**2 / 4) / (1 + angle**2 / 4)


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
    "sin": lambda args: sine(args[0]),
    "cos": lambda args: cosine(args[0]),
    "delta": lambda args: Fraction(args[0] == args[1]),
    "abs": lambda args: abs(args[0]),
    "heaviside": lambda args: Fraction(args[0] >= 0),
}
