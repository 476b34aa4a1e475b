"""Fourier-Motzkin elimination: do linear constraints with exact rationals contradict each other?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
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

    @cached_property
    def unknowns(self) -> frozenset[Monomial]:
        """The variables of the row."""
        return frozenset(self.poly.terms.keys() - {UNIT})

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
        above, below = _bounds(current)
        if not above and not below:
            return None
        if loose := above.keys() ^ below.keys():
            current = [row for row in current if row.unknowns.isdisjoint(loose)]
        else:
            current = _eliminate(current, min(above, key=lambda m: (above[m] * below[m], m.key)))
    return None


def _bounds(rows: Sequence[Constraint]) -> tuple[dict[Monomial, int], dict[Monomial, int]]:
    """How many rows bound each variable from below, its coefficient being positive, and how many from above.

    Rows with a variable that is bounded on one side only are of no use: it can be chosen such that they hold.
    """
    above: dict[Monomial, int] = {}
    below: dict[Monomial, int] = {}
    for row in rows:
        for monomial in row.unknowns:
            side = above if row.poly.terms[monomial].numerator > 0 else below
            side[monomial] = side.get(monomial, 0) + 1
    return above, below


def _eliminate(rows: Sequence[Constraint], unknown: Monomial) -> list[Constraint]:
    bounds = [row for row in rows if unknown in row.unknowns]
    above = [row for row in bounds if row.poly.terms[unknown] > 0]
    below = [row for row in bounds if row.poly.terms[unknown] < 0]
    kept = {(row.poly.key, row.strict): row for row in rows if unknown not in row.unknowns}
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
