"""Norms as roots of inner products, and at most what bounds what is measured."""

from __future__ import annotations

from typing import Final

from symbolic.methods.algebra import Algebra
from symbolic.methods.bounds import bounded
from symbolic.methods.cases import Signs
from symbolic.methods.combination import Combination
from symbolic.methods.extremes import ARITHMETIC, arrays_measured, is_column
from symbolic.methods.instances import Instances, with_facts
from symbolic.methods.norms import length, square
from symbolic.methods.powers import Powers
from symbolic.methods.roots import Squaring
from symbolic.methods.search import Failed, Goal, Search
from symbolic.methods.structure import Given
from symbolic.methods.summands import Summands
from symbolic.terms import REAL, ZERO, Node, Symbol, Term, abstract, instantiate, le, norm, replace

HOLE: Final = Symbol("~length", REAL)  # no script can write it


def by_bounds(goal: Goal, conclusion: Node, search: Search) -> int:
    """Norms are at most what is known of the matrices that theirs is made of."""
    proper = (_proper(array, goal, search) for array in arrays_measured(conclusion.args[0]))
    steps = [step for step in proper if step is not None]
    for step in steps:
        low, high = search.draft.sides(step)
        if low == conclusion.args[0]:
            rest = search.prove(goal.wanting(Node(conclusion.op, high, conclusion.args[1])), (*ARITHMETIC, Powers()))
            return search.draft.apply("order", [step, rest], [conclusion])
    return with_facts(steps, goal, search, ARITHMETIC)


def _proper(array: Term, goal: Goal, search: Search) -> int | None:
    step = bounded(array, goal, search)
    low, high = search.draft.sides(step)
    return None if low == high else step


def by_lengths(goal: Goal, conclusion: Node, search: Search) -> int:
    """Norms of vectors as roots of inner products."""
    draft, arrays = search.draft, list(arrays_measured(conclusion))
    if not arrays or not all(map(is_column, arrays)):
        raise Failed("not all norms are of vectors")
    wanted: Term = conclusion
    carried = []
    for array in arrays:
        equation = length(array, search)
        carried.append((equation, hole := abstract(replace(wanted, norm(array), HOLE), HOLE)))
        wanted = instantiate(hole, draft.sides(equation)[1])
    signs = [draft.apply("order", (), [le(ZERO, square(array))]) for array in arrays]
    # What compares squares, entry by entry, is quick; a combination of inequalities is long sought in vain.
    methods = (Given(), Algebra(), Summands(), Squaring(), Combination(), Instances(), Signs())
    step = with_facts(signs, goal.wanting(wanted), search, methods)
    for equation, hole in reversed(carried):
        step = draft.apply("replace", [draft.flipped(equation), step], [hole])
    return step
