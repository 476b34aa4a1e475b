"""What may be assumed of random and of unknown functions, besides relations between scalars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy
from sympy.core.function import UndefinedFunction

from symbolic.language.arrays import array
from symbolic.language.calculus import Functional
from symbolic.language.probability import RandomSequence, RandomVariable
from symbolic.language.unreadable import Unreadable


@dataclass(frozen=True)
class Property:
    """``op`` is said of the symbol ``named``, with a number where it takes one."""

    op: str
    named: Any
    order: tuple[int, ...] = ()

    @property
    def arity(self) -> int:
        """How many arguments the symbol takes."""
        return int(max(getattr(self.named, "nargs", None) or {1}))

    def __str__(self) -> str:
        return f"{self.op}({', '.join(map(str, (self.named, *self.order)))})"


def finite_moments(named: Any, order: int) -> Property:
    """A random variable, or each element of a random sequence, has a finite absolute moment of that order.

    >>> from symbolic.language import random_sequence
    >>> print(finite_moments(random_sequence("g"), 2))
    moments(g, 2)
    """
    if type(order) is not int or not 1 <= order < 100:
        raise Unreadable("finite_moments", f"the order {order!r}", "an integer from 1 to 99")
    return _property("moments", named, (RandomSequence, RandomVariable), "a random variable or sequence", order)


def independent(sequence: Any) -> Property:
    """The elements of a random sequence are mutually independent."""
    return _property("independent", sequence, (RandomSequence,), "a random sequence")


def differentiable(function: Any) -> Property:
    """A function, or a functional, is differentiable everywhere."""
    return _property("differentiable", function, (UndefinedFunction, Functional), "a function or a functional")


class Invertible(sympy.Basic):  # type: ignore[misc]
    """That a matrix has an inverse."""

    __slots__ = ()


def invertible(operand: Any) -> Invertible:
    """A square matrix has an inverse.

    >>> from symbolic.language import matrix
    >>> invertible(matrix("A", 2, 2))
    Invertible(A)
    """
    return Invertible(array(operand, "invertible"))


def _property(op: str, named: Any, kinds: tuple[type, ...], expected: str, *order: int) -> Property:
    if not isinstance(named, kinds):
        raise Unreadable(op, f"{named!r}", expected)
    return Property(op, named, order)
