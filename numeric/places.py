"""The entries by which a free vector or matrix is given, or each of a sequence of them."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Final

from numeric.arrays import Array
from symbolic.terms import (
    INTEGER,
    ONE,
    Bound,
    Lambda,
    Number,
    Symbol,
    Term,
    add,
    delta,
    entries,
    entry,
    instantiate,
    mul,
)

MOST_ROWS: Final = 3


def has_entries(symbol: Symbol) -> bool:
    """Whether the values of ``symbol`` are given by entries: of a matrix, or of a sequence of vectors or matrices."""
    return symbol.sort.name == "sequence" and symbol.sort.arity > 1


def runs_on(symbol: Symbol) -> bool:
    """Whether the first index of such a symbol runs on without end; what starts at 1 may be a row."""
    return symbol.sort.arity == 3 or symbol.sort.start != 1


def places(symbol: Symbol) -> tuple[tuple[int, ...], ...]:
    """The entries, the corner first; of a sequence of them, 1 and 2 stand for what is constant and what is t-fold.

    >>> from symbolic.terms import *
    >>> places(Symbol("A", sequence_sort(1, 2)))[:5]
    ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3))
    """
    reach = [2 if runs_on(symbol) and not place else MOST_ROWS for place in range(symbol.sort.arity)]
    every = product(*(range(1, most + 1) for most in reach))
    return tuple(sorted(every, key=lambda place: (max(place), sum(place), place)))


def factors_at(symbol: Symbol, place: tuple[int, ...]) -> list[Term]:
    """The factors of a function of the arguments of ``symbol`` that is 1, or t, at one place, and 0 at the others."""
    variables = [Bound(index) for index in reversed(range(symbol.sort.arity))]
    factors: list[Term] = [delta(variable, Number(at)) for variable, at in zip(variables, place, strict=True)]
    if not runs_on(symbol):
        return factors
    return [*([variables[0]] if place[0] == 2 else []), *factors[1:]]


def weight_at(symbol: Symbol, place: tuple[int, ...], arguments: tuple[int, ...]) -> int:
    """The value of the product of those factors at ``arguments``."""
    if not runs_on(symbol):
        return int(arguments == place)
    return (arguments[0] if place[0] == 2 else 1) if arguments[1:] == place[1:] else 0


def filled(symbol: Symbol) -> tuple[tuple[Fraction, ...], ...]:
    """The coefficients, in the order of `places`, of ones everywhere, and of ones where row and column agree."""
    steady = [place[0] == 1 or not runs_on(symbol) for place in places(symbol)]
    agreeing = [on and place[-1] == place[-2] for on, place in zip(steady, places(symbol), strict=True)]
    return tuple(map(Fraction, steady)), tuple(map(Fraction, agreeing))


def as_entries(function: Lambda) -> Lambda:
    """A closed function of the row, or of the row and the column, as one of both."""
    body = instantiate(function, Bound(1))
    return entries(instantiate(body, Bound(0)) if isinstance(body, Lambda) else body)


def closed_function(array: Array, arity: int) -> Lambda:
    """The function of the row, and of the column if ``arity`` is 2, whose values are the entries; 0 elsewhere.

    >>> closed_function(Array(2, 1, (Fraction(3), Fraction(5))), 1)
    (fun i (add (mul 3 (delta #0 1)) (mul 5 (delta #0 2))))
    """
    variables = [Bound(index) for index in reversed(range(arity))]
    every = [(row + 1, column + 1) for row in range(array.rows) for column in range(array.columns)]
    terms = [
        mul(Number(value), *(delta(variable, Number(at)) for variable, at in zip(variables, place, strict=False)))
        for place, value in zip(every, array.entries, strict=True)
        if value
    ]
    return _over_places(add(*terms), arity)


def function_of_places(array: Term, arity: int) -> Lambda:
    """The function of the row, and of the column if ``arity`` is 2, whose values are the entries of a closed term.

    >>> from symbolic.terms import *
    >>> function_of_places(Node("exp", constant_matrix(ONE, ONE, Number(0))), 1)
    (fun i (entry (exp (matrix 1 1 (fun i (fun j 0)))) #0 1))
    """
    return _over_places(entry(array, *((Bound(1), Bound(0)) if arity == 2 else (Bound(0), ONE))), arity)


def _over_places(value: Term, arity: int) -> Lambda:
    return Lambda(INTEGER, Lambda(INTEGER, value, "j") if arity == 2 else value)
