"""Goals with a Kronecker delta: its indices are equal, or they differ."""

from __future__ import annotations

from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.terms import Bound, Node, Term, eq, ne, subterms


class Cases(Method):
    """The goal where the indices of its first delta are equal, and where they differ."""

    def attempt(self, goal: Goal, search: Search) -> int:
        one, other = _indices(goal.conclusion)
        draft, rows = search.draft, len(search.outline)
        ends = []
        for case in (eq(one, other), ne(one, other)):
            if case in goal.context:
                raise Failed("the cases are told apart already")
            ends.append(search.prove(goal.wanting(goal.conclusion, case)))
        step = draft.apply("cases", [draft.apply("dichotomy", (), [eq(one, other)]), *ends])
        return search.show("whether the indices are equal", step, rows)


def _indices(goal: Term) -> tuple[Term, Term]:
    for part in subterms(goal):
        match part:
            case Node(op="delta", args=(one, other)) if not any(isinstance(p, Bound) for p in subterms(part)):
                return one, other
    raise Failed("no delta")
