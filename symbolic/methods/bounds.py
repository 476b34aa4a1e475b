"""Upper bounds of operator norms, from how a matrix is made: of products, sums, multiples and diagonals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from symbolic.kernel import Rejected
from symbolic.methods.algebra import Algebra
from symbolic.methods.combination import Combination
from symbolic.methods.entries import Entrywise, known_shape
from symbolic.methods.equations import about
from symbolic.methods.lettered import in_letters
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol, is_closed
from symbolic.methods.structure import Structure
from symbolic.terms import (
    INTEGER,
    MATRIX,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    absolute,
    abstract,
    add,
    constant_matrix,
    entries,
    entry,
    eq,
    is_array,
    le,
    matmul,
    matrix,
    mul,
    named_matrix,
    norm,
    power,
    replace,
    sequence_sort,
    shape_of,
    sub,
    subterms,
)

VECTOR = sequence_sort(1, 1)
ENTRIES = sequence_sort(1, 2)
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
        case Node(op="add" | "sub", args=(_, _)):
            return _of_sum(array, goal, search)
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
    step = _of_any((left, right), partial(submultiplicative, search=search), search)
    first, second = bounded(left, goal, search), bounded(right, goal, search)
    (one, p), (other, q) = draft.sides(first), draft.sides(second)
    wider = draft.apply("order", [first], [le(ZERO, mul(sub(p, one), other))])
    higher = draft.apply("order", [first, second], [le(ZERO, mul(p, sub(q, other)))])
    return draft.apply("order", [step, wider, higher], [le(norm(matmul(left, right)), mul(p, q))])


def _of_sum(array: Node, goal: Goal, search: Search) -> int:
    """||P + Q|| <= p + q from ||P|| <= p and ||Q|| <= q"""
    draft, (left, right) = search.draft, array.args
    step = _of_any((left, right), partial(triangle, array.op, search=search), search)
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


def _of_any(arrays: Sequence[Term], prove: Callable[..., int], search: Search) -> int:
    """For ``arrays`` what ``prove`` shows of any matrices of their shapes: written out, these here are sums of sums."""
    draft = search.draft
    names = [fresh_symbol("M", ENTRIES) for _ in arrays]
    step = prove(*(named_matrix(name, *known_shape(array)) for name, array in zip(names, arrays, strict=True)))
    for name in reversed(names):
        step = draft.apply("generalise", [step], [name])
    for array in arrays:
        step = draft.apply("instance", [step], [_entries_of(array)])
    for array in arrays:
        written = matrix(*known_shape(array), _entries_of(array))
        same = search.prove(Goal(eq(written, array), ()), (Structure(), Entrywise(), Algebra()))
        hole = Lambda(MATRIX, replace(draft.conclusion(step), written, Bound(0)))
        step = draft.apply("replace", [same, step], [hole])
    return step


def _entries_of(array: Term) -> Lambda:
    return entries(entry(array, Bound(1), Bound(0)))


# -- from the definition -------------------------------------------------------------------------------


def submultiplicative(left: Term, right: Term, search: Search) -> int:
    """||PQ|| <= ||P|| ||Q||"""
    draft, x = search.draft, arbitrary(right)
    image, bound = matmul(right, x.whole), mul(norm(left), norm(right))
    outer = draft.apply("norm bound", (), [left, image])
    inner = draft.apply("norm bound", (), [right, x.whole])
    low, high = square(matmul(left, image)), mul(power(bound, TWO), square(x.whole))
    terms = (norm(left), norm(right), square(image), square(x.whole), low)
    gap = sub(mul(power(norm(right), TWO), square(x.whole)), square(image))
    scaled = _by_letters(le(ZERO, mul(power(norm(left), TWO), gap)), [inner], terms, search)
    step = _by_letters(le(low, high), [outer, scaled], terms, search)
    return least(matmul(left, right), bound, x, [step], search)


def homogeneous(array: Term, factor: Term, inner: Term, search: Search) -> int:
    """||c P|| <= |c| ||P||"""
    draft, x = search.draft, arbitrary(inner)
    bound = draft.apply("norm bound", (), [inner, x.whole])
    gap = sub(mul(power(norm(inner), TWO), square(x.whole)), square(matmul(inner, x.whole)))
    scaled = draft.apply("order", [bound], [le(ZERO, mul(power(factor, TWO), gap))])
    return least(array, mul(absolute(factor), norm(inner)), x, [scaled], search)


def triangle(op: str, left: Term, right: Term, search: Search) -> int:
    """||P + Q|| <= ||P|| + ||Q||, by the Cauchy-Schwarz inequality for Px and Qx; likewise for P - Q"""
    draft, x = search.draft, arbitrary(left)
    bounds = [draft.apply("norm bound", (), [part, x.whole]) for part in (left, right)]
    lengths = (norm(left), norm(right), square(x.whole))
    steps = _crossed(matmul(left, x.whole), matmul(right, x.whole), bounds, lengths, search)
    return least(Node(op, left, right), add(norm(left), norm(right)), x, [*bounds, *steps], search)


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
    bounds = [length_squared(vector, search) for vector in (left, right)]
    return _crossed(left, right, bounds, (norm(left), norm(right)), search)


def _crossed(u: Term, v: Term, bounds: list[int], lengths: tuple[Term, ...], search: Search) -> list[int]:
    """<u, v> <= c and -<u, v> <= c for the product c of ``lengths``, from <u, u> <= m, <v, v> <= n and m n = c^2."""
    draft, across, high = search.draft, Node("dot", u, v), mul(*lengths)
    (one, m), (other, n) = map(draft.sides, bounds)
    terms = (*lengths, one, other, across)
    signs = [draft.apply("order", (), [le(ZERO, term)]) for term in (*lengths, one, other)]
    gaps = (mul(sub(m, one), other), mul(m, sub(n, other)))
    slack = [_by_letters(le(ZERO, gap), [*bounds, *signs], terms, search) for gap in gaps]
    facts = [_cauchy_schwarz(u, v, search), *slack]
    sign = draft.apply("order", (), [le(ZERO, high)])
    steps = []
    for low in (across, Node("neg", across)):
        squared = _by_letters(le(power(low, TWO), power(high, TWO)), facts, terms, search)
        steps.append(draft.apply("root order", [squared, sign]))
    return steps


def _by_letters(conclusion: Term, steps: list[int], terms: Sequence[Term], search: Search) -> int:
    """By arithmetic that takes ``terms`` for letters: written out, they are sums of sums."""
    letters = {term: fresh_symbol("p", REAL) for term in terms}
    return in_letters(conclusion, steps, letters, search, (Algebra(),))


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
    for old, new in _products(draft.conclusion(lemma), left, right):
        equation = draft.apply("linear", (), [eq(old, new)])
        letter = fresh_symbol("p", REAL)
        hole = abstract(replace(draft.conclusion(lemma), old, letter), letter)
        lemma = draft.apply("replace", [equation, lemma], [hole])
    return lemma


def _products(inequality: Term, left: Term, right: Term) -> Iterator[tuple[Term, Term]]:
    """The inner products in <u, v>^2 <= <u, u> <v, v>, and the same of ``left`` and ``right``."""
    match inequality:
        case Node(args=(Node(args=(across, _)), Node(args=(one, other)))):
            yield from ((across, Node("dot", left, right)), (one, square(left)), (other, square(right)))


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
