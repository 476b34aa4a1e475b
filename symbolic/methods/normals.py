"""Expectations over normal variables: taken apart, shifted until no exponential is left, then integrated by parts until
no entry is left beside a wave.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.growth import is_entry
from symbolic.kernel.normal.naming import fresh, opened
from symbolic.kernel.normal.nets import average, rebuild
from symbolic.kernel.normal.polynomial import ONE, Atom, Monomial, Poly, atomic, sum_of, variable
from symbolic.kernel.normal.reading import facts_from, normalise, random_at
from symbolic.methods.algebra import by_facts
from symbolic.methods.rendering import Unprintable, ends_of, to_term
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol, relations
from symbolic.methods.waves import waves, without_products
from symbolic.terms import INTEGER, Lambda, Node, Symbol, Term, abstract, add, eq, expect, instantiate
from symbolic.terms import ONE as UNIT


class Setting(NamedTuple):
    """A product whose expectation is sought: over what, what the product is, and what is known."""

    term: Node
    body: Lambda
    outcome: Symbol
    product: Monomial
    facts: Facts


def averaged(term: Node, goal: Goal, search: Search) -> tuple[Term, int]:
    """``term``, an expectation over normal variables, by simpler ones, and the step that says so."""
    (body,) = term.args
    facts, outcome = facts_from(relations(goal.context)), fresh()
    found = random_at(body, outcome) if isinstance(body, Lambda) else None
    if found is None or not isinstance(body, Lambda):
        raise Failed("an expectation of more than entries")
    try:
        poly = normalise(found, facts)
        whole = average(outcome, poly, facts)
        if whole.key not in (atomic(mean).key for mean in _means(whole)):
            return _apart(term, whole, goal, search)
        if len(poly.terms) > 1:
            raise Failed("a sum whose terms are not known to be integrable")
        (product,) = poly.terms
        return _reduced(Setting(term, body, outcome, product, facts), goal, search)
    except Unprintable as error:
        raise Failed(str(error)) from error


def _means(poly: Poly) -> list[Atom]:
    return [atom for monomial in poly.terms for atom in monomial.factors if atom.kind == "mean"]


def _apart(term: Node, whole: Poly, goal: Goal, search: Search) -> tuple[Term, int]:
    """By linearity, which the normal form has."""
    result = to_term(whole)
    return result, by_facts(goal.wanting(eq(term, result)), search, [], [])


def _reduced(setting: Setting, goal: Goal, search: Search) -> tuple[Term, int]:
    """A product of exponentials and entries by the first rule that applies."""
    for atom, exponent in setting.product.factors.items():
        if atom.kind == "euler":
            return _shifted(setting, exponent, goal, search)
    for atom, exponent in sorted(setting.product.factors.items(), key=lambda item: item[0].key):
        if is_entry(setting.outcome, atom) and exponent.natural:
            place = [to_term(part) for part in atom.parts[1:-1]]
            return _by(setting, "normal by parts", [_function(setting, {atom: ONE}), *place], goal, search)
    return _of_waves(setting, goal, search)


def _of_waves(setting: Setting, goal: Goal, search: Search) -> tuple[Term, int]:
    """A single sine or cosine by the mean of it; a product of several as a sum."""
    found = waves(setting.product)
    if len(found) > 1:
        return _spread(setting, goal, search)
    if list(setting.product.factors) != found:
        raise Failed("no exponential, no entry of a normal vector, and no wave alone")
    (angle,) = found[0].parts
    groups = _directions(setting, angle)
    if len(groups) != 1:
        raise Failed("a wave along no range, or along several")
    ((between, parts),) = groups.items()
    phase = angle - sum_of(part for _, part in parts)
    arguments = [Node(found[0].kind, to_term(phase)), _together([step for step, _ in parts]), *between]
    return _by(setting, "normal wave", arguments, goal, search)


def _spread(setting: Setting, goal: Goal, search: Search) -> tuple[Term, int]:
    """The expectation of what the product is as a sum, which is the same for every vector."""
    vector = fresh_symbol(setting.body.hint, setting.body.sort)
    new, step = without_products(instantiate(setting.body, vector), goal, search)
    result = expect(abstract(new, vector, setting.body.hint))
    every = search.draft.apply("generalise", [step], [vector])
    return result, search.draft.apply("pathwise", [every], [setting.term, result])


def _shifted(setting: Setting, exponent: Poly, goal: Goal, search: Search) -> tuple[Term, int]:
    """By all that is linear between the same ends at once: e^(w.p + w.q) is shifted by p + q."""
    groups = _directions(setting, exponent)
    if not groups:
        raise Failed("no exponential of what is linear in a normal vector")
    between, parts = next(iter(groups.items()))
    rest = _function(setting, {Atom("euler"): sum_of(part for _, part in parts)})
    return _by(setting, "normal shift", [rest, _together([step for step, _ in parts]), *between], goal, search)


def _directions(setting: Setting, exponent: Poly) -> dict[tuple[Term, ...], list[tuple[Term, Poly]]]:
    """By the ends of its ranges, along what each term goes that is linear in the vector."""
    groups: dict[tuple[Term, ...], list[tuple[Term, Poly]]] = {}
    for monomial, value in sorted(exponent.terms.items(), key=lambda item: item[0].key):
        if (found := _direction(setting, monomial, value)) is not None:
            step, *ends = found
            groups.setdefault(tuple(ends), []).append((step, Poly({monomial: value})))
    return groups


def _together(steps: Sequence[Term]) -> Term:
    """The sum of functions of the same indices."""
    bodies = [step.body for step in steps if isinstance(step, Lambda)]
    return Lambda(INTEGER, _together(bodies), "i") if bodies else add(*steps)


def _by(setting: Setting, rule: str, arguments: Sequence[Term], goal: Goal, search: Search) -> tuple[Term, int]:
    draft = search.draft
    step = draft.apply(rule, (), arguments)
    left, right = draft.sides(step)
    whole = goal.wanting(eq(setting.term, right))
    return right, by_facts(whole, search, [UNIT], [step], eq(setting.term, left))


def _function(setting: Setting, used: dict[Atom, Poly]) -> Lambda:
    """The product without the factors ``used``, as a function of the vector."""
    rest = {atom: exponent - used.get(atom, Poly({})) for atom, exponent in setting.product.factors.items()}
    vector = fresh_symbol(setting.body.hint, setting.body.sort)
    factors = Monomial({atom: exponent for atom, exponent in rest.items() if exponent.terms})
    shown = to_term(Poly({factors: Fraction(1)}), {setting.outcome: vector})
    return abstract(shown, vector, setting.body.hint)


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
