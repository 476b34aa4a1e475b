"""Addition, multiplication, division and powers; of matrices, what is done to each entry."""

from __future__ import annotations

import operator
from typing import Final

from numeric.arithmetics import Value
from numeric.arrays import entrywise
from numeric.semantics.meaning import Context, Environment, Meaning
from symbolic.terms import Term


def _add(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    total = context.value(args[0], environment)
    for argument in args[1:]:
        total = entrywise(context.arithmetic.add, total, context.value(argument, environment))
    return total


def _multiply(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    # All factors are evaluated even when one is zero: 0 * (1/0) is undefined.
    product = context.value(args[0], environment)
    for argument in args[1:]:
        product = entrywise(context.arithmetic.multiply, product, context.value(argument, environment))
    return product


def _subtract(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    left, right = context.value(args[0], environment), context.value(args[1], environment)
    return entrywise(lambda one, other: context.arithmetic.add(one, -other), left, right)


def _negate(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    return entrywise(operator.neg, context.value(args[0], environment))


def _divide(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    left, right = context.value(args[0], environment), context.value(args[1], environment)
    return entrywise(context.arithmetic.divide, left, right)


def _power(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    base, exponent = context.value(args[0], environment), context.value(args[1], environment)
    return context.arithmetic.power(base, exponent)


MEANINGS: Final[dict[str, Meaning]] = {
    "add": _add,
    "mul": _multiply,
    "sub": _subtract,
    "neg": _negate,
    "div": _divide,
    "pow": _power,
    "pi": lambda context, args, environment: context.arithmetic.pi(),
}
