"""Where a strict relation fails, since its sides are equal there: at numbers that need not be rational."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from numeric.points import simplest_models
from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.terms import REAL, Node, Symbol, Term, le, substitute, symbols


def at_equality(claim: Claim, amount: int) -> Iterator[Model]:
    """Models in which a number that is one side of the goal has the value of the other side.

    Whether they meet what is assumed is for the kernel to say.

    >>> from symbolic.terms import *
    >>> x, y = Symbol("x"), Symbol("y")
    >>> claim = Claim("f/d/c", "", "", (le(ONE, x),), (le(Node("exp", x), y),), (), lt(Node("exp", x), y))
    >>> [dict(model.values) for model in at_equality(claim, 1)]
    [{x: 1, y: (exp 1)}]
    """
    for symbol, value in _alone(claim.goal):
        for model in simplest_models(_put_in(claim, symbol, value), amount):
            yield replace(model, values=(*model.values, (symbol, substitute(value, dict(model.values)))))


def _alone(goal: Term) -> Iterator[tuple[Symbol, Term]]:
    """A real symbol that is one side of a strict relation, and the other side."""
    match goal:
        case Node(op="lt" | "ne", args=(left, right)):
            for side, other in ((left, right), (right, left)):
                if isinstance(side, Symbol) and side.sort == REAL and side not in symbols(other):
                    yield side, other


def _put_in(claim: Claim, symbol: Symbol, value: Term) -> Claim:
    """``claim`` where ``symbol`` is ``value``, without what then says nothing."""
    domains, assumptions, conditions = (
        tuple(formula for formula in _instances(formulas, symbol, value) if not _says_nothing(formula))
        for formulas in (claim.domains, claim.assumptions, claim.conditions)
    )
    return replace(claim, domains=domains, assumptions=assumptions, conditions=conditions, goal=le(value, value))


def _instances(formulas: Iterable[Term], symbol: Symbol, value: Term) -> Iterator[Term]:
    return (substitute(formula, {symbol: value}) for formula in formulas)


def _says_nothing(formula: Term) -> bool:
    """That a number is at most itself; no arithmetic sees that of an irrational one."""
    match formula:
        case Node(op="le" | "eq", args=(left, right)):
            return left == right
    return False
