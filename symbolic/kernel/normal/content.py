"""What divides a polynomial at sight: its rational content and the atoms that stand in every term."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm

from symbolic.kernel.normal.polynomial import ZERO, Atom, Monomial, Poly, constant


def parted(poly: Poly) -> tuple[Fraction, Monomial, Poly]:
    """A nonzero ``poly`` as number * monomial * rest; the rest has coprime integer coefficients, the first positive."""
    common = _common(list(poly.terms))
    bare = {Monomial(_without(monomial, common)): value for monomial, value in poly.terms.items()}
    first = min(bare, key=lambda monomial: monomial.key)
    coefficient = content(poly) * (1 if bare[first] > 0 else -1)
    return coefficient, Monomial(common), Poly(bare).scaled(1 / coefficient)


def content(poly: Poly) -> Fraction:
    """The positive rational by which the coefficients of a nonzero ``poly`` become coprime integers."""
    values = list(poly.terms.values())
    return Fraction(gcd(*(value.numerator for value in values)), lcm(*(value.denominator for value in values)))


def _common(monomials: Sequence[Monomial]) -> dict[Atom, Poly]:
    """The largest product of natural powers of atoms that divides all monomials; all of it, if there is only one."""
    if len(monomials) == 1:
        return dict(monomials[0].factors)
    common: dict[Atom, Poly] = {}
    for atom in sorted(monomials[0].factors, key=lambda a: a.key):
        exponents = [monomial.factors[atom].natural for monomial in monomials if atom in monomial.factors]
        least = min((exponent or 0 for exponent in exponents), default=0)
        if len(exponents) == len(monomials) and least > 0:
            common[atom] = constant(least)
    return common


def _without(monomial: Monomial, common: dict[Atom, Poly]) -> dict[Atom, Poly]:
    rest = {atom: exponent - common.get(atom, ZERO) for atom, exponent in monomial.factors.items()}
    return {atom: exponent for atom, exponent in rest.items() if exponent.terms}
