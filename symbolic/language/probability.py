"""Random variables and sequences, whose outcome is implicit, and expectations, which bind it or normal vectors."""

from __future__ import annotations

from typing import Any, Final

import sympy

from symbolic.language.family import OMEGA, Plain, Reader, Reading, exact
from symbolic.language.normals import NormalExpectation, NormalVariance, named, variance_of
from symbolic.language.sequences import Sequence
from symbolic.language.symbols import first_index, single, split
from symbolic.language.unreadable import Unreadable
from symbolic.terms import OUTCOME, Lambda, Term, apply, expect


class RandomSequence(Sequence):
    """A sequence of random variables from ``start`` on, all of one random experiment."""

    __slots__ = ()


class RandomVariable(sympy.Symbol):  # type: ignore[misc]
    """A real random variable; SymPy takes it for a real symbol."""

    __slots__ = ()

    def __new__(cls, name: str) -> RandomVariable:
        made: RandomVariable = sympy.Symbol.__xnew__(cls, name, real=True)
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, bool]]:
        return (self.name,), {}


class Expectation(Plain):
    """The expectation of a scalar."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"E[{printer._print(self.args[0])}]"

    _sympyrepr = _sympystr


class Variance(Plain):
    """The expectation of the square less the square of the expectation; it is read so."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"Var[{printer._print(self.args[0])}]"

    _sympyrepr = _sympystr


def random_sequence(names: str, start: int = 0) -> Any:
    """Sequences of random variables whose first index is ``start``; ``g(i)`` and ``g[i]`` are elements.

    >>> random_sequence("g", start=1)(3)
    g(3)
    """
    return single([RandomSequence(name, first_index(names, start)) for name in split(names)])


def random_variable(names: str) -> Any:
    """Real random variables, written like scalars."""
    return single([RandomVariable(name) for name in split(names)])


def expectation(expression: Any, *over: Any) -> Any:
    """The expectation of ``expression``, over all random variables and sequences in it; ``E`` for short.

    With ``over``, named columns or matrices, it is that over their entries, which are bound as independent standard
    normal variables.

    >>> from symbolic.language import E, column, dot, exp, random_sequence, size, time
    >>> g, t = random_sequence("g", start=1), time("t")
    >>> E(g(t) ** 2)
    E[g(t)**2]
    >>> x, q = column("x q", size("d"))
    >>> E(exp(dot(x, q)), x)
    E(exp(dot(x, q)), x)
    """
    inside = exact(expression, "expectation")
    for variable in reversed(over):
        inside = NormalExpectation(inside, named(variable, "an expectation"))
    return inside if over else Expectation(inside)


E = expectation


def variance(expression: Any, *over: Any) -> Any:
    """``E[x^2] - E[x]^2`` of the scalar ``expression``; ``over`` one named column or matrix, as in `expectation`."""
    inside = exact(expression, "variance")
    if len(over) > 1:
        raise Unreadable("variance", f"a variance over {len(over)} matrices", "one matrix that holds all entries")
    return NormalVariance(inside, named(over[0], "a variance")) if over else Variance(inside)


def outcomes(reading: Reading, expression: Any) -> Lambda:
    """``expression`` as a function of the outcome."""
    return Lambda(OUTCOME, reading.under(OMEGA, OUTCOME).read(expression), "ω")


def _variable(reading: Reading, expression: Any) -> Term:
    return apply(reading.named(expression), reading.outcome)


READERS: Final[dict[Any, Reader]] = {
    RandomVariable: _variable,
    Expectation: lambda reading, expression: expect(outcomes(reading, expression.args[0])),
    Variance: lambda reading, expression: variance_of(outcomes(reading, expression.args[0])),
}
