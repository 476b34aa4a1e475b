"""What divides a polynomial at sight: its rational content and the atoms that stand in every term."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm

from symbolic.kernel.normal.polynomial import ZERO, Atom, Monomial, Poly, constant

_EULER = Atom("euler")


def parted(poly: Poly) -> tuple[Fraction, Monomial, Poly]:
    """A nonzero ``poly`` as number * monomial * rest; the rest has coprime integer coefficients, the first positive."""
    common = _common(list(poly.terms))
    if len(poly.terms) > 1:
        common |= _exponential(poly, common)
    bare = _bare(poly, common)
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


def _exponential(poly: Poly, common: dict[Atom, Poly]) -> dict[Atom, Poly]:
    """The power of e that one of the terms holds; the one without which the rest has the least key."""
    powers = {e.key: e for e in (monomial.factors.get(_EULER, ZERO) for monomial in poly.terms)}
    choices = [{_EULER: exponent} if exponent.terms else {} for exponent in powers.values()]
    return min(choices, key=lambda choice: Poly(_bare(poly, common | choice)).key)


def _bare(poly: Poly, common: dict[Atom, Poly]) -> dict[Monomial, Fraction]:
    return {Monomial(_without(monomial, common)): value for monomial, value in poly.terms.items()}


def _without(monomial: Monomial, common: dict[Atom, Poly]) -> dict[Atom, Poly]:
    atoms = dict.fromkeys((*monomial.factors, *common))
    rest = {atom: monomial.factors.get(atom, ZERO) - common.get(atom, ZERO) for atom in atoms}
    return {atom: exponent for atom, exponent in rest.items() if exponent.terms}
