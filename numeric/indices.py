"""Which elements of sequences a term looks at: indices as affine forms, and the largest of them under sums."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, TypeAlias

from numeric.flows import time_first
from symbolic.terms import Bound, Lambda, Node, Number, Symbol, Term

Affine: TypeAlias = dict[int | None, Fraction]
"""Coefficients of the bound variables, by their index; the constant stands under None."""
Loops: TypeAlias = tuple[tuple[Affine | None, Affine | None], ...]
"""The bounds of the sums around a term, innermost first, each in terms of what is bound outside it."""
ANYWHERE: Final = math.inf
_ONE: Final[Affine] = {None: Fraction(1)}


def uses(term: Term, loops: Loops) -> Iterator[tuple[Symbol, Affine | None]]:
    """The symbols in ``term``; for a sequence with the largest index it is taken at, as far as that is affine."""
    match term:
        case Symbol():
            yield term, None
        case Node(op="apply", args=(Symbol() as symbol, *args)):
            index = time_first(symbol, args)[0]
            yield symbol, _largest(affine(index), loops) if symbol.sort.start is not None else None
            for argument in args:
                yield from uses(argument, loops)
        case Node(op="sum" | "prod", args=(lower, upper, Lambda(body=body))):
            yield from (*uses(lower, loops), *uses(upper, loops))
            yield from uses(body, ((affine(lower), affine(upper)), *loops))
        case Node(op="matrix", args=(rows, columns, Lambda(body=Lambda(body=body)))):
            yield from (*uses(rows, loops), *uses(columns, loops))
            yield from uses(body, ((_ONE, _inside(affine(columns))), (_ONE, affine(rows)), *loops))
        case Lambda(body=body):
            yield from uses(body, ((None, None), *loops))
        case Node(args=args):
            for argument in args:
                yield from uses(argument, loops)


def _inside(form: Affine | None) -> Affine | None:
    """``form`` as seen from under one more binder."""
    return form and {None if key is None else key + 1: value for key, value in form.items()}


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


def affine(term: Term) -> Affine | None:
    """``term`` as an affine form of what is bound around it, if its shape shows one."""
    match term:
        case Number(value=value):
            return {None: value} if value else {}
        case Bound(index=index):
            return {index: Fraction(1)}
        case Node(op="add", args=args):
            return _total([(affine(argument), 1) for argument in args])
        case Node(op="sub", args=(left, right)):
            return _total([(affine(left), 1), (affine(right), -1)])
        case Node(op="neg", args=(operand,)):
            return _total([(affine(operand), -1)])
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
