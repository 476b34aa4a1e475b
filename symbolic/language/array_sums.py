"""Sums of matrices over a range: the matrix of the sums of their entries."""

from __future__ import annotations

from typing import Any, Final

import sympy

from symbolic.language.array_symbols import below
from symbolic.language.arrays import Array, is_array
from symbolic.language.family import Reader, Reading, exact
from symbolic.language.unreadable import Unreadable
from symbolic.terms import (
    INTEGER,
    ONE,
    Bound,
    Lambda,
    Symbol,
    Term,
    entries,
    entry,
    instantiate,
    matrix,
    shape_of,
    summation,
    symbols,
)

_INDEX: Final = Symbol("the index of a sum", INTEGER)


class ArraySum(Array):
    """The sum of a matrix over an index: the matrix, and the index with both of its bounds."""

    __slots__ = ()


def Sum(body: Any, *limits: Any) -> Any:  # noqa: N802 (SymPy's name)
    """SymPy's sum of scalars; or a sum of matrices over one index, which stays as written.

    >>> from symbolic.language import columns, integer, size
    >>> n, k = size("n"), integer("k")
    >>> Sum(columns("h", n)[k], (k, 1, n))
    arraysum(h[k], (k, 1, n))
    """
    if not is_array(body):
        return sympy.Sum(body, *limits)
    if len(limits) != 1 or not isinstance(limits[0], tuple) or len(limits[0]) != 3:
        raise Unreadable("Sum", f"the limits {limits}", "one index and both of its bounds: (k, 1, n)")
    return ArraySum(body, sympy.Tuple(*(exact(part, "Sum") for part in limits[0])))


def sum_of_arrays(body: Term, lower: Term, upper: Term, summand: Lambda) -> Term:
    """The sum of matrices; ``body`` is one below its index, the rest is read below binders of a row and a column.

    Raises `Unreadable` where the shape changes with the index.
    """
    shape = shape_of(instantiate(Lambda(INTEGER, body), _INDEX)) or (ONE, ONE)
    if any(_INDEX in symbols(size) for size in shape):
        raise Unreadable("sum", "a sum of matrices whose shape changes with the index", "matrices of one shape")
    of_entry = entry(summand.body, Bound(2), ONE if shape[1] == ONE else Bound(1))
    return matrix(*shape, entries(summation(lower, upper, Lambda(INTEGER, of_entry, summand.hint))))


def _array_sum(reading: Reading, expression: Any) -> Term:
    body, (index, lower, upper) = expression.args
    within = below(reading)
    summand = Lambda(INTEGER, within.under(index, INTEGER).read(body), str(index))
    one = reading.under(index, INTEGER).read(body)
    return sum_of_arrays(one, within.read(lower), within.read(upper), summand)


READERS: Final[dict[Any, Reader]] = {ArraySum: _array_sum}
