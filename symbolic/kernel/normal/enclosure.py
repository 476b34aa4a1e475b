"""Exact enclosures of ground values: powers and elementary functions of rationals between two rationals.

exp by its Taylor sum with the remainder bounded by a geometric series; log by 2 artanh((x - 1) / (x + 1)), whose
remainder is bounded in the same way; sin and cos by their Taylor sums with Lagrange's remainder; pi by Machin's
16 arctan(1/5) - 4 arctan(1/239); roots by integer roots.
Nothing is rounded but outwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import isqrt
from typing import Final

from symbolic.kernel.normal.polynomial import Atom, Monomial, Poly
from symbolic.terms import PI

PRECISIONS: Final = (30, 120)  # bits that are tried in turn
LARGEST_ARGUMENT: Final = 200
LARGEST_DEGREE: Final = 60  # of a root
LARGEST_ANGLE: Final = 40  # the terms of the Taylor sum grow until their degree exceeds it
Interval = tuple[Fraction, Fraction]


class NotGround(ValueError):
    """A value that is no number, or none that is enclosed here."""


Boxes = Mapping[str, Interval]  # between which numbers the atoms of these keys lie
GROUND: Final[Boxes] = {}


def enclosed_sign(poly: Poly, boxes: Boxes = GROUND) -> int:
    """1 or -1 if an enclosure shows ``poly`` to be positive or negative; 0 if not, or if it is not confined."""
    if (poly.symbols and not boxes) or poly.constant is not None or not poly.terms:
        return 0
    for bits in PRECISIONS:
        try:
            lower, upper = Enclosure(bits, boxes).of(poly)
        except (NotGround, ZeroDivisionError, ValueError):
            return 0
        if lower > 0 or upper < 0:
            return 1 if lower > 0 else -1
    return 0


@dataclass(frozen=True)
class Enclosure:
    """Enclosures to about ``bits`` bits, where atoms lie within ``boxes``."""

    bits: int
    boxes: Boxes

    def of(self, poly: Poly) -> Interval:
        """Rationals between which the value lies."""
        parts = [_scaled(self._monomial(monomial), value) for monomial, value in poly.terms.items()]
        return sum((low for low, _ in parts), Fraction(0)), sum((high for _, high in parts), Fraction(0))

    def _monomial(self, monomial: Monomial) -> Interval:
        factors = [self._factor(atom, exponent) for atom, exponent in monomial.factors.items()]
        return reduce(_product, factors, (Fraction(1), Fraction(1)))

    def _factor(self, atom: Atom, exponent: Poly) -> Interval:
        if atom.kind == "euler":
            low, high = self.of(exponent)
            return _exp(low, self.bits)[0], _exp(high, self.bits)[1]
        base = self._base(atom)
        value = exponent.constant
        if value is None:
            raise NotGround(f"the exponent {exponent.key}")
        if value.denominator == 1:
            return _integer_power(base, int(value))
        return _integer_power(_root(base, value.denominator, self.bits), value.numerator)

    def _base(self, atom: Atom) -> Interval:
        if atom.key in self.boxes:
            return self.boxes[atom.key]
        match atom.kind, atom.parts:
            case "opaque", (shape,) if shape == PI:
                return _pi(self.bits)
            case "prime", (int(number),):
                return Fraction(number), Fraction(number)
            case "log", (Poly() as inner,):
                low, high = self.of(inner)
                return _log(low, self.bits)[0], _log(high, self.bits)[1]
            case "sin" | "cos", (Poly() as inner,):
                return _wave(atom.kind, self.of(inner), self.bits)
            case "poly", (Poly() as inner,):
                return self.of(inner)
            case "heaviside", (Poly() as inner,):
                low, high = self.of(inner)
                return Fraction(low >= 0), Fraction(high >= 0)
        raise NotGround(f"the atom {atom.key}")


def _scaled(interval: Interval, value: Fraction) -> Interval:
    low, high = interval[0] * value, interval[1] * value
    return (low, high) if value >= 0 else (high, low)


def _product(one: Interval, other: Interval) -> Interval:
    ends = [x * y for x in one for y in other]
    return min(ends), max(ends)


def _integer_power(base: Interval, exponent: int) -> Interval:
    if abs(exponent) > LARGEST_ARGUMENT:
        raise NotGround(f"the exponent {exponent}")
    if exponent < 0:
        if base[0] <= 0 <= base[1]:
            raise NotGround("a denominator that may be 0")
        base, exponent = (1 / base[1], 1 / base[0]), -exponent
    if exponent and exponent % 2 == 0 and base[0] < 0 < base[1]:
        return Fraction(0), max(-base[0], base[1]) ** exponent
    return reduce(_product, [base] * exponent, (Fraction(1), Fraction(1)))


def _root(base: Interval, degree: int, bits: int) -> Interval:
    """The root of a nonnegative interval, by the largest integer whose power does not exceed the shifted number."""
    if base[0] < 0 or degree > LARGEST_DEGREE:
        raise NotGround("a root of a negative number, or a high one")
    shift = Fraction(2**bits)
    low, high = (_integer_root(int(end * shift**degree), degree) for end in base)
    return low / shift, (high + 1) / shift


def _integer_root(number: int, degree: int) -> Fraction:
    if degree == 2:
        return Fraction(isqrt(number))
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle - 1)
    return Fraction(low)


def _exp(value: Fraction, bits: int) -> Interval:
    """For 0 <= x <= 1/2 the Taylor remainder after x^n/n! is at most that term; larger x are halved and squared.

    Of what lies below -200 it is said that it lies between 0 and exp(-200).
    """
    if value > LARGEST_ARGUMENT:
        raise NotGround(f"exp({value})")
    if value < -LARGEST_ARGUMENT:
        return Fraction(0), _exp(Fraction(-LARGEST_ARGUMENT), bits)[1]
    if value < 0:
        low, high = _exp(-value, bits)
        return 1 / high, 1 / low
    if value > Fraction(1, 2):
        low, high = (
            _exp(_outward(value / 2, bits + 20)[0], bits + 4)[0],
            _exp(_outward(value / 2, bits + 20)[1], bits + 4)[1],
        )
        return _outward(low * low, bits + 20)[0], _outward(high * high, bits + 20)[1]
    total = term = Fraction(1)
    number = 0
    while term > Fraction(1, 2**bits):
        number += 1
        term = term * value / number
        total += term
    return total, total + term


def _log(value: Fraction, bits: int) -> Interval:
    """2 (z + z^3/3 + ...) with z = (x - 1)/(x + 1); log(x) = log(x/2) + log(2) brings x below 2."""
    if value <= 0:
        raise NotGround(f"log({value})")
    if value < 1:
        low, high = _log(1 / value, bits)
        return -high, -low
    halvings = 0
    while value > 2:
        value, halvings = value / 2, halvings + 1
        if halvings > LARGEST_ARGUMENT:
            raise NotGround("log of a huge number")
    one, two = _artanh(value, bits), _artanh(Fraction(2), bits)
    return 2 * (one[0] + halvings * two[0]), 2 * (one[1] + halvings * two[1])


def _wave(kind: str, argument: Interval, bits: int) -> Interval:
    """sin or cos, whose slopes are at most 1, from their value near the middle.

    All derivatives are at most 1, so that the Taylor sum is off by at most the first term x^n/n! that it leaves out.
    """
    middle = _outward((argument[0] + argument[1]) / 2, bits)[0]
    if abs(middle) > LARGEST_ANGLE:
        return Fraction(-1), Fraction(1)
    degree, term, total = (1, middle, Fraction(0)) if kind == "sin" else (0, Fraction(1), Fraction(0))
    while abs(term) > Fraction(1, 2**bits):
        total += term
        term, degree = -term * middle**2 / ((degree + 1) * (degree + 2)), degree + 2
    error = abs(term) + max(argument[1] - middle, middle - argument[0])
    return max(total - error, Fraction(-1)), min(total + error, Fraction(1))


def _pi(bits: int) -> Interval:
    one, other = _arctan(5, bits + 5), _arctan(239, bits + 5)
    return 16 * one[0] - 4 * other[1], 16 * one[1] - 4 * other[0]


def _arctan(inverse: int, bits: int) -> Interval:
    """z - z^3/3 + z^5/5 - ... for z = 1/inverse: terms alternate and fall, so two sums in a row enclose the value."""
    power, total, number, before = Fraction(1, inverse), Fraction(0), 0, Fraction(0)
    while abs(total - before) > Fraction(1, 2**bits) or not number:
        before, total = total, total + (-1) ** number * power / (2 * number + 1)
        power, number = power / inverse**2, number + 1
    return min(before, total), max(before, total)


def _artanh(value: Fraction, bits: int) -> Interval:
    """z + z^3/3 + ... for z = (value - 1)/(value + 1) in [0, 1/3]; what is left out is at most the last term."""
    z = (value - 1) / (value + 1)
    power, total, number = z, z, 1
    while power / number > Fraction(1, 2**bits):
        power, number = power * z * z, number + 2
        total += power / number
    return total, total + power / number


def _outward(value: Fraction, bits: int) -> Interval:
    """Neighbours of ``value`` with short denominators."""
    scale = 2**bits
    low = Fraction((value * scale).__floor__(), scale)
    return low, low + Fraction(1, scale)
