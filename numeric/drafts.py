"""Drafts: models as plain rationals, one for every knob that can be turned on its own.

A knob is a symbol and a number: a scalar has the knob 0; a sequence with a recurrence has one for each first
element that is left open; any other sequence, function or random symbol is a polynomial, one knob a coefficient.
A first element that is a vector or a matrix has the knobs of a symbol of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from numeric.arithmetics import Exact
from numeric.evaluate import Evaluation, evaluation_at
from numeric.layout import Layout
from numeric.places import MOST_ROWS, as_entries, has_entries
from numeric.realise import monomials, polynomial
from symbolic.certificate import Model
from symbolic.terms import (
    INTEGER,
    OUTCOME,
    REAL,
    Bound,
    Lambda,
    Number,
    Symbol,
    Term,
    apply,
    eq,
    forall,
    matrix,
    named_matrix,
    sequence_sort,
    substitute,
)

Knob: TypeAlias = tuple[Symbol, int]
Draft: TypeAlias = Mapping[Knob, Fraction]


def is_scalar(symbol: Symbol) -> bool:
    """Whether one number is all it takes: an outcome is named by how its coins fall, as a binary number."""
    return symbol.sort in (REAL, INTEGER, OUTCOME)


def knobs(symbol: Symbol) -> tuple[Knob, ...]:
    """The knobs of a free symbol."""
    return tuple((symbol, number) for number in range(len(monomials(symbol))))


def first_knobs(sequence: Symbol, index: int) -> tuple[Knob, ...]:
    """The knobs of an element that a recurrence leaves open."""
    return knobs(_element(sequence, index)) if has_entries(sequence) else ((sequence, index),)


def _element(sequence: Symbol, index: int) -> Symbol:
    """The vector or matrix, named such as no author names one."""
    return Symbol(f"{sequence.name}({index})", sequence_sort(1, sequence.sort.arity - 1))


def model_of(draft: Draft, layout: Layout) -> Model:
    """The model that leaves out what assumptions define."""
    values = tuple((symbol, _denotation(symbol, draft)) for symbol in layout.free)
    return Model(values, tuple(_first(sequence, at, draft, layout) for sequence, at in layout.initial))


def _first(sequence: Symbol, at: int, draft: Draft, layout: Layout) -> Term:
    """What an element is that recurrences leave open, as an equation; a random one is the same at every outcome."""
    if sequence.sort.name == "random":
        element = apply(sequence, Number(at), Bound(0))
        return forall(Lambda(OUTCOME, eq(element, Number(draft[sequence, at])), "w"))
    if not has_entries(sequence):
        return eq(apply(sequence, Number(at)), Number(draft[sequence, at]))
    whole = layout.schemas[sequence].shape or (Number(MOST_ROWS), Number(MOST_ROWS if sequence.sort.arity > 2 else 1))
    sizes = {symbol: Number(draft[symbol, 0]) for symbol in layout.sizes if (symbol, 0) in draft}
    rows, columns = (substitute(size, sizes) for size in whole)
    value = as_entries(_polynomial(_element(sequence, at), draft))
    return eq(named_matrix(sequence, rows, columns, Number(at)), matrix(rows, columns, value))


def exactly_at(draft: Draft, layout: Layout) -> Evaluation:
    """The exact evaluation at ``draft``: who solves for a point and who then decides there share what they compute."""
    return _exactly_at(tuple(draft.items()), layout)


@lru_cache(maxsize=2)
def _exactly_at(draft: tuple[tuple[Knob, Fraction], ...], layout: Layout) -> Evaluation:
    return evaluation_at(model_of(dict(draft), layout), Exact(), layout)


def _denotation(symbol: Symbol, draft: Draft) -> Term:
    return Number(draft[symbol, 0]) if is_scalar(symbol) else _polynomial(symbol, draft)


def _polynomial(symbol: Symbol, draft: Draft) -> Lambda:
    return polynomial(symbol, tuple(draft[knob] for knob in knobs(symbol)))
