"""What the meaning of an operator is: a function of its arguments, evaluated where it wants them evaluated."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeAlias

from numeric.arithmetics import Arithmetic, Value
from numeric.binders import loose
from numeric.schemas import Schema
from symbolic.terms import Symbol, Term

Environment: TypeAlias = tuple[Value, ...]
"""The values of the bound variables, innermost first: numbers, outcomes, and vectors as functions of an index."""


Element: TypeAlias = tuple[Any, ...]
"""A sequence, an index of it, and the places of an entry, unless it is a number or all of a vector or a matrix."""


class Context(Protocol):
    """The evaluation that a meaning is part of."""

    arithmetic: Arithmetic
    kept: dict[Hashable, Value]
    elements: dict[Element, Value]

    def value(self, term: Term, environment: Environment = ()) -> Value: ...
    def apply(self, function: Symbol, *arguments: Value) -> Value: ...
    def definition(self, symbol: Symbol) -> Schema | None: ...
    def over(self, arithmetic: Arithmetic) -> Context: ...


def indices_alone(args: tuple[Term, ...], environment: Environment) -> Hashable | None:
    """Names a value that depends on nothing but indices, lest it be found again and again; None for any other."""
    used = tuple(environment[index] for index in sorted(frozenset[int]().union(*map(loose, args))))
    return (args, used) if all(type(value) is int for value in used) else None


def kept(context: Context, args: tuple[Term, ...], environment: Environment, compute: Callable[[], Value]) -> Value:
    """What ``compute`` finds for ``args``; found once where it depends on indices alone."""
    name = indices_alone(args, environment)
    if name is None:
        return compute()
    if name not in context.kept:
        context.kept[name] = compute()
    return context.kept[name]


Meaning: TypeAlias = Callable[[Context, tuple[Term, ...], Environment], Value]
