"""Equations between numbers of which each is at most the other: |x| + |y| <= 0 leaves nothing but x = 0."""

from __future__ import annotations

from symbolic.methods.search import Failed, Goal, Method, Search, relations
from symbolic.terms import INTEGER, REAL, Node, le, sort_of


class Antisymmetry(Method):
    """a = b, from a <= b and b <= a."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(op="eq", args=(left, right)) if sort_of(left) in (REAL, INTEGER):
                facts = search.draft.assume_all(relations(goal.context))
                both = [search.draft.apply("order", facts, [le(*sides)]) for sides in ((left, right), (right, left))]
                return search.show("each is at most the other", search.draft.apply("antisymmetry", both))
        raise Failed("no equation between numbers")
