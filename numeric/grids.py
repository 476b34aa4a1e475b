"""Vectors and matrices as a person writes them, and which symbols of a claim are entries of which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple, TypeAlias

from numeric.arithmetics import Value
from numeric.arrays import Array
from numeric.binders import loose
from numeric.evaluate import Evaluation
from numeric.places import MOST_ROWS, has_entries, runs_on
from numeric.semantics import Element
from symbolic.claim import Claim
from symbolic.terms import Bound, Lambda, Node, Number, Symbol, Term, subterms

_PLACES: Final = ((Bound(1), Bound(0)), (Bound(1),), (Bound(0),))


class Grid(NamedTuple):
    """The shape in which a symbol is spoken of; ``row`` and ``column`` say which of the two are arguments of it."""

    rows: Term
    columns: Term
    row: bool
    column: bool


Grids: TypeAlias = Mapping[Symbol, Grid]


def grids(claim: Claim) -> Grids:
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


def boxes(looked_at: Iterable[Element]) -> Grids:
    """The rows and columns of small matrices of which entries have been looked at one by one."""
    places: dict[Symbol, list[tuple[int, ...]]] = {}
    for symbol, *place in looked_at:
        if has_entries(symbol) and not runs_on(symbol):
            places.setdefault(symbol, []).append(tuple(place))
    ends = {symbol: tuple(map(max, zip(*found, strict=True))) for symbol, found in places.items()}
    return {
        symbol: Grid(Number(rows), Number(columns), True, True)
        for symbol, (rows, columns) in ends.items()
        if max(rows, columns) <= MOST_ROWS
    }


def is_timed(symbol: Symbol, grid: Grid) -> bool:
    """Whether there is one such vector or matrix for each time."""
    return symbol.sort.arity > grid.row + grid.column


def array_of(symbol: Symbol, grid: Grid, here: Evaluation, *index: int) -> Array:
    """The vector or matrix; raises `Undefined` where an entry has no value."""

    def entry(row: int, column: int) -> Value:
        return here.apply(symbol, *index, *([row] if grid.row else []), *([column] if grid.column else []))

    return Array.of(here.value(grid.rows), here.value(grid.columns), entry)


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
