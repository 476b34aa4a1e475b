"""Finite sums and products, term by term, and the Kronecker delta."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from numeric.arithmetics import Value
from numeric.binders import body_of
from numeric.errors import TooCostly, Undefined
from numeric.semantics.meaning import Context, Environment, Meaning, kept
from symbolic.terms import Term

LONGEST_SUM: Final = 10_000


def terms_of(context: Context, args: tuple[Term, ...], environment: Environment) -> Iterator[Value]:
    """What is summed, or multiplied, at each index in turn."""
    lower, upper = (int(context.value(limit, environment)) for limit in args[:2])
    if upper < lower - 1:
        raise Undefined(f"a sum or product from {lower} to {upper}")
    if upper - lower >= LONGEST_SUM:
        raise TooCostly(f"a sum or product from {lower} to {upper}; at most {LONGEST_SUM} terms")
    body = body_of(args[2])
    for index in range(lower, upper + 1):
        yield context.value(body, (index, *environment))


def _sum(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    """Kept where it depends on indices alone: the denominator of a softmax is the same for all entries of a row."""
    return kept(context, args, environment, lambda: _total(context, args, environment))


def _total(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    total: Value = 0
    for term in terms_of(context, args, environment):
        total = context.arithmetic.add(total, term)
    return total


def _product(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    # All factors are evaluated even when one is zero: 0 * (1/0) is undefined.
    product: Value = 1
    for factor in terms_of(context, args, environment):
        product = context.arithmetic.multiply(product, factor)
    return product


def _delta(context: Context, args: tuple[Term, ...], environment: Environment) -> int:
    left, right = (context.value(index, environment) for index in args)
    return int(left == right)


MEANINGS: Final[dict[str, Meaning]] = {"sum": _sum, "prod": _product, "delta": _delta}
