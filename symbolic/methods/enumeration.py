"""What holds at each of a few places holds at all of them."""

from __future__ import annotations

from typing import Final

from symbolic.methods.draft import Draft
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol
from symbolic.terms import Bound, Lambda, Node, Number, Symbol, Term, instantiate, le, lt

MOST_PLACES: Final = 6


class Enumeration(Method):
    """``forall i. a <= i => (i <= b => p(i))`` for numbers a and b, from p(a), ..., p(b)."""

    def attempt(self, goal: Goal, search: Search) -> int:
        low, high, body = _range(goal.conclusion)
        index = fresh_symbol(body.hint, body.sort)
        steps = [search.prove(goal.wanting(instantiate(body, Number(place)))) for place in range(low, high + 1)]
        above, below = le(Number(low), index), le(index, Number(high))
        step = _found(index, low, high, body, steps, search.draft)
        for end in (below, above):
            step = search.draft.apply("discharge", [step], [end])
        return search.draft.apply("generalise", [step], [index])


def _range(formula: Term) -> tuple[int, int, Lambda]:
    match formula:
        case Node(op="forall", args=(Lambda(sort=sort, body=Node(op="implies", args=(above, inner)), hint=hint),)):
            match above, inner:
                case (
                    Node(op="le", args=(Number(value=low), Bound(index=0))),
                    Node(op="implies", args=(Node(op="le", args=(Bound(index=0), Number(value=high))), body)),
                ) if 0 <= high - low < MOST_PLACES:
                    return int(low), int(high), Lambda(sort, body, hint)
    raise Failed("no range of a few places")


def _found(index: Symbol, low: int, high: int, body: Lambda, steps: list[int], draft: Draft) -> int:
    """p(index) from low <= index <= high: it is the lowest place, or it lies above that."""
    lowest, here = Number(low), draft.assume(le(Number(low), index))
    upper = draft.assume(le(index, lowest))
    first = draft.apply("replace", [draft.apply("antisymmetry", [here, upper]), steps[0]], [body])
    if low == high:
        return first
    beyond = draft.assume(lt(lowest, index))
    next_up = draft.apply("order", [beyond], [le(Number(low + 1), index)])
    rest = _found(index, low + 1, high, body, steps[1:], draft)
    rest = draft.apply("detach", [draft.apply("discharge", [rest], [le(Number(low + 1), index)]), next_up])
    return draft.apply("cases", [draft.apply("dichotomy", (), [le(index, lowest)]), first, rest])
