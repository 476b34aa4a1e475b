"""Upper bounds of operator norms, from how a matrix is made: of products, sums, multiples and diagonals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from symbolic.kernel import Rejected
from symbolic.methods.combination import Combination
from symbolic.methods.equations import about
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol, is_closed
from symbolic.terms import (
    INTEGER,
    MATRIX,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    absolute,
    add,
    constant_matrix,
    entry,
    is_array,
    le,
    matmul,
    mul,
    named_matrix,
    norm,
    power,
    sequence_sort,
    shape_of,
    sub,
    subterms,
)

VECTOR = sequence_sort(1, 1)
TWO = Number(2)
HALF = Number(Fraction(1, 2))


def bounded(array: Term, goal: Goal, search: Search) -> int:
    """A step ``||array|| <= c``, where c holds only norms of what nothing is known of; 1 for I, and 0 for 0."""
    known = _known(array, goal, search)
    if known is not None:
        return known
    match array:
        case Node(op="matmul", args=(left, right)):
            return _of_product(left, right, goal, search)
        case Node(op="add" | "sub", args=(left, right)):
            return _of_sum(array, left, right, goal, search)
        case Node(op="mul", args=(factor, inner)) if is_array(inner) and not is_array(factor):
            return _of_multiple(array, factor, inner, goal, search)
    if isinstance(array, Node) and array.op == "diag":
        return _of_diagonal(array, goal, search)
    for bound in (ZERO, ONE):
        try:
            return least(array, bound, arbitrary(array), [], search)
        except Rejected:
            continue
    return search.draft.apply("order", (), [le(norm(array), norm(array))])


def _of_diagonal(array: Term, goal: Goal, search: Search) -> int:
    """||diag(v)|| <= c, where all values of a function are assumed to be at most c in size, and the goal has no norm
    of that diagonal for its own.
    """
    itself = search.draft.apply("order", (), [le(norm(array), norm(array))])
    if norm(array) in subterms(goal.conclusion):
        return itself
    scalars = tuple(formula for formula in goal.context if not any(map(is_array, subterms(formula))))
    extremal = [method for method in search.methods if method.name == "extremal"]
    for bound in dict.fromkeys(_sizes(goal.context)):
        try:
            return search.prove_aside(Goal(le(norm(array), bound), scalars), extremal)
        except Failed:
            continue
    return itself


def _sizes(context: Sequence[Term]) -> Iterator[Term]:
    """What absolute values are assumed to be at most, everywhere."""
    for formula in context:
        while isinstance(formula, Node) and formula.op in ("forall", "implies"):
            formula = formula.args[-1].body if isinstance(formula.args[-1], Lambda) else formula.args[-1]
        match formula:
            case Node(op="le", args=(Node(op="abs"), bound)) if is_closed(bound):
                yield bound


def _known(array: Term, goal: Goal, search: Search) -> int | None:
    """What is assumed or was shown of the norm; else the bound of another matrix that it is assumed or shown to be."""
    draft = search.draft
    for step in about(norm(array), goal, search):
        match draft.conclusion(step):
            case Node(op="le", args=(low, _)) if low == norm(array):
                return step
            case Node(op="eq", args=(low, _)) if low == norm(array):
                return draft.both_ways(step)[0]
    for step in about(array, goal, search):
        match draft.conclusion(step):
            case Node(op="eq", args=(left, right)) if left == array:
                other = bounded(right, goal, search)
                hole = Lambda(MATRIX, le(norm(Bound(0)), draft.sides(other)[1]))
                return draft.apply("replace", [draft.flipped(step), other], [hole])
    return None


def _of_product(left: Term, right: Term, goal: Goal, search: Search) -> int:
    """||PQ|| <= p q from ||P|| <= p and ||Q|| <= q"""
    draft = search.draft
    step = submultiplicative(left, right, search)
    first, second = bounded(left, goal, search), bounded(right, goal, search)
    (one, p), (other, q) = draft.sides(first), draft.sides(second)
    wider = draft.apply("order", [first], [le(ZERO, mul(sub(p, one), other))])
    higher = draft.apply("order", [first, second], [le(ZERO, mul(p, sub(q, other)))])
    return draft.apply("order", [step, wider, higher], [le(norm(matmul(left, right)), mul(p, q))])


def _of_sum(array: Term, left: Term, right: Term, goal: Goal, search: Search) -> int:
    """||P + Q|| <= p + q from ||P|| <= p and ||Q|| <= q"""
    draft = search.draft
    step = triangle(array, left, right, search)
    first, second = bounded(left, goal, search), bounded(right, goal, search)
    total = add(draft.sides(first)[1], draft.sides(second)[1])
    return draft.apply("order", [step, first, second], [le(norm(array), total)])


def _of_multiple(array: Term, factor: Term, inner: Term, goal: Goal, search: Search) -> int:
    """||c P|| <= |c| p from ||P|| <= p"""
    draft = search.draft
    step = homogeneous(array, factor, inner, search)
    bound = bounded(inner, goal, search)
    low, high = draft.sides(bound)
    wider = draft.apply("order", [bound], [le(ZERO, mul(absolute(factor), sub(high, low)))])
    return draft.apply("order", [step, wider], [le(norm(array), mul(absolute(factor), high))])


# -- from the definition -------------------------------------------------------------------------------


def submultiplicative(left: Term, right: Term, search: Search) -> int:
    """||PQ|| <= ||P|| ||Q||"""
    draft, x = search.draft, arbitrary(right)
    image, bound = matmul(right, x.whole), mul(norm(left), norm(right))
    outer = draft.apply("norm bound", (), [left, image])
    inner = draft.apply("norm bound", (), [right, x.whole])
    gap = sub(mul(power(norm(right), TWO), square(x.whole)), square(image))
    scaled = draft.apply("order", [inner], [le(ZERO, mul(power(norm(left), TWO), gap))])
    return least(matmul(left, right), bound, x, [outer, scaled], search)


def homogeneous(array: Term, factor: Term, inner: Term, search: Search) -> int:
    """||c P|| <= |c| ||P||"""
    draft, x = search.draft, arbitrary(inner)
    bound = draft.apply("norm bound", (), [inner, x.whole])
    gap = sub(mul(power(norm(inner), TWO), square(x.whole)), square(matmul(inner, x.whole)))
    scaled = draft.apply("order", [bound], [le(ZERO, mul(power(factor, TWO), gap))])
    return least(array, mul(absolute(factor), norm(inner)), x, [scaled], search)


def triangle(array: Term, left: Term, right: Term, search: Search) -> int:
    """||P + Q|| <= ||P|| + ||Q||, by the Cauchy-Schwarz inequality for Px and Qx; likewise for P - Q"""
    draft, x = search.draft, arbitrary(left)
    u, v = matmul(left, x.whole), matmul(right, x.whole)
    one, other = (draft.apply("norm bound", (), [part, x.whole]) for part in (left, right))
    across = Node("dot", u, v)
    product_of_norms = mul(norm(left), norm(right), square(x.whole))
    crossed = _cauchy_schwarz(u, v, search)
    first = mul(sub(mul(power(norm(left), TWO), square(x.whole)), square(u)), square(v))
    second = mul(power(norm(left), TWO), square(x.whole), sub(mul(power(norm(right), TWO), square(x.whole)), square(v)))
    slack = [draft.apply("order", [one, other], [le(ZERO, gap)]) for gap in (first, second)]
    steps = [_rooted(side, product_of_norms, [crossed, *slack], search) for side in (across, Node("neg", across))]
    return least(array, add(norm(left), norm(right)), x, [one, other, *steps], search)


def length_squared(vector: Term, search: Search) -> int:
    """<u, u> <= ||u||^2, as the image of the number 1"""
    number = constant_matrix(ONE, ONE, ONE)
    step = search.draft.apply("norm bound", (), [vector, number])
    return search.draft.apply("order", [step], [le(square(vector), power(norm(vector), TWO))])


def length(vector: Term, search: Search) -> int:
    """||u|| = <u, u>^(1/2): the norm of a vector is its length"""
    draft, root = search.draft, power(square(vector), HALF)
    positive = draft.apply("order", (), [le(ZERO, square(vector))])
    below = least(vector, root, arbitrary(vector), [positive], search)
    squares = le(power(root, TWO), power(norm(vector), TWO))
    squared = draft.apply("order", [length_squared(vector, search), positive], [squares])
    above = draft.apply("root order", [squared, draft.apply("order", (), [le(ZERO, norm(vector))])])
    return draft.apply("antisymmetry", [below, above])


def inner_products(left: Term, right: Term, search: Search) -> list[int]:
    """<u, v> <= ||u|| ||v||, and -<u, v> <= ||u|| ||v||"""
    draft, bound = search.draft, mul(norm(left), norm(right))
    crossed = _cauchy_schwarz(left, right, search)
    one, other = length_squared(left, search), length_squared(right, search)
    first = mul(sub(power(norm(left), TWO), square(left)), square(right))
    second = mul(power(norm(left), TWO), sub(power(norm(right), TWO), square(right)))
    slack = [draft.apply("order", [one, other], [le(ZERO, gap)]) for gap in (first, second)]
    across = Node("dot", left, right)
    return [_rooted(side, bound, [crossed, *slack], search) for side in (across, Node("neg", across))]


def _rooted(low: Term, high: Term, facts: list[int], search: Search) -> int:
    """low <= high from low^2 <= high^2, which follows from ``facts``, and the sign of high."""
    squared = search.draft.apply("order", facts, [le(power(low, TWO), power(high, TWO))])
    return search.draft.apply("root order", [squared, search.draft.apply("order", (), [le(ZERO, high)])])


def _cauchy_schwarz(left: Term, right: Term, search: Search) -> int:
    """<u, v>^2 <= <u, u> <v, v> for two vectors of one length"""
    draft = search.draft
    shape = shape_of(left)
    if shape is None:
        raise Failed("vectors of unknown length")
    names = [Symbol(f"{letter}\N{PRIME}", VECTOR) for letter in "uv"]
    u, v = (named_matrix(name, shape[0], ONE) for name in names)
    lemma = search.lemma(Goal(le(power(Node("dot", u, v), TWO), mul(square(u), square(v))), ()), (Combination(),))
    for name in reversed(names):
        lemma = draft.apply("generalise", [lemma], [name])
    for vector in (left, right):
        lemma = draft.apply("instance", [lemma], [Lambda(INTEGER, entry(vector, Bound(0)), "i")])
    known = draft.conclusion(lemma)
    wanted = le(power(Node("dot", left, right), TWO), mul(square(left), square(right)))
    return lemma if known == wanted else draft.apply("order", [lemma], [wanted])


@dataclass(frozen=True)
class Vector:
    """A vector that nothing is assumed of."""

    name: Symbol
    whole: Term


def arbitrary(array: Term) -> Vector:
    """A vector as long as a matrix has columns."""
    shape = shape_of(array)
    if shape is None:
        raise Failed(f"a matrix of unknown shape: {array!r}")
    name = fresh_symbol("x", VECTOR)
    return Vector(name, named_matrix(name, shape[1], ONE))


def square(vector: Term) -> Term:
    return Node("dot", vector, vector)


def least(array: Term, bound: Term, x: Vector, facts: list[int], search: Search) -> int:
    """||array|| <= bound, since |array x| <= bound |x| follows from ``facts`` by arithmetic."""
    draft = search.draft
    image = square(matmul(array, x.whole))
    bounded_image = draft.apply("order", facts, [le(image, mul(power(bound, TWO), square(x.whole)))])
    return draft.apply(
        "norm least", [bounded_image, draft.apply("order", (), [le(ZERO, bound)])], [array, bound, x.name]
    )
