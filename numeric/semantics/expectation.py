"""Expectations over finitely many outcomes, and what is assumed of random symbols.

A random symbol that nothing defines is realised by coins, so every expectation is a finite average: exact wherever
its terms are.  Assumed means and moments are then met, or not, like any other equation.
"""

from __future__ import annotations

from itertools import combinations
from typing import Final

from numeric.arithmetics import Value
from numeric.binders import body_of
from numeric.errors import TooCostly
from numeric.outcomes import Coin, outcomes
from numeric.semantics.meaning import Context, Environment, Meaning, indices_alone
from symbolic.terms import OUTCOME, Lambda, Symbol, Term

_ELEMENTS: Final = 4


def _expect(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    if isinstance(args[0], Lambda) and args[0].sort != OUTCOME:
        raise TooCostly("an expectation over normal variables")
    key = indices_alone(args, environment)
    if key is None:
        return _average(context, body_of(args[0]), environment)
    if key not in context.kept:
        context.kept[key] = _average(context, body_of(args[0]), environment)
    return context.kept[key]


def _average(context: Context, body: Term, environment: Environment) -> Value:
    arithmetic = context.arithmetic
    total: Value = 0
    for outcome in outcomes():
        value = context.value(body, (outcome, *environment))
        # Only now is it known at which coins the body has looked, and so how probable this outcome is.
        total = arithmetic.add(total, arithmetic.multiply(arithmetic.number(outcome.mass), value))
    return total


def _independent(context: Context, args: tuple[Term, ...], environment: Environment) -> bool:
    """Whether the first few elements look at coins of their own, which is enough, though more than is needed."""
    sequence = args[0]
    if not isinstance(sequence, Symbol) or sequence.sort.start is None:
        return True
    first = sequence.sort.start
    looked_at = [_coins(context, sequence, index) for index in range(first, first + _ELEMENTS)]
    return all(one.isdisjoint(other) for one, other in combinations(looked_at, 2))


def _coins(context: Context, sequence: Symbol, index: int) -> frozenset[Coin]:
    found: frozenset[Coin] = frozenset()
    for outcome in outcomes():
        context.apply(sequence, index, outcome)
        found |= outcome.coins
    return found


def _integral(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    raise TooCostly("an integral over all vectors")


MEANINGS: Final[dict[str, Meaning]] = {
    "integral": _integral,
    "expect": _expect,
    "independent": _independent,
    # Finitely many outcomes have all moments.
    "moments": lambda context, args, environment: True,
}
