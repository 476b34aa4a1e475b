"""Matrices of a model that each step multiplies by a number: X(t) = r^t P, whose norms are r^t ||P||."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

import sympy

from symbolic.kernel import Rejected
from symbolic.kernel.definitions import Definition
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import number_to
from symbolic.kernel.normal.reading import difference
from symbolic.methods.concrete import matrix_of, number_of, table_of
from symbolic.methods.instances import instance, schema_of
from symbolic.methods.norms import homogeneous
from symbolic.methods.putting_in import put_in
from symbolic.methods.resting import Forms, at_all_times, begin_of, values_of
from symbolic.methods.search import Failed, Goal, Search
from symbolic.methods.spectra import value_of_norm
from symbolic.terms import (
    ONE,
    ZERO,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    div,
    entries,
    entry,
    is_array,
    le,
    matrix,
    mul,
    norm,
    sub,
    substitute,
)

_ANY: Final = Symbol("~factor")  # no script can write it


class Multiple(NamedTuple):
    """A sequence that is, from the time ``first`` on, a power of ``ratio`` with the time for its exponent, times
    ``matrix``, a matrix of numbers."""

    first: int
    ratio: Term
    matrix: Term


def multiple_of(recurrence: Definition, read: Sequence[Definition], forms: Forms) -> Multiple | None:
    """Since when a step multiplies a matrix of numbers, and its multiples, by a number other than 0.

    Raises `TooLarge` where that is so late that the power is not written out.
    """
    values = filter(is_array, values_of(recurrence, read, forms))
    for later, (element, following) in enumerate(pairwise(values)):
        table, first = table_of(element), begin_of(recurrence) + later
        if ratio := _ratio(table, table_of(following)):
            multiple = Multiple(first, number_of(ratio), matrix_of(table / _to_power(ratio, first)))
            return multiple if _is_multiplied(multiple, recurrence, forms) else None
    return None


def _ratio(table: sympy.Matrix, after: sympy.Matrix) -> sympy.Expr:
    """By what a matrix is multiplied; 0 if that is no number."""
    place = next((place for place, entry in enumerate(table) if entry), None)
    ratio = sympy.S.Zero if place is None else after[place] / table[place]
    return ratio if after == ratio * table else sympy.S.Zero


def _to_power(ratio: sympy.Rational, exponent: int) -> sympy.Rational:
    result = number_to(Fraction(ratio.p, ratio.q), exponent)
    return sympy.Rational(result.numerator, result.denominator)


def _is_multiplied(multiple: Multiple, recurrence: Definition, forms: Forms) -> bool:
    """Whether a step multiplies any multiple of the matrix by the ratio, whatever the time."""
    before = entrywise(_ANY, multiple.matrix)
    after = substitute(recurrence.value, {**forms, recurrence.sequence: at_all_times(recurrence.sequence, before)})
    wanted = mul(multiple.ratio, before)
    return all(
        not difference(entry(after, *place), entry(wanted, *place), Facts()).terms for place in _places(multiple.matrix)
    )


def _places(array: Term) -> Iterator[tuple[Number, Number]]:
    rows, columns = table_of(array).shape
    return ((Number(row), Number(column)) for row in range(1, rows + 1) for column in range(1, columns + 1))


def entrywise(factor: Term, array: Term) -> Term:
    """A matrix of numbers, each entry multiplied by ``factor``, in which nothing is bound."""
    match array:
        case Node(op="matrix", args=(rows, columns, Lambda(body=Lambda(body=each)))):
            return matrix(rows, columns, entries(mul(factor, each)))
    raise Failed(f"no matrix of numbers: {array!r}")


def norms_of_powers(steps: Iterable[int], search: Search) -> Iterator[int]:
    """``||X(t)|| = ...`` at all times from one on, for each of ``steps`` that says ``X(t) = r^t P`` with r > 0."""
    for step in steps:
        with suppress(Failed, Rejected):
            yield _at_all_times(step, search)


def _at_all_times(step: int, search: Search) -> int:
    draft = search.draft
    (time,), (guard,), relation = schema_of(draft.conclusion(step))
    found = _norm_of_power(instance(step, [time], Goal(relation, (guard,)), search), search)
    return draft.apply("generalise", [draft.apply("discharge", [found], [guard])], [time])


def _norm_of_power(step: int, search: Search) -> int:
    """From X = f P, with a positive power f and a matrix P of numbers: ||X|| = f c, with c for the norm of P."""
    draft = search.draft
    whole, multiple = draft.sides(step)
    match multiple:
        case Node(op="mul", args=(Node(op="pow", args=(Number(value=ratio), _)) as factor, inner)) if ratio > 0:
            ends = [end(multiple, factor, inner, search) for end in (_at_most, _at_least)]
            equation = put_in(value_of_norm(inner, search), draft.apply("antisymmetry", ends), draft)
            return put_in(draft.flipped(step), equation, draft)
    raise Failed(f"no multiple by a power of a positive number: {whole!r}")


def _at_most(multiple: Term, factor: Term, inner: Term, search: Search) -> int:
    """||f P|| <= f ||P||, since f is positive."""
    step = homogeneous(multiple, factor, inner, search)
    return search.draft.apply("order", [step], [le(norm(multiple), mul(factor, norm(inner)))])


def _at_least(multiple: Term, factor: Term, inner: Term, search: Search) -> int:
    """f ||P|| <= ||f P||, since P is 1/f times that."""
    draft = search.draft
    step = homogeneous(inner, div(ONE, factor), multiple, search)
    low, high = draft.sides(step)
    scaled = draft.apply("order", [step], [le(ZERO, mul(factor, sub(high, low)))])
    return draft.apply("order", [scaled], [le(mul(factor, norm(inner)), norm(multiple))])
