"""Assumptions read as definitions: which symbol one defines, and what else that definition looks at."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from numeric.binders import closed_over, opened
from numeric.indices import ANYWHERE, Affine, affine, uses
from symbolic.terms import (
    INTEGER,
    OUTCOME,
    REAL,
    Bound,
    Node,
    Number,
    Symbol,
    Term,
    function_sort,
    random_sort,
)


@dataclass(frozen=True)
class Schema:
    """``symbol`` at ``t + shift`` is ``body``, for all t that satisfy ``guards``; t is ``Bound(0)``.

    What is random is so along every outcome, which is ``Bound(1)``; a random variable has no t.
    Below ``first`` the schema says nothing of the sequence.  A base ``v(2) = body`` is the schema of one index.
    """

    symbol: Symbol
    first: int
    shift: int
    guards: tuple[Term, ...]
    body: Term

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
        match left:
            case Node(op="apply", args=(Symbol() as symbol, *arguments)):
                scope = _scope(symbol, arguments, variables)
                if scope is not None:
                    place = closed_over(arguments[0], *scope)
                    bound = tuple(closed_over(guard, *scope) for guard in guards)
                    yield from _schema(symbol, place, bound, closed_over(right, *scope))


def bases(formula: Term) -> Iterator[Schema]:
    """The ways to read ``formula`` as the definition of one element of a sequence."""
    variables, guards, relation = opened(formula)
    for left, right in _sides(relation):
        match left:
            case Node(op="apply", args=(Symbol() as symbol, Number(value=index), *path)):
                if symbol.sort.start is not None and not guards and tuple(path) == variables:
                    yield Schema(symbol, int(index), int(index), (), closed_over(right, _NO_TIME, *variables))


_NO_TIME: Final = Symbol("~", INTEGER)


def _scope(symbol: Symbol, arguments: list[Term], variables: tuple[Symbol, ...]) -> tuple[Symbol, ...] | None:
    """The variable that a definition runs over, then the outcome if there is one; None for other variables."""
    paths = tuple(variable for variable in variables if variable.sort == OUTCOME)
    times = tuple(variable for variable in variables if variable.sort != OUTCOME)
    if tuple(arguments[-1:]) != paths and (paths or symbol.sort.name == "random"):
        return None
    if symbol.sort == random_sort():
        return None if times else (_NO_TIME, *paths)
    expected = INTEGER if symbol.sort.start is not None else REAL
    return (*times, *paths) if len(times) == 1 and times[0].sort == expected else None


def _schema(symbol: Symbol, place: Term, guards: tuple[Term, ...], body: Term) -> Iterator[Schema]:
    form = affine(place)
    if symbol.sort.start is not None:
        if form is not None and form.get(0) == 1 and not set(form) - {0, None}:
            yield _recurrence(symbol, int(form.get(None, 0)), guards, body)
    elif symbol.sort == random_sort() or (symbol.sort == function_sort() and place == Bound(0)):
        yield Schema(symbol, 0, 0, guards, body)


def equations(formula: Term) -> Iterator[tuple[Symbol, Term]]:
    """The ways to read ``formula`` as the definition of a scalar."""
    for left, right in _sides(formula):
        if isinstance(left, Symbol):
            yield left, right


def _sides(formula: Term) -> Iterator[tuple[Term, Term]]:
    match formula:
        case Node(op="eq", args=(left, right)):
            yield from ((left, right), (right, left))


def _recurrence(symbol: Symbol, shift: int, guards: tuple[Term, ...], body: Term) -> Schema:
    start = symbol.sort.start or 0
    lowest = [start, *(shift + lower for lower in map(_lower, guards) if lower is not None)]
    # Guards that only say where the recurrence begins hold from ``first`` on, and need no second look.
    return Schema(symbol, max(lowest), shift, tuple(guard for guard in guards if _lower(guard) is None), body)


def _lower(guard: Term) -> int | None:
    match guard:
        case Node(op="le", args=(Number(value=value), Bound(index=0))):
            return math.ceil(value)
        case Node(op="lt", args=(Number(value=value), Bound(index=0))):
            return math.floor(value) + 1
    return None
