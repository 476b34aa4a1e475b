"""Relations with radicals: between squares, where the sides are nonnegative."""

from __future__ import annotations

from symbolic.kernel.normal.polynomial import Atom, Poly
from symbolic.methods.algebra import Algebra, left_over
from symbolic.methods.rendering import to_term
from symbolic.methods.search import Failed, Goal, Method, Search, relations
from symbolic.terms import ZERO, Node, Number, Term, eq, le, power, subterms


class Squaring(Method):
    """a = b from a^2 = b^2 and the signs of a and b, for goals that hold a radical or a number whose square is bounded
    by assumption; a <= b from a^2 <= b^2, 0 <= b.
    """

    def attempt(self, goal: Goal, search: Search) -> int:
        conclusion = goal.conclusion
        if not isinstance(conclusion, Node) or not (any(map(_radical, subterms(conclusion))) or _bounds_a_square(goal)):
            raise Failed("no radical")
        left, right = conclusion.args
        if all(isinstance(side, Node) and side.op == "pow" and side.args[1] == Number(2) for side in (left, right)):
            raise Failed("both sides are squares already")
        if conclusion.op in ("le", "lt"):
            return search.show("between the squares", _between_squares(goal, conclusion.op, search))
        if conclusion.op != "eq":
            raise Failed("no equation")
        rows = len(search.outline)
        signs = [search.prove(goal.wanting(le(ZERO, side)), (Algebra(),)) for side in (left, right)]
        squares = eq(power(left, Number(2)), power(right, Number(2)))
        step = search.draft.apply("root", [*signs, search.prove(goal.wanting(squares), search.inner())])
        return search.show("both sides are nonnegative and have the same square", step, rows)


def _between_squares(goal: Goal, op: str, search: Search) -> int:
    """The goal from the same relation between squares, once a single radical stands alone on one side."""
    low, high = _isolated(goal)
    sign = search.prove(goal.wanting(le(ZERO, high)))
    wanted = goal.wanting(Node(op, power(low, Number(2)), power(high, Number(2))))
    squared = search.prove(wanted, search.inner())
    step = search.draft.apply("root order", [squared, sign])
    if search.draft.conclusion(step) == goal.conclusion:
        return step
    return search.draft.apply("order", [step, *search.draft.assume_all(relations(goal.context))], [goal.conclusion])


def _isolated(goal: Goal) -> tuple[Term, Term]:
    """Both sides, or those of an equivalent relation where one is a single radical."""
    rest, _ = left_over(goal)  # left - right
    radical = {m: value for m, value in rest.terms.items() if any(map(_is_rooted, m.factors.items()))}
    if not radical and not _is_between_lengths(goal.conclusion) and not _bounds_a_square(goal):
        raise Failed("no radical is left, and no norm is compared")
    others = Poly({m: value for m, value in rest.terms.items() if m not in radical})
    values = list(radical.values())
    if len(values) == 1:
        low, high = (others, -Poly(radical)) if values[0] < 0 else (Poly(radical), -others)
        return to_term(low), to_term(high)
    left, right = goal.conclusion.args if isinstance(goal.conclusion, Node) else ()
    return left, right


def _is_between_lengths(conclusion: Term) -> bool:
    """Whether a side is a norm, of whose square more is known, and the sides are no squares already."""
    sides = conclusion.args if isinstance(conclusion, Node) else ()
    return any(isinstance(side, Node) and side.op == "norm" for side in sides)


def _bounds_a_square(goal: Goal) -> bool:
    """Whether an order relation is assumed of the square of something in the goal, in which there are no squares."""
    parts = set(subterms(goal.conclusion))
    if any(isinstance(part, Node) and _is_square(part) for part in parts):
        return False
    orders = [one for one in goal.context if isinstance(one, Node) and one.op in ("le", "lt")]
    known = (part for one in orders for part in subterms(one))
    return any(isinstance(part, Node) and _is_square(part) and part.args[0] in parts - {part} for part in known)


def _is_square(part: Node) -> bool:
    return part.op == "pow" and part.args[1] == Number(2) and not isinstance(part.args[0], Number)


def _is_rooted(factor: tuple[Atom, Poly]) -> bool:
    """Whether a factor vanishes when it is squared: a root."""
    atom, exponent = factor
    degree = atom.parts[1] if atom.kind == "power" else exponent
    return degree.constant is not None and degree.constant.denominator == 2


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
