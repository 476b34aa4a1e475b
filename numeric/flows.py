"""Sequences of vectors that are functions of a vector, ``h(z, t, i)``: for each z, run forward like any sequence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from symbolic.terms import Symbol

Argument = TypeVar("Argument")


def is_flow(symbol: Symbol) -> bool:
    """Whether the elements of ``symbol`` depend on a vector."""
    return symbol.sort.name == "functional" and symbol.sort.start is not None


def time_first(symbol: Symbol, arguments: Sequence[Argument]) -> tuple[Argument, ...]:
    """The arguments with the time in front, as other sequences have it, then the vector; done twice, it is undone.

    >>> from symbolic.terms import *
    >>> time_first(Symbol("h", functional_sort(3)), ("z", "t", "i"))
    ('t', 'z', 'i')
    """
    if not is_flow(symbol):
        return tuple(arguments)
    vector, time, *places = arguments
    return time, vector, *places


def entry_of(symbol: Symbol, path: Sequence[Argument]) -> tuple[Argument, ...]:
    """What is left of a path without the vector."""
    return tuple(path[1:] if is_flow(symbol) else path)


def whole_of(symbol: Symbol, path: Sequence[Argument]) -> tuple[Argument, ...]:
    """What a path says of the vector or matrix as a whole: nothing, or the vector that it depends on."""
    return tuple(path[:1] if is_flow(symbol) else ())
