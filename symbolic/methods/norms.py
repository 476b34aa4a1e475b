"""Operator norms from their definition: of products, sums and multiples; Cauchy-Schwarz, and the length of a vector."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from symbolic.methods.algebra import Algebra
from symbolic.methods.combination import Combination
from symbolic.methods.lettered import in_letters
from symbolic.methods.putting_in import put_in
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol
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
    absolute,
    add,
    constant_matrix,
    entry,
    eq,
    le,
    matmul,
    mul,
    named_matrix,
    norm,
    power,
    sequence_sort,
    shape_of,
    sub,
)

VECTOR: Final = sequence_sort(1, 1)
TWO: Final = Number(2)
HALF: Final = Number(Fraction(1, 2))


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
    facts = [cauchy_schwarz(u, v, search), *slack]
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


def cauchy_schwarz(left: Term, right: Term, search: Search) -> int:
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
        lemma = put_in(draft.apply("linear", (), [eq(old, new)]), lemma, draft)
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
