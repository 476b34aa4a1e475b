"""What every arithmetic offers, and what those share that calculate one point at a time."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from fractions import Fraction
from typing import Any, Protocol, TypeAlias

from numeric.errors import Undefined

Value: TypeAlias = Any
Place: TypeAlias = tuple[int, ...]
Family: TypeAlias = Callable[..., Value]
"""A vector or a matrix of independent standard normal variables, as a function of the place of an entry."""


class Arithmetic(Protocol):
    """What the meanings of the operators ask for; ``tolerance`` is the gap below which two values count as equal.

    ``mean`` is the expectation of a body over standard normal variables; its ``name`` is the same for the same body,
    and None if that depends on what a binder around it binds.
    """

    @property
    def tolerance(self) -> float: ...
    def number(self, value: Fraction) -> Value: ...
    def pi(self) -> Value: ...
    def add(self, left: Value, right: Value) -> Value: ...
    def multiply(self, left: Value, right: Value) -> Value: ...
    def divide(self, left: Value, right: Value) -> Value: ...
    def power(self, base: Value, exponent: Value) -> Value: ...
    def elementary(self, name: str, operand: Value) -> Value: ...
    def gap(self, left: Value, right: Value) -> Value: ...
    def truth(self, gap: Value, holds: Value) -> Value: ...
    def contrary(self, truth: Value) -> Value: ...
    def either(self, left: Value, right: Callable[[], Value]) -> Value: ...
    def both(self, left: Value, right: Value) -> Value: ...
    def where(self, truth: Value, value: Value) -> Value: ...
    def mean(self, body: Callable[[Family], Value], name: Hashable | None) -> Value: ...


class Single:
    """What exact and high-precision calculation share: one point at a time, truths are Python's."""

    def add(self, left: Value, right: Value) -> Value:
        return left + right

    def multiply(self, left: Value, right: Value) -> Value:
        return left * right

    def truth(self, gap: Value, holds: Value) -> bool:
        return bool(holds)

    def contrary(self, truth: bool) -> bool:
        return not truth

    def either(self, left: bool, right: Callable[[], Value]) -> Value:
        return left or right()

    def both(self, left: bool, right: bool) -> bool:
        return left and right

    def where(self, truth: bool, value: Value) -> Value:
        if not truth:
            raise Undefined("the guard of a schema fails here")
        return value


def owe_domain(name: str, operand: Value) -> None:
    """Raise `Undefined` where the elementary function ``name`` has no value."""
    if name == "log" and operand <= 0:
        raise Undefined(f"the logarithm of {operand}")


def owe_power(base: Value, exponent: Value, integral: bool) -> None:
    """Raise `Undefined` where the power has no value."""
    if base == 0 and exponent < 0:
        raise Undefined(f"zero to the power {exponent}")
    if base < 0 and not integral:
        raise Undefined(f"{base} to the non-integer power {exponent}")
