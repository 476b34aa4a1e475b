"""Elementary functions: SymPy's own where it has them, and the sigmoid; of matrices, entry by entry."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

import sympy

from symbolic.language.arrays import Operation, is_array
from symbolic.language.family import Plain, Reader, Reading, exact
from symbolic.language.unreadable import Unreadable
from symbolic.terms import ONE, Node, Number, Term, delta, power


class Sigmoid(Plain):
    """``1/(1 + exp(-x))``."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"sigmoid({printer._print(self.args[0])})"

    _sympyrepr = _sympystr


def exp(argument: Any) -> Any:
    """The exponential of a scalar, which is SymPy's own, or of each entry of a matrix.

    >>> from symbolic.language import column, real
    >>> exp(real("x")), exp(column("b", 3))
    (exp(x), exp(b))
    """
    return Operation("exp", argument) if is_array(argument) else sympy.exp(argument)


def log(argument: Any) -> Any:
    """The natural logarithm of a scalar, which is SymPy's own, or of each entry of a matrix."""
    return Operation("log", argument) if is_array(argument) else sympy.log(argument)


def tanh(argument: Any) -> Any:
    """The hyperbolic tangent of a scalar, which is SymPy's own, or of each entry of a matrix."""
    return Operation("tanh", argument) if is_array(argument) else sympy.tanh(argument)


def sin(argument: Any) -> Any:
    """The sine of a scalar, which is SymPy's own, or of each entry of a matrix."""
    return Operation("sin", argument) if is_array(argument) else sympy.sin(argument)


def cos(argument: Any) -> Any:
    """The cosine of a scalar, which is SymPy's own, or of each entry of a matrix."""
    return Operation("cos", argument) if is_array(argument) else sympy.cos(argument)


def sigmoid(argument: Any) -> Any:
    """The logistic function of a scalar, or of each entry of a matrix; raises `Unreadable` for anything else.

    >>> from symbolic.language import real
    >>> sigmoid(real("x"))
    sigmoid(x)
    """
    return Operation("sigmoid", argument) if is_array(argument) else Sigmoid(exact(argument, "sigmoid"))


def square_root(argument: Term) -> Term:
    return power(argument, Number(Fraction(1, 2)))


def _named(op: str) -> Reader:
    """Of scalars: the exponential of one of SymPy's matrices is another thing than that of its entries."""

    def read(reading: Reading, expression: Any) -> Term:
        if any(map(is_array, expression.args)):
            found = f"SymPy's {op} of a matrix"
            raise Unreadable(expression, found, f"{op} from symbolic.language, which is of each entry")
        return Node(op, *map(reading.read, expression.args))

    return read


def _kronecker(reading: Reading, expression: Any) -> Term:
    if len(expression.args) != 2:
        raise Unreadable(expression, f"a delta with {len(expression.args)} arguments", "KroneckerDelta(i, j)")
    return delta(*map(reading.read, expression.args))


READERS: Final[dict[Any, Reader]] = {
    type(sympy.E): lambda *_: Node("exp", ONE),
    sympy.exp: _named("exp"),
    sympy.log: _named("log"),
    sympy.tanh: _named("tanh"),
    sympy.sin: _named("sin"),
    sympy.cos: _named("cos"),
    Sigmoid: _named("sigmoid"),
    sympy.KroneckerDelta: _kronecker,
}
