"""Elementary functions: SymPy's own where it has them, and the sigmoid."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

import sympy

from symbolic.language.family import Plain, Reader, Reading, exact
from symbolic.language.unreadable import Unreadable
from symbolic.terms import ONE, Node, Number, Term, delta, power


class Sigmoid(Plain):
    """``1/(1 + exp(-x))``."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"sigmoid({printer._print(self.args[0])})"

    _sympyrepr = _sympystr


def sigmoid(argument: Any) -> Sigmoid:
    """The logistic function of a scalar; raises `Unreadable` for anything else.

    >>> from symbolic.language import real
    >>> sigmoid(real("x"))
    sigmoid(x)
    """
    return Sigmoid(exact(argument, "sigmoid"))


def square_root(argument: Term) -> Term:
    return power(argument, Number(Fraction(1, 2)))


def _named(op: str) -> Reader:
    return lambda reading, expression: Node(op, *map(reading.read, expression.args))


def _kronecker(reading: Reading, expression: Any) -> Term:
    if len(expression.args) != 2:
        raise Unreadable(expression, f"a delta with {len(expression.args)} arguments", "KroneckerDelta(i, j)")
    return delta(*map(reading.read, expression.args))


READERS: Final[dict[Any, Reader]] = {
    type(sympy.E): lambda *_: Node("exp", ONE),
    sympy.exp: _named("exp"),
    sympy.log: _named("log"),
    sympy.tanh: _named("tanh"),
    Sigmoid: _named("sigmoid"),
    sympy.KroneckerDelta: _kronecker,
}
