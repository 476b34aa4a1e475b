"""Assumptions read as definitions: which symbol one defines, and what else that definition looks at."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from symbolic.terms import INTEGER, Bound, Lambda, Node, Number, Symbol, Term

Affine: TypeAlias = dict[int | None, Fraction]
"""Coefficients of the bound variables, by their index; the constant stands under None."""
Loops: TypeAlias = tuple[tuple[Affine | None, Affine | None], ...]
"""The bounds of the sums around a term, innermost first, each in terms of what is bound outside it."""
ANYWHERE = math.inf


@dataclass(frozen=True)
class Schema:
    """``symbol`` at ``t + shift`` is ``body``, for all t that satisfy ``guards``; t is ``Bound(0)``.

    Below ``first`` the schema says nothing of the sequence.  A base ``v(2) = body`` is the schema of one index.
    """

    symbol: Symbol
    first: int
    shift: int
    guards: tuple[Term, ...]
    body: Term

    def looks_at(self) -> Iterator[tuple[Symbol, float]]:
        """Each symbol that an element needs, and the latest index needed less the element's own index."""
        for part in (*self.guards, self.body):
            for symbol, form in _uses(part, ()):
                yield symbol, self._ahead(form)

    def _ahead(self, form: Affine | None) -> float:
        if form is None or form.get(0, 0) not in (0, 1) or set(form) - {0, None}:
            return ANYWHERE
        return float(form.get(None, 0) - (self.shift if form.get(0) else self.first))


def schemas(formula: Term) -> Iterator[Schema]:
    """The ways to read ``formula`` as the definition of a sequence, or of a function of one argument."""
    match formula:
        case Node(op="forall", args=(Lambda(sort=sort, body=body),)):
            guards, relation = _unguarded(body)
        case _:
            return
    for left, right in _sides(relation):
        match left:
            case Node(op="apply", args=(Symbol() as symbol, index)) if symbol.sort.name == "sequence":
                form = _affine(index)
                if form is not None and sort == INTEGER and form.get(0) == 1:
                    yield _recurrence(symbol, int(form.get(None, 0)), guards, right)
            case Node(op="apply", args=(Symbol() as symbol, Bound(index=0))) if sort != INTEGER:
                yield Schema(symbol, 0, 0, guards, right)


def bases(formula: Term) -> Iterator[Schema]:
    """The ways to read ``formula`` as the definition of one element of a sequence."""
    for left, right in _sides(formula):
        match left:
            case Node(op="apply", args=(Symbol() as symbol, Number(value=index))) if symbol.sort.name == "sequence":
                yield Schema(symbol, int(index), int(index), (), right)


def equations(formula: Term) -> Iterator[tuple[Symbol, Term]]:
    """The ways to read ``formula`` as the definition of a scalar."""
    for left, right in _sides(formula):
        if isinstance(left, Symbol):
            yield left, right


def _sides(formula: Term) -> Iterator[tuple[Term, Term]]:
    match formula:
        case Node(op="eq", args=(left, right)):
            yield from ((left, right), (right, left))


def _unguarded(body: Term) -> tuple[tuple[Term, ...], Term]:
    guards: list[Term] = []
    while isinstance(body, Node) and body.op == "implies":
        guards.append(body.args[0])
        body = body.args[1]
    return tuple(guards), body


def _recurrence(symbol: Symbol, shift: int, guards: tuple[Term, ...], body: Term) -> Schema:
    start = symbol.sort.start or 0
    lowest = [start, *(shift + lower for lower in map(_lower, guards) if lower is not None)]
    return Schema(symbol, max(lowest), shift, guards, body)


def _lower(guard: Term) -> int | None:
    match guard:
        case Node(op="le", args=(Number(value=value), Bound(index=0))):
            return math.ceil(value)
        case Node(op="lt", args=(Number(value=value), Bound(index=0))):
            return math.floor(value) + 1
    return None


def _uses(term: Term, loops: Loops) -> Iterator[tuple[Symbol, Affine | None]]:
    """The symbols in ``term``; for a sequence with the largest index it is taken at, as far as that is affine."""
    match term:
        case Symbol():
            yield term, None
        case Node(op="apply", args=(Symbol() as symbol, *args)):
            yield symbol, _largest(_affine(args[0]), loops) if symbol.sort.name == "sequence" else None
            for argument in args:
                yield from _uses(argument, loops)
        case Node(op="sum", args=(lower, upper, Lambda(body=body))):
            yield from (*_uses(lower, loops), *_uses(upper, loops))
            yield from _uses(body, ((_affine(lower), _affine(upper)), *loops))
        case Lambda(body=body):
            yield from _uses(body, ((None, None), *loops))
        case Node(args=args):
            for argument in args:
                yield from _uses(argument, loops)


def _largest(form: Affine | None, loops: Loops) -> Affine | None:
    """``form`` with every summation index at the end of its range where ``form`` is largest."""
    for lower, upper in loops:
        if form is None:
            return None
        slope = form.get(0, Fraction(0))
        outer = {None if key is None else key - 1: value for key, value in form.items() if key != 0}
        end = {} if slope == 0 else upper if slope > 0 else lower
        form = None if end is None else _combine(outer, end, slope)
    return form


def _affine(term: Term) -> Affine | None:
    match term:
        case Number(value=value):
            return {None: value} if value else {}
        case Bound(index=index):
            return {index: Fraction(1)}
        case Node(op="add", args=args):
            return _total([(_affine(argument), 1) for argument in args])
        case Node(op="sub", args=(left, right)):
            return _total([(_affine(left), 1), (_affine(right), -1)])
        case Node(op="neg", args=(operand,)):
            return _total([(_affine(operand), -1)])
    return None


def _total(parts: list[tuple[Affine | None, int]]) -> Affine | None:
    result: Affine = {}
    for form, sign in parts:
        if form is None:
            return None
        result = _combine(result, form, Fraction(sign))
    return result


def _combine(left: Affine, right: Affine, factor: Fraction) -> Affine:
    total = {key: left.get(key, Fraction(0)) + factor * right.get(key, Fraction(0)) for key in (*left, *right)}
    return {key: value for key, value in total.items() if value}
