"""Vectors and matrices as a person writes them, and which symbols of a claim are entries of which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from numeric.arithmetics import Value
from numeric.arrays import Array
from numeric.binders import loose
from symbolic.claim import Claim
from symbolic.terms import Bound, Lambda, Node, Symbol, Term, subterms

_PLACES: Final = ((Bound(1), Bound(0)), (Bound(1),), (Bound(0),))


class Grid(NamedTuple):
    """The shape in which a symbol is spoken of; ``row`` and ``column`` say which of the two are arguments of it."""

    rows: Term
    columns: Term
    row: bool
    column: bool


def grids(claim: Claim) -> Mapping[Symbol, Grid]:
    """The vectors and matrices of ``claim``, and the sequences of such, with the first shape that each has."""
    found: dict[Symbol, Grid] = {}
    for formula in (*claim.assumptions, claim.goal):
        for part in subterms(formula):
            match part:
                case Node(op="matrix", args=(rows, columns, Lambda(body=Lambda(body=Node(op="apply", args=args))))):
                    symbol, *arguments = args
                    ending = next((end for end in _PLACES if tuple(arguments[-len(end) :]) == end), None)
                    if isinstance(symbol, Symbol) and ending and not loose(rows) | loose(columns):
                        found.setdefault(symbol, Grid(rows, columns, Bound(1) in ending, Bound(0) in ending))
    return found


def is_timed(symbol: Symbol, grid: Grid) -> bool:
    """Whether there is one such vector or matrix for each time."""
    return symbol.sort.arity > grid.row + grid.column


def written(value: Value, number: Callable[[Value], str]) -> str:
    """A matrix row by row, and a vector as a row; a number as ``number`` writes it.

    >>> written(Array(2, 2, (0, 1, 0, 0)), str), written(Array(2, 1, (1, 0)), str)
    ('[[0, 1], [0, 0]]', '(1, 0)')
    """
    if not isinstance(value, Array):
        return number(value)
    rows = [value.entries[start : start + value.columns] for start in range(0, len(value.entries), value.columns or 1)]
    if value.columns == 1:
        return f"({', '.join(number(entry) for (entry,) in rows)})"
    return _listed(_listed(map(number, row)) for row in rows)


def _listed(items: Iterable[str]) -> str:
    return f"[{', '.join(items)}]"
