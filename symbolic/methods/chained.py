"""What was shown before, as it stands: equations one after the other, and comparisons by arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from symbolic.kernel import Rejected
from symbolic.methods.algebra import Algebra
from symbolic.methods.search import Failed, Goal, Method, Search, relations
from symbolic.terms import REAL, RELATIONS, Bound, Lambda, Node, Symbol, Term, eq, symbols


class Chained(Method):
    """a = c from a = b and b = c, or a < c from a = b and b < c: all at the goal's own symbols, nothing unfolded."""

    def attempt(self, goal: Goal, search: Search) -> int:
        known = list(shown(goal, search))
        if not known or not isinstance(goal.conclusion, Node) or goal.conclusion.op not in RELATIONS:
            raise Failed("no relation, or none was shown before")
        left, right = (_reached(side, known, search) for side in goal.conclusion.args)
        if goal.conclusion.op != "eq":
            return search.show("by what was shown", _compared(goal, left, right, known, search))
        if goal.conclusion.args[1] not in left:
            raise Failed("no chain of earlier equations leads there")
        return search.show("line by line", left[goal.conclusion.args[1]])


def _reached(start: Term, shown: Sequence[int], search: Search) -> dict[Term, int]:
    """The terms that equations lead to from ``start``, each with the step that says it is equal to it."""
    draft, hole = search.draft, Lambda(REAL, eq(start, Bound(0)))
    reached = {start: draft.apply("reflexive", (), (start,))}
    waiting = [start]
    while waiting:
        here = waiting.pop(0)
        for step in shown:
            match draft.conclusion(step):
                case Node(op="eq", args=(left, right)) if left == here and right not in reached:
                    reached[right] = draft.apply("replace", [step, reached[here]], [hole])
                    waiting.append(right)
    return reached


def _compared(goal: Goal, left: dict[Term, int], right: dict[Term, int], shown: Sequence[int], search: Search) -> int:
    """The goal's relation between what its sides are equal to, carried back to the sides."""
    conclusion, draft = goal.conclusion, search.draft
    if not isinstance(conclusion, Node):
        raise Failed("no relation")
    said = {draft.conclusion(step) for step in shown}
    wanted = {(one, other): Node(conclusion.op, one, other) for one, other in product(left, right)}
    for one, other in sorted(wanted, key=lambda ends: wanted[ends] not in said):
        try:
            step = _ordered(wanted[one, other], shown, goal, search)
        except Rejected:
            continue
        for equation, hole in (
            (left[one], Node(conclusion.op, Bound(0), other)),
            (right[other], Node(conclusion.op, conclusion.args[0], Bound(0))),
        ):
            step = draft.apply("replace", [draft.flipped(equation), step], [Lambda(REAL, hole)])
        return step
    raise Failed("the relation does not follow from what was shown")


def _ordered(wanted: Term, shown: Sequence[int], goal: Goal, search: Search) -> int:
    """What was shown alone may do, and is then read as it stands: more facts change normal forms."""
    for step in shown:
        if search.draft.conclusion(step) == wanted:
            return step
    try:
        return search.draft.apply("order", shown, (wanted,))
    except Rejected:
        known = search.draft.assume_all(relations(goal.context))
        return search.draft.apply("order", [*shown, *known], (wanted,))


def shown(goal: Goal, search: Search) -> Iterator[int]:
    """The relations among the lemmas."""
    for lemma in goal.lemmas:
        try:
            step = _here(lemma, goal, search)
        except (Failed, Rejected):
            continue
        if relations([search.draft.conclusion(step)]):
            yield step


def _here(step: int, goal: Goal, search: Search) -> int:
    """The lemma at the goal's own symbols, its conditions proved."""
    draft = search.draft
    while True:
        match draft.conclusion(step):
            case Node(op="forall", args=(Lambda(hint=hint, sort=sort),)):
                if Symbol(hint, sort) not in symbols(goal.conclusion):
                    raise Failed(f"no {hint} here")
                step = draft.apply("instance", [step], [Symbol(hint, sort)])
            case Node(op="implies", args=(condition, _)):
                step = draft.apply("detach", [step, search.prove(goal.wanting(condition), (Algebra(),))])
            case _:
                return step
