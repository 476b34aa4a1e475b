"""Expectations over standard normal vectors and matrices, which they bind, and integrals over all vectors."""

from __future__ import annotations

from typing import Any, Final

import sympy

from symbolic.language.array_symbols import NamedArray, sizes, sort_of_named
from symbolic.language.family import Plain, Reader, Reading, exact
from symbolic.language.unreadable import Unreadable
from symbolic.terms import PI, Lambda, Number, Term, expect, power, sub
from symbolic.terms import integral as integral_term

NAMED: Final = (NamedArray, sympy.MatrixSymbol)


class NormalExpectation(Plain):
    """The expectation of a scalar over the independent standard normal entries of a named matrix."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"E({', '.join(map(printer._print, self.args))})"

    _sympyrepr = _sympystr


class NormalVariance(Plain):
    """The expectation of the square less the square of the expectation; it is read so."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"Var({', '.join(map(printer._print, self.args))})"

    _sympyrepr = _sympystr


class Integral(Plain):
    """The integral of a scalar over all values of a named column."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"integral({', '.join(map(printer._print, self.args))})"

    _sympyrepr = _sympystr


def integral(expression: Any, variable: Any) -> Integral:
    """The integral of ``expression`` over R^d, for the named column ``variable`` of d entries.

    It is what the expectation of ``expression`` divided by the standard normal density is.

    >>> from symbolic.language import column, dot, exp, size
    >>> x = column("x", size("d"))
    >>> integral(exp(-dot(x, x) / 2), x)
    integral(exp(-dot(x, x)/2), x)
    """
    if named(variable, "integral").args[2] != 1:
        raise Unreadable("integral", f"an integral over the matrix {variable}", "one over a column")
    return Integral(exact(expression, "integral"), variable)


def named(variable: Any, word: str) -> Any:
    """``variable``, which must be a matrix or a column with a name; raises `Unreadable`."""
    if type(variable) not in NAMED:
        raise Unreadable(word, f"{word} over {variable}", "a matrix or a column that has a name of its own")
    return variable


def variance_of(body: Lambda) -> Term:
    """The variance of a function of the outcome, or of normal entries, spelled out."""
    square = Lambda(body.sort, power(body.body, Number(2)), body.hint)
    return sub(expect(square), power(expect(body), Number(2)))


def function_of(reading: Reading, variable: Any, expression: Any) -> Lambda:
    """``expression`` as a function of the entries of ``variable``."""
    sort = sort_of_named(variable)
    return Lambda(sort, reading.under(variable, sort).read(expression), str(variable.name))


def _expectation(reading: Reading, expression: Any) -> Term:
    body, variable = expression.args
    return expect(function_of(reading, variable, body))


def _variance(reading: Reading, expression: Any) -> Term:
    body, variable = expression.args
    return variance_of(function_of(reading, variable, body))


def _integral(reading: Reading, expression: Any) -> Term:
    body, variable = expression.args
    rows, _ = sizes(reading, variable)
    return integral_term(rows, function_of(reading, variable, body))


READERS: Final[dict[Any, Reader]] = {
    NormalExpectation: _expectation,
    NormalVariance: _variance,
    Integral: _integral,
    type(sympy.pi): lambda reading, constant: PI,
}
