"""What one side of an equation may define: an element of a sequence, an entry of a matrix, or a matrix as a whole."""

from __future__ import annotations

from typing import Final, NamedTuple

from numeric.binders import loose
from numeric.flows import is_flow, time_first
from symbolic.terms import INTEGER, ONE, OUTCOME, REAL, Bound, Lambda, Node, Symbol, Term, random_sort

NO_TIME: Final = Symbol("~", INTEGER)


class Head(NamedTuple):
    """``symbol`` at ``arguments``, the time first; where there is a ``shape``, with all places within it after them."""

    symbol: Symbol
    arguments: tuple[Term, ...]
    shape: tuple[Term, Term] | None = None


def head_of(side: Term) -> Head | None:
    """The head of one side of an equation, if it has one.

    >>> from symbolic.terms import *
    >>> n, h = Symbol("n", INTEGER), Symbol("h", sequence_sort(0, 2))
    >>> head_of(named_matrix(h, n, ONE, ZERO))
    Head(symbol=h, arguments=(0,), shape=(n, 1))
    """
    match side:
        case Node(op="apply", args=(Symbol() as symbol, *arguments)):
            return Head(symbol, time_first(symbol, tuple(arguments)))
        case Node(op="matrix", args=(rows, columns, Lambda(body=Lambda(body=Node(op="apply", args=args))))):
            index = _before_places(args[1:], columns)
            if isinstance(args[0], Symbol) and index is not None and _is_index(args[0], index):
                return Head(args[0], time_first(args[0], index), (rows, columns))
    return None


def _is_index(symbol: Symbol, index: tuple[Term, ...]) -> bool:
    return len(index) == 2 if is_flow(symbol) else len(index) <= 1


def _before_places(arguments: tuple[Term, ...], columns: Term) -> tuple[Term, ...] | None:
    """What stands before the row and the column, such as a time; None if not each entry is named."""
    for places in ((Bound(1), Bound(0)), *([(Bound(1),)] if columns == ONE else [])):
        index = arguments[: -len(places)]
        if arguments == (*index, *places) and not any(map(loose, index)):
            return index
    return None


def path_of(head: Head, variables: tuple[Symbol, ...]) -> tuple[Symbol, ...] | None:
    """The variables besides the time: the outcome, or a vector and the places of entries; None for anything else."""
    chance = head.symbol.sort.name == "random"
    places = head.arguments[1:] if head.symbol.sort.start is not None else ()
    further = head.arguments[-1:] if chance else places
    found = tuple(variable for place in further for variable in variables if variable == place)
    fits = len(set(found)) == len(further) and all((variable.sort == OUTCOME) == chance for variable in found)
    return found if fits else None


def scope_of(head: Head, variables: tuple[Symbol, ...]) -> tuple[Symbol, ...] | None:
    """The variable that a definition runs over, then those of its path; None for other variables."""
    path = path_of(head, variables)
    if path is None or not head.arguments:
        return None
    times = tuple(variable for variable in variables if variable not in path)
    if head.symbol.sort == random_sort():
        return None if times else (NO_TIME, *path)
    expected = INTEGER if head.symbol.sort.start is not None else REAL
    return (*times, *path) if len(times) == 1 and times[0].sort == expected else None
