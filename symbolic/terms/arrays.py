"""Matrices of symbolic size.  A vector is a matrix of one column; entries are counted from 1.

``matrix(n, m, i, j -> body)`` has the entries ``body``; everything else is made from such.  Whether shapes fit is a
question of their terms: ``n`` and ``n`` are the same size, ``n + 1`` and ``1 + n`` are not seen to be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from symbolic.terms.tree import INTEGER, ONE, Bound, Lambda, Node, Symbol, Term, apply, delta

Shape = tuple[Term, Term]
ENTRYWISE: Final = (
    "add", "sub", "neg", "mul", "div", "exp", "log", "tanh", "sigmoid", "sin", "cos", "abs", "apply", "hadamard",
)  # fmt: skip


def matrix(rows: Term, columns: Term, body: Lambda) -> Term:
    """The matrix with the entries ``body``, a function of the row whose value is a function of the column."""
    return Node("matrix", rows, columns, body)


def named_matrix(symbol: Symbol, rows: Term, columns: Term, *index: Term) -> Term:
    """The matrix (or the vector, where ``symbol`` takes one argument besides ``index``) whose entries are elements of
    ``symbol``; ``index`` has no loose bound variables.
    """
    places = (Bound(1), Bound(0))[: symbol.sort.arity - len(index)]
    return matrix(rows, columns, entries(apply(symbol, *index, *places)))


def entries(body: Term, row: str = "i", column: str = "j") -> Lambda:
    """``body`` as a function of ``Bound(1)``, the row, and ``Bound(0)``, the column."""
    return Lambda(INTEGER, Lambda(INTEGER, body, column), row)


def identity(size: Term) -> Term:
    return matrix(size, size, entries(delta(Bound(1), Bound(0))))


def constant_matrix(rows: Term, columns: Term, value: Term) -> Term:
    """The matrix whose entries all are ``value``, which has no loose bound variables."""
    return matrix(rows, columns, entries(value))


def entry(array: Term, row: Term, column: Term = ONE) -> Term:
    """The entry of a matrix; 0 outside its shape."""
    return Node("entry", array, row, column)


def matmul(left: Term, right: Term) -> Term:
    return Node("matmul", left, right)


def transpose(array: Term) -> Term:
    return Node("transpose", array)


def is_array(term: Term) -> bool:
    """Whether a well-sorted ``term`` without loose bound matrices denotes a matrix."""
    if not isinstance(term, Node):
        return False
    return term.op in SHAPES or (term.op in ENTRYWISE and any(map(is_array, term.args)))


def shape_of(term: Term) -> Shape | None:
    """The numbers of rows and columns of a matrix; None where it is a hole, of which nothing is known."""
    match term:
        case Node(op=op, args=args) if op in SHAPES:
            return SHAPES[op](args)
        case Node(op=op, args=args) if op in ENTRYWISE:
            return next((shape for part in args if (shape := shape_of(part))), None)
    return None


def _product(args: tuple[Term, ...]) -> Shape | None:
    left, right = map(shape_of, args)
    return (left[0], right[1]) if left and right else None


def _transposed(args: tuple[Term, ...]) -> Shape | None:
    shape = shape_of(args[0])
    return shape and (shape[1], shape[0])


def _diagonal(args: tuple[Term, ...]) -> Shape | None:
    shape = shape_of(args[0])
    return shape and (shape[0], shape[0])


def _same(args: tuple[Term, ...]) -> Shape | None:
    return shape_of(args[0])


SHAPES: Final[Mapping[str, Callable[[tuple[Term, ...]], Shape | None]]] = {
    "matrix": lambda args: (args[0], args[1]),
    "matmul": _product,
    "transpose": _transposed,
    "diag": _diagonal,
    **dict.fromkeys(("inverse", "softmax_row", "softmax_col"), _same),
}
