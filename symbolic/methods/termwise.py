"""Equations that hold at every place, used below sums: sum_k w(k) l(k) = sum_k w(k) r(k) from l(k) = r(k)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from symbolic.kernel import Rejected
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import Poly
from symbolic.kernel.normal.reading import difference, facts_from
from symbolic.methods.algebra import by_facts
from symbolic.methods.division import quotient
from symbolic.methods.draft import Draft
from symbolic.methods.elimination import Rewriting
from symbolic.methods.equations import Equation, equations
from symbolic.methods.instances import instance, places_of
from symbolic.methods.ranges import Range, opened, outermost_sums, under
from symbolic.methods.rendering import Unprintable, to_term
from symbolic.methods.search import Failed, Goal, Search, relations
from symbolic.terms import INTEGER, ONE, ZERO, Term, add, eq, mul, neg


class Termwise(Rewriting):
    """As `Rewriting`, with equations that define nothing used in each term of the sums that are left."""

    def further(self, rest: Term, goal: Goal, search: Search) -> Iterator[int]:
        _, others = equations(goal, search)
        schemas = [one for one in others if one.variables and all(v.sort == INTEGER for v in one.variables)]
        for total in dict.fromkeys(outermost_sums(rest)):
            yield from _replaced(total, schemas, goal, search)


def _replaced(total: Term, schemas: Sequence[Equation], goal: Goal, search: Search) -> Iterator[int]:
    """Steps ``total = total'`` in which each term has one side of an equation for the other."""
    ranges, body = opened(total)
    here = goal.wanting(goal.conclusion, *(guard for one in ranges for guard in one.guards))
    facts = facts_from(relations(here.context))
    places = [place for one in ranges for place in (one.index, add(one.index, ONE))] + places_of(goal.conclusion)
    whole = difference(body, ZERO, facts)
    for equation in schemas:
        for chosen in permutations(places, len(equation.variables)):
            try:
                step = instance(equation.step, chosen, here, search)
                for found in exchanged(body, whole, step, here, facts, search):
                    yield _summed(found, ranges, search.draft)
            except (Failed, Rejected):
                continue


def _summed(step: int, ranges: Sequence[Range], draft: Draft) -> int:
    for one in reversed(ranges):
        step = under(one, step, draft)
    return step


def exchanged(body: Term, whole: Poly, step: int, here: Goal, facts: Facts, search: Search) -> Iterator[int]:
    """Steps ``body = w r`` or ``body = w l`` from a step ``l = r``, where body is a multiple w l or w r."""
    sides = search.draft.sides(step)
    for (side, other), sign in ((sides, ONE), (sides[::-1], neg(ONE))):
        divisor = difference(side, ZERO, facts)
        weight = quotient(whole, divisor) if divisor.constant is None else None
        if weight is None:
            continue
        try:
            share = to_term(weight)
            wanted = here.wanting(eq(body, mul(share, other)))
            yield by_facts(wanted, search, [mul(sign, share)], [step], eq(body, mul(share, side)))
        except (Failed, Unprintable):
            continue
