"""What the meaning of an operator is: a function of its arguments, evaluated where it wants them evaluated."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeAlias

from numeric.arithmetics import Arithmetic, Value
from numeric.schemas import Schema
from symbolic.terms import Symbol, Term

Environment: TypeAlias = tuple[Value, ...]
"""The values of the bound variables, innermost first: numbers, outcomes, and vectors as functions of an index."""


class Context(Protocol):
    """The evaluation that a meaning is part of."""

    arithmetic: Arithmetic
    averages: dict[Hashable, Value]

    def value(self, term: Term, environment: Environment = ()) -> Value: ...
    def apply(self, function: Symbol, *arguments: Value) -> Value: ...
    def definition(self, symbol: Symbol) -> Schema | None: ...
    def over(self, arithmetic: Arithmetic) -> Context: ...


Meaning: TypeAlias = Callable[[Context, tuple[Term, ...], Environment], Value]
