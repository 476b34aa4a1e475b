"""Polynomials of independent standard normal variables, whose expectations are rational: E[x^(2k)] = (2k - 1)!!."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from math import prod
from typing import Any, Final, TypeAlias

from numeric.arithmetics.protocol import Place
from numeric.errors import Inexact, TooCostly

MOST_TERMS: Final = 200
HIGHEST_POWER: Final = 12
Number: TypeAlias = int | Fraction
Variable: TypeAlias = tuple[int, Place]
"""The number of the expectation that binds it, and its place."""
Powers: TypeAlias = frozenset[tuple[Variable, int]]
"""A product of powers of variables; of none, 1."""
_ONE: Final[Powers] = frozenset()


class Polynomial:
    """Calculates with numbers and its like; what is no polynomial of the variables raises `Inexact`.

    >>> x, y = variable(1, (1, 1)), variable(1, (1, 2))
    >>> print(expectation((x - 2 * y) ** 2 + x * y, 1), (x - x) * y)
    5 0
    """

    def __init__(self, terms: Mapping[Powers, Number]) -> None:
        self.terms = dict(terms)

    def __add__(self, other: Any) -> Any:
        terms = dict(self.terms)
        for powers, factor in _terms(other).items():
            terms[powers] = terms.get(powers, 0) + factor
        return _simplest(terms)

    def __mul__(self, other: Any) -> Any:
        terms: dict[Powers, Number] = {}
        for one, factor in self.terms.items():
            for powers, further in _terms(other).items():
                both = _product(one, powers)
                terms[both] = terms.get(both, 0) + factor * further
        return _simplest(terms)

    def __neg__(self) -> Any:
        return self * -1

    def __sub__(self, other: Any) -> Any:
        return self + other * -1

    def __rsub__(self, other: Any) -> Any:
        return -self + other

    def __pow__(self, exponent: int) -> Any:
        if not 0 <= exponent <= HIGHEST_POWER:
            raise TooCostly(f"normal variables to the power {exponent}")
        return reduce(lambda power, _: self * power, range(exponent), Fraction(1))

    __radd__, __rmul__ = __add__, __mul__

    def _no_number(self, *_: Any) -> Any:
        raise Inexact("a number is asked for, and found one that varies with chance")

    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = __abs__ = __bool__ = _no_number
    __hash__ = None  # type: ignore[assignment]


def variable(binder: int, place: Place) -> Polynomial:
    return Polynomial({frozenset([((binder, place), 1)]): 1})


def expectation(value: Polynomial | Number, binder: int) -> Polynomial | Number:
    """Over the variables of one binder: odd powers have mean 0, and different variables are independent."""
    terms: dict[Powers, Number] = {}
    for powers, factor in _terms(value).items():
        left = frozenset((one, order) for one, order in powers if one[0] != binder)
        mean = factor * prod(_moment(order) for one, order in powers if one[0] == binder)
        terms[left] = terms.get(left, 0) + mean
    return _simplest(terms)


def _moment(order: int) -> int:
    return 0 if order % 2 else prod(range(1, order, 2))


def _terms(value: Any) -> Mapping[Powers, Number]:
    return value.terms if isinstance(value, Polynomial) else {_ONE: value}


def _simplest(terms: Mapping[Powers, Number]) -> Polynomial | Number:
    """A number, where nothing varies."""
    left = {powers: factor for powers, factor in terms.items() if factor}
    if len(left) > MOST_TERMS:
        raise TooCostly(f"a polynomial of {len(left)} terms in normal variables")
    return Polynomial(left) if left.keys() - {_ONE} else left.get(_ONE, 0)


def _product(one: Powers, other: Powers) -> Powers:
    exponents = dict(one)
    for which, power in other:
        exponents[which] = exponents.get(which, 0) + power
    return frozenset(exponents.items())
