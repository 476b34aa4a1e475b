"""Expectations over normal variables: taken apart, shifted until no exponential is left, then integrated by parts until
no entry is left beside a wave.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from symbolic.kernel.normal.growth import is_entry
from symbolic.kernel.normal.naming import fresh
from symbolic.kernel.normal.nets import average
from symbolic.kernel.normal.polynomial import ONE, Atom, Monomial, Poly, atomic, sum_of
from symbolic.kernel.normal.reading import facts_from, normalise, random_at
from symbolic.methods.algebra import by_facts
from symbolic.methods.directions import Setting, directions, in_one_range, together
from symbolic.methods.rendering import Unprintable, to_term
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol, relations
from symbolic.methods.waves import waves, without_products
from symbolic.terms import ONE as UNIT
from symbolic.terms import Lambda, Node, Term, abstract, eq, expect, instantiate


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
    groups = in_one_range(directions(setting, angle), goal.context)
    if len(groups) != 1:
        raise Failed("a wave along no range, or along several")
    ((between, parts),) = groups.items()
    phase = angle - sum_of(part for _, part in parts)
    arguments = [Node(found[0].kind, to_term(phase)), together([step for step, _ in parts]), *between]
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
    groups = directions(setting, exponent)
    if not groups:
        raise Failed("no exponential of what is linear in a normal vector")
    between, parts = next(iter(groups.items()))
    rest = _function(setting, {Atom("euler"): sum_of(part for _, part in parts)})
    return _by(setting, "normal shift", [rest, together([step for step, _ in parts]), *between], goal, search)


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
