"""Sequences of a model whose elements are known at all times: what is asked of all times is then asked of numbers.

A sequence that its recurrence maps to what it begins with never changes; one with v(t + 1) = r v(t) + c tends to its
fixed point, or away from it, like r^t.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from symbolic.kernel import Rejected
from symbolic.kernel.definitions import Definition, read_definition
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import difference, normalise
from symbolic.methods.induction import Induction
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
    power,
    sub,
    substitute,
)

Forms = Mapping[Symbol, Lambda]
_ANY = Symbol("~element")


def closed_forms(definitions: Sequence[Term], search: Search) -> tuple[int, ...]:
    """Steps that say ``v(t) = ...`` of all times, for each defined sequence that begins with a number and has a form
    in which it stands alone."""
    read = list(filter(None, map(read_definition, definitions)))
    steps: list[int] = []
    for symbol, (first, form) in _known(read).items():
        try:
            steps.append(_always(symbol, first, form, Goal(form.body, tuple(definitions), tuple(steps)), search))
        except (Failed, Rejected):
            continue
    return tuple(steps)


def _known(read: Sequence[Definition]) -> dict[Symbol, tuple[int, Lambda]]:
    """From which time on a sequence is a function of the time, and which."""
    found: dict[Symbol, tuple[int, Lambda]] = {}
    for recurrence in (one for one in read if one.time is not None):
        forms = {symbol: form for symbol, (_, form) in found.items()}
        symbol, begin = recurrence.sequence, recurrence.start + recurrence.shift - 1
        value = _value_at(symbol, begin, read, forms)
        form = None if value is None else _form(recurrence, begin, value, forms)
        if form is not None:
            found[symbol] = begin, form
    return found


def _value_at(symbol: Symbol, time: int, read: Iterable[Definition], forms: Forms) -> Fraction | None:
    for one in read:
        if one.sequence == symbol and one.time is None and one.start == time and symbol.sort.arity == 1:
            return _constant(one.value, forms)
    return None


def _form(recurrence: Definition, begin: int, value: Fraction, forms: Forms) -> Lambda | None:
    """The element as a function of the time, if it stays at ``value`` or the recurrence is affine."""

    def following(element: Term) -> Term:
        return substitute(recurrence.value, {**forms, recurrence.sequence: Lambda(INTEGER, element)})

    if _constant(following(Number(value)), forms) == value:
        return Lambda(INTEGER, Number(value))
    at_0, at_1 = (_constant(following(Number(number)), forms) for number in (0, 1))
    if at_0 is None or at_1 is None or at_1 == at_0:
        return None
    ratio = at_1 - at_0
    affine = add(mul(Number(ratio), _ANY), Number(at_0))
    return None if difference(following(_ANY), affine, Facts()).terms else _moving(begin, value, ratio, at_0)


def _moving(begin: int, value: Fraction, ratio: Fraction, more: Fraction) -> Lambda:
    """What v(begin) = value and v(t + 1) = ratio v(t) + more, with a ratio other than 0, make of v(t)."""
    passed = sub(Bound(0), Number(begin)) if begin else Bound(0)
    if ratio == 1:
        return Lambda(INTEGER, add(Number(value), mul(Number(more), passed)))
    fixed = more / (1 - ratio)
    return Lambda(INTEGER, add(Number(fixed), mul(Number(value - fixed), power(Number(ratio), passed))))


def _constant(term: Term, forms: Forms) -> Fraction | None:
    """The number that ``term`` is at all times, if it is one."""
    return normalise(substitute(term, forms), Facts()).constant


def _always(symbol: Symbol, first: int, form: Lambda, goal: Goal, search: Search) -> int:
    time, draft = fresh_symbol("t", INTEGER), search.draft
    domain = le(Number(first), time)
    wanted = eq(apply(symbol, time), instantiate(form, time))
    step = search.prove_aside(goal.wanting(wanted, domain), (Induction(time.name),))
    return draft.apply("generalise", [draft.apply("discharge", [step], [domain])], [time])
