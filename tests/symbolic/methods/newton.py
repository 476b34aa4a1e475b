"""Whether f = O(g) for polynomials with coefficients that are not negative, by geometry alone, without a search.

It fails exactly if some monomial m of f outgrows all monomials p of g along some x = N^a: if there is a vector a >= 0
with a.(m - p) > 0 for every p.  The vectors with "not negative" instead are a cone without lines.  The sum of its
extreme rays lies in its relative interior, so it is such a vector if there is one; and on an extreme ray as many
constraints as sizes less one are equations, which leaves few rays to try.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

Vector = tuple[Fraction, ...]
Polynomial = dict[tuple[int, ...], Fraction]


def bounded(function: Polynomial, other: Polynomial, sizes: int) -> bool:
    """Whether f = O(g), for maps from exponents to coefficients, which may be 0."""
    tops = [exponents for exponents, value in function.items() if value]
    below = [exponents for exponents, value in other.items() if value]
    return not any(_outgrows(top, below, sizes) for top in tops)


def _outgrows(top: Sequence[int], below: Sequence[Sequence[int]], sizes: int) -> bool:
    gaps = [tuple(Fraction(one - two) for one, two in zip(top, other, strict=True)) for other in below]
    units = [tuple(Fraction(int(place == other)) for other in range(sizes)) for place in range(sizes)]
    total = [sum(parts) for parts in zip(*_extreme_rays([*units, *gaps], sizes), strict=True)] or [0] * sizes
    return all(_dot(gap, total) > 0 for gap in gaps)


def _extreme_rays(constraints: Sequence[Vector], sizes: int) -> Iterator[Vector]:
    """Some vectors of the cone, all its extreme rays among them."""
    for tight in combinations(constraints, sizes - 1):
        normal = tuple((-1) ** place * _determinant([_without(one, place) for one in tight]) for place in range(sizes))
        for ray in (normal, tuple(-part for part in normal)):
            if all(_dot(one, ray) >= 0 for one in constraints):
                yield ray


def _determinant(rows: Sequence[Vector]) -> Fraction:
    if not rows:
        return Fraction(1)
    first, *rest = rows
    signed = [(-1) ** place * part for place, part in enumerate(first)]
    return _dot(signed, [_determinant([_without(row, place) for row in rest]) for place in range(len(first))])


def _without(vector: Vector, place: int) -> Vector:
    return vector[:place] + vector[place + 1 :]


def _dot(one: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction:
    return sum((left * right for left, right in zip(one, other, strict=True)), Fraction(0))
