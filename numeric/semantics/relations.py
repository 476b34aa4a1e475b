"""Relations and logic.

A premise that fails makes an implication true without a look at its conclusion, which may be undefined there.
A quantified formula is tried at small indices, at a few reals or at a few vectors: it is known false when an instance
fails, and counts as true otherwise.  This only ever filters points; a counterexample is checked again by the kernel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import reduce
from typing import Final

from numeric.arithmetics import Value
from numeric.arrays import entries_of, entrywise
from numeric.binders import body_of
from numeric.outcomes import outcomes
from numeric.semantics.meaning import Context, Environment, Meaning
from symbolic.terms import INTEGER, OUTCOME, REAL, Lambda, Sort, Term

INSTANCES: Final = tuple(map(Fraction, range(-1, 8)))
INNER_INSTANCES: Final = 5
# Far out too, where what grows is no longer within a bound that is assumed everywhere.
REAL_INSTANCES: Final = (*(Fraction(half, 2) for half in range(-4, 5)), *map(Fraction, (-(10**4), -100, 100, 10**4)))


# Of one or two indices: nothing, the corner, ones, what changes its sign, what grows.
VECTORS: Final = (
    lambda *place: 0,
    lambda *place: int(all(index == 1 for index in place)),
    lambda *place: 1,
    lambda *place: (-1) ** sum(place),
    lambda *place: sum(place),
)


def _relation(holds: Callable[[Value, float], Value]) -> Meaning:
    def meaning(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
        arithmetic = context.arithmetic
        left, right = context.value(args[0], environment), context.value(args[1], environment)
        gap = arithmetic.gap(left, right)
        return arithmetic.truth(gap, holds(gap, arithmetic.tolerance))

    return meaning


def _equal(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    """Of two numbers, or of two matrices in all entries."""
    arithmetic = context.arithmetic
    gaps = entrywise(arithmetic.gap, *(context.value(side, environment) for side in args))
    truths = [arithmetic.truth(gap, abs(gap) <= arithmetic.tolerance) for gap in entries_of(gaps)]
    return reduce(arithmetic.both, truths) if truths else True


def _different(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    return context.arithmetic.contrary(_equal(context, args, environment))


def _implies(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    fails = context.arithmetic.contrary(context.value(args[0], environment))
    return _unless(context, fails, args[1], environment)


def _or(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    return _unless(context, context.value(args[0], environment), args[1], environment)


def _unless(context: Context, holds: Value, otherwise: Term, environment: Environment) -> Value:
    return holds if holds is True else context.arithmetic.either(holds, lambda: context.value(otherwise, environment))


def _forall(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    binder = args[0]
    body = body_of(binder)
    result: Value = True
    for instance in _ranging(context, binder, environment):
        truth = context.value(body, (instance, *environment))
        if truth is False:
            return False
        result = truth if result is True else context.arithmetic.both(result, truth)
    return result


def _ranging(context: Context, binder: Term, environment: Environment) -> Iterator[Value]:
    """What the variable of a quantifier is tried at: all outcomes, some vectors, or some numbers."""
    if isinstance(binder, Lambda) and binder.sort.name == "sequence":
        return iter(VECTORS)
    if isinstance(binder, Lambda) and binder.sort != OUTCOME:
        return map(context.arithmetic.number, instances(binder.sort, environment))
    return outcomes()


def instances(sort: Sort, environment: Environment) -> tuple[Fraction, ...]:
    """The numbers at which a formula quantified over ``sort`` is tried; none for outcomes, which are no numbers.

    Where a variable is bound outside it, a few suffice: they are tried for every value of that variable.
    """
    every = {INTEGER: INSTANCES, REAL: REAL_INSTANCES}.get(sort, ())
    return every[:INNER_INSTANCES] if environment else every


MEANINGS: Final[dict[str, Meaning]] = {
    "eq": _equal,
    "ne": _different,
    "le": _relation(lambda gap, tolerance: gap <= tolerance),
    "lt": _relation(lambda gap, tolerance: gap < -tolerance),
    "implies": _implies,
    "or": _or,
    "forall": _forall,
    "false": lambda context, args, environment: False,
}
