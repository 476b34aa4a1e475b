"""Random terms, hypotheses and sample points; whoever calls decides how choices are made (`pick`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random
from typing import Any, TypeVar

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
    delta,
    div,
    eq,
    function_sort,
    le,
    lt,
    mul,
    ne,
    neg,
    power,
    sequence_sort,
    sub,
    summation,
)
from tests.symbolic.kernel.brute import Skipped, Values, holds

Option = TypeVar("Option")
Pick = Callable[[Sequence[Any]], Any]

x, y, h = Symbol("x"), Symbol("y"), Symbol("h")
n, m, t = Symbol("n", INTEGER), Symbol("m", INTEGER), Symbol("t", INTEGER)
f, g, v = Symbol("f", function_sort()), Symbol("g", sequence_sort()), Symbol("v", sequence_sort(1))
TWO, HALF = Number(2), Number(Fraction(1, 2))
BASES = (x, h, sub(x, y), add(x, ONE), Number(-1), TWO, HALF, Number(-3), ZERO, mul(x, y), t, mul(x, x))

FACTS = (
    lt(ZERO, x), le(ZERO, x), ne(x, ZERO), lt(x, ZERO), lt(x, ONE), lt(ZERO, h), le(ZERO, h), ne(x, y), lt(y, x),
    ne(h, ONE), le(ZERO, mul(x, y)), lt(ZERO, add(x, y)), eq(x, mul(TWO, y)), ne(sub(ONE, h), ZERO),
    lt(ZERO, power(x, n)), ne(mul(x, y), ZERO), ne(mul(h, power(x, n)), ZERO), ne(div(x, y), ZERO),
    le(ZERO, n), le(ONE, n), le(TWO, n), lt(n, m), le(n, m), ne(n, m), eq(m, add(n, ONE)), le(m, ZERO), lt(n, ZERO),
    le(ZERO, t), le(ONE, t), le(n, t), lt(t, n), ne(t, ZERO), le(t, add(n, m)), le(n, Number(3)), le(ZERO, sub(t, m)),
    le(ZERO, apply(g, ZERO)), lt(ZERO, apply(g, n)), lt(ZERO, apply(f, x)), ne(apply(g, t), ZERO),
    lt(ZERO, summation(ONE, t, Lambda(INTEGER, apply(g, Bound(0))))),
    ne(summation(ONE, n, Lambda(INTEGER, power(h, Bound(0)))), ZERO),
    le(summation(ONE, n, Lambda(INTEGER, apply(g, Bound(0)))), x),
    le(summation(ZERO, sub(m, ONE), Lambda(INTEGER, power(sub(add(t, ONE), Bound(0)), n))), x),
)  # fmt: skip

SHAPES = (
    "add", "sub", "mul", "mul", "div", "pow", "pow", "sum", "sum", "sum", "ratio", "call", "atom", "neg", "delta",
    "elementary",
    "nothing",
)  # fmt: skip


def some_facts(pick: Pick) -> list[Term]:
    return [pick(FACTS) for _ in range(pick(range(5)))]


def integer(pick: Pick, depth: int, bound: int = 0) -> Term:
    """A term of integer sort with ``bound`` loose bound variables, all of them integers."""
    atoms = [n, m, t, *map(Bound, range(bound)), *map(Bound, range(bound)), ZERO, ONE, TWO, Number(-1)]
    if depth == 0 or pick(range(3)) == 0:
        return pick(atoms)
    shape = pick((add, sub, add, sub, mul))
    return shape(pick(atoms), integer(pick, depth - 1, bound))


def limits(pick: Pick, bound: int) -> tuple[Term, Term]:
    """Bounds as they occur: from a number, a size or an outer index, to a size, an outer index or nearby."""
    lower = pick([ONE, ZERO, ONE, ZERO, t, n, TWO, *map(Bound, range(bound))])
    upper = pick([t, n, m, sub(t, ONE), add(n, ONE), mul(TWO, t), sub(n, TWO), TWO, *map(Bound, range(bound))])
    return (lower, upper) if pick(range(8)) else (integer(pick, 1, bound), integer(pick, 1, bound))


def total(pick: Pick, depth: int, bound: int = 0) -> Term:
    return summation(*limits(pick, bound), Lambda(INTEGER, scalar(pick, depth, bound + 1)))


def atom(pick: Pick, bound: int) -> Term:
    indices = list(map(Bound, range(bound)))
    elements = [apply(pick((g, v)), pick([*indices, n, t, ONE, *(sub(t, i) for i in indices)]))]
    return pick([x, y, h, n, t, ONE, TWO, Number(-1), HALF, ZERO, *indices, *indices, *elements])


def exponential(pick: Pick, depth: int, bound: int) -> Term:
    """A power: of a base that may be 0 or negative, to an exponent that may be negative."""
    base = pick(BASES) if pick(range(2)) else scalar(pick, depth - 1, bound)
    number = pick(
        (TWO, Number(3), ZERO, Number(-1), Number(-2), HALF, HALF, Number(Fraction(3, 2)), Number(Fraction(-1, 2)))
    )
    symbolic = integer(pick, 1, bound)
    return power(base, pick((number, number, symbolic, symbolic, add(symbolic, HALF), mul(HALF, symbolic))))


def nothing(pick: Pick, depth: int, bound: int) -> Term:
    """A power of what is one term only after a/(a + b) + b/(a + b) - 1 has cancelled, where a + b is nonzero."""
    left, right = pick(((ONE, h), (x, y), (ONE, t), (ONE, mul(x, x)), (h, neg(ONE)), (ONE, power(TWO, n))))
    whole = add(left, right)
    beside = mul(
        pick((ONE, x, y, scalar(pick, depth - 1, bound))), power(whole, pick((n, neg(t), m, HALF, Number(-1), ONE)))
    )
    term = add(div(left, whole), div(right, whole), Number(-1), beside)
    return pick((term, power(term, integer(pick, 1, bound)), div(ONE, term), power(term, TWO)))


def scalar(pick: Pick, depth: int, bound: int = 0) -> Term:
    """Any scalar term, cancelling quotients among them."""
    if depth == 0:
        return atom(pick, bound)
    shape = pick(SHAPES)
    match shape:
        case "atom" | "pow" | "nothing":
            return {"atom": lambda *_: atom(pick, bound), "pow": exponential, "nothing": nothing}[shape](
                pick, depth, bound
            )
        case "delta":
            return delta(integer(pick, 1, bound), integer(pick, 0, bound))
        case "elementary":
            return Node(pick(("exp", "exp", "log", "sigmoid", "tanh", "sin", "cos")), scalar(pick, depth - 1, bound))
        case "sum":
            return total(pick, depth - 1, bound)
        case "call":
            return apply(f, scalar(pick, depth - 1, bound))
        case "neg":
            return neg(scalar(pick, depth - 1, bound))
        case "ratio":
            part = scalar(pick, depth - 1, bound)
            return pick((div(part, part), mul(part, power(part, Number(-1))), mul(part, div(x, part))))
    parts = scalar(pick, depth - 1, bound), scalar(pick, depth - 1, bound)
    return {"add": add, "sub": sub, "mul": mul, "div": div}[shape](*parts)


# -- points -------------------------------------------------------------------------------------------


def point(random: Random) -> Values:
    """Values of all symbols: small, often 0, and often alike."""
    halves = [Fraction(k) / 2 for k in (-4, -2, -1, 0, 0, 0.5, 1, 2, 2, 3, 4, 8)]
    reals = {symbol: random.choice(halves) for symbol in (x, y, h)}
    sizes = {symbol: random.choice((-2, -1, 0, 0, 1, 1, 2, 3, 4)) for symbol in (n, m, t)}
    return {**reals, **sizes, **{symbol: _table(random) for symbol in (f, g, v)}}


def _table(random: Random) -> Callable[[Fraction], Fraction]:
    """A function by an irregular rule, with zeros and negative values, or without."""
    a, b, c, least = random.randrange(1, 7), random.randrange(7), random.randrange(7), random.choice((-3, 0, 1))
    return lambda at: Fraction((a * at.numerator**2 + b * at.numerator + c * at.denominator) % 7 + least, 2)


def points(
    facts: Sequence[Term],
    random: Random,
    wanted: int = 12,
    tried: int = 150,
    drawn: Callable[[Random], Values] = point,
) -> list[Values]:
    """Points at which all ``facts`` hold, among those that are ``drawn``."""
    found: list[Values] = []
    for _ in range(tried):
        candidate = drawn(random)
        if len(found) < wanted and _all_hold(facts, candidate):
            found.append(candidate)
    return found


def _all_hold(facts: Sequence[Term], values: Values) -> bool:
    try:
        return all(holds(fact, values) for fact in facts)
    except Skipped:
        return False
