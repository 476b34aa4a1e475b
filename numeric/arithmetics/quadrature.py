"""The trapezoidal rule for expectations over a few standard normal variables, which for smooth bodies is spectral.

By Poisson's formula the rule with step h errs by about exp(-2 pi^2 / h^2), for a body that grows no faster than an
exponential.  It is taken twice, the second time shifted by half a step, which turns the sign of the error: where the
two differ, there is no value.  So kinks, steps and what is not integrable get none.  The mean is better than either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil, floor, log, sqrt
from typing import Final

from numeric.arithmetics.protocol import Family, Place, Value
from numeric.errors import TooCostly

ATTEMPTS: Final = 3


@dataclass(frozen=True)
class Lattice:
    """A coordinate is ``step`` times a whole number, plus ``shift`` of a step, and about ``reach`` at most.

    >>> Lattice(0.5, 1.0).coordinates()
    [-1.0, -0.5, 0.0, 0.5, 1.0]
    """

    step: float
    reach: float
    shift: float = 0.0

    def coordinates(self) -> list[float]:
        most = ceil(self.reach / self.step)
        return [(k + self.shift) * self.step for k in range(-most, most + 1)]


def lattices(tolerance: float) -> Iterator[tuple[Lattice, Lattice]]:
    """Pairs whose sums should agree to ``tolerance``, ever finer and wider."""
    exponent = 7 - log(tolerance)
    for attempt in range(ATTEMPTS):
        step, reach = 3 * 0.6**attempt * sqrt(2 / exponent), (sqrt(2 * exponent) + 2) * 1.4**attempt
        dyadic = floor(step * 64) / 64  # so that all coordinates are exact
        yield Lattice(dyadic, reach), Lattice(dyadic, reach, 0.5)


def places_of(body: Callable[[Family], Value], origin: Value) -> list[Place]:
    """The variables that ``body`` looks at, where each of them is ``origin``."""
    seen: dict[Place, None] = {}

    def noting(*place: int) -> Value:
        seen[place] = None
        return origin

    body(noting)
    return list(seen)


def owe_few(places: list[Place], most: int) -> None:
    """Raise `TooCostly` where a lattice would have too many dimensions."""
    if len(places) > most:
        raise TooCostly(f"an expectation over {len(places)} normal variables; at most {most} by quadrature")


def family(places: list[Place], values: tuple[Value, ...]) -> Family:
    """The variables at ``places``, with these ``values``."""
    known = dict(zip(places, values, strict=True))

    def entry(*place: int) -> Value:
        if place not in known:
            raise TooCostly("which normal variables are looked at depends on the values of others")
        return known[place]

    return entry
