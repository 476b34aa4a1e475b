"""Terms that a rule of their own rewrites: derivatives by the table, expectations of products by independence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from symbolic.kernel import Rejected
from symbolic.methods.search import Failed, Goal, Search, relations
from symbolic.terms import Node, Term


def differentiated(term: Node, goal: Goal, search: Search) -> tuple[Term, int]:
    """``term``, a derivative, and the step that says what it is; with as few facts as suffice.

    Raises `Rejected` if the table has no rule or a side condition is not known.
    """
    smooth = [f for f in goal.context if isinstance(f, Node) and f.op == "differentiable"]
    known = [*smooth, *relations(goal.context)]
    step = _with_fewest(term, known, search)
    conclusion = search.draft.conclusion(step)
    if not isinstance(conclusion, Node):
        raise Failed("no equation")
    return conclusion.args[1], step


def _with_fewest(term: Node, known: Sequence[Term], search: Search) -> int:
    for size in (0, 1, 2):
        for chosen in combinations(known, size):
            try:
                return search.draft.apply("derivative", search.draft.assume_all(chosen), [term])
            except Rejected:
                continue
    return search.draft.apply("derivative", search.draft.assume_all(known), [term])
