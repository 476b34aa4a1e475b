"""Finite sums, term by term, and the Kronecker delta."""

from __future__ import annotations

from typing import Final

from numeric.arithmetics import Value
from numeric.binders import body_of
from numeric.errors import TooCostly, Undefined
from numeric.semantics.meaning import Context, Environment, Meaning
from symbolic.terms import Term

LONGEST_SUM: Final = 10_000


def _sum(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    lower, upper = (int(context.value(limit, environment)) for limit in args[:2])
    if upper < lower - 1:
        raise Undefined(f"a sum from {lower} to {upper}")
    if upper - lower >= LONGEST_SUM:
        raise TooCostly(f"a sum from {lower} to {upper}; at most {LONGEST_SUM} terms")
    body = body_of(args[2])
    total: Value = 0
    for index in range(lower, upper + 1):
        total = context.arithmetic.add(total, context.value(body, (index, *environment)))
    return total


def _delta(context: Context, args: tuple[Term, ...], environment: Environment) -> int:
    left, right = (context.value(index, environment) for index in args)
    return int(left == right)


MEANINGS: Final[dict[str, Meaning]] = {"sum": _sum, "delta": _delta}
