"""Fourier-Motzkin elimination: do linear constraints with exact rationals contradict each other?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from symbolic.kernel.normal.polynomial import UNIT, Monomial, Poly
from symbolic.terms import Term

MOST_ROWS: Final = 300  # beyond this the question is given up, which is sound: nothing is concluded


@dataclass(frozen=True)
class Constraint:
    """``poly > 0`` if strict, else ``poly >= 0``, by the formulas ``sources``; its monomials count as variables."""

    poly: Poly
    strict: bool
    sources: frozenset[Term] = frozenset()

    @property
    def contradicts(self) -> bool:
        value = self.poly.constant
        return value is not None and (value < 0 or (self.strict and value == 0))


def contradiction(rows: Iterable[Constraint]) -> frozenset[Term] | None:
    """The sources of a contradiction that follows from ``rows``, or None when none is found."""
    current = list({(row.poly.key, row.strict): row for row in rows}.values())
    while len(current) <= MOST_ROWS:
        for row in current:
            if row.contradicts:
                return row.sources
        unknown = _cheapest(current)
        if unknown is None:
            return None
        current = _eliminate(current, unknown)
    return None


def _cheapest(rows: Sequence[Constraint]) -> Monomial | None:
    """The variable whose elimination makes the fewest rows."""
    above: dict[Monomial, int] = {}
    below: dict[Monomial, int] = {}
    for row in rows:
        for monomial, value in row.poly.terms.items():
            if monomial != UNIT:
                side = above if value > 0 else below
                side[monomial] = side.get(monomial, 0) + 1
    candidates = above.keys() | below.keys()
    return min(candidates, key=lambda m: (above.get(m, 0) * below.get(m, 0), m.key), default=None)


def _eliminate(rows: Sequence[Constraint], unknown: Monomial) -> list[Constraint]:
    above = [row for row in rows if row.poly.terms.get(unknown, 0) > 0]
    below = [row for row in rows if row.poly.terms.get(unknown, 0) < 0]
    kept = {(row.poly.key, row.strict): row for row in rows if unknown not in row.poly.terms}
    for upper in above:
        for lower in below:
            row = _combined(upper, lower, unknown)
            kept.setdefault((row.poly.key, row.strict), row)
    return list(kept.values())


def _combined(upper: Constraint, lower: Constraint, unknown: Monomial) -> Constraint:
    """The sum of both rows with positive weights under which ``unknown`` vanishes."""
    first, second = Fraction(1) / upper.poly.terms[unknown], Fraction(-1) / lower.poly.terms[unknown]
    poly = upper.poly.scaled(first) + lower.poly.scaled(second)
    return Constraint(poly, upper.strict or lower.strict, upper.sources | lower.sources)
