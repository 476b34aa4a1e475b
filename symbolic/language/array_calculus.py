"""Derivatives by the entries of matrices, as matrices."""

from __future__ import annotations

from typing import Any, Final

import sympy

from symbolic.language import arrays
from symbolic.language.array_symbols import NamedArray, below, places, sizes, sort_of_named
from symbolic.language.arrays import Array
from symbolic.language.entrywise import ARGUMENT
from symbolic.language.family import Reader, Reading, exact
from symbolic.language.unreadable import Unreadable
from symbolic.terms import ONE, REAL, Bound, Lambda, Symbol, Term, diff, entries, entry, partial, shape_of
from symbolic.terms import matrix as matrix_term

NAMED: Final = (NamedArray, sympy.MatrixSymbol)


class GradientArray(Array):
    """The derivatives of a scalar by the entries of a named matrix, in its shape."""

    __slots__ = ()

    def __new__(cls, expression: Any, variable: Any) -> GradientArray:
        made: GradientArray = super().__new__(cls, exact(expression, "gradient"), _variable("gradient", variable))
        return made

    def _sympystr(self, printer: Any) -> str:
        return f"gradient({', '.join(map(printer._print, self.args))})"

    _sympyrepr = _sympystr


class Jacobian(Array):
    """The derivatives of the entries of a column, one a row, by those of a named column, one a column."""

    __slots__ = ()

    def __new__(cls, column: Any, variable: Any) -> Jacobian:
        by = _variable("jacobian", variable)
        if by.args[2] != 1:
            raise Unreadable("jacobian", f"a jacobian by the matrix {by}", "one by a column")
        made: Jacobian = super().__new__(cls, arrays.array(column, "jacobian"), by)
        return made


class Slope(Array):
    """The derivative of a function of one real, as its value at `ARGUMENT`, at each entry of a matrix."""

    __slots__ = ()


def jacobian(column: Any, variable: Any) -> Jacobian:
    """The matrix of ``d u[i] / d x[j]``, for a column ``u`` in which the named column ``x`` occurs.

    >>> from symbolic.language import column, function, size
    >>> sigma, x = function("sigma"), column("x", size("n"))
    >>> jacobian(sigma(x), x)
    jacobian(sigma(x), x)
    """
    return Jacobian(column, variable)


def slope(function: Any, operand: Any) -> Slope:
    """The derivative of ``function``, such as a declared one or `tanh`, at each entry of a matrix.

    >>> from symbolic.language import column, function
    >>> slope(function("sigma"), column("x", 3)).T
    slope(sigma(the argument), x).T
    """
    return Slope(exact(function(ARGUMENT), "slope"), arrays.array(operand, "slope"))


def _variable(word: str, variable: Any) -> Any:
    if type(variable) not in NAMED:
        raise Unreadable(word, f"a {word} by {variable}", "one by a matrix or a column that has a name of its own")
    return variable


def _gradient(reading: Reading, expression: Any) -> Term:
    body, variable = expression.args
    within = below(reading)
    entry_of_it = by_entry(expression, within, variable, _function(within, variable, body), *places(variable))
    return matrix_term(*sizes(reading, variable), entries(entry_of_it))


def _jacobian(reading: Reading, expression: Any) -> Term:
    column, variable = expression.args
    within = below(reading)
    inner = within.under(variable, sort_of_named(variable))
    function = Lambda(sort_of_named(variable), entry(inner.read(column), Bound(2), ONE), variable.name)
    derivative = by_entry(expression, within, variable, function, Bound(0))
    return matrix_term(rows_of(reading.read(column)), reading.read(variable.args[1]), entries(derivative))


def _slope(reading: Reading, expression: Any) -> Term:
    value, operand = expression.args
    within = below(reading)
    function = Lambda(REAL, within.under(ARGUMENT, REAL).read(value), "x")
    return slope_of(function, reading.read(operand), within.read(operand))


def slope_of(function: Lambda, operand: Term, operand_below: Term) -> Term:
    """The derivative of ``function`` at each entry of ``operand``, which reads ``operand_below`` below two binders."""
    rows, columns = shape_of(operand) or (ONE, ONE)
    at = entry(operand_below, Bound(1), ONE if columns == ONE else Bound(0))
    return matrix_term(rows, columns, entries(diff(function, at)))


def _function(reading: Reading, variable: Any, body: Any) -> Lambda:
    sort = sort_of_named(variable)
    return Lambda(sort, reading.under(variable, sort).read(body), variable.name)


def by_entry(expression: Any, reading: Reading, variable: Any, function: Lambda, *index: Term) -> Term:
    """The derivative of ``function`` at a named matrix, by its entry ``index``."""
    at = reading.named(variable)
    if not isinstance(at, Symbol):
        raise Unreadable(expression, "a gradient inside a gradient by the same matrix", "different matrices")
    return partial(function, at, *index)


def rows_of(column: Term) -> Term:
    """The number of rows of a matrix."""
    shape = shape_of(column)
    return shape[0] if shape else ONE


READERS: Final[dict[Any, Reader]] = {GradientArray: _gradient, Jacobian: _jacobian, Slope: _slope}
