"""Derivatives that stay as written: by a real symbol, or by an entry of a vector."""

from __future__ import annotations

from typing import Any, Final

import sympy

from symbolic.language.array_calculus import GradientArray
from symbolic.language.array_symbols import NamedArray
from symbolic.language.arrays import is_array
from symbolic.language.family import Plain, Reader, Reading, exact
from symbolic.language.sequences import Named, Sequence
from symbolic.language.symbols import sequence, single, split
from symbolic.language.unreadable import Unreadable
from symbolic.terms import REAL, Lambda, Symbol, Term, apply, diff, partial


class Functional(Named):
    """A real function of a vector, a column or a matrix, of which nothing else is known."""

    __slots__ = ()

    def __call__(self, vector: Any) -> Valued:
        if type(vector) not in (Sequence, NamedArray):
            raise Unreadable(self.name, f"{vector!r} as its argument", "a vector, from vector('theta')")
        return Valued(self, vector)


class Valued(Plain):
    """The value of a functional at a vector."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"{self.args[0]}({self.args[1]})"

    _sympyrepr = _sympystr


class Derived(Plain):
    """The derivative of an expression by a symbol."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"derivative({', '.join(map(printer._print, self.args))})"

    _sympyrepr = _sympystr

    def __new__(cls, expression: Any, variable: Any) -> Derived:
        if not isinstance(variable, sympy.Symbol):
            raise Unreadable("derivative", f"a derivative by {variable!r}", "one by a real symbol")
        made: Derived = super().__new__(cls, exact(expression, "derivative"), variable)
        return made


class Gradient(Plain):
    """An entry of the gradient of an expression by a vector."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"gradient({', '.join(map(printer._print, self.args))})"

    _sympyrepr = _sympystr

    def __new__(cls, expression: Any, vector: Any, index: Any) -> Gradient:
        if type(vector) is not Sequence:
            raise Unreadable("gradient", f"a gradient by {vector!r}", "one by a vector, from vector('theta')")
        made: Gradient = super().__new__(cls, exact(expression, "gradient"), vector, exact(index, "gradient"))
        return made


def vector(names: str) -> Any:
    """Vectors of reals: sequences from 1 on, whose entries are ``theta(j)`` and ``theta[j]``.

    >>> theta = vector("theta")
    >>> theta(1)
    theta(1)
    """
    return sequence(names, start=1)


def functional(names: str) -> Any:
    """Real functions of a vector, or a matrix; ``L(theta)`` is the value at the vector ``theta``."""
    return single([Functional(name) for name in split(names)])


def derivative(expression: Any, variable: Any) -> Derived:
    """The derivative of ``expression`` by a real symbol, at that symbol; all other symbols are constants.

    Nothing is evaluated.  A claim whose assumptions tie another symbol in ``expression`` to ``variable`` is refused.

    >>> from symbolic.language import real
    >>> x = real("x")
    >>> derivative(x**2, x)
    derivative(x**2, x)
    """
    return Derived(expression, variable)


def gradient(expression: Any, variable: Any, *index: Any) -> Any:
    """The derivatives of ``expression`` by the entries of ``variable``, which occurs in it, at ``variable``.

    By a matrix or a column they are a matrix of its shape; of a vector, which has no size, one is named by its index.

    >>> from symbolic.language import functional, integer, vector
    >>> L, theta, k = functional("L"), vector("theta"), integer("k")
    >>> gradient(L(theta), theta, k)
    gradient(L(theta), theta, k)
    """
    if is_array(variable) and not index:
        return GradientArray(expression, variable)
    if len(index) != 1:
        raise Unreadable("gradient", f"{len(index)} indices", "one index of a vector; none of a matrix")
    return Gradient(expression, variable, *index)


def _value(reading: Reading, expression: Any) -> Term:
    return apply(*map(reading.named, expression.args))


def _derivative(reading: Reading, expression: Any) -> Term:
    body, variable = expression.args
    at = reading.read(variable)
    if getattr(reading.named(variable), "sort", REAL) != REAL:
        raise Unreadable(expression, f"a derivative by {variable}", "one by a real symbol")
    return diff(Lambda(REAL, reading.under(variable, REAL).read(body), str(variable)), at)


def _sympy_derivative(reading: Reading, expression: Any) -> Term:
    """SymPy's own node, which it leaves alone until asked; mixed ones it reorders."""
    body, *counts = expression.args
    if [count for _, count in counts] != [1]:
        raise Unreadable(expression, "a derivative taken more than once", "derivative(derivative(expression, x), y)")
    return _derivative(reading, Derived(body, counts[0][0]))


def _gradient(reading: Reading, expression: Any) -> Term:
    body, vector, index = expression.args
    at = reading.named(vector)
    if not isinstance(at, Symbol):
        raise Unreadable(expression, "a gradient inside a gradient by the same vector", "different vectors")
    function = Lambda(at.sort, reading.under(vector, at.sort).read(body), at.name)
    return partial(function, at, reading.read(index))


READERS: Final[dict[Any, Reader]] = {
    Valued: _value,
    Derived: _derivative,
    sympy.Derivative: _sympy_derivative,
    Gradient: _gradient,
}
