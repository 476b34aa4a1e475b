"""The domain of a symbol as relations: what a script declared, or what a plain SymPy symbol assumes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

import sympy

from symbolic.language.expressions import Expressions
from symbolic.language.family import OMEGA
from symbolic.language.scope import Scope
from symbolic.language.symbols import Variable
from symbolic.language.unreadable import Unreadable
from symbolic.terms import INTEGER, ONE, ZERO, Number, Symbol, Term, le, lt, ne, symbols

_DECLARED: Final[dict[str, Callable[[Term, Term], Term]]] = {
    "above": lambda symbol, bound: lt(bound, symbol),
    "at_least": lambda symbol, bound: le(bound, symbol),
    "below": lt,
    "at_most": le,
    "nonzero": ne,
}


def domain(symbol: Symbol, scope: Scope) -> tuple[Term, ...]:
    """The relations that bound ``symbol``, which was read in ``scope``; being an integer is in its sort.

    >>> scope = Scope()
    >>> domain(scope.symbol(sympy.Symbol("n", integer=True, positive=True)), scope)
    ((le 1 n),)
    """
    origin = scope.origin(symbol)
    if isinstance(origin, Variable):
        expressions = Expressions(scope)
        return tuple(_DECLARED[word](symbol, _fixed(expressions.read(bound), bound)) for word, bound in origin.domain)
    return _assumed(symbol, origin) if isinstance(origin, sympy.Symbol) else ()


def domains(formulas: Iterable[Term], scope: Scope) -> tuple[Term, ...]:
    """The domains of all free symbols of ``formulas``, and of the symbols that those domains speak of, by name."""
    found: dict[Symbol, tuple[Term, ...]] = {}
    waiting = {symbol for formula in formulas for symbol in symbols(formula)}
    while waiting:
        found |= {symbol: domain(symbol, scope) for symbol in waiting}
        waiting = {symbol for symbol in waiting for part in found[symbol] for symbol in symbols(part)} - set(found)
    return tuple(relation for symbol in sorted(found, key=lambda one: one.name) for relation in found[symbol])


def _fixed(bound: Term, expression: Any) -> Term:
    """A bound that is the same for all outcomes."""
    if OMEGA in symbols(bound):
        raise Unreadable(expression, "a random bound of a domain", "a fixed one; assume the relation instead")
    return bound


def _assumed(symbol: Symbol, origin: Any) -> tuple[Term, ...]:
    """The strongest sign that SymPy assumes; among integers, ``n > 0`` is ``n >= 1``."""
    integral = symbol.sort == INTEGER
    if origin.is_positive:
        return (le(ONE, symbol) if integral else lt(ZERO, symbol),)
    if origin.is_negative:
        return (le(symbol, Number(-1)) if integral else lt(symbol, ZERO),)
    bounds = ((origin.is_nonnegative, le(ZERO, symbol)), (origin.is_nonpositive, le(symbol, ZERO)))
    nonzero = ((origin.is_nonzero, ne(symbol, ZERO)),)
    return tuple(relation for holds, relation in (*bounds, *nonzero) if holds)
