"""Signs that the shape of a term shows, before it is multiplied out: 0 < eps + <u, u> / n below a root."""

from __future__ import annotations

from collections.abc import Iterator

from symbolic.kernel import Rejected
from symbolic.methods.instances import with_facts
from symbolic.methods.search import Goal, Method, Search, is_closed, relations
from symbolic.terms import ZERO, Lambda, Node, Number, Term, instantiate, lt, subterms


class Positivity(Method):
    """The goal with the signs of what stands below its roots."""

    def attempt(self, goal: Goal, search: Search) -> int:
        return with_facts(list(_positive(goal, search)), goal, search)


def _positive(goal: Goal, search: Search) -> Iterator[int]:
    facts = search.draft.assume_all(relations(goal.context))
    for radicand in filter(is_closed, dict.fromkeys(_radicands(goal.conclusion))):
        try:
            yield search.draft.apply("order", facts, [lt(ZERO, radicand)])
        except Rejected:
            continue


def _radicands(term: Term) -> Iterator[Term]:
    """What stands below roots; in a derivative, at its point."""
    for part in subterms(term):
        match part:
            case Node(op="pow", args=(base, Number(value=value))) if value.denominator != 1:
                yield base
            case Node(op="partial" | "diff", args=(Lambda() as function, point, *_)):
                yield from _radicands(instantiate(function, point))
