"""Relations with radicals: between squares, where the sides are nonnegative."""

from __future__ import annotations

from symbolic.methods.algebra import Algebra
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.terms import ZERO, Node, Number, Term, eq, le, power, subterms


class Squaring(Method):
    """a = b from a^2 = b^2 and the signs of a and b, for goals that hold a radical; a <= b from a^2 <= b^2, 0 <= b."""

    def attempt(self, goal: Goal, search: Search) -> int:
        conclusion = goal.conclusion
        if not isinstance(conclusion, Node) or not any(map(_radical, subterms(conclusion))):
            raise Failed("no radical")
        left, right = conclusion.args
        if conclusion.op == "le":
            return search.show("the square of the one is at most that of the other", below(left, right, goal, search))
        if conclusion.op != "eq":
            raise Failed("no equation")
        rows = len(search.outline)
        signs = [search.prove(goal.wanting(le(ZERO, side)), (Algebra(),)) for side in (left, right)]
        squares = eq(power(left, Number(2)), power(right, Number(2)))
        step = search.draft.apply("root", [*signs, search.prove(goal.wanting(squares), (Algebra(), Squaring()))])
        return search.show("both sides are nonnegative and have the same square", step, rows)


def below(left: Term, right: Term, goal: Goal, search: Search) -> int:
    """left <= right from left^2 <= right^2 and 0 <= right."""
    sign = search.prove(goal.wanting(le(ZERO, right)))
    squared = search.prove(goal.wanting(le(power(left, Number(2)), power(right, Number(2)))))
    return search.draft.apply("root order", [squared, sign])


def _radical(term: Term) -> bool:
    match term:
        case Node(op="pow", args=(_, exponent)):
            return _is_half(exponent)
        case Node(op="norm"):
            return True
    return False


def _is_half(exponent: Term) -> bool:
    match exponent:
        case Number(value=value):
            return value.denominator == 2
        case Node(op="div", args=(Number(), Number(value=below))):
            return below == 2
    return False
