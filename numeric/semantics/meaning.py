"""What the meaning of an operator is: a function of its arguments, evaluated where it wants them evaluated."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeAlias

from numeric.arithmetics import Arithmetic, Value
from numeric.schemas import Schema
from symbolic.terms import Symbol, Term

Environment: TypeAlias = tuple[Value, ...]
"""The values of the bound variables, innermost first: numbers, outcomes, and vectors as functions of an index."""


Element: TypeAlias = tuple[Any, ...]
"""A sequence, an index of it, and the places of an entry, unless it is a number or all of a vector or a matrix."""


class Context(Protocol):
    """The evaluation that a meaning is part of."""

    arithmetic: Arithmetic
    averages: dict[Hashable, Value]
    elements: dict[Element, Value]

    def value(self, term: Term, environment: Environment = ()) -> Value: ...
    def apply(self, function: Symbol, *arguments: Value) -> Value: ...
    def definition(self, symbol: Symbol) -> Schema | None: ...
    def over(self, arithmetic: Arithmetic) -> Context: ...


Meaning: TypeAlias = Callable[[Context, tuple[Term, ...], Environment], Value]
