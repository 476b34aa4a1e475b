"""Which part of a term does not fit, in words that name the shapes."""

from __future__ import annotations

from typing import Final

from symbolic.terms import Node, Term, children, shape_of
from symbolic.terms.arrays import Shape
from symbolic.terms.text import show

_ALIKE: Final = {
    "add": "a sum", "sub": "a difference", "hadamard": "an entrywise product", "dot": "an inner product",
    "eq": "an equation", "ne": "an inequality",
}  # fmt: skip
_SQUARE: Final = ("inverse", "trace", "invertible")


def misfit(term: Term) -> str:
    """What is wrong with the shapes in ``term``, innermost and leftmost first; nothing where they fit.

    >>> from symbolic.terms import *
    >>> n, d = Symbol("n", INTEGER), Symbol("d", INTEGER)
    >>> Q = named_matrix(Symbol("Q", sequence_sort(1, 2)), n, d)
    >>> misfit(matmul(Q, Q))
    'a matrix product of n × d and n × d: Q and Q'
    """
    inner = next((words for part in children(term) if (words := misfit(part))), "")
    return inner or (_own(term) if isinstance(term, Node) else "")


def _own(part: Node) -> str:
    shapes = [shape for operand in part.args if (shape := shape_of(operand))]
    operands = " and ".join(map(show, part.args)) if shapes else ""
    match part.op, shapes:
        case "matmul", [left, right] if left[1] != right[0]:
            return f"a matrix product of {sized(left)} and {sized(right)}: {operands}"
        case op, [first, *others] if op in _ALIKE and any(shape != first for shape in others):
            return f"{_ALIKE[op]} of {' and '.join(map(sized, shapes))}: {operands}"
        case op, [(rows, columns)] if op in _SQUARE and rows != columns:
            return f"{op} of {sized((rows, columns))}, which is not square: {operands}"
    return ""


def sized(shape: Shape) -> str:
    """A shape as it prints."""
    return " × ".join(map(show, shape))
