"""Points at which an inequality is made to fail: where its sides are equal, or the larger one is seen to be smaller.

Values drawn at random hardly meet ``a != b`` where it fails, nor a bound that is almost attained.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from numeric.layout import Layout
from symbolic.terms import ONE, Node, Number, Term, add, eq, is_array

_SHORT: Final = Number(Fraction(1, 8))


def denied(layout: Layout, goal: Term) -> Iterator[Layout]:
    """``layout`` with equations to be met, each of which ``goal`` contradicts.

    >>> from symbolic.terms import *
    >>> x, y = Symbol("x"), Symbol("y")
    >>> [layout.tests for layout in denied(Layout(), lt(x, y))]
    [((eq x y),), ((eq x (add y 1)),)]
    """
    for equation in _contrary(goal):
        yield replace(layout, tests=(*layout.tests, equation))


def _contrary(goal: Term) -> Iterator[Term]:
    match goal:
        case Node(op="ne", args=(left, right)):
            yield eq(left, right)
        case Node(op="lt", args=(left, right)) if not is_array(left):
            yield from (eq(left, right), eq(left, add(right, ONE)))
        case Node(op="le", args=(left, right)) if not is_array(left):
            yield from (eq(left, add(right, ONE)), eq(left, add(right, _SHORT)))
