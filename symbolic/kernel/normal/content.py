"""What divides a polynomial at sight: its rational content and the atoms that stand in every term."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import Final

from symbolic.kernel.normal.polynomial import ONE, ZERO, Atom, Monomial, Poly, constant, constant_part, raised

MOST_DENOMINATORS: Final = 4
_EULER = Atom("euler")


def parted(poly: Poly) -> tuple[Fraction, Monomial, Poly]:
    """A nonzero ``poly`` as number * monomial * rest; the rest has coprime integer coefficients, the first positive.

    Sums that are divided by come out into the monomial, which brings ``poly`` over a common denominator.
    """
    if len(poly.terms) == 1:  # its own factors, and nothing is left
        ((monomial, value),) = poly.terms.items()
        return value, monomial, ONE
    cleared, below = _over_denominators(poly)
    common = _common(list(cleared.terms))
    if len(cleared.terms) > 1:
        common |= _exponential(cleared, common)
    bare = _bare(cleared, common)
    first = min(bare, key=lambda monomial: monomial.key)
    coefficient = content(cleared) * (1 if bare[first] > 0 else -1)
    return coefficient, _product(common, below), Poly(bare).scaled(1 / coefficient)


def _product(one: dict[Atom, Poly], other: dict[Atom, Poly]) -> Monomial:
    """Both sets of factors; what a single term leaves of an atom meets the denominator that was taken out."""
    exponents = {atom: one.get(atom, ZERO) + other.get(atom, ZERO) for atom in dict.fromkeys((*one, *other))}
    return Monomial({atom: exponent for atom, exponent in exponents.items() if exponent.terms})


def _over_denominators(poly: Poly) -> tuple[Poly, dict[Atom, Poly]]:
    """``poly`` times the sums it divides by, and the powers of these to multiply with in turn.

    A polynomial that turns out to be 0 in this way is left as it is: callers rely on parts that are nonzero.
    """
    below: dict[Atom, Poly] = {}
    while len(poly.terms) > 1 and len(below) < MOST_DENOMINATORS:
        atoms = {atom for m in poly.terms for atom, e in m.factors.items() if atom.kind == "poly" and _divides(e)}
        if not atoms - below.keys():
            break
        atom = min(atoms - below.keys(), key=lambda a: a.key)
        cleared = without_denominator(poly, atom)
        if not cleared.terms:
            break
        below[atom], poly = least_exponent(poly, atom), cleared
    return poly, below


def _divides(exponent: Poly) -> bool:
    return exponent.constant is not None and exponent.constant < 0


def least_exponent(poly: Poly, atom: Atom) -> Poly:
    """The least constant part of the exponents of ``atom``, rounded down to an integer."""
    return constant(min(constant_part(m.factors.get(atom, ZERO)) for m in poly.terms).__floor__())


def without_denominator(poly: Poly, atom: Atom) -> Poly:
    """``poly`` divided by the least power of ``atom``, which is known to be nonzero: nothing divides by it any more."""
    missing = least_exponent(poly, atom)
    result = ZERO
    for monomial, value in poly.terms.items():
        rest = Monomial({other: e for other, e in monomial.factors.items() if other != atom})
        result += Poly({rest: value}) * raised(atom, monomial.factors.get(atom, ZERO) - missing)
    return result


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
