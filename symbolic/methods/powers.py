"""Powers of numbers up to 1: b^e <= 1 from 0 <= b <= 1 and 0 <= e."""

from __future__ import annotations

from symbolic.methods.algebra import Algebra
from symbolic.methods.combination import Combination
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.methods.structure import Given
from symbolic.terms import ONE, ZERO, Node, le


class Powers(Method):
    """b^e <= 1 for a base that is a product, which the normal form takes apart."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(op="le", args=(Node(op="pow", args=(base, exponent)), bound)) if bound == ONE:
                wanted = le(ZERO, base), le(base, ONE), le(ZERO, exponent)
                signs = [search.prove(goal.wanting(one), (Given(), Algebra(), Combination())) for one in wanted]
                step = search.draft.apply("power order", signs, [exponent])
                return search.show(
                    "a power of a number up to 1", search.draft.apply("order", [step], [goal.conclusion])
                )
        raise Failed("no power that is to be at most 1")
