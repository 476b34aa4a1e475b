"""Recurrences of a model that come to rest: numbers, or matrices of numbers, that a step maps to themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from symbolic.kernel.definitions import Definition
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import normalise
from symbolic.methods.concrete import matrix_of, table_of
from symbolic.methods.search import Failed
from symbolic.terms import INTEGER, ONE, Lambda, Node, Number, Symbol, Term, instantiate, is_array, substitute

MOST_STEPS: Final = 2  # until a sequence comes to rest
Forms: TypeAlias = Mapping[Symbol, Lambda]
"""Sequences as functions of the time."""


def rest_of(recurrence: Definition, read: Sequence[Definition], forms: Forms) -> tuple[int, Term] | None:
    """Since when a sequence is mapped to itself, and what it is then; None if it is not so soon."""
    values = values_of(recurrence, read, forms)
    for later, (value, following) in enumerate(pairwise(values)):
        if value == following:
            return begin_of(recurrence) + later, value
    return None


def begin_of(recurrence: Definition) -> int:
    """The last index below the recurrence."""
    return recurrence.start + recurrence.shift - 1


def values_of(recurrence: Definition, read: Sequence[Definition], forms: Forms) -> Iterator[Term]:
    """The first few values of a sequence, as far as they are numbers, or matrices of numbers, at all times at which
    ``forms`` say what others are.
    """
    symbol = recurrence.sequence
    value = _value_at(symbol, begin_of(recurrence), read, forms)
    for _ in range(MOST_STEPS + 2):
        if value is None or not _is_element(value, symbol):
            return
        yield value
        value = constant(recurrence.value, {**forms, symbol: at_all_times(symbol, value)})


def _is_element(value: Term, symbol: Symbol) -> bool:
    """Whether ``value`` is all that an element of ``symbol`` is: not one entry of many, nor one outcome's."""
    return symbol.sort.name == "sequence" and is_array(value) == (symbol.sort.arity > 1)


def _value_at(symbol: Symbol, time: int, read: Iterable[Definition], forms: Forms) -> Term | None:
    for one in read:
        if one.sequence == symbol and one.time is None and one.start == time:
            return constant(one.value, forms)
    return None


def constant(term: Term, forms: Forms) -> Term | None:
    """What ``term`` is at all times: a number, or a matrix of numbers; None if it is none."""
    term = substitute(term, forms)
    if is_array(term):
        try:
            return matrix_of(table_of(term))
        except Failed:
            return None
    value = normalise(term, Facts()).constant
    return None if value is None else Number(value)


def at_all_times(symbol: Symbol, value: Term) -> Lambda:
    """The sequence that is always ``value``: one of numbers, of columns or of matrices."""
    match value:
        case Node(op="matrix", args=(_, _, Lambda(body=Lambda() as row) as rows)):
            return Lambda(INTEGER, rows if symbol.sort.arity > 2 else Lambda(INTEGER, instantiate(row, ONE)))
    return Lambda(INTEGER, value)
