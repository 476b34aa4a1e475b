"""Numbers that are equal since each is at most the other: |x| + |y| <= 0 leaves nothing but x = 0; or that differ since
one is the smaller.
"""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.methods.search import Failed, Goal, Method, Search, relations
from symbolic.terms import INTEGER, REAL, Node, Term, le, lt, sort_of


class Antisymmetry(Method):
    """a = b, from a <= b and b <= a."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(op="eq", args=(left, right)) if sort_of(left) in (REAL, INTEGER):
                facts = search.draft.assume_all(relations(goal.context))
                both = [search.draft.apply("order", facts, [le(*sides)]) for sides in ((left, right), (right, left))]
                return search.show("each is at most the other", search.draft.apply("antisymmetry", both))
        raise Failed("no equation between numbers")


class Apart(Method):
    """a != b, from a < b or from b < a."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(op="ne", args=(left, right)) if sort_of(left) in (REAL, INTEGER):
                smaller = self._smaller(goal, search, (lt(left, right), lt(right, left)))
                return search.show("one is the smaller", search.draft.apply("order", [smaller], [goal.conclusion]))
        raise Failed("no inequality of numbers")

    def _smaller(self, goal: Goal, search: Search, orders: Sequence[Term]) -> int:
        for order in orders:
            try:
                return search.prove(goal.wanting(order), search.inner())
            except Failed:
                continue
        raise Failed("neither is seen to be the smaller")
