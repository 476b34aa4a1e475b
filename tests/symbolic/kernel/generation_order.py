"""Random terms with absolute values, roots of squares and powers of powers; hypotheses that hold at a given point; and
laws, most of which need a sign or a nonzero base.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random

from symbolic.terms import (
    INTEGER,
    ONE,
    Lambda,
    Node,
    Number,
    Term,
    absolute,
    add,
    apply,
    div,
    le,
    lt,
    mul,
    ne,
    neg,
    power,
    sub,
    summation,
)
from tests.symbolic.kernel.brute import Skipped, Values, holds, value
from tests.symbolic.kernel.generation import HALF, TWO, Pick, atom, g, h, integer, limits, m, n, t, v, x, y

NUMBERS = tuple(Number(Fraction(*pair)) for pair in ((0, 1), (1, 1), (-1, 1), (2, 1), (1, 2), (-1, 2), (4, 1)))
EXPONENTS = (
    TWO, TWO, HALF, HALF, neg(ONE), Number(3), Number(4), Number(-2), Number(0),
    *(Number(Fraction(*pair)) for pair in ((-1, 2), (3, 2), (1, 4), (1, 3), (-3, 2), (2, 3))),
)  # fmt: skip
BOUNDED = (
    x, y, h, n, t, absolute(x), absolute(y), absolute(sub(x, y)), power(x, TWO), sub(x, y), mul(x, y), power(h, n),
    power(h, t), power(x, HALF), apply(v, n), div(x, y),
)  # fmt: skip
SHAPES = (
    "add",
    "sub",
    "mul",
    "div",
    "neg",
    "abs",
    "abs",
    "pow",
    "pow",
    "pow",
    "root",
    "root",
    "sum",
    "log",
    "exp",
    "heaviside",
)
BINARY = {"add": add, "sub": sub, "mul": mul, "div": div}


def exponent(pick: Pick, bound: int = 0) -> Term:
    whole = integer(pick, 1, bound)
    return pick((pick(EXPONENTS), pick(EXPONENTS), pick(EXPONENTS), whole, mul(HALF, whole), add(whole, HALF)))


def shaped(pick: Pick, depth: int, bound: int = 0) -> Term:
    """A scalar term."""
    if depth == 0:
        return atom(pick, bound)
    shape = pick(SHAPES)
    inside = shaped(pick, depth - 1, bound + (shape == "sum"))
    match shape:
        case "neg" | "abs" | "log" | "exp" | "heaviside":
            return Node(shape, inside)
        case "pow":
            return power(inside, exponent(pick, bound))
        case "root":
            return power(power(inside, pick((TWO, Number(4), Number(-2), mul(TWO, n)))), exponent(pick, bound))
        case "sum":
            return summation(*limits(pick, bound), Lambda(INTEGER, inside))
    return BINARY[shape](inside, shaped(pick, depth - 1, bound))


def beside_a_number(pick: Pick) -> Term:
    """How far a power, an absolute value or a product lies from a number, often 1 or 0."""
    base = pick(BOUNDED)
    whole = pick(
        (power(base, pick((exponent(pick), n, t))), power(base, TWO), absolute(base), mul(base, pick(BOUNDED)))
    )
    return pick((sub, add))(whole, pick((ONE, ONE, pick(NUMBERS))))


def law(pick: Pick) -> tuple[Term, Term]:
    """Two terms that are equal everywhere, or at some points only."""
    a, b = (shaped(pick, pick((0, 0, 1))) for _ in "ab")
    c, d = exponent(pick), exponent(pick)
    even = pick((TWO, Number(4), mul(TWO, n)))
    return pick((
        (power(power(a, TWO), HALF), pick((a, absolute(a)))),
        (absolute(mul(a, b)), mul(absolute(a), absolute(b))),
        (absolute(add(a, b)), add(absolute(a), absolute(b))),
        (absolute(a), pick((a, neg(a)))),
        (power(Node("heaviside", a), pick((TWO, h, n))), Node("heaviside", a)),
        (mul(a, sub(mul(TWO, Node("heaviside", a)), ONE)), absolute(a)),
        (Node("heaviside", mul(pick((TWO, HALF, b)), a)), Node("heaviside", a)),
        (add(Node("heaviside", a), Node("heaviside", neg(a))), ONE),
        (power(absolute(a), c), pick((power(a, c), absolute(power(a, c))))),
        (power(power(a, even), mul(c, HALF)), power(absolute(a), mul(c, even, HALF))),
        (power(mul(a, b), c), mul(power(a, c), power(b, c))),
        (power(div(a, b), c), div(power(a, c), power(b, c))),
        (power(power(a, c), d), power(a, mul(c, d))),
        (power(power(absolute(a), c), d), power(absolute(a), mul(c, d))),
        (mul(power(a, c), power(a, d)), power(a, add(c, d))),
        (div(power(a, c), power(a, d)), power(a, sub(c, d))),
        (div(ONE, power(a, c)), power(a, neg(c))),
        (mul(power(a, c), power(b, c), power(mul(a, b), neg(c))), ONE),
        (div(a, absolute(a)), div(absolute(a), a)),
        (mul(a, div(absolute(a), a)), absolute(a)),
        (Node("log", power(a, c)), mul(c, Node("log", a))),
        (Node("exp", mul(c, Node("log", a))), power(a, c)),
    ))  # fmt: skip


def hypotheses(pick: Pick, point: Values) -> list[Term]:
    """Relations that hold at ``point``, many of them bounds, so that they do not contradict each other."""
    drawn = (_relation(pick, point) for _ in range(pick(range(6))))
    return [formula for formula in drawn if formula is not None]


def _relation(pick: Pick, point: Values) -> Term | None:
    left, right = pick(BOUNDED), pick((pick(NUMBERS), pick(NUMBERS), pick(BOUNDED), shaped(pick, 1)))
    made = [relation(*pair) for relation in (lt, le, ne) for pair in ((left, right), (right, left))]
    try:
        return pick([formula for formula in made if holds(formula, point)])
    except Skipped:
        return None


SQUARES = tuple(
    Fraction(sign * number, 4) for sign in (1, -1) for number in (0, 0, 1, 2, 4, 4, 8, 9, 16, 36, 64, Fraction(1, 4))
)


def point(random: Random) -> Values:
    """Values of all symbols: many have roots, or are 0, 1 or -1."""
    reals = {symbol: random.choice(SQUARES) for symbol in (x, y, h)}
    sizes = {symbol: Fraction(random.choice((-2, -1, 0, 0, 1, 1, 2, 3))) for symbol in (n, m, t)}
    return {**reals, **sizes, **{sequence: _sequence(random) for sequence in (g, v)}}


def _sequence(random: Random) -> object:
    period = [random.choice(SQUARES) for _ in range(7)]
    return lambda index: period[int(index) % 7]


def around(random: Random, formulas: list[Term], first: Values, wanted: int = 8, tried: int = 40) -> list[Values]:
    """``first`` and other points, most of them near it, at which ``formulas`` hold."""
    found = [first]
    for _ in range(tried):
        candidate = point(random)
        if random.random() < 0.7:
            changed = random.choice((x, y, h, n, m, t))
            candidate = {**first, changed: candidate[changed]}
        if len(found) < wanted and all(_holds(formula, candidate) for formula in formulas):
            found.append(candidate)
    return found


def _holds(formula: Term, candidate: Values) -> bool:
    try:
        return holds(formula, candidate)
    except Skipped:
        return False


def known(term: Term, candidate: Values) -> Fraction | None:
    """The value, or None where brute force does not know it."""
    try:
        return value(term, candidate)
    except Skipped:
        return None
