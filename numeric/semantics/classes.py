"""Asymptotic classes: how one function grows beside another along rays, sizes n = k N^a, for N beyond usual constants.

No finite calculation decides a class, but a ratio that still grows where N is far beyond all numbers in the formula is
hardly bounded: there the highest power of N outweighs what is left of a polynomial.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, product
from typing import Final

from numeric.arithmetics import Exact, Value
from numeric.errors import TooCostly, Undefined
from numeric.semantics.meaning import Context, Environment, Meaning
from symbolic.terms import CLASSES, Number, Term, below_sizes, subterms

FAR: Final = 10**25  # beyond the square of the largest number
GROWN: Final = 10**5
SHOWN: Final = ((10, 100, 1000), (10**4, 10**5, 10**6), (10**10, 10**11, 10**12))  # what a reader can follow
STEEPEST: Final = {1: 9, 2: 9, 3: 5, 4: 3, 5: 2}  # exponents of N, by the number of sizes
FACTOR: Final = 1000


@dataclass(frozen=True)
class Ray:
    """The sizes ``factors[i] * N^powers[i]``."""

    factors: tuple[int, ...]
    powers: tuple[int, ...]

    def at(self, number: int) -> tuple[int, ...]:
        return tuple(factor * number**power for factor, power in zip(self.factors, self.powers, strict=True))

    def words(self) -> list[str]:
        """Each size as a power of N."""
        return [_size(*pair) for pair in zip(self.factors, self.powers, strict=True)]


class Growing:
    """The functions and the regime of a formula about a class, as numbers at any sizes."""

    def __init__(self, context: Context, args: Sequence[Term], environment: Environment) -> None:
        self._context, self._environment = context, environment
        self.sizes = len(below_sizes(args[0])[0])
        self._function, self._other, *self._regime = (below_sizes(one)[1] for one in args)
        near = FAR * max(map(_largest, args)) ** 2
        self._far = (near, near**2)

    def outgrowing(self, turned: bool = False) -> Ray | None:
        """A ray along which the function outgrows the other side (or, ``turned``, the other way round)."""
        return next((ray for ray in self._rays() if self._outgrows(ray, turned)), None)

    def ratio(self, ray: Ray, number: int, turned: bool = False) -> Fraction | None:
        """|f|/|g| along a ray; None where the other side is 0 and this one is not."""
        above, below = self._sides(ray.at(number), turned)
        return Fraction(above) / below if below else None if above else Fraction(0)

    def shown(self, ray: Ray, turned: bool) -> tuple[tuple[int, ...], list[Fraction | None]]:
        """Three numbers N and the ratios there, which double at least, if they ever do."""
        for numbers in SHOWN:
            ratios = [self.ratio(ray, number, turned) for number in numbers]
            if all(low is None or high is None or high >= 2 * low for low, high in pairwise(ratios)):
                break
        return numbers, ratios

    def _outgrows(self, ray: Ray, turned: bool) -> bool:
        try:
            near, far = (self.ratio(ray, number, turned) for number in self._far)
        except TooCostly:  # too steep for these functions
            return False
        return near is None or far is None or far > GROWN * near > 0

    def _rays(self) -> Iterator[Ray]:
        """Within the regime at both numbers, for the first factors that bring it there."""
        steepest = STEEPEST.get(self.sizes, 1)
        every = sorted(product(range(steepest + 1), repeat=self.sizes), key=lambda powers: (sum(powers), powers))
        for powers in every:
            rays = (Ray(factors, powers) for factors in self._factors())
            found = next((ray for ray in rays if all(self._within(ray.at(number)) for number in self._far)), None)
            if any(powers) and found:
                yield found

    def _factors(self) -> Iterator[tuple[int, ...]]:
        return product((1, FACTOR) if self._regime else (1,), repeat=self.sizes)

    def _within(self, sizes: tuple[int, ...]) -> bool:
        return all(self._value(relation, sizes) for relation in self._regime)

    def _sides(self, sizes: tuple[int, ...], turned: bool) -> tuple[Fraction, Fraction]:
        sides = (self._other, self._function) if turned else (self._function, self._other)
        above, below = (abs(self._value(side, sizes)) for side in sides)
        return above, below

    def _value(self, part: Term, sizes: tuple[int, ...]) -> Fraction:
        value: Fraction = self._context.value(part, (*reversed(sizes), *self._environment))
        return value


def _size(factor: int, power: int) -> str:
    raised = f"N^{power}" if power > 1 else "N" if power else ""
    return raised if factor == 1 and raised else f"{factor}·{raised}" if raised else str(factor)


def _largest(term: Term) -> int:
    """The largest numerator or denominator."""
    numbers = (part.value for part in subterms(term) if isinstance(part, Number))
    return max((part for value in numbers for part in (abs(value.numerator), value.denominator)), default=1)


def broken(op: str, growing: Growing) -> tuple[Ray, bool] | None:
    """A ray along which the class ``op`` fails, and whether it is the other side that outgrows this one."""
    for turned in _WAYS[op]:
        ray = growing.outgrowing(turned)
        if ray is not None:
            return ray, turned
    return None


def _in_class(op: str) -> Meaning:
    def meaning(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
        if not isinstance(context.arithmetic, Exact):
            raise Undefined("growth is only looked at in exact numbers")
        return broken(op, Growing(context, args, environment)) is None

    return meaning


_WAYS: Final = {"big_o": (False,), "big_omega": (True,), "big_theta": (False, True)}
MEANINGS: Final[dict[str, Meaning]] = {op: _in_class(op) for op in CLASSES}
