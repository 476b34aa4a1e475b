"""A matrix that stands in the goal, by a simpler one that it was shown or is assumed to be equal to."""

from __future__ import annotations

from collections.abc import Iterator

from symbolic.methods.chained import shown
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.terms import MATRIX, Node, Symbol, Term, abstract, eq, is_array, replace, subterms

_HOLE = Symbol("~matrix", MATRIX)


class Replacement(Method):
    """The goal with B for A, from A = B, where B is simpler and A occurs."""

    def attempt(self, goal: Goal, search: Search) -> int:
        step = next(_usable(goal, search), None)
        if step is None:
            raise Failed("no matrix is known to be a simpler one")
        left, right = search.draft.sides(step)
        context = abstract(replace(goal.conclusion, left, _HOLE), _HOLE)
        rest = search.prove(goal.wanting(replace(goal.conclusion, left, right)))
        return search.draft.apply("replace", [search.draft.flipped(step), rest], [context])


def _usable(goal: Goal, search: Search) -> Iterator[int]:
    parts = set(subterms(goal.conclusion))
    assumed = (search.draft.assume(formula) for formula in goal.context if _of_matrices(formula))
    for step in (*shown(goal, search), *assumed):
        if _of_matrices(search.draft.conclusion(step)):
            left, right = search.draft.sides(step)
            if left in parts and right.size < left.size and eq(left, right) != goal.conclusion:
                yield step


def _of_matrices(formula: Term) -> bool:
    return isinstance(formula, Node) and formula.op == "eq" and is_array(formula.args[0])
