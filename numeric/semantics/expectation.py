"""Expectations, over finitely many outcomes or standard normal variables, and what is assumed of random symbols.

A random symbol that nothing defines is realised by coins, so every expectation is a finite average: exact wherever
its terms are.  Assumed means and moments are then met, or not, like any other equation.  Over normal variables each
arithmetic has its own way: quadrature, or the mean of many draws.
"""

from __future__ import annotations

from itertools import combinations
from typing import Final

from numeric.arithmetics import Value
from numeric.binders import body_of
from numeric.outcomes import Coin, outcomes
from numeric.semantics.meaning import Context, Environment, Meaning, kept
from numeric.semantics.normals import mean_over_normals, over_normals
from symbolic.terms import Symbol, Term

_ELEMENTS: Final = 4


def _expect(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    average = mean_over_normals if over_normals(args[0]) else _average
    return kept(context, args, environment, lambda: average(context, args, environment))


def _average(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    arithmetic, body = context.arithmetic, body_of(args[0])
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


MEANINGS: Final[dict[str, Meaning]] = {
    "expect": _expect,
    "independent": _independent,
    # Finitely many outcomes have all moments.
    "moments": lambda context, args, environment: True,
}
