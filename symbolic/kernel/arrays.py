"""What the entries of matrices are: every operator of arrays by its definition.

A matrix of n rows and m columns denotes its entries for 1 <= i <= n and 1 <= j <= m; `entry` is 0 anywhere else.  So
two matrices of one shape are equal exactly if all entries within that shape are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    INTEGER,
    ONE,
    Bound,
    Lambda,
    Node,
    Term,
    delta,
    div,
    entry,
    instantiate,
    is_array,
    le,
    mul,
    shape_of,
    summation,
)

Args = tuple[Term, ...]


def unfolded(array: Term, row: Term, column: Term) -> Term | None:
    """The entry of a closed ``array`` in terms of the entries of its parts; None if its operator defines none.

    Where `within` does not say otherwise, this holds outside the shape as well: both sides are 0 there.
    """
    if not isinstance(array, Node):
        return None
    own = _ENTRIES.get(array.op)
    if own is not None:
        return own(array.args, row, column)
    if not is_array(array) or array.op == "inverse":
        return None
    parts = (entry(part, row, column) if is_array(part) else part for part in array.args)
    return Node("mul" if array.op == "hadamard" else array.op, *parts)


def within(array: Term, row: Term, column: Term) -> tuple[Term, ...]:
    """What must hold of the place for `unfolded` to apply: nothing, for operators that turn zeros into zeros."""
    shape = shape_of(array)
    if shape is None or not isinstance(array, Node):
        raise Rejected(f"a matrix of unknown shape: {array!r}")
    if array.op in _EVERYWHERE:
        return ()
    return le(ONE, row), le(row, shape[0]), le(ONE, column), le(column, shape[1])


def total(op: str, args: Args) -> Term:
    """The trace of a matrix, or the inner product of two matrices, as a sum of entries."""
    shape = shape_of(args[0])
    if shape is None:
        raise Rejected(f"a matrix of unknown shape: {args[0]!r}")
    if op == "trace":
        return _sum(shape[0], entry(args[0], Bound(0), Bound(0)))
    return _sum(shape[0], _sum(shape[1], mul(*(entry(part, Bound(1), Bound(0)) for part in args)), "j"))


def _sum(size: Term, body: Term, hint: str = "i") -> Term:
    return summation(ONE, size, Lambda(INTEGER, body, hint))


def _given(args: Args, row: Term, column: Term) -> Term:
    body = args[2]
    for place in (row, column):
        if not isinstance(body, Lambda):
            raise Rejected(f"expected a function of the row and the column, found {body!r}")
        body = instantiate(body, place)
    return body


def _product(args: Args, row: Term, column: Term) -> Term:
    shape = shape_of(args[0])
    if shape is None:
        raise Rejected(f"a matrix of unknown shape: {args[0]!r}")
    return _sum(shape[1], mul(entry(args[0], row, Bound(0)), entry(args[1], Bound(0), column)), "k")


def _softmax(args: Args, row: Term, column: Term, along_row: bool) -> Term:
    shape = shape_of(args[0])
    if shape is None:
        raise Rejected(f"a matrix of unknown shape: {args[0]!r}")
    other = entry(args[0], row, Bound(0)) if along_row else entry(args[0], Bound(0), column)
    whole = _sum(shape[1] if along_row else shape[0], Node("exp", other), "l")
    return div(Node("exp", entry(args[0], row, column)), whole)


_ENTRIES: Final[Mapping[str, Callable[[Args, Term, Term], Term]]] = {
    "matrix": _given,
    "matmul": _product,
    "transpose": lambda args, row, column: entry(args[0], column, row),
    "diag": lambda args, row, column: mul(delta(row, column), entry(args[0], row, ONE)),
    "softmax_row": lambda args, row, column: _softmax(args, row, column, along_row=True),
    "softmax_col": lambda args, row, column: _softmax(args, row, column, along_row=False),
}
_EVERYWHERE: Final = ("matmul", "transpose", "diag", "hadamard", "add", "sub", "neg", "mul", "div")
