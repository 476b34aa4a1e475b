"""Sequences of a model that never change, or come to rest: what is asked of all times is then asked of one value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from symbolic.kernel import Rejected
from symbolic.kernel.definitions import Definition, read_definition
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import normalise
from symbolic.methods.concrete import matrix_of, table_of
from symbolic.methods.induction import Induction
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol
from symbolic.terms import (
    INTEGER,
    ONE,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    apply,
    eq,
    instantiate,
    is_array,
    le,
    named_matrix,
    shape_of,
    substitute,
)

MOST_STEPS: Final = 2  # until a sequence comes to rest


def resting(definitions: Sequence[Term], search: Search) -> tuple[int, ...]:
    """Steps that say ``v(t) = c`` of all times from one on, for each defined sequence that begins with a number, or a
    matrix of numbers, and soon keeps what it has come to.
    """
    read = list(filter(None, map(read_definition, definitions)))
    steps: list[int] = []
    for symbol, (first, value) in _kept(read).items():
        try:
            steps.append(_always(symbol, first, value, Goal(value, tuple(definitions), tuple(steps)), search))
        except (Failed, Rejected):
            continue
    return tuple(steps)


def _kept(read: Sequence[Definition]) -> dict[Symbol, tuple[int, Term]]:
    """Which sequences are mapped by their recurrence to what they have come to, since when, and what that is."""
    found: dict[Symbol, tuple[int, Term]] = {}
    for recurrence in (one for one in read if one.time is not None):
        begin = recurrence.start + recurrence.shift - 1
        known = {symbol: value for symbol, (first, value) in found.items() if first <= begin}
        for later, (value, following) in enumerate(pairwise(_values(recurrence, read, known))):
            if value == following:
                found[recurrence.sequence] = begin + later, value
                break
    return found


def _values(recurrence: Definition, read: Sequence[Definition], known: Mapping[Symbol, Term]) -> Iterator[Term]:
    """The first few values of a sequence, as far as they are numbers, or matrices of numbers."""
    symbol = recurrence.sequence
    value = _value_at(symbol, recurrence.start + recurrence.shift - 1, read, known)
    for _ in range(MOST_STEPS + 1):
        if value is None:
            return
        yield value
        value = _constant(recurrence.value, {**known, symbol: value})
    if value is not None:
        yield value


def _value_at(symbol: Symbol, time: int, read: Iterable[Definition], known: Mapping[Symbol, Term]) -> Term | None:
    for one in read:
        if one.sequence == symbol and one.time is None and one.start == time:
            return _constant(one.value, known)
    return None


def _constant(term: Term, known: Mapping[Symbol, Term]) -> Term | None:
    """What ``term`` is, where each of the sequences in ``known`` has one value at all times."""
    term = substitute(term, {symbol: _at_all_times(symbol, value) for symbol, value in known.items()})
    if is_array(term):
        try:
            return matrix_of(table_of(term))
        except Failed:
            return None
    value = normalise(term, Facts()).constant
    return None if value is None else Number(value)


def _at_all_times(symbol: Symbol, value: Term) -> Lambda:
    """The sequence that is always ``value``: one of numbers, of columns or of matrices."""
    match value:
        case Node(op="matrix", args=(_, _, Lambda(body=Lambda() as row) as rows)):
            return Lambda(INTEGER, rows if symbol.sort.arity > 2 else Lambda(INTEGER, instantiate(row, ONE)))
    return Lambda(INTEGER, value)


def _always(symbol: Symbol, first: int, value: Term, goal: Goal, search: Search) -> int:
    time, draft = fresh_symbol("t", INTEGER), search.draft
    domain, shape = le(Number(first), time), shape_of(value)
    element = apply(symbol, time) if shape is None else named_matrix(symbol, *shape, time)
    step = search.prove_aside(goal.wanting(eq(element, value), domain), (Induction(time.name),))
    return draft.apply("generalise", [draft.apply("discharge", [step], [domain])], [time])
