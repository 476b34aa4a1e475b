"""What scripts say of sizes and of the long run: absolute values, norms, eigenvalues, maxima, limits."""

from __future__ import annotations

from typing import Any, Final

import sympy

from symbolic.language.arrays import Measure, Operation, array, is_array
from symbolic.language.family import Plain, Reader, Reading, exact
from symbolic.language.unreadable import Unreadable
from symbolic.terms import INTEGER, Lambda, Node, Term, grows, limit_of, maximum_of, negation, tends_to


def absolute(argument: Any) -> Any:
    """The absolute value of a scalar, which is SymPy's own, or of each entry of a matrix.

    >>> from symbolic.language import column, real
    >>> absolute(real("x")), absolute(column("b", 3))
    (Abs(x), abs(b))
    """
    return Operation("abs", argument) if is_array(argument) else sympy.Abs(exact(argument, "absolute"))


def norm(operand: Any) -> Measure:
    """The operator norm of a matrix, the greatest ``|A x|`` for ``|x| = 1``; of a column its length.

    >>> from symbolic.language import matrix
    >>> norm(matrix("A", 2, 3))
    norm(A)
    """
    return Measure("norm", array(operand, "norm"))


def largest_eigenvalue(operand: Any) -> Measure:
    """The largest eigenvalue of a symmetric matrix; a claim with it is read where the matrix is symmetric."""
    return Measure("eigenmax", array(operand, "largest_eigenvalue"))


class Maximum(Plain):
    """The greatest value of a scalar over a range: the scalar, and the index with both of its bounds."""

    __slots__ = ()


class Limit(Plain):
    """What a scalar tends to as an integer grows: the scalar and the integer."""

    __slots__ = ()


class Tends(sympy.Basic):  # type: ignore[misc]
    """That a scalar tends to a value as an integer grows, or that it does not: scalar, integer, value, whether."""

    __slots__ = ()


def maximum(body: Any, limits: Any) -> Maximum:
    """The greatest value of ``body`` for an index in a range, which is not empty.

    >>> from symbolic.language import integer, sequence, size
    >>> v, i = sequence("v", start=1), integer("i")
    >>> maximum(v(i), (i, 1, size("n")))
    Maximum(v(i), (i, 1, n))
    """
    if not isinstance(limits, tuple) or len(limits) != 3 or not _is_integer(limits[0]):
        raise Unreadable("maximum", f"the range {limits}", "an index and both of its bounds: (i, 1, n)")
    return Maximum(exact(body, "maximum"), sympy.Tuple(*(exact(part, "maximum") for part in limits)))


def limit(body: Any, index: Any) -> Limit:
    """What ``body`` tends to as ``index`` grows; a claim with it is read where there is such a number."""
    return Limit(exact(body, "limit"), _index(index))


def tends(body: Any, index: Any, value: Any) -> Tends:
    """``body`` tends to ``value``, a number or ``oo``, as ``index`` grows: a statement to assume or to show.

    >>> from symbolic.language import real, time
    >>> T = time("T")
    >>> tends(real("r") ** T, T, 0)
    Tends(r**T, T, 0, True)
    """
    return Tends(exact(body, "tends"), _index(index), sympy.sympify(value, strict=True), sympy.true)


def does_not_tend(body: Any, index: Any, value: Any) -> Tends:
    """The contrary of `tends`."""
    return Tends(*tends(body, index, value).args[:3], sympy.false)


def _is_integer(candidate: Any) -> bool:
    return isinstance(candidate, sympy.Symbol) and bool(candidate.is_integer)


def _index(candidate: Any) -> Any:
    if not _is_integer(candidate):
        raise Unreadable("a limit", f"the index {candidate}", "an integer, such as time('T')")
    return candidate


def _below(reading: Reading, body: Any, index: Any) -> Lambda:
    return Lambda(INTEGER, reading.under(index, INTEGER).read(body), str(index))


def _maximum(reading: Reading, expression: Any) -> Term:
    body, (index, lower, upper) = expression.args
    return maximum_of(reading.read(lower), reading.read(upper), _below(reading, body, index))


def read_tends(reading: Reading, stated: Tends) -> Term:
    """The formula that ``stated`` says."""
    body, index, value, holds = stated.args
    sequence = _below(reading, body, index)
    formula = grows(sequence) if value is sympy.oo else tends_to(sequence, reading.read(value))
    return formula if holds == sympy.true else negation(formula)


def _absolute(reading: Reading, expression: Any) -> Term:
    if any(map(is_array, expression.args)):
        raise Unreadable(
            expression, "SymPy's Abs of a matrix", "absolute from symbolic.language, which is of each entry"
        )
    return Node("abs", *map(reading.read, expression.args))


READERS: Final[dict[Any, Reader]] = {
    sympy.Abs: _absolute,
    Maximum: _maximum,
    Limit: lambda reading, expression: limit_of(_below(reading, *expression.args)),
}
