"""Matrices and columns that a script names, and sequences of such."""

from __future__ import annotations

from typing import Any, Final

import sympy
from sympy.core.symbol import Str

from symbolic.language.arrays import Array
from symbolic.language.family import COLUMN, ROW, Reader, Reading, exact
from symbolic.language.symbols import first_index, single, split
from symbolic.language.unreadable import Unreadable
from symbolic.terms import INTEGER, Bound, Sort, Term, apply, entries, functional_sort, sequence_sort
from symbolic.terms import matrix as matrix_term


class NamedArray(Array):
    """A matrix of unknown entries; its sizes belong to its identity."""

    __slots__ = ()

    def __new__(cls, name: Any, rows: Any, columns: Any) -> NamedArray:
        made: NamedArray = super().__new__(cls, Str(str(name)), rows, columns)
        return made

    @property
    def name(self) -> str:
        return str(self.args[0])

    def _sympystr(self, printer: Any) -> str:
        return self.name

    _sympyrepr = _sympystr


class Family(sympy.Basic):  # type: ignore[misc]
    """A sequence of matrices of one shape, from ``start`` on; indexing it gives a `Member`.

    One that is a function of a column has that column as a fifth argument.
    """

    __slots__ = ()

    def __new__(cls, name: Any, rows: Any, columns: Any, start: Any = 0, *of: Any) -> Family:
        made: Family = super().__new__(cls, Str(str(name)), rows, columns, sympy.Integer(start), *of)
        return made

    @property
    def name(self) -> str:
        return str(self.args[0])

    def __getitem__(self, index: Any) -> Member:
        if isinstance(index, tuple | slice):
            raise Unreadable(self.name, f"the index {index!r}", f"one index for the member: {self.name}[t][i]")
        return Member(self, exact(index, self.name))

    __call__ = __getitem__

    def __iter__(self) -> Any:
        raise TypeError(f"the sequence {self.name} has no last element")

    def _sympystr(self, printer: Any) -> str:
        return self.name

    _sympyrepr = _sympystr


class Member(Array):
    """The matrix at an index of a sequence of matrices."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"{self.args[0].name}[{printer._print(self.args[1])}]"

    _sympyrepr = _sympystr


def matrix(names: str, rows: Any, columns: Any) -> Any:
    """Real matrices of ``rows`` and ``columns``; raises `Unreadable` for a size that is no integer.

    >>> from symbolic.language import size
    >>> n, d = size("n d")
    >>> Q, K = matrix("Q K", n, d)
    >>> Q * K.T, Q[1, 2]
    (Q*K.T, Q[1, 2])
    """
    shape = _size(names, rows), _size(names, columns)
    return single([NamedArray(name, *shape) for name in split(names)])


def column(names: str, rows: Any) -> Any:
    """Real columns: matrices of one column, whose entries are ``b[i]``.

    >>> column("b", 3)[1]
    b[1]
    """
    return matrix(names, rows, 1)


def matrices(names: str, rows: Any, columns: Any, start: int = 0) -> Any:
    """Sequences of real matrices of one shape, whose first index is ``start``; ``J[t]`` is a matrix."""
    shape = _size(names, rows), _size(names, columns)
    return single([Family(name, *shape, first_index(names, start)) for name in split(names)])


def columns(names: str, rows: Any, start: int = 0, of: Any = None) -> Any:
    """Sequences of real columns, whose first index is ``start``; ``h[t]`` is a column and ``h[t][i]`` its entry.

    With ``of``, a named column, they are functions of it: what an assumption says for all of its values may be
    differentiated by it.

    >>> from symbolic.language import size, time
    >>> h, t = columns("h", size("n")), time("t")
    >>> h[t + 1]
    h[t + 1]
    """
    made = matrices(names, rows, 1, start)
    if of is None:
        return made
    if not isinstance(of, NamedArray) or of.args[2] != 1:
        raise Unreadable(names, f"columns as functions of {of}", "a column that has a name of its own")
    every = made if isinstance(made, tuple) else (made,)
    return single([Family(*one.args[:3], int(one.args[3]), of) for one in every])


def sort_of_named(named: Any) -> Sort:
    """The sort of the family of entries that a matrix symbol, or a sequence of matrices, is."""
    rows_and_columns = 1 if named.args[2] == 1 else 2
    if isinstance(named, Family) and len(named.args) > 4:
        return functional_sort(2 + rows_and_columns, int(named.args[3]))
    if isinstance(named, Family):
        return sequence_sort(int(named.args[3]), 1 + rows_and_columns)
    return sequence_sort(1, rows_and_columns)


def places(named: Any) -> tuple[Bound, ...]:
    """The row, and the column where there are several, below binders of both."""
    return (Bound(1),) if named.args[2] == 1 else (Bound(1), Bound(0))


def _size(names: str, given: Any) -> sympy.Expr:
    found = exact(given, names) if not isinstance(given, str) else None
    if found is None or not found.is_integer or found.is_nonpositive:
        raise Unreadable(names, f"the size {given!r}", "an integer from 1 on, such as size('n')")
    return found


def below(reading: Reading) -> Reading:
    """Reads what stands below binders of a row and a column."""
    return reading.under(ROW, INTEGER).under(COLUMN, INTEGER)


def named_array(reading: Reading, named: Any, *index: Term) -> Term:
    """The matrix that a symbol is, or the member of a sequence at ``index``, which was read by `below`."""
    inside = below(reading)
    of = [inside.named(one) for one in named.args[4:]] if isinstance(named, Family) else []
    body = apply(inside.named(named), *of, *index, *places(named))
    return matrix_term(*sizes(reading, named), entries(body))


def sizes(reading: Reading, named: Any) -> tuple[Term, Term]:
    """The numbers of rows and columns of a matrix symbol, or of the members of a sequence of matrices."""
    return reading.read(named.args[1]), reading.read(named.args[2])


READERS: Final[dict[Any, Reader]] = {
    **dict.fromkeys((NamedArray, sympy.MatrixSymbol), named_array),
    Member: lambda reading, member: named_array(reading, member.args[0], below(reading).read(member.args[1])),
}
