"""Polynomials with positive coefficients in some sizes, as exponents and coefficients, and back as terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import Monomial
from symbolic.kernel.normal.reading import normalise
from symbolic.methods.dominance import Exponents
from symbolic.methods.search import Failed, fresh_symbol
from symbolic.terms import INTEGER, Compared, Node, Number, Symbol, Term, compared, hints, mul, power

Cost = Mapping[Exponents, Fraction]


@dataclass(frozen=True)
class Guard:
    """One relation of the regime: ``ratio`` A <= B, with A and B monomials in the sizes.

    ``source`` entails it if the ``fixed`` symbols, to the powers that A has there besides, are at least 1.
    """

    ratio: Fraction
    lower: Exponents
    upper: Exponents
    source: Term
    fixed: tuple[tuple[Symbol, int], ...] = ()

    @property
    def slope(self) -> Exponents:
        return tuple(high - low for high, low in zip(self.upper, self.lower, strict=True))


@dataclass(frozen=True)
class Problem:
    """Whether ``function`` is bounded by ``other`` in the regime of ``guards``, all in ``sizes``."""

    sizes: tuple[Symbol, ...]
    function: Cost
    other: Cost
    guards: tuple[Guard, ...]

    @property
    def slopes(self) -> list[Exponents]:
        return [guard.slope for guard in self.guards]


def problem(compared: Compared) -> Problem:
    """Raises `Failed` where something is no polynomial, or a regime bounds not a single monomial from above."""
    sizes = compared.sizes
    return Problem(sizes, cost(compared.function, sizes), cost(compared.other, sizes), guards(compared.regime, sizes))


def guards(regime: Sequence[Term], sizes: Sequence[Symbol]) -> tuple[Guard, ...]:
    """What the relations of a regime say, one monomial at a time."""
    return tuple(guard for relation in regime for guard in _guards(relation, sizes))


def cost(term: Term, sizes: Sequence[Symbol]) -> Cost:
    """The monomials of ``term``, none of 0; raises `Failed` for a negative coefficient."""
    found = {}
    for powers, value in _monomials(term):
        if not powers.keys() <= set(sizes):
            raise Failed(f"no polynomial in the sizes: {term!r}")
        found[tuple(powers.get(size, 0) for size in sizes)] = value
    return found


def _monomials(term: Term) -> list[tuple[dict[Symbol, int], Fraction]]:
    """The powers of the symbols, and the coefficients, which are positive."""
    found = [(_powers(one), value) for one, value in normalise(term, Facts()).terms.items()]
    if any(value < 0 for _, value in found):
        raise Failed(f"no polynomial with positive coefficients: {term!r}")
    return found


def _powers(monomial: Monomial) -> dict[Symbol, int]:
    if any(atom.kind != "symbol" or power.natural is None for atom, power in monomial.factors.items()):
        raise Failed(f"no product of natural powers of symbols: {monomial.key}")
    return {atom.parts[0]: power.natural or 0 for atom, power in monomial.factors.items()}


def _guards(relation: Term, sizes: Sequence[Symbol]) -> list[Guard]:
    if not isinstance(relation, Node) or relation.op not in ("le", "lt"):
        raise Failed(f"no order relation: {relation!r}")
    low, high = relation.args
    if len(bounds := cost(high, sizes)) != 1:
        raise Failed(f"not a single monomial bounds from above: {relation!r}")
    ((upper, scale),) = bounds.items()
    return [_guard(powers, value / scale, upper, relation, sizes) for powers, value in _monomials(low)]


def _guard(
    powers: Mapping[Symbol, int], ratio: Fraction, upper: Exponents, source: Term, sizes: Sequence[Symbol]
) -> Guard:
    fixed = tuple((symbol, power) for symbol, power in powers.items() if symbol not in sizes)
    return Guard(ratio, tuple(powers.get(size, 0) for size in sizes), upper, source, fixed)


def monomial(exponents: Exponents, sizes: Sequence[Symbol]) -> Term:
    """The product of ``sizes`` to the ``exponents``."""
    raised = [
        one if exponent == 1 else power(one, Number(exponent))
        for one, exponent in zip(sizes, exponents, strict=True)
        if exponent
    ]
    return mul(*raised)


def scaled(value: Fraction, term: Term) -> Term:
    return term if value == 1 else mul(Number(value), term)


def turned(formula: Node) -> Node:
    """g = O(f), for a formula about f and g."""
    function, other, *regime = formula.args
    return Node("big_o", other, function, *regime)


def upper(formula: Node) -> Node:
    """f = O(g), for a formula about f and g."""
    return Node("big_o", *formula.args)


def at_fresh_sizes(formula: Node) -> Compared:
    """The parts of a formula about a class, with symbols of their own for its sizes."""
    return compared(formula, [fresh_symbol(hint, INTEGER) for hint in hints(formula)])
