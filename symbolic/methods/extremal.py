"""Norms, largest eigenvalues and greatest values: bounded because every instance is, and attained at one of them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from symbolic.kernel import Rejected
from symbolic.kernel.normal.polynomial import Poly
from symbolic.kernel.rules.sums import ranged
from symbolic.methods.algebra import Algebra, left_over
from symbolic.methods.bounds import bounded
from symbolic.methods.cases import Signs
from symbolic.methods.combination import Combination
from symbolic.methods.instances import Instances, indices_of, with_facts
from symbolic.methods.norms import HALF, TWO, arbitrary, inner_products, length, length_squared, square
from symbolic.methods.powers import Powers
from symbolic.methods.rendering import to_term
from symbolic.methods.roots import Squaring
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol, is_closed, relations
from symbolic.methods.structure import Given, Structure
from symbolic.methods.summands import Summands
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    delta,
    div,
    entries,
    entry,
    eq,
    instantiate,
    le,
    lt,
    matmul,
    matrix,
    mul,
    norm,
    power,
    replace,
    shape_of,
    sub,
    subterms,
)

MOST_ROWS: Final = 3
EXTREMES: Final = ("norm", "eigenmax", "max")


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
            return search.show("by lengths", _by_lengths(goal, conclusion, search))
        if conclusion.op not in ("le", "lt"):
            raise Failed("no order relation")
        for attempt in (_by_bounds, _by_lengths, _as_the_least, _by_a_row, _by_instances):
            try:
                return search.show("what norms and greatest values are", attempt(goal, conclusion, search))
            except (Failed, Rejected):
                continue
        raise Failed("no bound leads there")


def speaks_of_extremes(formula: Term) -> bool:
    return any(map(_is_extreme, subterms(formula)))


HOLE: Final = Symbol("~length", REAL)  # no script can write it
ARITHMETIC: Final = (Given(), Algebra(), Combination())
OF_VECTORS: Final = (Given(), Structure(), Algebra(), Instances(), Summands(), Combination(), Signs())


def _by_bounds(goal: Goal, conclusion: Node, search: Search) -> int:
    """Norms are at most what is known of the matrices that theirs is made of."""
    steps = [step for array in _arrays(conclusion.args[0]) if (step := _proper(array, goal, search)) is not None]
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


def _arrays(term: Term) -> Iterator[Term]:
    """The matrices whose norms ``term`` speaks of."""
    for part in dict.fromkeys(subterms(term)):
        match part:
            case Node(op="norm", args=(array,)) if is_closed(part):
                yield array


def _by_lengths(goal: Goal, conclusion: Node, search: Search) -> int:
    """Norms of vectors as roots of inner products."""
    draft, arrays = search.draft, list(_arrays(conclusion))
    if not arrays or not all(map(_is_column, arrays)):
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


def _by_a_row(goal: Goal, conclusion: Node, search: Search) -> int:
    """b <= m, for an eigenvalue m or a norm, since a row of the matrix is stretched so much."""
    low, extreme = conclusion.args
    if conclusion.op != "le" or not isinstance(extreme, Node) or extreme.op not in ("norm", "eigenmax"):
        raise Failed("no norm or eigenvalue stands alone on the right")
    for vector in _own_vectors(extreme.args[0]):
        try:
            return at_least(low, extreme, vector, goal, search)
        except (Failed, Rejected):
            continue
    raise Failed("no row is stretched so much")


def at_least(low: Term, extreme: Node, vector: Term, goal: Goal, search: Search) -> int:
    """low <= a largest eigenvalue, or a norm, since ``vector`` is stretched so much."""
    if extreme.op == "eigenmax":
        return _stretched("eigenvalue bound", low, extreme, vector, goal, search)
    squared = _stretched("norm bound", power(low, TWO), power(extreme, TWO), vector, goal, search)
    return search.draft.apply("root order", [squared, search.draft.apply("order", (), [le(ZERO, extreme)])])


def _stretched(rule: str, low: Term, high: Term, vector: Term, goal: Goal, search: Search) -> int:
    """low <= high from low <x, x> <= <x, Sx> <= high <x, x> and 0 < <x, x>, or from <Ax, Ax> instead."""
    draft, length_of_it = search.draft, square(vector)
    array = next(part.args[0] for part in subterms(high) if isinstance(part, Node) and _is_extreme(part))
    most = draft.apply(rule, (), [array, vector])
    least_of_it = search.prove_aside(goal.wanting(le(mul(low, length_of_it), draft.sides(most)[0])), ARITHMETIC)
    positive = search.prove_aside(goal.wanting(lt(ZERO, length_of_it)), ARITHMETIC)
    gap = sub(mul(high, length_of_it), mul(low, length_of_it))
    scaled = draft.apply("order", [most, least_of_it], [le(ZERO, gap)])
    divided = draft.apply("order", [scaled, positive], [le(ZERO, div(gap, length_of_it))])
    same = draft.apply("linear", [positive], [eq(div(gap, length_of_it), sub(high, low))])
    plain = draft.apply("replace", [same, divided], [Lambda(REAL, le(ZERO, Bound(0)))])
    return draft.apply("order", [plain], [le(low, high)])


def _by_instances(goal: Goal, conclusion: Node, search: Search) -> int:
    return with_facts(list(_facts(goal, search)), goal, search, (*ARITHMETIC, Squaring()))


def _is_extreme(part: Term) -> bool:
    return isinstance(part, Node) and part.op in EXTREMES


# -- least bounds -------------------------------------------------------------------------------------


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


# -- what bounds say ----------------------------------------------------------------------------------


def _facts(goal: Goal, search: Search) -> Iterator[int]:
    """Values at unit vectors, and elements of greatest values at the goal's places."""
    for part in dict.fromkeys(subterms(goal.conclusion)):
        if isinstance(part, Node) and is_closed(part):
            yield from (found for found in _about(part, goal, search) if found is not None)


def _about(part: Node, goal: Goal, search: Search) -> Iterator[int | None]:
    draft = search.draft
    if part.op == "max":
        yield from (_element(part, place, goal, search) for place in indices_of(goal.conclusion))
    if part.op == "dot" and _is_column(part.args[0]) and part.args[0] != part.args[1]:
        yield from inner_products(part.args[0], part.args[1], search)
    if part.op not in ("norm", "eigenmax"):
        return
    (array,) = part.args
    if _is_column(array):
        yield length_squared(array, search)
    for vector in (*_vectors(array, goal), *_unit_vectors(array, goal)):
        rule = "norm bound" if part.op == "norm" else "eigenvalue bound"
        try:
            yield draft.apply(rule, (), [array, vector])
        except (Rejected, ValueError):
            continue


def _element(whole: Node, place: Term, goal: Goal, search: Search) -> int | None:
    """f(k) <= max f, for an index k in the range."""
    lower, upper, _ = whole.args
    try:
        ends = [search.prove_aside(goal.wanting(end), (Algebra(),)) for end in (le(lower, place), le(place, upper))]
        return search.draft.apply("maximum bound", ends, [whole, place])
    except (Failed, Rejected):
        return None


def _is_column(array: Term) -> bool:
    shape = shape_of(array)
    return shape is not None and shape[1] == ONE


def _vectors(array: Term, goal: Goal) -> Iterator[Term]:
    """The named columns of the goal that are as long as ``array`` has columns."""
    shape = shape_of(array)
    for part in dict.fromkeys(subterms(goal.conclusion)):
        if not isinstance(part, Node) or part.op != "matrix" or not is_closed(part) or not _is_column(part):
            continue
        if shape is not None and part.args[0] == shape[1]:
            yield part


def _own_vectors(array: Term) -> Iterator[Term]:
    """The rows of a matrix of few rows, each as a column: what it stretches most is often among them."""
    shape = shape_of(array)
    if shape is None or not isinstance(shape[0], Number) or shape[0].value > MOST_ROWS:
        return
    for row in range(1, int(shape[0].value) + 1):
        yield matrix(shape[1], ONE, entries(entry(array, Number(row), Bound(1))))


def _unit_vectors(array: Term, goal: Goal) -> Iterator[Term]:
    """The columns of the identity at the goal's places, and at the first one."""
    shape = shape_of(array)
    if shape is None:
        return
    for place in dict.fromkeys([*indices_of(goal.conclusion), ONE]):
        yield matrix(shape[1], ONE, entries(delta(Bound(1), place)))
