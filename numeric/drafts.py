"""Drafts: models as plain rationals, one for every knob that can be turned on its own.

A knob is a symbol and a number: a scalar has the knob 0; a sequence with a recurrence has one for each first
element that is left open; any other sequence or function is a small polynomial with one knob a coefficient.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from functools import reduce
from typing import Final, TypeAlias

from numeric.arithmetics import Exact
from numeric.errors import Unevaluated
from numeric.evaluate import evaluation_at
from numeric.layout import Layout
from symbolic.certificate import Model
from symbolic.terms import (
    INTEGER,
    REAL,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    add,
    apply,
    eq,
    mul,
    neg,
    power,
    sub,
    substitute,
    symbols,
)

Knob: TypeAlias = tuple[Symbol, int]
Draft: TypeAlias = Mapping[Knob, Fraction]
HIGHEST_DEGREE: Final = 3


def is_scalar(symbol: Symbol) -> bool:
    return symbol.sort in (REAL, INTEGER)


def knobs(symbol: Symbol) -> tuple[Knob, ...]:
    """The knobs of a free symbol."""
    if is_scalar(symbol):
        return ((symbol, 0),)
    count = HIGHEST_DEGREE + 1 if symbol.sort.arity == 1 else symbol.sort.arity + 2
    return tuple((symbol, number) for number in range(count))


def model_of(draft: Draft, layout: Layout) -> Model:
    """The model that leaves out what assumptions define."""
    values = tuple((symbol, _denotation(symbol, draft)) for symbol in layout.free)
    initial = tuple(eq(apply(sequence, Number(at)), Number(draft[sequence, at])) for sequence, at in layout.initial)
    return Model(values, initial)


def complete_model(draft: Draft, layout: Layout) -> Model:
    """The model with what equations define, too, where that is rational; only recurrences are left out."""
    model = model_of(draft, layout)
    given = dict(model.values)
    values = [*given.items(), *_scalars(model, layout), *_functions(given, layout)]
    return Model(tuple(sorted(values, key=lambda item: (item[0].name, item[0].sort.name))), model.definitions)


def _scalars(model: Model, layout: Layout) -> Iterator[tuple[Symbol, Term]]:
    here = evaluation_at(model, Exact(), layout)
    for symbol in layout.scalars:
        with suppress(Unevaluated):
            yield symbol, Number(here.value(symbol))


def _functions(given: Mapping[Symbol, Term], layout: Layout) -> Iterator[tuple[Symbol, Term]]:
    """Functions, unlike sequences, are never recurrences: their schema says what they are."""
    for symbol, schema in layout.schemas.items():
        if symbol.sort.name == "function" and not schema.guards:
            value = substitute(Lambda(REAL, schema.body, "x"), given)
            if not symbols(value):
                yield symbol, value


def _denotation(symbol: Symbol, draft: Draft) -> Term:
    coefficients = [draft[knob] for knob in knobs(symbol)]
    return Number(coefficients[0]) if is_scalar(symbol) else polynomial(symbol, coefficients)


def polynomial(symbol: Symbol, coefficients: list[Fraction]) -> Lambda:
    """The polynomial that realises ``symbol``, written as a reader would.

    >>> from symbolic.terms import *
    >>> polynomial(Symbol("g", sequence_sort()), [Fraction(1), Fraction(0), Fraction(2)])
    (fun i (add 1 (mul 2 (pow #0 2))))
    """
    if symbol.sort.arity == 1:
        monomials: list[Term] = [Number(1), Bound(0)]
        monomials += [power(Bound(0), Number(degree)) for degree in range(2, len(coefficients))]
    else:
        variables = [Bound(index) for index in reversed(range(symbol.sort.arity))]
        monomials = [Number(1), *variables, mul(*variables)]
    terms = list(zip(coefficients, monomials, strict=False))
    added = [_scaled(factor, monomial) for factor, monomial in terms if factor > 0]
    taken = [_scaled(-factor, monomial) for factor, monomial in terms if factor < 0]
    return _binders(symbol, _difference(added, taken))


def _difference(added: list[Term], taken: list[Term]) -> Term:
    if not added and taken:
        first, *taken = taken
        added = [Number(-first.value) if isinstance(first, Number) else neg(first)]
    return reduce(sub, taken, add(*added))


def _scaled(factor: Fraction, monomial: Term) -> Term:
    if isinstance(monomial, Number):
        return Number(factor)
    return monomial if factor == 1 else mul(Number(factor), *_factors(monomial))


def _factors(monomial: Term) -> tuple[Term, ...]:
    return monomial.args if isinstance(monomial, Node) and monomial.op == "mul" else (monomial,)


def _binders(symbol: Symbol, body: Term) -> Lambda:
    sort, hints = (INTEGER, "i") if symbol.sort.name == "sequence" else (REAL, "xyzuvwrs")
    result = Lambda(sort, body, hints[symbol.sort.arity - 1])
    for hint in reversed(hints[: symbol.sort.arity - 1]):
        result = Lambda(sort, result, hint)
    return result
