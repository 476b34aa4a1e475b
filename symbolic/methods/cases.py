"""Goals with a Kronecker delta: its indices are equal, or they differ; with |x| or an indicator: of either sign."""

from __future__ import annotations

from collections.abc import Iterator

from symbolic.kernel.normal.reading import difference, facts_from
from symbolic.methods.algebra import residual
from symbolic.methods.search import Failed, Goal, Method, Search, is_closed, relations
from symbolic.terms import ZERO, Bound, Node, Number, Term, eq, is_array, le, lt, ne, subterms


class Cases(Method):
    """The goal where the indices of its first delta are equal, and where they differ."""

    def attempt(self, goal: Goal, search: Search) -> int:
        one, other = _indices(goal)
        draft, rows = search.draft, len(search.outline)
        ends = []
        for case in (eq(one, other), ne(one, other)):
            if case in goal.context:
                raise Failed("the cases are told apart already")
            ends.append(search.prove(goal.wanting(goal.conclusion, case)))
        step = draft.apply("cases", [draft.apply("dichotomy", (), [eq(one, other)]), *ends])
        return search.show("whether the indices are equal", step, rows)


class Signs(Method):
    """The goal where what stands in its first absolute value or indicator is at least 0, and where it is less."""

    def attempt(self, goal: Goal, search: Search) -> int:
        inside = next(_inside(goal), None)
        if inside is None:
            raise Failed("no absolute value and no indicator of unknown sign")
        draft, rows, sign = search.draft, len(search.outline), le(ZERO, inside)
        ends = [search.prove(goal.wanting(goal.conclusion, case)) for case in (sign, lt(inside, ZERO))]
        step = draft.apply("cases", [draft.apply("dichotomy", (), [sign]), *ends])
        return search.show("by the sign within an absolute value or an indicator", step, rows)


def _inside(goal: Goal) -> Iterator[Term]:
    """What stands in absolute values and indicators, of goal and facts, and is of no known sign."""
    facts = facts_from(relations(goal.context))
    for term in (goal.conclusion, *relations(goal.context)):
        for part in subterms(term):
            match part:
                case Node(op="abs" | "heaviside", args=(inner,)) if is_closed(inner) and not is_array(inner):
                    value = difference(inner, ZERO, facts)
                    if not facts.nonnegative(value) and not facts.nonnegative(-value):
                        yield inner


def _indices(goal: Goal) -> tuple[Term, Term]:
    """Of a delta that the goal speaks of, or that is left of its sides, as of entries of diagonal matrices."""
    found = next(_deltas(goal.conclusion), None) or next(_deltas(residual(goal) or ZERO), None)
    if found is None:
        raise Failed("no delta")
    return found


def _deltas(term: Term) -> Iterator[tuple[Term, Term]]:
    for part in subterms(term):
        if any(isinstance(below, Bound) for below in subterms(part)):
            continue
        match part:
            case Node(op="delta", args=(Node(op="sub", args=(one, other)), Number(value=0))):  # from a normal form
                yield one, other
            case Node(op="delta", args=(one, other)):
                yield one, other
