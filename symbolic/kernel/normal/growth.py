"""Which products have an expectation over independent standard normal variables: those that grow slowly enough.

For a product F of functions of a vector w there may be a number a such that for every e > 0 there is a C with

    |F(w)| <= C exp((a + e) |w|^2 / 2)        for all w,

the *grade* of F.  If a < 1, then F is integrable, for the density falls like exp(-|w|^2 / 2).  Grades add in products.
Of grade 0 are the entries of w, exponentials of what is linear in w, and finite sums of such things; exp(c |w|^2) with
a number c > 0 is of grade 2 c, and where c <= 0 it is bounded.  The absolute value of a sum has the largest grade of
its terms.  The indicator of a sum, of that it is at least 0, is bounded, hence of grade 0, if all terms have a grade;
so are its sine and cosine.  Nothing else has a grade here.  So what has one is measurable: it is made of continuous
functions, and of indicators of what is measurable.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from symbolic.kernel.normal.polynomial import Atom, Monomial, Poly, variable
from symbolic.terms import Sort, Symbol

NORMAL: Final = Sort("normal")  # no term has it: in normal forms, the entries of what an expectation binds
_SLOW: Final = Fraction(0)


def normal_entries(arity: int) -> Symbol:
    """The function of ``arity`` indices, and of the outcome, that a bound vector or matrix is."""
    return Symbol("normal", Sort("normal", arity + 1))


def integrable(outcome: Symbol, factors: Mapping[Atom, Poly]) -> bool:
    """Whether a product of functions of normal variables at ``outcome`` is known to have an expectation."""
    grade = _product_grade(outcome, factors)
    return grade is not None and grade < 1


def _product_grade(outcome: Symbol, factors: Mapping[Atom, Poly]) -> Fraction | None:
    random = {a: e for a, e in factors.items() if outcome in a.symbols | e.symbols}
    return _total(_factor_grade(outcome, atom, exponent) for atom, exponent in random.items())


def _total(grades: Iterable[Fraction | None]) -> Fraction | None:
    """The sum of grades, if all of them are known."""
    total = _SLOW
    for grade in grades:
        if grade is None:
            return None
        total += grade
    return total


def _factor_grade(outcome: Symbol, atom: Atom, exponent: Poly) -> Fraction | None:
    if atom.kind == "euler":
        return _total(_exponent_grade(outcome, m, value) for m, value in exponent.terms.items() if outcome in m.symbols)
    grade = _atom_grade(outcome, atom) if exponent.natural is not None else None
    return None if grade is None else grade * (exponent.natural or 0)


def _atom_grade(outcome: Symbol, atom: Atom) -> Fraction | None:
    match atom.kind, atom.parts:
        case "call", _:
            return _SLOW if is_entry(outcome, atom) else None
        case "net", (_, rows, Monomial() as inner) if all(outcome not in row.symbols for row in rows):
            return _product_grade(outcome, inner.factors)
        case "abs", (Poly() as inner,):
            return _largest_grade(outcome, inner)
        case "heaviside" | "sin" | "cos", (Poly() as inner,):
            return None if _largest_grade(outcome, inner) is None else _SLOW
    return None


def _largest_grade(outcome: Symbol, poly: Poly) -> Fraction | None:
    grades = [_product_grade(outcome, monomial.factors) for monomial in poly.terms]
    return None if None in grades else max(filter(None, grades), default=_SLOW)


def is_entry(outcome: Symbol, atom: Atom) -> bool:
    """One of the variables themselves, at places that do not depend on them."""
    if atom.kind != "call":
        return False
    head, *places, last = atom.parts
    sort, here = head.sort, variable(outcome)
    return sort.name == NORMAL.name and last.key == here.key and not any(outcome in place.symbols for place in places)


def _exponent_grade(outcome: Symbol, monomial: Monomial, value: Fraction) -> Fraction | None:
    """The grade of exp(value * monomial): 0 for what is linear, 2 c for c times the sum of different squares."""
    random = {a: e for a, e in monomial.factors.items() if outcome in a.symbols | e.symbols}
    if len(random) != 1:
        return None
    ((atom, exponent),) = random.items()
    if atom.kind == "net":
        return _sum_grade(outcome, atom, exponent, value if len(monomial.factors) == 1 else None)
    if not is_entry(outcome, atom):
        return None
    return _entry_grade(exponent, value if len(monomial.factors) == 1 else None)


def _entry_grade(exponent: Poly, value: Fraction | None) -> Fraction | None:
    """Of exp(value w(i)^exponent); ``value`` is None if there are other factors, whose size is not known."""
    if exponent.natural == 1:
        return _SLOW
    return None if exponent.natural != 2 or value is None else max(2 * value, _SLOW)


def _sum_grade(outcome: Symbol, net: Atom, exponent: Poly, value: Fraction | None) -> Fraction | None:
    """Of the exponential of ``value`` times a sum, whose squares must be of different entries."""
    indices, rows, inner = net.parts
    random = [(a, e) for a, e in inner.factors.items() if outcome in a.symbols | e.symbols]
    if exponent.natural != 1 or len(random) != 1 or any(outcome in row.symbols for row in rows):
        return None
    atom, power = random[0]
    if not is_entry(outcome, atom):
        return None
    different = len(inner.factors) == 1 and _tell_apart(atom.parts[1:-1], indices)
    return _entry_grade(power, value if different else None)


def _tell_apart(places: Sequence[Poly], indices: Sequence[Symbol]) -> bool:
    """Whether different indices lead to different places: each index is one place, up to what no index changes."""
    moves = [(at, index) for at, place in enumerate(places) for index in indices if index in place.symbols]
    if len(moves) != len(indices) or len({at for at, _ in moves}) != len(indices):
        return False
    shifts = [places[at] - variable(index) for at, index in moves]
    return {index for _, index in moves} == set(indices) and all(shift.symbols.isdisjoint(indices) for shift in shifts)
