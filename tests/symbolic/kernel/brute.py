"""The total semantics once more, by brute force: exact values of terms, straight from the textbook, sharing no code
with the kernel.  ``x/0`` is 0, 0 to a negative power is 0, ``0^0`` is 1, and a sum over an empty range is 0.

Exponentials have base 2 here, so that they are rational at integers: whatever is said of e except its size holds of 2.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import isqrt, prod
from typing import Any

from symbolic.terms import Bound, Lambda, Node, Number, Symbol, Term

Values = Mapping[Symbol, Any]
LARGEST_EXPONENT = 40
LONGEST_SUM = 60
COMPARISONS = {"eq": operator.eq, "ne": operator.ne, "le": operator.le, "lt": operator.lt}


class Skipped(Exception):
    """The value is irrational, unspecified, or too expensive: this sample says nothing."""


def value(term: Term, values: Values, bound: tuple[Fraction, ...] = ()) -> Fraction:
    """The value of a scalar term; ``bound`` are the values of the loose bound variables, innermost first."""
    match term:
        case Number(value=number):
            return number
        case Symbol():
            return Fraction(values[term])
        case Bound(index=index):
            return bound[index]
        case Node(op="sum", args=(lower, upper, Lambda(body=body))):
            ends = value(lower, values, bound), value(upper, values, bound)
            return sum((value(body, values, (i, *bound)) for i in integers_between(*ends)), Fraction(0))
        case Node(op="apply", args=(function, *args)):
            return Fraction(values[function](*(value(argument, values, bound) for argument in args)))
        case Node(op=op, args=args):
            return ARITHMETIC[op]([value(argument, values, bound) for argument in args])
    raise TypeError(f"no scalar: {term!r}")


def holds(formula: Term, values: Values) -> bool:
    """Whether a formula without quantifiers holds."""
    match formula:
        case Node(op="implies", args=(premise, conclusion)):
            return not holds(premise, values) or holds(conclusion, values)
        case Node(op="or", args=(left, right)):
            return holds(left, values) or holds(right, values)
        case Node(op=op, args=(left, right)) if op in COMPARISONS:
            return bool(COMPARISONS[op](value(left, values), value(right, values)))
    raise TypeError(f"no formula: {formula!r}")


def integers_between(lower: Fraction, upper: Fraction) -> list[Fraction]:
    if upper - lower > LONGEST_SUM:
        raise Skipped("a long sum")
    return [Fraction(i) for i in range(int(lower), int(upper) + 1)]


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
