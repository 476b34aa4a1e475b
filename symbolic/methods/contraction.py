"""Nested sums, of which one index is summed out at fixed values of the others: sum_k w(k) sum_j f(j, k)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from symbolic.kernel import Rejected
from symbolic.kernel.normal.reading import facts_from, normalise
from symbolic.methods.algebra import by_facts
from symbolic.methods.draft import Draft
from symbolic.methods.elimination import Rewriting
from symbolic.methods.equations import Equation, equations
from symbolic.methods.instances import instance, places_of
from symbolic.methods.ranges import Range, opened, outermost_sums, under
from symbolic.methods.rendering import Unprintable, to_term
from symbolic.methods.search import Failed, Goal, Search, relations
from symbolic.methods.termwise import exchanged
from symbolic.terms import (
    ONE,
    Node,
    Symbol,
    Term,
    add,
    eq,
    subterms,
    symbols,
)


class Contraction(Rewriting):
    """As `Rewriting`, with the nested sums that are left summed out where one index alone gives something simpler."""

    def further(self, rest: Term, goal: Goal, search: Search) -> Iterator[int]:
        known = [equation for group in equations(goal, search) for equation in group]
        for total in dict.fromkeys(outermost_sums(rest)):
            yield from _contracted(total, known, goal, search)


def _contracted(total: Term, known: Sequence[Equation], goal: Goal, search: Search) -> Iterator[int]:
    """Steps ``total' = simpler``, where total' is total with the index that is summed out further on the outside."""
    ranges, body = opened(total)
    indices = {one.index for one in ranges}
    if len(ranges) == 1 or any(indices & (symbols(one.lower) | symbols(one.upper)) for one in ranges):
        return
    for inner in ranges:
        outer = [one for one in ranges if one is not inner]
        here = goal.wanting(goal.conclusion, *(guard for one in outer for guard in one.guards))
        for step in _simpler(body, inner, [one.index for one in outer], known, here, search):
            yield _carried_out(step, _inward(inner, outer, body, search.draft), outer, search.draft)


def _simpler(
    body: Term, inner: Range, indices: Sequence[Symbol], known: Sequence[Equation], here: Goal, search: Search
) -> Iterator[int]:
    """Steps ``sum_j body = something without that sum``: by cancelling, or by an equation for the sum."""
    whole = inner.summed(body)
    facts = facts_from(relations(here.context))
    normal = normalise(whole, facts)
    try:
        cancelled = to_term(normal)
        if _sums(cancelled) < _sums(body) + 1:
            yield by_facts(here.wanting(eq(whole, cancelled)), search, [], [])
    except (Unprintable, Failed):
        pass
    for equation in known:
        for step in _instances(equation, indices, here, search):
            yield from exchanged(whole, normal, step, here, facts, search)


def _instances(equation: Equation, indices: Sequence[Symbol], here: Goal, search: Search) -> Iterator[int]:
    """The equation with its variables among ``indices``, counted from 0 or from 1, and the integers of the goal."""
    if not isinstance(equation.left, Node) or equation.left.op not in ("sum", "entry"):
        return
    places = [*indices, *(add(index, ONE) for index in indices), *places_of(here.conclusion)]
    for chosen in permutations(places, len(equation.variables)):
        try:
            yield instance(equation.step, chosen, here, search)
        except (Failed, Rejected):
            continue


def _sums(term: Term) -> int:
    return sum(isinstance(part, Node) and part.op == "sum" for part in subterms(term))


def _inward(inner: Range, outer: Sequence[Range], body: Term, draft: Draft) -> int:
    """sum_j sum_k ... body = sum_k ... sum_j body"""
    if not outer:
        return draft.apply("reflexive", (), [inner.summed(body)])
    first, *rest = outer
    inside = body
    for one in reversed(rest):
        inside = one.summed(inside)
    step = draft.apply("exchange", (), [inner.summed(first.summed(inside))])
    return draft.chained(step, under(first, _inward(inner, rest, body, draft), draft))


def _carried_out(step: int, inward: int, outer: Sequence[Range], draft: Draft) -> int:
    """From sum_j f(j, k) = r(k), for k in its range, to sum_j sum_k f(j, k) = sum_k r(k)."""
    for one in reversed(outer):
        step = under(one, step, draft)
    return draft.chained(inward, step)
