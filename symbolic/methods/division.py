"""Exact division of polynomials, for the coefficients of linear combinations."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from symbolic.kernel.normal.polynomial import ZERO, Atom, Monomial, Poly, constant

MOST_TERMS: Final = 50

Leading = tuple[list[int], Fraction]  # exponents and coefficient


def quotient(above: Poly, below: Poly) -> Poly | None:
    """q with ``above = q * below``, if there is one: all exponents are natural numbers, or both are single terms."""
    if len(above.terms) == len(below.terms) == 1:
        return _monomial_quotient(above, below)
    atoms = sorted({a for poly in (above, below) for m in poly.terms for a in m.factors}, key=lambda atom: atom.key)
    if any(e.natural is None for poly in (above, below) for m in poly.terms for e in m.factors.values()):
        return None
    result, rest = ZERO, above
    for _ in range(MOST_TERMS):
        if not rest.terms:
            return result
        part = _divided(_leading(rest, atoms), _leading(below, atoms), atoms)
        if part is None:
            return None
        result, rest = result + part, rest - part * below
    return None


def _monomial_quotient(above: Poly, below: Poly) -> Poly | None:
    """Of single terms, the lower of which stands in the upper, denominators and exponentials included."""
    (one, first), (other, second) = (next(iter(poly.terms.items())) for poly in (above, below))
    if not all(_contains(one.factors.get(atom, ZERO), exponent) for atom, exponent in other.factors.items()):
        return None
    exponents = {atom: e - other.factors.get(atom, ZERO) for atom, e in one.factors.items()}
    return Poly({Monomial({atom: e for atom, e in exponents.items() if e.terms}): first / second})


def _contains(exponent: Poly, part: Poly) -> bool:
    """Whether a power is a part of another; of symbolic exponents only that some of it is there is seen."""
    if exponent.constant is None or part.constant is None:
        return bool(exponent.terms)
    return exponent.constant / part.constant >= 1


def _leading(poly: Poly, atoms: Sequence[Atom]) -> Leading:
    """The exponents and the coefficient of the lexicographically largest term."""
    return max((_exponents(monomial, atoms), value) for monomial, value in poly.terms.items())


def _exponents(monomial: Monomial, atoms: Sequence[Atom]) -> list[int]:
    return [monomial.factors[atom].natural or 0 if atom in monomial.factors else 0 for atom in atoms]


def _divided(above: Leading, below: Leading, atoms: Sequence[Atom]) -> Poly | None:
    exponents = [first - second for first, second in zip(above[0], below[0], strict=True)]
    if min(exponents, default=0) < 0:
        return None
    factors = {atom: constant(exponent) for atom, exponent in zip(atoms, exponents, strict=True) if exponent}
    return Poly({Monomial(factors): above[1] / below[1]})
