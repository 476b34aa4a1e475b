"""Finite sums, term by term."""

from __future__ import annotations

from typing import Final

from numeric.arithmetics import Value
from numeric.errors import TooCostly, Undefined
from numeric.semantics.meaning import Context, Environment, Meaning
from symbolic.terms import Lambda, Term

LONGEST_SUM: Final = 10_000


def _sum(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    lower, upper = (int(context.value(limit, environment)) for limit in args[:2])
    if upper < lower - 1:
        raise Undefined(f"a sum from {lower} to {upper}")
    if upper - lower >= LONGEST_SUM:
        raise TooCostly(f"a sum from {lower} to {upper}; at most {LONGEST_SUM} terms")
    total: Value = 0
    for index in range(lower, upper + 1):
        total = context.arithmetic.add(total, context.value(_body(args[2]), (index, *environment)))
    return total


def _body(term: Term) -> Term:
    if not isinstance(term, Lambda):
        raise TypeError(f"a sum binds its index: expected a Lambda, found {term!r}")
    return term.body


MEANINGS: Final[dict[str, Meaning]] = {"sum": _sum}
