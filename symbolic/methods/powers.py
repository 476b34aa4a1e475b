"""Powers grow with their base, and are positive where it is."""

from __future__ import annotations

from symbolic.methods.algebra import Algebra
from symbolic.methods.combination import Combination
from symbolic.methods.roots import Squaring
from symbolic.methods.search import Failed, Goal, Method, Search, relations
from symbolic.methods.structure import Given
from symbolic.terms import ONE, ZERO, Node, Term, le, lt


class Powers(Method):
    """a^e <= b^e from 0 <= a <= b and 0 <= e; for b = 1 the power is not written.  0 < (a b)^e from 0 < a and 0 < b."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(op="lt", args=(low, Node(op="pow", args=(base, _)))) if low == ZERO:
                return search.show("the base is positive", _positive(base, goal, search))
        low, high, exponent = _bases(goal.conclusion)
        wanted = le(ZERO, low), le(low, high), le(ZERO, exponent)
        signs = [search.prove(goal.wanting(one), (Given(), Algebra(), Combination(), Squaring())) for one in wanted]
        step = search.draft.apply("power order", signs, [exponent])
        if search.draft.conclusion(step) != goal.conclusion:
            step = search.draft.apply(
                "order", [step, *search.draft.assume_all(relations(goal.context))], [goal.conclusion]
            )
        return search.show("a power grows with its base", step)


def _positive(base: Term, goal: Goal, search: Search) -> int:
    factors = base.args if isinstance(base, Node) and base.op == "mul" else (base,)
    signs = [search.prove(goal.wanting(lt(ZERO, factor)), search.inner()) for factor in factors]
    return search.draft.apply("order", [*signs, *search.draft.assume_all(relations(goal.context))], [goal.conclusion])


def _bases(conclusion: Term) -> tuple[Term, Term, Term]:
    match conclusion:
        case Node(op="le", args=(Node(op="pow", args=(low, exponent)), Node(op="pow", args=(high, other)))):
            if exponent == other:
                return low, high, exponent
        case Node(op="le", args=(Node(op="pow", args=(low, exponent)), bound)) if bound == ONE:
            return low, ONE, exponent
    raise Failed("no powers of one exponent, the smaller one first")
