"""Matrices of symbolic size, as SymPy objects; a column is a matrix of one column, entries are counted from 1.

They are no SymPy expressions: those commute.  What is made of them stays in the order written.
"""

from __future__ import annotations

from typing import Any, Final

import sympy
from sympy.core.symbol import Str

from symbolic.language.family import COLUMN, ROW, Plain, Reader, Reading, exact
from symbolic.language.unreadable import Unreadable
from symbolic.terms import (
    INTEGER,
    ONE,
    Bound,
    Node,
    Number,
    Term,
    add,
    delta,
    entries,
    entry,
    matrix,
    mul,
    shape_of,
)

_SIGNS: Final = {"add": " + ", "sub": " - ", "mul": "*", "matmul": "*", "div": "/"}


class Array(sympy.Basic):  # type: ignore[misc]
    """A matrix of reals.  ``A*B`` and ``A @ B`` are the matrix product, ``A*c`` and ``A/c`` scale."""

    __slots__ = ()
    _op_priority = 20.0  # more than SymPy's scalars and matrices have, so that they leave what is mixed to us

    def __add__(self, other: Any) -> Operation:
        return Operation("add", *_flat("add", self), array(other, "a sum"))

    def __radd__(self, other: Any) -> Operation:
        return Operation("add", array(other, "a sum"), self)

    def __sub__(self, other: Any) -> Operation:
        return Operation("sub", self, array(other, "a difference"))

    def __rsub__(self, other: Any) -> Operation:
        return Operation("sub", array(other, "a difference"), self)

    def __neg__(self) -> Operation:
        return Operation("neg", self)

    def __mul__(self, other: Any) -> Operation:
        return _times(self, other)

    def __rmul__(self, other: Any) -> Operation:
        return _times(other, self)

    def __matmul__(self, other: Any) -> Operation:
        return Operation("matmul", self, array(other, "a matrix product"))

    def __rmatmul__(self, other: Any) -> Operation:
        return Operation("matmul", array(other, "a matrix product"), self)

    def __truediv__(self, other: Any) -> Operation:
        return Operation("div", self, exact(other, "a quotient"))

    def __rtruediv__(self, other: Any) -> Operation:
        raise Unreadable(f"a quotient by {self}", "a matrix below", "other*inverse(A) or inverse(A)*other")

    def __pow__(self, exponent: Any) -> Operation:
        raise Unreadable(self, f"the power {exponent} of a matrix", "A*A, A.I, or hadamard(A, A) for entries squared")

    _eval_power = __pow__

    @property
    def T(self) -> Operation:  # noqa: N802 (SymPy's name)
        """The transpose."""
        return Operation("transpose", self)

    @property
    def I(self) -> Operation:  # noqa: N802, E743 (SymPy's name)
        """The inverse."""
        return self.inv()

    def inv(self) -> Operation:
        """The inverse."""
        return Operation("inverse", self)

    def __getitem__(self, index: Any) -> Measure:
        return Measure("entry", self, *(exact(place, self) for place in _places(self, index)))

    def _sympystr(self, printer: Any) -> str:
        return f"{type(self).__name__.lower()}({', '.join(map(printer._print, self.args))})"

    _sympyrepr = _sympystr

    def __iter__(self) -> Any:
        # Without this Python would unpack a matrix by asking for entries for ever.
        raise TypeError(f"the entries of {self} are not listed")


class Operation(Array):
    """An operator of terms and its operands, arrays or scalars."""

    __slots__ = ()

    def __new__(cls, op: Any, *operands: Any) -> Operation:
        made: Operation = super().__new__(cls, Str(str(op)), *map(_operand, operands))
        return made

    def _sympystr(self, printer: Any) -> str:
        return _written(self, printer)

    _sympyrepr = _sympystr


class Measure(Plain):
    """A scalar made of arrays: an entry, a trace, an inner product."""

    __slots__ = ()

    def __new__(cls, op: Any, *operands: Any) -> Measure:
        made: Measure = super().__new__(cls, Str(str(op)), *map(_operand, operands))
        return made

    def _sympystr(self, printer: Any) -> str:
        return _written(self, printer)

    _sympyrepr = _sympystr


class Explicit(Array):
    """A matrix of given size by its entries: what a script writes as SymPy's ``Matrix``."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return str(printer._print(self.args[0]))

    _sympyrepr = _sympystr


def is_array(candidate: Any) -> bool:
    """Whether a script's object is a matrix, one of ours or one of SymPy's."""
    return isinstance(candidate, Array | sympy.MatrixExpr | sympy.MatrixBase)


def _operand(candidate: Any) -> Any:
    """``candidate``, made one of ours where it is a matrix that SymPy holds entry by entry."""
    return Explicit(sympy.ImmutableMatrix(candidate)) if isinstance(candidate, sympy.MatrixBase) else candidate


def array(candidate: Any, whole: object) -> Any:
    """``candidate``, which must be a matrix; raises `Unreadable`, naming the ``whole`` that it is part of."""
    if not is_array(candidate):
        hint = "a matrix or a column; entrywise functions are declared by function('sigma')"
        raise Unreadable(whole, f"{candidate!r}, a {type(candidate).__name__}", hint)
    return _operand(candidate)


def _times(left: Any, right: Any) -> Operation:
    if is_array(left) and is_array(right):
        return Operation("matmul", left, right)
    return Operation("mul", *(part if is_array(part) else _scalar(part) for part in (left, right)))


def _scalar(factor: Any) -> Any:
    """A factor that is no array; an application of SymPy's own function to a matrix only looks like a scalar."""
    found = exact(factor, "a product")
    if isinstance(found, sympy.Function) and any(map(is_array, found.args)):
        array(found, "a product")
    return found


def _flat(op: str, operand: Any) -> tuple[Any, ...]:
    same = type(operand) is Operation and operand.args[0] == Str(op)
    return tuple(operand.args[1:]) if same else (operand,)


def _places(whole: Array, index: Any) -> tuple[Any, ...]:
    places = index if isinstance(index, tuple) else (index,)
    if not 1 <= len(places) <= 2 or any(isinstance(place, slice) for place in places):
        raise Unreadable(whole, f"the index {index!r}", "A[i, j], or v[i] of a column")
    return places


def _written(made: Any, printer: Any) -> str:
    """As an author writes it, with more parentheses."""
    op, operands = str(made.args[0]), made.args[1:]
    shown = [printer._print(operand) for operand in operands]
    firm = [f"({text})" if _joined(operand) else text for text, operand in zip(shown, operands, strict=True)]
    if op in _SIGNS:
        return _SIGNS[op].join(firm)
    if op == "entry":
        return f"{firm[0]}[{', '.join(shown[1:])}]"
    return {"transpose": f"{firm[0]}.T", "neg": f"-{firm[0]}"}.get(op, f"{op}({', '.join(shown)})")


def _joined(operand: Any) -> bool:
    if type(operand) is Operation:
        return str(operand.args[0]) in (*_SIGNS, "neg")
    return isinstance(operand, sympy.Add)


def _operation(reading: Reading, expression: Any) -> Term:
    return Node(str(expression.args[0]), *map(reading.read, expression.args[1:]))


def _measure(reading: Reading, expression: Any) -> Term:
    op, *operands = expression.args
    parts = list(map(reading.read, operands))
    return entry_of(expression, parts[0], *parts[1:]) if op == Str("entry") else Node(str(op), *parts)


def entry_of(expression: Any, whole: Term, row: Term, *column: Term) -> Term:
    """The entry of a matrix; a single index is that of a column."""
    shape = shape_of(whole)
    if not column and shape and shape[1] != ONE:
        raise Unreadable(expression, "one index of a matrix of several columns", "A[i, j]")
    return entry(whole, row, *column)


def _explicit(reading: Reading, expression: Any) -> Term:
    """Each entry at its place: ``e`` where the row is i and the column is j."""
    held, within = expression.args[0], reading.under(ROW, INTEGER).under(COLUMN, INTEGER)
    placed = [
        mul(within.read(held[i, j]), delta(Bound(1), Number(i + 1)), delta(Bound(0), Number(j + 1)))
        for i in range(held.rows)
        for j in range(held.cols)
        if held[i, j] != 0
    ]
    return matrix(Number(held.rows), Number(held.cols), entries(add(*placed)))


READERS: Final[dict[Any, Reader]] = {
    Operation: _operation,
    Measure: _measure,
    Explicit: _explicit,
    sympy.ImmutableDenseMatrix: lambda reading, held: _explicit(reading, Explicit(held)),
}
