"""Dual numbers ``value + slope·ε`` with ε² = 0, over any arithmetic: derivatives without a step size."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from numeric.arithmetics.protocol import Arithmetic, Family, Value
from numeric.errors import Unrealised


@dataclass(frozen=True)
class Dual:
    """A value and its slope; ``order`` tells the ε of one derivative from those of the derivatives around it."""

    order: int
    value: Value
    slope: Value

    def __neg__(self) -> Dual:
        return Dual(self.order, -self.value, -self.slope)


class Duals:
    """The arithmetic of one derivative; what depends on its variable is a `Dual`, all else a number of ``base``.

    >>> from numeric.arithmetics import Exact
    >>> duals = Duals(Exact())
    >>> x = duals.variable(3)
    >>> duals.slope(duals.multiply(x, x))
    6
    """

    def __init__(self, base: Arithmetic) -> None:
        self._base: Final = base
        self._order: Final[int] = base._order + 1 if isinstance(base, Duals) else 1

    @property
    def tolerance(self) -> float:
        return self._base.tolerance

    def variable(self, value: Value) -> Dual:
        return Dual(self._order, value, 1)

    def slope(self, result: Value) -> Value:
        """The derivative; undefined where the result itself is, which a batch marks in its value alone."""
        value, slope = self._parts(result)
        return self._base.add(slope, self._base.multiply(0, value))

    def number(self, value: Fraction) -> Value:
        return self._base.number(value)

    def pi(self) -> Value:
        return self._base.pi()

    def add(self, left: Value, right: Value) -> Value:
        if not (self._depends(left) or self._depends(right)):
            return self._base.add(left, right)
        (a, da), (b, db) = self._parts(left), self._parts(right)
        return self._dual(self._base.add(a, b), self._base.add(da, db))

    def multiply(self, left: Value, right: Value) -> Value:
        if not (self._depends(left) or self._depends(right)):
            return self._base.multiply(left, right)
        (a, da), (b, db) = self._parts(left), self._parts(right)
        return self._dual(self._base.multiply(a, b), self._dot((da, b), (a, db)))

    def divide(self, left: Value, right: Value) -> Value:
        if not (self._depends(left) or self._depends(right)):
            return self._base.divide(left, right)
        (a, da), (b, db) = self._parts(left), self._parts(right)
        quotient = self._base.divide(a, b)
        return self._dual(quotient, self._base.divide(self._dot((da, 1), (-quotient, db)), b))

    def power(self, base: Value, exponent: Value) -> Value:
        if not (self._depends(base) or self._depends(exponent)):
            return self._base.power(base, exponent)
        (b, db), (e, de) = self._parts(base), self._parts(exponent)
        value = self._base.power(b, e)
        if isinstance(exponent, int):
            rate = self._base.multiply(e, self._base.power(b, e - 1)) if e else 0
            return self._dual(value, self._base.multiply(rate, db))
        # The division by b also says that a power with any other exponent has no slope at 0.
        relative = self._base.divide(self._base.multiply(e, db), b)
        if self._depends(exponent):
            relative = self._base.add(relative, self._base.multiply(de, self._base.elementary("log", b)))
        return self._dual(value, self._base.multiply(value, relative))

    def elementary(self, name: str, operand: Value) -> Value:
        if not self._depends(operand):
            return self._base.elementary(name, operand)
        a, da = self._parts(operand)
        value = self._base.elementary(name, a)
        return self._dual(value, self._base.multiply(_SLOPES[name](self._base, a, value), da))

    def gap(self, left: Value, right: Value) -> Value:
        if self._depends(left) or self._depends(right):
            raise Unrealised("a case distinction by the variable of a derivative")
        return self._base.gap(left, right)

    def truth(self, gap: Value, holds: Value) -> Value:
        return self._base.truth(gap, holds)

    def contrary(self, truth: Value) -> Value:
        return self._base.contrary(truth)

    def either(self, left: Value, right: Callable[[], Value]) -> Value:
        return self._base.either(left, right)

    def both(self, left: Value, right: Value) -> Value:
        return self._base.both(left, right)

    def where(self, truth: Value, value: Value) -> Value:
        if not self._depends(value):
            return self._base.where(truth, value)
        return self._dual(*(self._base.where(truth, part) for part in self._parts(value)))

    def mean(self, body: Callable[[Family], Value], name: Hashable | None) -> Value:
        """A body in the syntactic class of what is integrable is differentiated below the expectation."""
        if name is not None:
            return self._base.mean(body, name)
        value = self._base.mean(lambda family: self._parts(body(family))[0], None)
        return self._dual(value, self._base.mean(lambda family: self._parts(body(family))[1], None))

    def _depends(self, operand: Value) -> bool:
        return isinstance(operand, Dual) and operand.order == self._order

    def _parts(self, operand: Value) -> tuple[Value, Value]:
        return (operand.value, operand.slope) if self._depends(operand) else (operand, 0)

    def _dual(self, value: Value, slope: Value) -> Dual:
        return Dual(self._order, value, slope)

    def _dot(self, first: tuple[Value, Value], second: tuple[Value, Value]) -> Value:
        return self._base.add(self._base.multiply(*first), self._base.multiply(*second))


def without_slopes(value: Value) -> Value:
    """The number that a dual number of any order is near to."""
    return without_slopes(value.value) if isinstance(value, Dual) else value


_Slope = Callable[[Arithmetic, Value, Value], Value]
_SLOPES: Final[dict[str, _Slope]] = {
    "exp": lambda base, operand, value: value,
    "log": lambda base, operand, value: base.divide(1, operand),
    "sin": lambda base, operand, value: base.elementary("cos", operand),
    "cos": lambda base, operand, value: -base.elementary("sin", operand),
    "tanh": lambda base, operand, value: base.add(1, -base.multiply(value, value)),
    "sigmoid": lambda base, operand, value: base.multiply(value, base.add(1, -value)),
}
