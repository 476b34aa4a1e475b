"""Finite sums as nets: a product, summed over the integer points of a set of linear constraints.

    net(i, j; i - 1 >= 0, n - i >= 0, j - 1 >= 0, i - j >= 0; a_i b_j)  =  sum_{i=1}^{n} sum_{j=1}^{i} a_i b_j

An empty set gives 0.  Sets do not know the order of summation, so exchanging sums costs nothing; what does not depend
on an index leaves the net, and independent groups of indices become nets of their own, so products of sums come free.

Leaving a scope is where a normal form can go wrong: what was split or cancelled under the range of an index need not
be so outside.  Everything that comes out is therefore built anew under the outer facts (`rebuild`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from itertools import combinations
from typing import Any, Final

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.growth import integrable
from symbolic.kernel.normal.naming import canonical, fresh, opened, renamed
from symbolic.kernel.normal.polynomial import (
    INDEX,
    ONE,
    ZERO,
    Atom,
    Monomial,
    Poly,
    atomic,
    constant,
    integral,
    linear_in,
    variable,
)
from symbolic.kernel.normal.polynomial import sum_of as sum_of  # part of the vocabulary of nets, like product_of
from symbolic.kernel.normal.powers import absolute, heaviside, logarithm, power, wave
from symbolic.terms import Symbol

MOST_ROUNDS: Final = 3
MOST_PULLED: Final = 4  # how far a constant is pulled out of an exponent, h^(k + 2) = h^2 h^k

NetRule = Callable[[Atom, Facts], Poly]
Values = Mapping[Symbol, Poly]


def product_of(parts: Iterable[Poly]) -> Poly:
    return reduce(Poly.__mul__, parts, ONE)


# -- building anew ------------------------------------------------------------------------------------


def rebuild(poly: Poly, facts: Facts, values: Values | None = None, net_rule: NetRule | None = None) -> Poly:
    """``poly`` with ``values`` for symbols, every power in it split or kept whole by ``facts`` alone."""
    known = {} if values is None else values
    if _untouched(poly, known):
        return poly
    rule = net_rule or (lambda net, outer: reopened(net, outer, known))
    parts = (_rebuild_monomial(monomial, facts, known, rule).scaled(value) for monomial, value in poly.terms.items())
    return sum_of(parts)


def _untouched(part: Poly | Monomial, values: Values) -> bool:
    """Whether building ``part`` anew gives it back: neither facts nor ``values`` bear on it."""
    return part.fixed and part.symbols.isdisjoint(values)


def _rebuild_monomial(monomial: Monomial, facts: Facts, values: Values, rule: NetRule) -> Poly:
    if _untouched(monomial, values):
        return _alone(monomial)
    return product_of(
        power(_rebuild_atom(atom, facts, values, rule), rebuild(exponent, facts, values, rule), facts)
        for atom, exponent in sorted(monomial.factors.items(), key=lambda item: item[0].key)
    )


def _rebuild_atom(atom: Atom, facts: Facts, values: Values, rule: NetRule) -> Poly:
    match atom.kind, atom.parts:
        case "symbol", (symbol,):
            return values.get(symbol, atomic(atom))
        case "prime", (number,):
            return constant(number)
        case "net", _:
            return rule(atom, facts)
        case "mean", (outcome, body):
            new = fresh()
            return average(new, rebuild(renamed(body, {outcome: new}), facts, values, rule), facts)
    parts = [rebuild(part, facts, values, rule) if isinstance(part, Poly) else part for part in atom.parts]
    return _remade(atom.kind, parts, facts)


def _remade(kind: str, parts: list[Any], facts: Facts) -> Poly:
    """An atom whose parts were built anew."""
    match kind, parts:
        case "poly", [inner]:
            rebuilt: Poly = inner
            return rebuilt
        case "power", [base, exponent]:
            return power(base, exponent, facts)
        case "log", [inner]:
            return logarithm(inner, facts)
        case "sin" | "cos", [inner]:
            return wave(kind, inner)
        case "abs", [inner]:
            return absolute(inner, facts)
        case "heaviside", [inner]:
            return heaviside(inner, facts)
        case "delta", [inner]:
            return kronecker(inner, facts)
    return atomic(Atom(kind, *parts))


def reopened(net: Atom, facts: Facts, values: Values) -> Poly:
    """The net with ``values`` for its free symbols, gathered again under ``facts``."""
    indices, constraints, monomial = opened(net)
    constraints = [rebuild(row, facts, values) for row in constraints]
    body = rebuild(_alone(monomial), facts.within(constraints), values)
    return gather(indices, constraints, body, facts)


def _alone(monomial: Monomial) -> Poly:
    return Poly({monomial: Fraction(1)})


# -- gathering ----------------------------------------------------------------------------------------


def gather(
    indices: Sequence[Symbol], constraints: Sequence[Poly], body: Poly, facts: Facts, rounds: int = MOST_ROUNDS
) -> Poly:
    """The sum of ``body``, made under ``facts`` and the constraints, over the points of the constraints."""
    return sum_of(_gather(indices, constraints, m, facts, rounds).scaled(value) for m, value in body.terms.items())


def _gather(
    indices: Sequence[Symbol], constraints: Sequence[Poly], monomial: Monomial, facts: Facts, rounds: int
) -> Poly:
    collapsed = _collapsed(indices, constraints, monomial, facts)
    if collapsed is not None:
        return collapsed
    nested = _nested(monomial, frozenset(indices))
    if nested is not None:
        return _merge(indices, constraints, monomial, nested, facts)
    outside, inside = _split(monomial, frozenset(indices), facts.within(constraints), facts)
    result = rebuild(_alone(outside), facts)
    for group, rows, factors in _components(indices, constraints, inside):
        result *= _close(group, rows, factors, facts, rounds)
    return result


def _collapsed(indices: Sequence[Symbol], constraints: Sequence[Poly], monomial: Monomial, facts: Facts) -> Poly | None:
    """An index that its range leaves only one value has that; a delta that can be solved for an index leaves only
    the points where it is 1.
    """
    for index in indices:
        if (value := _only_value(index, constraints)) is not None:
            return _put(index, value, indices, constraints, monomial, facts)
    for atom in sorted(monomial.factors, key=lambda a: a.key):
        for index in indices:
            solved = linear_in(atom.parts[0], index) if atom.kind == "delta" else None
            if solved and abs(solved[0]) == 1 and monomial.factors[atom].natural:
                others = Monomial({other: e for other, e in monomial.factors.items() if other != atom})
                value = solved[1].scaled(Fraction(-solved[0]))
                return _put(index, value, indices, constraints, others, facts)
    return None


def _only_value(index: Symbol, constraints: Sequence[Poly]) -> Poly | None:
    """The value a where a <= index and index <= a are among the constraints."""
    rows = [row for row in constraints if index in row.symbols]
    for one, other in combinations(rows, 2):
        if len(one.terms) == len(other.terms) and not (one + other).terms:
            solved = linear_in(one, index)
            if solved and abs(solved[0]) == 1:
                return solved[1].scaled(Fraction(-solved[0]))
    return None


def _put(
    index: Symbol,
    value: Poly,
    indices: Sequence[Symbol],
    constraints: Sequence[Poly],
    factors: Monomial,
    facts: Facts,
) -> Poly:
    """The sum over the points where ``index`` is ``value``."""
    rows = [rebuild(row, facts, {index: value}) for row in constraints]
    body = rebuild(_alone(factors), facts.within(rows), {index: value})
    return gather([other for other in indices if other != index], rows, body, facts)


def _nested(monomial: Monomial, indices: frozenset[Symbol]) -> Atom | None:
    """A sum that depends on the indices, as a factor: it becomes part of the same net."""
    nets = [
        atom
        for atom, exponent in monomial.factors.items()
        if atom.kind == "net" and exponent.natural is not None and atom.symbols & indices
    ]
    return min(nets, key=lambda atom: atom.key, default=None)


def _merge(indices: Sequence[Symbol], constraints: Sequence[Poly], monomial: Monomial, net: Atom, facts: Facts) -> Poly:
    more, rows, body = opened(net)
    deep = facts.within([*constraints, *rows])
    rest = {**monomial.factors, net: monomial.factors[net] - ONE}
    others = Monomial({atom: exponent for atom, exponent in rest.items() if exponent.terms})
    product = rebuild(_alone(others), deep) * rebuild(_alone(body), deep)
    return gather([*indices, *more], [*constraints, *rows], product, facts)


def _split(monomial: Monomial, indices: frozenset[Symbol], inner: Facts, outer: Facts) -> tuple[Monomial, Monomial]:
    """The part of a product that leaves a sum over ``indices``, and the part that stays."""
    outside: dict[Atom, Poly] = {}
    inside: dict[Atom, Poly] = {}
    for atom, exponent in monomial.factors.items():
        leaving = ZERO if atom.symbols & indices else _leaving(atom, exponent, indices, inner, outer)
        for part, share in ((outside, leaving), (inside, exponent - leaving)):
            if share.terms:
                part[atom] = share
    return Monomial(outside), Monomial(inside)


def _leaving(atom: Atom, exponent: Poly, indices: frozenset[Symbol], inner: Facts, outer: Facts) -> Poly:
    """The summand a of an exponent a + b such that x^(a + b) = x^a x^b wherever the body is summed."""
    free = Poly({monomial: value for monomial, value in exponent.terms.items() if not monomial.symbols & indices})
    bound = exponent - free
    if not bound.terms:
        return exponent
    base = atomic(atom) if atom.kind != "poly" else atom.parts[0]
    whole = integral(free) and integral(bound)
    if outer.nonzero(base) if whole else outer.positive(base):
        return free
    if whole and inner.nonnegative(free) and inner.nonnegative(bound):
        return free
    steps = [k for k in range(1, MOST_PULLED + 1) if whole and inner.nonnegative(exponent - constant(k))]
    return constant(max(steps, default=0))


def _components(
    indices: Sequence[Symbol], constraints: Sequence[Poly], inside: Monomial
) -> list[tuple[list[Symbol], list[Poly], Monomial]]:
    """Groups of indices that no constraint and no factor joins, with their constraints and factors."""
    groups: list[set[Symbol]] = [{index} for index in indices]
    factors = (Monomial({atom: exponent}) for atom, exponent in inside.factors.items())
    parts: list[Poly | Monomial] = [*constraints, *factors]
    for part in parts:
        joined = [group for group in groups if group & part.symbols]
        groups = [group for group in groups if group not in joined] + ([set().union(*joined)] if joined else [])
    brackets = [row for row in constraints if not row.symbols & set(indices)]
    found = [_component(group, indices, constraints, inside) for group in groups]
    return [*found, ([], brackets, Monomial({}))] if brackets else found


def _component(
    group: set[Symbol], indices: Sequence[Symbol], constraints: Sequence[Poly], inside: Monomial
) -> tuple[list[Symbol], list[Poly], Monomial]:
    rows = [row for row in constraints if row.symbols & group]
    factors = {a: e for a, e in inside.factors.items() if (a.symbols | e.symbols) & group}
    return [index for index in indices if index in group], rows, Monomial(factors)


def _close(
    indices: Sequence[Symbol], constraints: Sequence[Poly], factors: Monomial, facts: Facts, rounds: int
) -> Poly:
    """The net of one group; its product must stand on the group's own range, whatever justified it before.

    A product that comes out different is taken apart again, ``rounds`` times at most: then it is opened to its terms.
    """
    inner = facts.within(constraints)
    if inner.impossible():
        return ZERO
    if not factors.factors and (size := _size(indices, constraints, facts)) is not None:
        return size
    body = rebuild(_alone(factors), inner)
    if body.key != _alone(factors).key and rounds:
        return gather(indices, constraints, body, facts, rounds - 1)
    return sum_of(atomic(canonical(indices, constraints, m)).scaled(value) for m, value in body.terms.items())


def _size(indices: Sequence[Symbol], constraints: Sequence[Poly], facts: Facts) -> Poly | None:
    """How many points there are, where that is a polynomial: an interval that is not too short, or no index at all."""
    if not indices:
        return ONE if all(facts.nonnegative(row) for row in constraints) else None
    if len(indices) > 1 or len(constraints) != 2:
        return None
    ends = [linear_in(row, indices[0]) for row in constraints]
    if None in ends or {end[0] for end in ends if end} != {1, -1}:
        return None
    size = sum_of([ONE, *(end[1] for end in ends if end)])
    return size if facts.nonnegative(size) else None


# -- deltas and expectations --------------------------------------------------------------------------


def kronecker(difference: Poly, facts: Facts) -> Poly:
    """1 where the integer ``difference`` is 0, else 0."""
    if not difference.terms:
        return ONE
    if facts.nonzero(difference):
        return ZERO
    return atomic(Atom("delta", min(difference, -difference, key=lambda poly: poly.key)))


def average(outcome: Symbol, body: Poly, facts: Facts) -> Poly:
    """The expectation of ``body`` over ``outcome``: linear, where every term is known to be integrable.

    A product of at most k elements that have finite absolute moments of order k is integrable (Hölder); so is what
    grows slowly in normal variables (see `growth`); finite sums of integrable terms are.  If any term is not known to
    be, nothing is taken apart.
    """
    parts = [_average(outcome, monomial, facts) for monomial in body.terms]
    if any(part is None for part in parts):
        return _mean(outcome, body)
    return sum_of(part.scaled(value) for part, value in zip(parts, body.terms.values(), strict=True) if part)


def takes_apart(outcome: Symbol, body: Poly, facts: Facts) -> bool:
    """Whether every term of ``body`` is known to be integrable over ``outcome``."""
    return all(_average(outcome, monomial, facts) is not None for monomial in body.terms)


def _average(outcome: Symbol, monomial: Monomial, facts: Facts) -> Poly | None:
    fixed, random = _apart(outcome, monomial)
    nets = [atom for atom, exponent in random.items() if atom.kind == "net" and exponent.natural is not None]
    if nets:
        inside = _average_net(outcome, Monomial(random), min(nets, key=lambda atom: atom.key), facts)
        return None if inside is None else _alone(fixed) * inside
    if not random:
        return _alone(fixed)
    return _alone(fixed) * _mean(outcome, _alone(Monomial(random))) if _integrable(outcome, random, facts) else None


def _apart(outcome: Symbol, monomial: Monomial) -> tuple[Monomial, dict[Atom, Poly]]:
    """The factors that do not depend on ``outcome``, and those that do; e^(a + b) is e^a e^b."""
    fixed: dict[Atom, Poly] = {}
    random: dict[Atom, Poly] = {}
    for atom, exponent in monomial.factors.items():
        bound = exponent if atom.kind != "euler" else _depending(outcome, exponent)
        depends = outcome in atom.symbols | exponent.symbols
        for part, share in ((random, bound if depends else ZERO), (fixed, exponent - bound if depends else exponent)):
            if share.terms:
                part[atom] = share
    return Monomial(fixed), random


def _depending(outcome: Symbol, exponent: Poly) -> Poly:
    return Poly({monomial: value for monomial, value in exponent.terms.items() if outcome in monomial.symbols})


def _average_net(outcome: Symbol, monomial: Monomial, net: Atom, facts: Facts) -> Poly | None:
    """E[c sum_i x_i] = sum_i E[c x_i], if each of these is integrable for the i in the range."""
    indices, rows, body = opened(net)
    deep = facts.within(rows)
    rest = {**monomial.factors, net: monomial.factors[net] - ONE}
    others = Monomial({atom: exponent for atom, exponent in rest.items() if exponent.terms})
    product = rebuild(_alone(others), deep) * rebuild(_alone(body), deep)
    parts = [_average(outcome, inner, deep) for inner in product.terms]
    if any(part is None for part in parts):
        return None
    averaged = sum_of(part.scaled(value) for part, value in zip(parts, product.terms.values(), strict=True) if part)
    return gather(indices, rows, averaged, facts)


def _integrable(outcome: Symbol, random: Mapping[Atom, Poly], facts: Facts) -> bool:
    """Whether a product of elements is of no higher degree than the moments that all of them have, or grows slowly."""
    if integrable(outcome, random):
        return True
    degrees = [exponent.natural for exponent in random.values()]
    if any(degree is None for degree in degrees) or not all(_is_element(outcome, atom) for atom in random):
        return False
    return all(facts.has_moments(atom.parts[0], sum(degree or 0 for degree in degrees)) for atom in random)


def _is_element(outcome: Symbol, atom: Atom) -> bool:
    """A random symbol at ``outcome``, and at an index that does not depend on it."""
    if atom.kind != "call":
        return False
    function, *index, last = atom.parts
    return (
        function.sort.name == "random"
        and last.key == variable(outcome).key
        and not any(outcome in part.symbols for part in index)
    )


def _mean(outcome: Symbol, body: Poly) -> Poly:
    name = Symbol(f"{body.level + 1}.outcome", INDEX)
    return atomic(Atom("mean", name, renamed(body, {outcome: name})))
