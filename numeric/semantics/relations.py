"""Relations and logic.

A premise that fails makes an implication true without a look at its conclusion, which may be undefined there.
A quantified formula is tried at small indices, or at a few reals: it is known false when an instance fails, and
counts as true otherwise.  This only ever filters points; a counterexample is checked again by the kernel.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from numeric.arithmetics import Value
from numeric.semantics.meaning import Context, Environment, Meaning
from symbolic.terms import INTEGER, Lambda, Sort, Term

INSTANCES: Final = tuple(map(Fraction, range(-1, 8)))
REAL_INSTANCES: Final = tuple(Fraction(half, 2) for half in range(-4, 5))


def _relation(holds: Callable[[Value, float], Value]) -> Meaning:
    def meaning(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
        arithmetic = context.arithmetic
        left, right = (context.value(side, environment) for side in args)
        gap = arithmetic.gap(left, right)
        return arithmetic.truth(gap, holds(gap, arithmetic.tolerance))

    return meaning


def _implies(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    fails = context.arithmetic.contrary(context.value(args[0], environment))
    return _unless(context, fails, args[1], environment)


def _or(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    return _unless(context, context.value(args[0], environment), args[1], environment)


def _unless(context: Context, holds: Value, otherwise: Term, environment: Environment) -> Value:
    return holds if holds is True else context.arithmetic.either(holds, lambda: context.value(otherwise, environment))


def _forall(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    body = args[0]
    if not isinstance(body, Lambda):
        raise TypeError(f"a quantifier binds a variable: expected a Lambda, found {body!r}")
    result: Value = True
    for instance in instances(body.sort):
        truth = context.value(body.body, (context.arithmetic.number(instance), *environment))
        if truth is False:
            return False
        result = truth if result is True else context.arithmetic.both(result, truth)
    return result


def instances(sort: Sort) -> tuple[Fraction, ...]:
    """The points at which a formula quantified over ``sort`` is tried."""
    return INSTANCES if sort == INTEGER else REAL_INSTANCES


MEANINGS: Final[dict[str, Meaning]] = {
    "eq": _relation(lambda gap, tolerance: abs(gap) <= tolerance),
    "ne": _relation(lambda gap, tolerance: abs(gap) > tolerance),
    "le": _relation(lambda gap, tolerance: gap <= tolerance),
    "lt": _relation(lambda gap, tolerance: gap < -tolerance),
    "implies": _implies,
    "or": _or,
    "forall": _forall,
    "false": lambda context, args, environment: False,
}
