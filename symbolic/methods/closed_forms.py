"""Sequences of a model whose elements are known at all times: what is asked of all times is then asked of numbers.

A sequence that comes to rest never changes from then on; one with v(t + 1) = r v(t) + c tends to its fixed point, or
away from it, like r^t; so do matrices that each step multiplies by r.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import Final, NamedTuple

from symbolic.kernel import Rejected
from symbolic.kernel.definitions import Definition, read_definition
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import TooLarge, number_to
from symbolic.kernel.normal.reading import difference
from symbolic.methods.geometric import entrywise, multiple_of
from symbolic.methods.induction import Induction
from symbolic.methods.resting import Forms, at_all_times, begin_of, constant, rest_of, values_of
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol
from symbolic.terms import (
    INTEGER,
    Bound,
    Lambda,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    eq,
    instantiate,
    le,
    mul,
    named_matrix,
    power,
    shape_of,
    substitute,
)

_ANY: Final = Symbol("~element")  # no script can write these
_TIME: Final = Symbol("~time", INTEGER)


class Known(NamedTuple):
    """A sequence from the time ``first`` on: ``element``, in which ``Bound(0)`` is the time; and as a function."""

    first: int
    element: Term
    form: Lambda


def closed_forms(definitions: Sequence[Term], search: Search) -> tuple[int, ...]:
    """Steps that say ``v(t) = ...`` of all times from one on, for each defined sequence that begins with a number, or
    a matrix of numbers, and comes to rest, or has a form in which it stands alone."""
    read = list(filter(None, map(read_definition, definitions)))
    steps: list[int] = []
    for symbol, known in _known(read).items():
        with suppress(Failed, Rejected):
            steps.append(_always(symbol, known, Goal(known.element, tuple(definitions), tuple(steps)), search))
    return tuple(steps)


def _known(read: Sequence[Definition]) -> dict[Symbol, Known]:
    found: dict[Symbol, Known] = {}
    for recurrence in (one for one in read if one.time is not None):
        with suppress(TooLarge):
            known = _of_one(recurrence, read, found)
            if known is not None:
                found[recurrence.sequence] = known
    return found


def _of_one(recurrence: Definition, read: Sequence[Definition], found: Mapping[Symbol, Known]) -> Known | None:
    """What a sequence is, where ``found`` says what others are; raises `TooLarge` where it begins too late for that."""
    begin, symbol = begin_of(recurrence), recurrence.sequence
    forms = {other: known.form for other, known in found.items() if known.first <= begin}
    rest = rest_of(recurrence, read, forms)
    if rest is not None:
        return Known(*rest, at_all_times(symbol, rest[1]))
    if (form := _affine(recurrence, read, forms)) is not None:
        return Known(begin, form.body, form)
    if (multiple := multiple_of(recurrence, read, forms)) is not None:
        at_time = entrywise(power(multiple.ratio, _TIME), multiple.matrix)
        form = abstract(at_all_times(symbol, at_time).body, _TIME)
        return Known(multiple.first, mul(power(multiple.ratio, Bound(0)), multiple.matrix), form)
    return None


def _affine(recurrence: Definition, read: Sequence[Definition], forms: Forms) -> Lambda | None:
    """The element as a function of the time, if the recurrence is affine, and begins with a number."""

    def following(element: Term) -> Term:
        return substitute(recurrence.value, {**forms, recurrence.sequence: Lambda(INTEGER, element)})

    value = next(values_of(recurrence, read, forms), None)
    if not isinstance(value, Number):
        return None
    at_0, at_1 = (constant(following(Number(number)), forms) for number in (0, 1))
    if not isinstance(at_0, Number) or not isinstance(at_1, Number) or at_0 == at_1:
        return None
    ratio = at_1.value - at_0.value
    affine = add(mul(Number(ratio), _ANY), at_0)
    if difference(following(_ANY), affine, Facts()).terms:
        return None
    return _moving(begin_of(recurrence), value.value, ratio, at_0.value)


def _moving(begin: int, value: Fraction, ratio: Fraction, more: Fraction) -> Lambda:
    """What v(begin) = value and v(t + 1) = ratio v(t) + more, with a ratio other than 0, make of v(t)."""
    if ratio == 1:
        return Lambda(INTEGER, _sum(value - more * begin, more, Bound(0)))
    fixed = more / (1 - ratio)
    return Lambda(INTEGER, _sum(fixed, (value - fixed) / number_to(ratio, begin), power(Number(ratio), Bound(0))))


def _sum(constant: Fraction, factor: Fraction, moving: Term) -> Term:
    """As one writes it: no 0 is added, and nothing multiplied by 1."""
    multiple = moving if factor == 1 else mul(Number(factor), moving)
    return add(Number(constant), multiple) if constant else multiple


def _always(symbol: Symbol, known: Known, goal: Goal, search: Search) -> int:
    time, draft = fresh_symbol("t", INTEGER), search.draft
    domain, shape = le(Number(known.first), time), shape_of(known.element)
    element = apply(symbol, time) if shape is None else named_matrix(symbol, *shape, time)
    wanted = eq(element, instantiate(Lambda(INTEGER, known.element), time))
    step = search.prove_aside(goal.wanting(wanted, domain), (Induction(time.name),))
    return draft.apply("generalise", [draft.apply("discharge", [step], [domain])], [time])
