"""Which monomials bound which, for sizes from 1 on: weights of a geometric mean, or a ray that outgrows it.

With sizes x >= 1 and a regime of relations c A <= B between monomials, a monomial m is bounded by a constant times the
sum of the monomials p exactly if it is bounded by a weighted geometric mean of them:

    m x^s (B/A)^t = p_1^w_1 ... p_k^w_k    w, s, t >= 0, w_1 + ... + w_k = 1

By linear programming duality, otherwise there are exponents a >= 0 such that along x = N^a, in the regime, m outgrows
all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from symbolic.methods.simplex import weights

Exponents = tuple[int, ...]


@dataclass(frozen=True)
class Mean:
    """Natural weights of a mean: ``m^root x^sizes (B/A)^regime`` is the product of the ``powers`` of the bounds."""

    root: int
    powers: tuple[int, ...]
    sizes: tuple[int, ...]
    regime: tuple[int, ...]


def mean_above(monomial: Exponents, bounds: Sequence[Exponents], slopes: Sequence[Exponents]) -> Mean | None:
    """The mean of ``bounds`` that is at least ``monomial``; ``slopes`` are the exponents of B/A in the regime.

    >>> mean_above((1, 1), [(2, 0), (0, 2)], [])
    Mean(root=2, powers=(1, 1), sizes=(0, 0), regime=())
    >>> mean_above((1, 1), [(2, 0), (0, 1)], []) is None
    True
    """
    for place, bound in enumerate(bounds):
        if all(mine <= other for mine, other in zip(monomial, bound, strict=True)):
            powers = tuple(int(place == other) for other in range(len(bounds)))
            return Mean(1, powers, _difference(bound, monomial), (0,) * len(slopes))
    found = weights(_columns(len(monomial), bounds, slopes), {**_row(monomial), "total": Fraction(1)})
    if found is None:
        return None
    root = lcm(*(weight.denominator for weight in found))
    whole = tuple(int(weight * root) for weight in found)
    first, second = len(bounds), len(bounds) + len(monomial)
    return Mean(root, whole[:first], whole[first:second], whole[second:])


def ray_above(monomial: Exponents, bounds: Sequence[Exponents], slopes: Sequence[Exponents]) -> Exponents | None:
    """Natural exponents of sizes along which ``monomial`` outgrows all ``bounds``, and which the regime allows.

    >>> ray_above((1, 1), [(2, 0), (0, 1)], [])
    (1, 2)
    """
    return _direction([_difference(monomial, bound) for bound in bounds], slopes, len(monomial))


def scale_within(slopes: Sequence[Exponents], sizes: int) -> Exponents | None:
    """Natural exponents of sizes along which every slope goes up by at least 1."""
    return _direction(slopes, (), sizes)


def along(exponents: Exponents, ray: Exponents) -> int:
    """The degree of a monomial along a ray."""
    return sum(one * other for one, other in zip(exponents, ray, strict=True))


def _direction(rising: Sequence[Exponents], allowed: Sequence[Exponents], sizes: int) -> Exponents | None:
    """a >= 0 with a.r >= 1 for what is ``rising`` and a.s >= 0 for what is ``allowed``."""
    rows = [*rising, *allowed]
    columns = [{number: Fraction(row[size]) for number, row in enumerate(rows)} for size in range(sizes)]
    slack = [{number: Fraction(-1)} for number in range(len(rows))]
    found = weights([*columns, *slack], {number: Fraction(int(number < len(rising))) for number in range(len(rows))})
    if found is None:
        return None
    scale = lcm(*(value.denominator for value in found[:sizes]))
    return tuple(int(value * scale) for value in found[:sizes])


def _columns(sizes: int, bounds: Sequence[Exponents], slopes: Sequence[Exponents]) -> list[dict[int | str, Fraction]]:
    units = [tuple(-int(size == other) for other in range(sizes)) for size in range(sizes)]
    turned = [tuple(-part for part in slope) for slope in slopes]
    return [*({**_row(bound), "total": Fraction(1)} for bound in bounds), *map(_row, units), *map(_row, turned)]


def _row(vector: Exponents) -> dict[int | str, Fraction]:
    return {place: Fraction(value) for place, value in enumerate(vector)}


def _difference(one: Exponents, other: Exponents) -> Exponents:
    return tuple(left - right for left, right in zip(one, other, strict=True))
