"""Addition, multiplication, division and powers."""

from __future__ import annotations

from functools import reduce
from typing import Final

from numeric.arithmetics import Value
from numeric.semantics.meaning import Context, Environment, Meaning
from symbolic.terms import Term


def _add(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    return reduce(context.arithmetic.add, [context.value(argument, environment) for argument in args])


def _multiply(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    # All factors are evaluated even when one is zero: 0 * (1/0) is undefined.
    return reduce(context.arithmetic.multiply, [context.value(argument, environment) for argument in args])


def _subtract(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    left, right = (context.value(argument, environment) for argument in args)
    return context.arithmetic.add(left, -right)


def _negate(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    return -context.value(args[0], environment)


def _divide(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    left, right = (context.value(argument, environment) for argument in args)
    return context.arithmetic.divide(left, right)


def _power(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    base, exponent = (context.value(argument, environment) for argument in args)
    return context.arithmetic.power(base, exponent)


MEANINGS: Final[dict[str, Meaning]] = {
    "add": _add,
    "mul": _multiply,
    "sub": _subtract,
    "neg": _negate,
    "div": _divide,
    "pow": _power,
}
