"""Functions of matrices, and matrices made entry by entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import sympy

from symbolic.language import arrays
from symbolic.language.arrays import Array, Measure, Operation
from symbolic.language.family import COLUMN, Reader, Reading, exact
from symbolic.language.unreadable import Unreadable
from symbolic.terms import INTEGER, Lambda, Number, Term, constant_matrix
from symbolic.terms import identity as identity_term
from symbolic.terms import matrix as matrix_term


class Identity(Array):
    """The identity matrix of a size."""

    __slots__ = ()


class Constant(Array):
    """The matrix whose entries all are one number: value, rows, columns."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        value, *sizes = self.args
        return f"{'ones' if value == 1 else 'zeros'}({', '.join(map(printer._print, sizes))})"

    _sympyrepr = _sympystr


class Comprehension(Array):
    """A matrix by its entries: the entry, the row and its size, the column and its size (where there is one)."""

    __slots__ = ()

    def __new__(cls, body: Any, *ranges: Any) -> Comprehension:
        made: Comprehension = super().__new__(cls, exact(body, "array"), *ranges)
        return made

    def _sympystr(self, printer: Any) -> str:
        return f"array({', '.join(map(printer._print, self.args))})"

    _sympyrepr = _sympystr

    def _eval_subs(self, old: Any, new: Any) -> Any:
        """Bound indices are nobody else's: they are not replaced, and what replaces others must not speak of them."""
        bound = {limits[0] for limits in self.args[1:]}
        if old in bound:
            return self
        if bound & getattr(new, "free_symbols", set()):
            raise Unreadable(self, f"{new} for {old}, below an index of that name", "another name for the index")
        return None


def _unary(op: str, meaning: str) -> Callable[[Any], Operation]:
    def build(operand: Any) -> Operation:
        return Operation(op, arrays.array(operand, op))

    build.__name__, build.__doc__ = op, meaning
    return build


softmax_row = _unary("softmax_row", "Each row's exponentials, divided by their sum along the row.")
softmax_col = _unary("softmax_col", "Each column's exponentials, divided by their sum along the column.")
diag = _unary("diag", "The square matrix with the entries of a column on its diagonal.")
inverse = _unary("inverse", "The inverse of a square matrix; a claim with it is read where there is one.")


def trace(operand: Any) -> Measure:
    """The sum of the diagonal of a square matrix."""
    return Measure("trace", arrays.array(operand, "trace"))


def dot(left: Any, right: Any) -> Measure:
    """The inner product: the sum of the products of the entries of two matrices of one shape."""
    return Measure("dot", arrays.array(left, "dot"), arrays.array(right, "dot"))


def hadamard(left: Any, right: Any) -> Operation:
    """The product entry by entry of two matrices of one shape."""
    return Operation("hadamard", arrays.array(left, "hadamard"), arrays.array(right, "hadamard"))


def entry(whole: Any, *index: Any) -> Any:
    """``A[i, j]``, or ``v[i]`` of a column."""
    return arrays.Array.__getitem__(arrays.array(whole, "entry"), index)


def identity(size: Any) -> Identity:
    """The identity matrix."""
    return Identity(exact(size, "identity"))


def ones(rows: Any, columns: Any = 1) -> Constant:
    """The column (or the matrix) whose entries are 1."""
    return Constant(sympy.S.One, exact(rows, "ones"), exact(columns, "ones"))


def zeros(rows: Any, columns: Any = 1) -> Constant:
    """The column (or the matrix) whose entries are 0."""
    return Constant(sympy.S.Zero, exact(rows, "zeros"), exact(columns, "zeros"))


def array(body: Any, *ranges: Any) -> Comprehension:
    """The matrix with the entries ``body`` for ``i`` from 1 to ``n`` and ``j`` from 1 to ``m``; without the latter a
    column.

    >>> from symbolic.language import column, integer, size
    >>> n, i, j = size("n"), integer("i"), integer("j")
    >>> b = column("b", n)
    >>> array(b[i] * b[j], (i, n), (j, n))
    array(b[i]*b[j], (i, n), (j, n))
    """
    pairs = [one for one in ranges if isinstance(one, tuple) and len(one) == 2 and _is_index(one[0])]
    if len(pairs) != len(ranges) or not 1 <= len(pairs) <= 2 or len({index for index, _ in pairs}) != len(pairs):
        raise Unreadable(
            "array", f"the ranges {ranges}", "(i, n) or (i, n), (j, m), with different indices, such as integer('i')"
        )
    return Comprehension(body, *(sympy.Tuple(index, exact(size, "array")) for index, size in pairs))


def _is_index(candidate: Any) -> bool:
    return isinstance(candidate, sympy.Symbol) and bool(candidate.is_integer)


def _comprehension(reading: Reading, expression: Any) -> Term:
    body, (row, rows), *second = expression.args
    column, columns = second[0] if second else (COLUMN, sympy.S.One)
    inner = Lambda(INTEGER, reading.under(row, INTEGER).under(column, INTEGER).read(body), _hint(column))
    return matrix_term(reading.read(rows), reading.read(columns), Lambda(INTEGER, inner, _hint(row)))


def _hint(index: Any) -> str:
    return "j" if index is COLUMN else str(index.name)


def _constant(reading: Reading, expression: Any) -> Term:
    value, *sizes = expression.args
    rows, columns = map(reading.read, sizes)
    return constant_matrix(rows, columns, Number(int(value)))


READERS: Final[dict[Any, Reader]] = {
    Identity: lambda reading, expression: identity_term(reading.read(expression.args[0])),
    Constant: _constant,
    Comprehension: _comprehension,
}
