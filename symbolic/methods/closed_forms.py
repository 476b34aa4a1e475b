"""Sequences of a model whose elements are known at all times: what is asked of all times is then asked of numbers.

A sequence that comes to rest never changes from then on; one with v(t + 1) = r v(t) + c tends to its fixed point, or
away from it, like r^t.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from symbolic.kernel import Rejected
from symbolic.kernel.definitions import Definition, read_definition
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import difference
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
    add,
    apply,
    eq,
    instantiate,
    le,
    mul,
    named_matrix,
    power,
    shape_of,
    sub,
    substitute,
)

_ANY: Final = Symbol("~element")


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
        try:
            steps.append(_always(symbol, known, Goal(known.element, tuple(definitions), tuple(steps)), search))
        except (Failed, Rejected):
            continue
    return tuple(steps)


def _known(read: Sequence[Definition]) -> dict[Symbol, Known]:
    found: dict[Symbol, Known] = {}
    for recurrence in (one for one in read if one.time is not None):
        begin, symbol = begin_of(recurrence), recurrence.sequence
        forms = {other: known.form for other, known in found.items() if known.first <= begin}
        rest = rest_of(recurrence, read, forms)
        if rest is not None:
            found[symbol] = Known(*rest, at_all_times(symbol, rest[1]))
        elif (form := _affine(recurrence, read, forms)) is not None:
            found[symbol] = Known(begin, form.body, form)
    return found


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
    passed = sub(Bound(0), Number(begin)) if begin else Bound(0)
    if ratio == 1:
        return Lambda(INTEGER, add(Number(value), mul(Number(more), passed)))
    fixed = more / (1 - ratio)
    return Lambda(INTEGER, add(Number(fixed), mul(Number(value - fixed), power(Number(ratio), passed))))


def _always(symbol: Symbol, known: Known, goal: Goal, search: Search) -> int:
    time, draft = fresh_symbol("t", INTEGER), search.draft
    domain, shape = le(Number(known.first), time), shape_of(known.element)
    element = apply(symbol, time) if shape is None else named_matrix(symbol, *shape, time)
    wanted = eq(element, instantiate(Lambda(INTEGER, known.element), time))
    step = search.prove_aside(goal.wanting(wanted, domain), (Induction(time.name),))
    return draft.apply("generalise", [draft.apply("discharge", [step], [domain])], [time])
