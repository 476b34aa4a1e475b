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
from itertools import count
from typing import Final

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.naming import canonical, renamed
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
)
from symbolic.kernel.normal.powers import power
from symbolic.terms import Symbol

MOST_PULLED: Final = 4  # how far a constant is pulled out of an exponent, h^(k + 2) = h^2 h^k

_numbers = count()
NetRule = Callable[[Atom, Facts], Poly]
Values = Mapping[Symbol, Poly]


def fresh() -> Symbol:
    """An index that occurs nowhere else."""
    return Symbol(f"~{next(_numbers)}", INDEX)


def sum_of(parts: Iterable[Poly]) -> Poly:
    return reduce(Poly.__add__, parts, ZERO)


def product_of(parts: Iterable[Poly]) -> Poly:
    return reduce(Poly.__mul__, parts, ONE)


# -- building anew ------------------------------------------------------------------------------------


def rebuild(poly: Poly, facts: Facts, values: Values | None = None, net_rule: NetRule | None = None) -> Poly:
    """``poly`` with ``values`` for symbols, every power in it split or kept whole by ``facts`` alone."""
    known = {} if values is None else values
    rule = net_rule or (lambda net, outer: reopened(net, outer, known))
    parts = (_rebuild_monomial(monomial, facts, known, rule).scaled(value) for monomial, value in poly.terms.items())
    return sum_of(parts)


def _rebuild_monomial(monomial: Monomial, facts: Facts, values: Values, rule: NetRule) -> Poly:
    return product_of(
        power(_rebuild_atom(atom, facts, values, rule), rebuild(exponent, facts, values, rule), facts)
        for atom, exponent in sorted(monomial.factors.items(), key=lambda item: item[0].key)
    )


def _rebuild_atom(atom: Atom, facts: Facts, values: Values, rule: NetRule) -> Poly:
    match atom.kind, atom.parts:
        case "symbol", (symbol,):
            return values.get(symbol, atomic(atom))
        case "call", (function, *args):
            return atomic(Atom("call", function, *(rebuild(argument, facts, values, rule) for argument in args)))
        case "poly", (inner,):
            return rebuild(inner, facts, values, rule)
        case "power", (base, exponent):
            return power(rebuild(base, facts, values, rule), rebuild(exponent, facts, values, rule), facts)
        case "net", _:
            return rule(atom, facts)
    return atomic(atom)


def opened(net: Atom) -> tuple[list[Symbol], list[Poly], Monomial]:
    """The parts of a net with fresh names for its indices."""
    indices, constraints, monomial = net.parts
    names = {index: fresh() for index in indices}
    return list(names.values()), [renamed(row, names) for row in constraints], renamed(monomial, names)


def reopened(net: Atom, facts: Facts, values: Values) -> Poly:
    """The net with ``values`` for its free symbols, gathered again under ``facts``."""
    indices, constraints, monomial = opened(net)
    constraints = [rebuild(row, facts, values) for row in constraints]
    body = rebuild(_alone(monomial), facts.within(constraints), values)
    return gather(indices, constraints, body, facts)


def _alone(monomial: Monomial) -> Poly:
    return Poly({monomial: Fraction(1)})


# -- gathering ----------------------------------------------------------------------------------------


def gather(indices: Sequence[Symbol], constraints: Sequence[Poly], body: Poly, facts: Facts) -> Poly:
    """The sum of ``body``, made under ``facts`` and the constraints, over the points of the constraints."""
    parts = (_gather(indices, constraints, monomial, facts).scaled(value) for monomial, value in body.terms.items())
    return sum_of(parts)


def _gather(indices: Sequence[Symbol], constraints: Sequence[Poly], monomial: Monomial, facts: Facts) -> Poly:
    nested = _nested(monomial, frozenset(indices))
    if nested is not None:
        return _merge(indices, constraints, monomial, nested, facts)
    outside, inside = _split(monomial, frozenset(indices), facts.within(constraints), facts)
    result = rebuild(_alone(outside), facts)
    for group, rows, factors in _components(indices, constraints, inside):
        result *= _close(group, rows, factors, facts)
    return result


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


def _close(indices: Sequence[Symbol], constraints: Sequence[Poly], factors: Monomial, facts: Facts) -> Poly:
    """The net of one group; its product must stand on the group's own range, whatever justified it before."""
    inner = facts.within(constraints)
    if inner.impossible():
        return ZERO
    if not factors.factors and (size := _size(indices, constraints, facts)) is not None:
        return size
    body = rebuild(_alone(factors), inner)
    if body.key != _alone(factors).key:
        return gather(indices, constraints, body, facts)
    return atomic(canonical(indices, constraints, factors))


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
