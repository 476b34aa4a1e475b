"""Squares that may add up to a polynomial: of differences of half its monomials, completed ones, and under sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product
from typing import Final

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import ONE as UNITY
from symbolic.kernel.normal.polynomial import UNIT, Monomial, Poly, atomic, constant
from symbolic.kernel.normal.powers import power
from symbolic.methods.division import quotient
from symbolic.methods.ranges import opened, outermost_sums
from symbolic.methods.rendering import to_term
from symbolic.methods.search import Failed, is_closed
from symbolic.terms import ONE, Node, Number, Symbol, Term, mul, sub, substitute
from symbolic.terms import power as raised

TWO: Final = Number(2)
MOST_HALVES: Final = 10
MOST_FACTORS: Final = 4  # of a summand that is taken apart


def squares(poly: Poly, facts: Facts) -> Iterator[Term]:
    """Squares ``(u - v)^2``, ``(u + v)^2`` and ``u^2`` for halves u and v of monomials of ``poly``; completed ones."""
    halves = [half for monomial in sorted(poly.terms, key=lambda m: m.key) if (half := _half(monomial, facts))]
    every = [*halves, *_cofactors(poly, halves), *_pairs(poly), *_singles(poly)]
    bases = list({base.key: base for base in every}.values())[:MOST_HALVES]
    for completed in _completed(poly, bases):
        yield _square(completed)
    yield from _squared(bases)


def simple_squares(poly: Poly) -> Iterator[Term]:
    """Squares of the factors of ``poly``, of their differences and sums."""
    yield from _squared(_singles(poly))


def single_squares(poly: Poly) -> Iterator[Term]:
    """Squares of the factors of ``poly`` alone."""
    yield from map(_square, _singles(poly))


def _squared(bases: Sequence[Poly]) -> Iterator[Term]:
    for one, other in combinations(bases, 2):
        yield _square(one - other)
        yield _square(one + other)
    for one in bases:
        yield _square(one)


def _square(poly: Poly) -> Term:
    return raised(to_term(poly), TWO)


def _half(monomial: Monomial, facts: Facts) -> Poly | None:
    """The square root of a monomial, where every base has one."""
    result = UNITY
    for atom, exponent in monomial.factors.items():
        natural = exponent.natural
        if (natural is None or natural % 2) and not facts.nonnegative(atomic(atom)):
            return None
        result *= power(atomic(atom), exponent.scaled(Fraction(1, 2)), facts)
    return result


def _singles(poly: Poly) -> list[Poly]:
    """The factors of the monomials."""
    atoms = {atom for monomial in poly.terms for atom in monomial.factors}
    return [atomic(atom) for atom in sorted(atoms, key=lambda a: a.key)]


def _pairs(poly: Poly) -> Iterator[Poly]:
    """a b, a c, ... for a product a b c d of four."""
    for monomial in sorted(poly.terms, key=lambda m: m.key):
        if len(monomial.factors) == 4 and all(e.constant == 1 for e in monomial.factors.values()):
            for one, other in combinations(sorted(monomial.factors, key=lambda a: a.key), 2):
                yield atomic(one) * atomic(other)


def _cofactors(poly: Poly, halves: Sequence[Poly]) -> Iterator[Poly]:
    """What a half is multiplied with to make up a monomial: x y, for x^3 y = x^2 (x y)."""
    for monomial in sorted(poly.terms, key=lambda m: m.key):
        for half in halves:
            found = quotient(Poly({monomial: Fraction(1)}), half)
            if found is not None and all(e.natural is not None for m in found.terms for e in m.factors.values()):
                yield found


def _completed(poly: Poly, bases: Sequence[Poly]) -> Iterator[Poly]:
    """u + (what multiplies u) / (2 a) for each u with a u^2, which is subtracted before the next one."""
    rest = poly
    for base in bases:
        if len(base.terms) != 1:
            continue
        leading = next(iter((base * base).terms), UNIT)
        slope = rest.terms.get(leading, Fraction(0))
        if slope <= 0:
            continue
        linear = base + sum(
            (other.scaled(_coefficient(rest, base * other) / (2 * slope)) for other in bases if other is not base),
            constant(0),
        )
        if len(linear.terms) > 1:
            yield linear
        rest = rest - (linear * linear).scaled(slope)


def _coefficient(poly: Poly, single: Poly) -> Fraction:
    if len(single.terms) != 1:
        return Fraction(0)
    ((monomial, value),) = single.terms.items()
    return poly.terms.get(monomial, Fraction(0)) / value


# -- below sums ---------------------------------------------------------------------------------------


def double_squares(goal: Term, facts: Facts, read: Sequence[Term] = ()) -> Iterator[Term]:
    """``sum_i sum_j w(i) w(j) (u(i) v(j) - u(j) v(i))^2`` for each way to write a summand of ``goal`` as w u v."""
    totals = [one for term in (goal, *read) for one in _sums(term) if is_closed(one)]
    for total in dict.fromkeys(totals):
        try:
            (first,), body = opened(total)
            (second,), _ = opened(total)
        except (Failed, ValueError):
            continue
        at = {first.index: second.index}
        for weight, one, other in _split(body, first.index, facts):
            there = [substitute(part, dict(at)) for part in (weight, one, other)]
            gap = sub(mul(one, there[2]), mul(there[1], other))
            yield first.summed(second.summed(mul(weight, there[0], raised(gap, TWO))))


def _sums(term: Term) -> Iterator[Term]:
    """The outermost sums, below norms and the like too."""
    return outermost_sums(term)


def _split(body: Term, index: Symbol, facts: Facts) -> Iterator[tuple[Term, Term, Term]]:
    """All ways to write a product as w u v with w >= 0, but for the order of u and v."""
    factors = _factors(body)
    if len(factors) > MOST_FACTORS:
        return
    seen: set[frozenset[Term]] = set()
    for places in product((1, 2, 0), repeat=len(factors)):
        parts = [mul(*(f for f, place in zip(factors, places, strict=True) if place == wanted)) for wanted in range(3)]
        if frozenset(parts[1:]) not in seen and parts[1] != parts[2]:
            seen.add(frozenset(parts[1:]))
            yield parts[0], parts[1], parts[2]


def _factors(body: Term) -> list[Term]:
    match body:
        case Node(op="mul", args=args):
            return [factor for argument in args for factor in _factors(argument)]
        case Node(op="pow", args=(base, Number(value=value))) if value.denominator == 1 and 2 <= value <= MOST_FACTORS:
            return [base] * int(value)
        case _ if body == ONE:
            return []
    return [body]
