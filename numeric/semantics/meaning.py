"""What the meaning of an operator is: a function of its arguments, evaluated where it wants them evaluated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from numeric.arithmetics import Arithmetic, Value
from symbolic.terms import Symbol, Term

Environment: TypeAlias = tuple[Value, ...]
"""The values of the bound variables, innermost first."""


class Context(Protocol):
    """The evaluation that a meaning is part of."""

    @property
    def arithmetic(self) -> Arithmetic: ...
    def value(self, term: Term, environment: Environment = ()) -> Value: ...
    def apply(self, function: Symbol, arguments: Environment) -> Value: ...


Meaning: TypeAlias = Callable[[Context, tuple[Term, ...], Environment], Value]
