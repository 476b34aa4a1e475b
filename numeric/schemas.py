"""Assumptions read as definitions: which symbol one defines, and what else that definition looks at."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from numeric.binders import closed_over, opened
from numeric.heads import NO_TIME, Head, head_of, path_of, scope_of
from numeric.indices import ANYWHERE, Affine, affine, uses
from symbolic.terms import (
    Bound,
    Node,
    Number,
    Symbol,
    Term,
    function_sort,
    random_sort,
    symbols,
)


@dataclass(frozen=True)
class Schema:
    """``symbol`` at ``t + shift`` is ``body``, for all t that satisfy ``guards``; t is ``Bound(0)``.

    What is random is so along every outcome, which is ``Bound(1)``; a random variable has no t.  Of vectors and
    matrices, ``body`` is one entry, whose places are ``Bound(1)`` and ``Bound(2)``, or all of them if there is a
    ``shape``.
    Below ``first`` the schema says nothing of the sequence.  A base ``v(2) = body`` is the schema of one index.
    """

    symbol: Symbol
    first: int
    shift: int
    guards: tuple[Term, ...]
    body: Term
    shape: tuple[Term, Term] | None = None

    def looks_at(self) -> Iterator[tuple[Symbol, float]]:
        """Each symbol that an element needs, and the latest index needed less the element's own index."""
        for part in (*self.guards, self.body):
            for symbol, form in uses(part, ()):
                yield symbol, self._ahead(form)

    def _ahead(self, form: Affine | None) -> float:
        if form is None or form.get(0, 0) not in (0, 1) or set(form) - {0, None}:
            return ANYWHERE
        return float(form.get(None, 0) - (self.shift if form.get(0) else self.first))


def schemas(formula: Term) -> Iterator[Schema]:
    """The ways to read ``formula`` as the definition of a sequence, a function of one argument or a random symbol."""
    variables, guards, relation = opened(formula)
    for left, right in _sides(relation):
        defined = head_of(left)
        scope = None if defined is None else scope_of(defined, variables)
        if defined is not None and scope is not None:
            place = closed_over(defined.arguments[0], *scope)
            bound = tuple(closed_over(guard, *scope) for guard in guards)
            yield from _schema(defined, place, bound, closed_over(right, *scope))


def bases(formula: Term) -> Iterator[Schema]:
    """The ways to read ``formula`` as the definition of one element of a sequence."""
    variables, guards, relation = opened(formula)
    for left, right in _sides(relation):
        defined = head_of(left)
        match defined:
            case Head(symbol=symbol, arguments=(Number(value=index), *_)) if symbol.sort.start is not None:
                path = path_of(defined, variables)
                if path is not None and len(path) == len(variables) and all(symbols(g) & set(path) for g in guards):
                    bound = tuple(closed_over(guard, NO_TIME, *path) for guard in guards)
                    body = closed_over(right, NO_TIME, *path)
                    yield Schema(symbol, int(index), int(index), bound, body, defined.shape)


def equations(formula: Term) -> Iterator[tuple[Symbol, Term]]:
    """The ways to read ``formula`` as the definition of a number, or of a vector or a matrix as a whole."""
    for left, right in _sides(formula):
        defined = head_of(left)
        if isinstance(left, Symbol):
            yield left, right
        elif defined is not None and not defined.arguments:
            yield defined.symbol, right


def _schema(defined: Head, place: Term, guards: tuple[Term, ...], body: Term) -> Iterator[Schema]:
    symbol, form = defined.symbol, affine(place)
    if symbol.sort.start is not None:
        if form is not None and form.get(0) == 1 and not set(form) - {0, None}:
            yield _recurrence(defined, int(form.get(None, 0)), guards, body)
    elif symbol.sort == random_sort() or (symbol.sort == function_sort() and place == Bound(0)):
        yield Schema(symbol, 0, 0, guards, body)


def _sides(formula: Term) -> Iterator[tuple[Term, Term]]:
    match formula:
        case Node(op="eq", args=(left, right)):
            yield from ((left, right), (right, left))


def _recurrence(defined: Head, shift: int, guards: tuple[Term, ...], body: Term) -> Schema:
    start = defined.symbol.sort.start or 0
    lowest = [start, *(shift + lower for lower in map(_lower, guards) if lower is not None)]
    # Guards that only say where the recurrence begins hold from ``first`` on, and need no second look.
    rest = tuple(guard for guard in guards if _lower(guard) is None)
    return Schema(defined.symbol, max(lowest), shift, rest, body, defined.shape)


def _lower(guard: Term) -> int | None:
    match guard:
        case Node(op="le", args=(Number(value=value), Bound(index=0))):
            return math.ceil(value)
        case Node(op="lt", args=(Number(value=value), Bound(index=0))):
            return math.floor(value) + 1
    return None
