"""Sequences of a model that never change: what is asked of all times is then asked of one number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from symbolic.kernel import Rejected
from symbolic.kernel.definitions import Definition, read_definition
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import normalise
from symbolic.methods.induction import Induction
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol
from symbolic.terms import INTEGER, Lambda, Number, Symbol, Term, apply, eq, le, substitute


def resting(definitions: Sequence[Term], search: Search) -> tuple[int, ...]:
    """Steps that say ``v(t) = c`` of all times, for each defined sequence that begins with a number and keeps it."""
    read = list(filter(None, map(read_definition, definitions)))
    steps: list[int] = []
    for symbol, (first, value) in _kept(read).items():
        try:
            steps.append(_always(symbol, first, value, Goal(value, tuple(definitions), tuple(steps)), search))
        except (Failed, Rejected):
            continue
    return tuple(steps)


def _kept(read: Sequence[Definition]) -> dict[Symbol, tuple[int, Number]]:
    """Which sequences are mapped by their recurrence to what they begin with, from which time on, and that number."""
    found: dict[Symbol, tuple[int, Number]] = {}
    for recurrence in (one for one in read if one.time is not None):
        known = {symbol: value for symbol, (_, value) in found.items()}
        symbol, begin = recurrence.sequence, recurrence.start + recurrence.shift - 1
        value = _value_at(symbol, begin, read, known)
        if value is not None and _constant(recurrence.value, {**known, symbol: value}) == value:
            found[symbol] = begin, value
    return found


def _value_at(symbol: Symbol, time: int, read: Iterable[Definition], known: Mapping[Symbol, Number]) -> Number | None:
    for one in read:
        if one.sequence == symbol and one.time is None and one.start == time and symbol.sort.arity == 1:
            return _constant(one.value, known)
    return None


def _constant(term: Term, known: Mapping[Symbol, Number]) -> Number | None:
    """The number that ``term`` is, where each of the sequences in ``known`` has one value at all times."""
    every = {symbol: Lambda(INTEGER, value) for symbol, value in known.items()}
    value = normalise(substitute(term, every), Facts()).constant
    return None if value is None else Number(value)


def _always(symbol: Symbol, first: int, value: Number, goal: Goal, search: Search) -> int:
    time, draft = fresh_symbol("t", INTEGER), search.draft
    domain = le(Number(first), time)
    step = search.prove_aside(goal.wanting(eq(apply(symbol, time), value), domain), (Induction(time.name),))
    return draft.apply("generalise", [draft.apply("discharge", [step], [domain])], [time])
