"""Norms, largest eigenvalues and greatest values: bounded because every instance is, and attained at one of them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from symbolic.kernel import Rejected
from symbolic.kernel.normal.polynomial import Poly
from symbolic.kernel.rules.sums import ranged
from symbolic.methods.algebra import Algebra, left_over
from symbolic.methods.cases import Signs
from symbolic.methods.combination import Combination
from symbolic.methods.extremes import ARITHMETIC, facts_of, speaks_of_extremes
from symbolic.methods.instances import Instances, with_facts
from symbolic.methods.lengths import by_bounds, by_lengths
from symbolic.methods.norms import HALF, TWO, arbitrary, square
from symbolic.methods.rendering import to_term
from symbolic.methods.roots import Squaring
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol, is_closed, relations
from symbolic.methods.stretched import by_a_row
from symbolic.methods.structure import Given, Structure
from symbolic.methods.summands import Summands
from symbolic.terms import INTEGER, ONE, ZERO, Lambda, Node, Term, add, le, matmul, mul, power, shape_of, sub, subterms

OF_VECTORS: Final = (Given(), Structure(), Algebra(), Instances(), Summands(), Combination(), Signs())


class Extremal(Method):
    """a = b from a <= b and b <= a; a <= b from what norms, eigenvalues and greatest values are."""

    def attempt(self, goal: Goal, search: Search) -> int:
        conclusion = goal.conclusion
        if not isinstance(conclusion, Node) or not speaks_of_extremes(conclusion):
            raise Failed("no norm, no eigenvalue and no greatest value")
        left, right = conclusion.args
        if conclusion.op == "eq":
            rows = len(search.outline)
            both = [search.prove(goal.wanting(le(*sides))) for sides in ((left, right), (right, left))]
            return search.show("each is at most the other", search.draft.apply("antisymmetry", both), rows)
        if conclusion.op == "ne":
            return search.show("by lengths", by_lengths(goal, conclusion, search))
        if conclusion.op not in ("le", "lt"):
            raise Failed("no order relation")
        for attempt in (by_bounds, by_lengths, _as_the_least, by_a_row, _by_instances):
            try:
                return search.show("what norms and greatest values are", attempt(goal, conclusion, search))
            except (Failed, Rejected):
                continue
        raise Failed("no bound leads there")


def _by_instances(goal: Goal, conclusion: Node, search: Search) -> int:
    return with_facts(list(facts_of(goal, search)), goal, search, (*ARITHMETIC, Squaring()))


def _as_the_least(goal: Goal, conclusion: Node, search: Search) -> int:
    if conclusion.op != "le":
        raise Failed("a strict relation")
    match conclusion.args:
        case (Node(op="pow", args=(Node(op="norm") as extreme, exponent)), bound) if exponent == TWO:
            return _squared_least(extreme, bound, goal, search)
    extreme, bound = _alone(goal)
    step = _LEAST[extreme.op](extreme, bound, goal, search)
    if search.draft.conclusion(step) == conclusion:
        return step
    return search.draft.apply("order", [step, *search.draft.assume_all(relations(goal.context))], [conclusion])


def _alone(goal: Goal) -> tuple[Node, Term]:
    """A norm, eigenvalue or greatest value that is to be at most something, and what; on the left, or brought there."""
    left, right = goal.conclusion.args if isinstance(goal.conclusion, Node) else ()
    if isinstance(left, Node) and left.op in _LEAST:
        return left, right
    rest, _ = left_over(goal)  # left - right
    for monomial, value in rest.terms.items():
        alone = Poly({monomial: Fraction(1)})
        found = to_term(alone)
        if value > 0 and isinstance(found, Node) and found.op in _LEAST:
            return found, to_term(alone - rest.scaled(1 / value))
    raise Failed("no norm, eigenvalue or greatest value stands alone on one side")


def _norm_least(left: Node, bound: Term, goal: Goal, search: Search) -> int:
    """||A|| <= b because |Ax|^2 <= b^2 |x|^2 for a vector x that nothing is known of."""
    (array,) = left.args
    x = arbitrary(array)
    sign = search.prove_aside(goal.wanting(le(ZERO, bound)), (*ARITHMETIC, Extremal()))
    wanted = le(square(matmul(array, x.whole)), mul(power(bound, TWO), square(x.whole)))
    facts = list(_at_vectors(bound, x.whole, goal, search))
    step = _with_some(facts, goal.wanting(wanted), search)
    return search.draft.apply("norm least", [step, sign], [array, bound, x.name])


def _squared_least(extreme: Node, bound: Term, goal: Goal, search: Search) -> int:
    """||A||^2 <= b from ||A|| <= b^(1/2)"""
    draft, root = search.draft, power(bound, HALF)
    positive = search.prove_aside(goal.wanting(le(ZERO, bound)), (*ARITHMETIC, Extremal()))
    step = _norm_least(extreme, root, goal.wanting(goal.conclusion, le(ZERO, bound)), search)
    gap = mul(sub(root, extreme), add(root, extreme))
    squares = draft.apply("order", [step, positive], [le(ZERO, gap)])
    if le(ZERO, bound) in draft.sequent(squares).hypotheses:
        squares = draft.apply("detach", [draft.apply("discharge", [squares], [le(ZERO, bound)]), positive])
    return draft.apply("order", [squares, positive], [le(power(extreme, TWO), bound)])


def _eigenvalue_least(left: Node, bound: Term, goal: Goal, search: Search) -> int:
    (array,) = left.args
    x, shape = arbitrary(array), shape_of(array)
    if shape is None:
        raise Failed("a matrix of unknown shape")
    inhabited = search.prove_aside(goal.wanting(le(ONE, shape[0])), (Algebra(),))
    wanted = le(Node("dot", x.whole, matmul(array, x.whole)), mul(bound, square(x.whole)))
    facts = list(_at_vectors(bound, x.whole, goal, search))
    step = _with_some(facts, goal.wanting(wanted), search)
    return search.draft.apply("eigenvalue least", [step, inhabited], [array, bound, x.name])


def _maximum_least(left: Node, bound: Term, goal: Goal, search: Search) -> int:
    lower, upper, body = left.args
    if not isinstance(body, Lambda):
        raise Failed("no index is bound")
    each = ranged(lower, upper, Lambda(INTEGER, le(body.body, bound), body.hint))
    every = search.prove(goal.wanting(each), (Structure(), Extremal(), *OF_VECTORS))
    nonempty = search.prove_aside(goal.wanting(le(lower, upper)), (Algebra(),))
    return search.draft.apply("maximum least", [every, nonempty], [left, bound])


_LEAST: Final = {"norm": _norm_least, "eigenmax": _eigenvalue_least, "max": _maximum_least}


def _with_some(facts: list[int], goal: Goal, search: Search) -> int:
    return with_facts(facts, goal, search, OF_VECTORS) if facts else search.prove(goal, OF_VECTORS)


def _at_vectors(bound: Term, vector: Term, goal: Goal, search: Search) -> Iterator[int]:
    """What the norms, eigenvalues and greatest values in ``bound``, or in what is known of such, say of ``vector``."""
    draft = search.draft
    for part in dict.fromkeys(part for term in (bound, *relations(goal.context)) for part in subterms(term)):
        match part:
            case Node(op="norm" | "eigenmax" as op, args=(array,)) if is_closed(array):
                try:
                    yield draft.apply("norm bound" if op == "norm" else "eigenvalue bound", (), [array, vector])
                except (Rejected, ValueError):
                    continue
                yield from _widened(part, square(vector), goal, search)
            case Node(op="max", args=(lower, upper, _)) if is_closed(part):
                yield _every_element(part, lower, upper, search)


def _widened(extreme: Term, length: Term, goal: Goal, search: Search) -> Iterator[int]:
    """0 <= (c - m) |x|^2 for an eigenvalue m that is known to be at most c; 0 <= (c^2 - m^2) |x|^2 for a norm."""
    for known in relations(goal.context):
        match known:
            case Node(op="le" | "lt", args=(low, high)) if low == extreme:
                gap = sub(high, low)
                if isinstance(extreme, Node) and extreme.op == "norm":
                    gap = mul(gap, add(high, low))
                yield search.draft.apply("order", [search.draft.assume(known)], [le(ZERO, mul(gap, length))])


def _every_element(whole: Term, lower: Term, upper: Term, search: Search) -> int:
    """forall k. a <= k => (k <= b => f(k) <= max f)"""
    draft, place = search.draft, fresh_symbol("k", INTEGER)
    guards = [le(lower, place), le(place, upper)]
    step = draft.apply("maximum bound", draft.assume_all(guards), [whole, place])
    for guard in reversed(guards):
        step = draft.apply("discharge", [step], [guard])
    return draft.apply("generalise", [step], [place])
