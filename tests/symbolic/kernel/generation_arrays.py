"""Random matrices over small and symbolic sizes, places in and around them, and sample points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random

from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    add,
    apply,
    constant_matrix,
    delta,
    div,
    entries,
    entry,
    function_sort,
    identity,
    le,
    lt,
    matmul,
    matrix,
    mul,
    ne,
    neg,
    product,
    sequence_sort,
    sub,
    summation,
    transpose,
)
from tests.symbolic.kernel.brute import Values
from tests.symbolic.kernel.generation import Pick

x, y = Symbol("x"), Symbol("y")
n, m, i, j = (Symbol(name, INTEGER) for name in "nmij")
f = Symbol("f", function_sort())
b, W, H = (Symbol(name, sequence_sort(start, arity)) for name, start, arity in (("b", 1, 1), ("W", 1, 2), ("H", 0, 3)))
TWO, THREE = Number(2), Number(3)
SIZES = (n, n, n, m, m, ONE, ONE, TWO, THREE, ZERO, add(n, ONE))
FACTS = (
    le(ONE, n), le(ONE, n), le(ZERO, n), le(ONE, m), le(n, m), lt(n, m), le(ONE, i), le(ONE, i), le(i, n), le(i, n),
    le(i, m), le(ONE, j), le(ONE, j), le(j, n), le(j, m), le(j, m), le(i, ONE), le(j, i), lt(i, j), ne(i, j),
    le(n, ZERO), le(TWO, n), lt(ZERO, x), ne(x, ZERO), lt(n, i), le(i, ZERO),
)  # fmt: skip
SHAPES = (
    "matrix", "matrix", "named", "matmul", "matmul", "transpose", "sum", "scaled", "quotient", "hadamard", "function",
    "softmax", "special", "diag", "inverse", "negated",
)  # fmt: skip


def some_facts(pick: Pick) -> list[Term]:
    return [pick(FACTS) for _ in range(pick(range(7)))]


def array(pick: Pick, rows: Term, columns: Term, depth: int, bound: int = 0) -> Term:
    """A matrix of the shape, with ``bound`` loose integer variables; sizes are closed, so that they fit anywhere."""
    shape = pick(("matrix", "named", "special")) if depth == 0 else pick(SHAPES)
    match shape:
        case "matmul":
            middle = pick(SIZES)
            return matmul(array(pick, rows, middle, depth - 1, bound), array(pick, middle, columns, depth - 1, bound))
        case "transpose":
            return transpose(array(pick, columns, rows, depth - 1, bound))
        case "diag" | "inverse" if rows == columns:
            part = array(pick, rows, ONE if shape == "diag" else rows, depth - 1, bound)
            return Node(shape, part)
        case "matrix" | "named" | "special":
            return _leaf(pick, shape, rows, columns, depth, bound)
    return _alike(pick, shape, [array(pick, rows, columns, depth - 1, bound) for _ in range(2)], bound)


def _leaf(pick: Pick, shape: str, rows: Term, columns: Term, depth: int, bound: int) -> Term:
    if shape == "matrix":
        return matrix(rows, columns, entries(scalar(pick, max(depth - 1, 0), bound + 2)))
    if shape == "special":
        constant = constant_matrix(rows, columns, pick((ZERO, ONE, x)))
        return identity(rows) if rows == columns and pick(range(2)) else constant
    places = {b: [Bound(1)], W: [Bound(1), Bound(0)], H: [pick((ZERO, n, i)), Bound(1), Bound(0)]}
    family = pick((b, W, W, H))
    return matrix(rows, columns, entries(apply(family, *places[family])))


def _alike(pick: Pick, shape: str, parts: Sequence[Term], bound: int) -> Term:
    """Operators whose arguments have the shape of the value."""
    first, second = parts
    match shape:
        case "sum":
            return Node(pick(("add", "sub")), first, second)
        case "scaled":
            factors = [scalar(pick, 0, bound), first]
            return mul(*(factors if pick(range(2)) else factors[::-1]))
        case "quotient":
            return div(first, scalar(pick, 0, bound))
        case "hadamard":
            return Node("hadamard", first, second)
        case "function":
            return apply(f, first) if pick(range(2)) else Node(pick(("exp", "tanh", "sigmoid", "sin", "cos")), first)
        case "softmax":
            return Node(pick(("softmax_row", "softmax_col")), first)
    return neg(first)


def place(pick: Pick, bound: int, size: Term) -> Term:
    """An index that may lie within ``size`` or not."""
    inside = [*map(Bound, range(bound)), *map(Bound, range(bound))]
    return pick([*inside, i, j, i, j, ONE, ONE, size, sub(size, ONE), TWO, ZERO, add(i, ONE), Number(-1)])


def scalar(pick: Pick, depth: int, bound: int = 0) -> Term:
    """A number made from matrices."""
    if depth == 0 or pick(range(8)) == 0:
        indices = list(map(Bound, range(bound)))
        anywhere = [*indices, *indices, i, j, n, ONE]
        elements = [apply(b, pick(anywhere)), apply(W, pick(anywhere), pick(anywhere))]
        return pick([x, y, n, ONE, TWO, Number(-1), *indices, *elements, *elements, delta(pick(anywhere), j)])
    rows, columns = pick(SIZES), pick(SIZES)
    match pick(("entry", "entry", "entry", "trace", "dot", "sum", "prod", "sum of entries", "product", "quotient")):
        case "entry":
            whole = array(pick, rows, columns, depth - 1, bound)
            return entry(whole, place(pick, bound, rows), place(pick, bound, columns))
        case "trace":
            return Node("trace", array(pick, rows, rows, depth - 1, bound))
        case "dot":
            return Node("dot", *(array(pick, rows, columns, depth - 1, bound) for _ in range(2)))
        case "sum of entries":
            whole = array(pick, rows, columns, depth - 1, bound + 1)
            other = place(pick, bound + 1, columns)
            return summation(ONE, pick((rows, rows, n)), Lambda(INTEGER, entry(whole, Bound(0), other)))
        case "sum" | "prod" as op:
            make = summation if op == "sum" else product
            return make(ONE, pick((n, m, TWO)), Lambda(INTEGER, scalar(pick, depth - 1, bound + 1)))
        case op:
            parts = scalar(pick, depth - 1, bound), scalar(pick, depth - 1, bound)
            return (mul if op == "product" else div)(*parts)


# -- points -------------------------------------------------------------------------------------------


def point(random: Random) -> Values:
    """Small sizes, places in and around them, whole numbers for entries: exponentials stay rational."""
    scalars = {symbol: Fraction(random.choice((-2, -1, 0, 1, 1, 2, 3))) for symbol in (x, y)}
    sizes = {symbol: random.choice((-1, 0, 1, 1, 2, 2, 3)) for symbol in (n, m)}
    places = {symbol: random.choice((-1, 0, 1, 1, 2, 2, 3, 4)) for symbol in (i, j)}
    return {**scalars, **sizes, **places, **{symbol: _table(random) for symbol in (f, b, W, H)}}


def _table(random: Random) -> Callable[..., Fraction]:
    """A function by an irregular rule, of as many arguments as it is given; whole at whole numbers and fractions."""
    weights, least = [random.randrange(1, 7) for _ in range(7)], random.choice((-2, -1, 0))

    def rule(*args: Fraction) -> Fraction:
        numbers = [part for argument in map(Fraction, args) for part in (argument.numerator, argument.denominator)]
        mixed = sum(weight * number * number for weight, number in zip(weights, numbers, strict=False))
        return Fraction((mixed + weights[-1] * sum(numbers)) % 5 + least)

    return rule
