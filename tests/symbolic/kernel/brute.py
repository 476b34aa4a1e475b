"""The total semantics once more, by brute force: exact values of terms, straight from the textbook, sharing no code
with the kernel.  ``x/0`` is 0, 0 to a negative power is 0, ``0^0`` is 1, and a sum over an empty range is 0.

Exponentials have base 2 here, so that they are rational at integers: whatever is said of e except its size holds of 2.
Sines and cosines are other points of the circle, odd and even as they are: laws of sums do not hold of these.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from symbolic.terms import Bound, Lambda, Node, Number, Symbol, Term, is_array
from tests.symbolic.kernel.brute_arithmetic import ARITHMETIC, Skipped, total_power
from tests.symbolic.kernel.brute_arrays import Array, array_of

__all__ = ["COMPARISONS", "Skipped", "Values", "holds", "total_power", "value"]

Values = Mapping[Symbol, Any]
LONGEST_SUM = 60
COMPARISONS = {"eq": operator.eq, "ne": operator.ne, "le": operator.le, "lt": operator.lt}
JOINED = {"sum": "add", "prod": "mul"}


def value(term: Term, values: Values, bound: tuple[Fraction, ...] = ()) -> Fraction:
    """The value of a scalar term; ``bound`` are the values of the loose bound variables, innermost first."""
    match term:
        case Number(value=number):
            return number
        case Symbol():
            return Fraction(values[term])
        case Bound(index=index):
            return bound[index]
        case Node(op=("sum" | "prod") as op, args=(lower, upper, Lambda(body=body))):
            ends = value(lower, values, bound), value(upper, values, bound)
            return ARITHMETIC[JOINED[op]]([value(body, values, (i, *bound)) for i in integers_between(*ends)])
        case Node(op="entry" | "trace" | "dot"):
            return _of_arrays(term, values, bound)
        case Node(op="apply", args=(function, *args)):
            return Fraction(values[function](*(value(argument, values, bound) for argument in args)))
        case Node(op=op, args=args):
            return ARITHMETIC[op]([value(argument, values, bound) for argument in args])
    raise TypeError(f"no scalar: {term!r}")


def _of_arrays(term: Node, values: Values, bound: tuple[Fraction, ...]) -> Fraction:
    """The numbers that are made from matrices."""
    whole = array(term.args[0], values, bound)
    match term:
        case Node(op="entry", args=(_, row, column)):
            return whole.at(value(row, values, bound), value(column, values, bound))
        case Node(op="dot", args=(_, other)):
            return whole.dot(array(other, values, bound))
    return whole.trace()


def array(term: Term, values: Values, bound: tuple[Fraction, ...] = ()) -> Array:
    """The entries of a matrix."""
    return array_of(term, lambda part, places: value(part, values, (*places, *bound)), values)


def holds(formula: Term, values: Values) -> bool:
    """Whether a formula without quantifiers holds."""
    match formula:
        case Node(op="implies", args=(premise, conclusion)):
            return not holds(premise, values) or holds(conclusion, values)
        case Node(op="or", args=(left, right)):
            return holds(left, values) or holds(right, values)
        case Node(op=("eq" | "ne") as op, args=(left, right)) if is_array(left):
            return bool(COMPARISONS[op](array(left, values), array(right, values)))
        case Node(op="invertible", args=(whole,)):
            return array(whole, values).inverse() is not None
        case Node(op=op, args=(left, right)) if op in COMPARISONS:
            return bool(COMPARISONS[op](value(left, values), value(right, values)))
    raise TypeError(f"no formula: {formula!r}")


def integers_between(lower: Fraction, upper: Fraction) -> list[Fraction]:
    if upper - lower > LONGEST_SUM:
        raise Skipped("a long sum")
    return [Fraction(i) for i in range(int(lower), int(upper) + 1)]
