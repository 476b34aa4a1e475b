"""Along what terms are linear in a normal vector or matrix, and between which ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.growth import is_entry
from symbolic.kernel.normal.naming import opened
from symbolic.kernel.normal.nets import rebuild
from symbolic.kernel.normal.polynomial import Atom, Monomial, Poly, linear_in, variable
from symbolic.kernel.normal.reading import normalise
from symbolic.methods.rendering import ends_of, to_term
from symbolic.methods.search import fresh_symbol
from symbolic.terms import INTEGER, Lambda, Node, Symbol, Term, abstract, add, delta, instantiate, mul

Directions = dict[tuple[Term, ...], list[tuple[Term, Poly]]]


class Setting(NamedTuple):
    """A product whose expectation is sought: over what, what the product is, and what is known."""

    term: Node
    body: Lambda
    outcome: Symbol
    product: Monomial
    facts: Facts


def directions(setting: Setting, exponent: Poly) -> Directions:
    """By the ends of its ranges, along what each term goes that is linear in the vector."""
    groups: Directions = {}
    for monomial, value in sorted(exponent.terms.items(), key=lambda item: item[0].key):
        if (found := _direction(setting, monomial, value)) is not None:
            step, *ends = found
            groups.setdefault(tuple(ends), []).append((step, Poly({monomial: value})))
    return groups


def in_one_range(groups: Directions, context: Sequence[Term]) -> Directions:
    """What is at a place alone is a delta there, in the range that the place is known to lie in."""
    if len(groups) < 2:
        return groups
    united: Directions = {}
    for ends, parts in groups.items():
        places = [_range_around(*pair, context) for pair in zip(ends[::2], ends[1::2], strict=True)]
        found = united.setdefault(tuple(chain.from_iterable(between for between, _ in places)), [])
        found += ((_only_at(step, [place for _, place in places]), part) for step, part in parts)
    return united


def _range_around(lower: Term, upper: Term, context: Sequence[Term]) -> tuple[tuple[Term, Term], Term | None]:
    """The bounds of a single place, and that place; the ends themselves of what is no single place."""
    place = normalise(lower, Facts())
    for symbol in sorted(place.symbols, key=lambda one: one.name) if lower == upper else ():
        solved = linear_in(place, symbol)
        ends = [next(_bounds(symbol, side, context), None) for side in (0, 1)]
        if solved and solved[0] == 1 and None not in ends:
            low, high = (to_term(normalise(end, Facts()) + solved[1]) for end in ends if end is not None)
            return (low, high), lower
    return (lower, upper), None


def _bounds(symbol: Symbol, side: int, context: Sequence[Term]) -> Iterator[Term]:
    """What is known not to exceed ``symbol`` (side 0), or not to lie below it (side 1)."""
    for formula in context:
        match formula:
            case Node(op="le", args=args) if args[1 - side] == symbol:
                yield args[side]


def _only_at(step: Term, places: Sequence[Term | None]) -> Term:
    """``step``, a function of as many indices, where each is at its place if it has one, else 0."""
    names = [fresh_symbol("i", INTEGER) for _ in places]
    value = step
    for name in names:
        value = instantiate(value, name) if isinstance(value, Lambda) else value
    value = mul(*(delta(name, place) for name, place in zip(names, places, strict=True) if place), value)
    for name in reversed(names):
        value = abstract(value, name, "i")
    return value


def together(steps: Sequence[Term]) -> Term:
    """The sum of functions of the same indices."""
    bodies = [step.body for step in steps if isinstance(step, Lambda)]
    return Lambda(INTEGER, together(bodies), "i") if bodies else add(*steps)


def _direction(setting: Setting, monomial: Monomial, value: Fraction) -> list[Term] | None:
    """Along which c, and between which ends, ``value * monomial`` is the inner product of c and the vector."""
    random = [(a, e) for a, e in monomial.factors.items() if setting.outcome in a.symbols | e.symbols]
    if len(random) != 1 or random[0][1].natural != 1:
        return None
    atom = random[0][0]
    fixed = Poly({Monomial({a: e for a, e in monomial.factors.items() if a != atom}): value})
    if is_entry(setting.outcome, atom):
        return _along(atom.parts[1:-1], {}, fixed)
    return _along_sum(setting, atom, fixed) if atom.kind == "net" else None


def _along_sum(setting: Setting, net: Atom, fixed: Poly) -> list[Term] | None:
    """For a sum of entries with coefficients, whose indices are places up to what is fixed."""
    indices, rows, inner = opened(net)
    random = [(a, e) for a, e in inner.factors.items() if setting.outcome in a.symbols | e.symbols]
    if len(random) != 1 or random[0][1].natural != 1 or not is_entry(setting.outcome, random[0][0]):
        return None
    places = random[0][0].parts[1:-1]
    ends: dict[int, tuple[Symbol, Poly, Poly]] = {}
    values: dict[Symbol, Poly] = {}
    for index in indices:
        at = [number for number, place in enumerate(places) if index in place.symbols]
        shift = places[at[0]] - variable(index) if len(at) == 1 else variable(index)
        lower, upper, rows = ends_of(index, rows)
        if not (shift.symbols | lower.symbols | upper.symbols).isdisjoint(indices):
            return None
        name = fresh_symbol("i", INTEGER)
        ends[at[0]] = name, lower + shift, upper + shift
        values[index] = variable(name) - shift
    others = Poly({Monomial({a: e for a, e in inner.factors.items() if a != random[0][0]}): Fraction(1)})
    return _along(places, ends, fixed * rebuild(others, setting.facts, values))


def _along(places: Sequence[Poly], ends: dict[int, tuple[Symbol, Poly, Poly]], step: Poly) -> list[Term]:
    """The arguments of a shift by ``step`` at ``places``, which run between ``ends`` where these are given."""
    found, arguments = to_term(step), list[Term]()
    for at in reversed(range(len(places))):
        name, lower, upper = ends.get(at, (fresh_symbol("i", INTEGER), places[at], places[at]))
        found = abstract(found, name, "ij"[at])
        arguments = [to_term(lower), to_term(upper), *arguments]
    return [found, *arguments]
