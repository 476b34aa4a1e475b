"""Enclosures against many digits of mpmath, which takes no part in the kernel."""

from fractions import Fraction
from random import Random

import mpmath
import pytest

from symbolic.kernel.normal.enclosure import Enclosure, NotGround, enclosed_sign
from symbolic.kernel.normal.polynomial import Atom, atomic, constant
from symbolic.kernel.normal.reading import difference
from symbolic.terms import ONE, PI, ZERO, Node, Number, Term, add, div, le, mul, ne, power, sub
from tests.symbolic.kernel.brute import Values
from tests.symbolic.kernel.building import TWO, facts, h, n, x, y
from tests.symbolic.kernel.generation_order import SQUARES, beside_a_number, known, point


def exact(term: Term) -> mpmath.mpf:
    match term:
        case Number(value=value):
            return mpmath.mpf(value.numerator) / value.denominator
        case Node(op=op, args=args):
            return OPERATIONS[op](*map(exact, args))
    raise TypeError(repr(term))


OPERATIONS = {
    "add": lambda *args: mpmath.fsum(args),
    "sub": lambda a, b: a - b,
    "mul": lambda *args: mpmath.fprod(args),
    "div": lambda a, b: a / b,
    "pow": lambda a, b: mpmath.power(a, b),
    "exp": mpmath.exp,
    "log": mpmath.log,
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "pi": lambda: +mpmath.pi,
}


def ground(random: Random, depth: int) -> Term:
    """A term of positive value without symbols."""
    if depth == 0 and random.random() < 0.2:
        return PI
    if depth == 0:
        return Number(Fraction(random.randint(1, 60), random.randint(1, 9)))
    parts = ground(random, depth - 1), ground(random, depth - 1)
    small = Number(Fraction(random.randint(-9, 9), random.choice((1, 2, 3, 17))))
    return random.choice(
        (
            add(*parts), mul(*parts), div(*parts), power(parts[0], small), Node("exp", small),
            Node("exp", sub(ONE, div(*parts))), add(Node("log", add(ONE, parts[0])), parts[1]),
            add(ONE, Node("sin", sub(*parts))), add(ONE, Node("cos", sub(*parts))),
        )
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_values_lie_in_their_enclosures(seed: int) -> None:
    random = Random(seed)
    term = sub(ground(random, 2), ground(random, 2))
    with mpmath.workdps(200):
        value = exact(term)
        if not mpmath.mpf(10) ** -60 < abs(value) < mpmath.mpf(10) ** 40:
            value = exact(term := ONE)
        poly = difference(term, ZERO, facts())
        sign = enclosed_sign(poly)
        assert sign in (0, mpmath.sign(value))
        try:
            low, high = Enclosure(60, {}).of(poly)
        except ValueError:
            return
        assert mpmath.mpf(low.numerator) / low.denominator <= value <= mpmath.mpf(high.numerator) / high.denominator


E = Node("exp", ONE)


@pytest.mark.parametrize(
    ("term", "sign"),
    [
        (sub(E, Number(Fraction(27182818284590452353, 10**19))), 1),
        (sub(E, Number(Fraction(27182818284590452354, 10**19))), -1),
        (sub(power(TWO, Number(Fraction(1, 2))), Number(Fraction(14142135623730950488, 10**19))), 1),
        (sub(power(TWO, Number(Fraction(23, 36))), Number(Fraction(15571, 10**4))), 1),
        (sub(power(TWO, Number(Fraction(23, 36))), Number(Fraction(15572, 10**4))), -1),
        (sub(power(TWO, Number(Fraction(1, 10**6))), ONE), 0),
        (sub(Node("log", TWO), Number(Fraction(6931471805599453095, 10**19))), -1),
        (sub(Node("exp", Node("log", Number(3))), Number(3)), 0),
        (sub(Node("exp", mul(TWO, E)), mul(Node("exp", E), Node("exp", E))), 0),
        (sub(Node("exp", Number(-200)), ZERO), 1),
        (sub(Node("exp", Number(-1000)), Number(Fraction(1, 10**6))), -1),
        (sub(Node("exp", Number(-1000)), Node("exp", Number(-999))), 0),
        (sub(Node("exp", Number(1000)), ONE), 0),
        (Node("log", Number(Fraction(1, 3))), -1),
        (Node("log", Number(-1)), 0),
        (Node("sin", Number(3)), 1),
        (Node("sin", Number(Fraction(22, 7))), -1),
        (Node("sin", PI), 0),
        (add(Node("cos", PI), ONE), 0),
        (Node("cos", Number(Fraction(11, 7))), -1),
        (Node("cos", Number(40)), -1),
        (Node("cos", Number(1000)), 0),
        (add(Node("cos", Number(1000)), TWO), 1),
        (sub(power(PI, TWO), Number(9)), 1),
        (sub(power(PI, Number(200)), ONE), 1),
        (sub(power(PI, Number(201)), ONE), 0),
        (sub(Node("log", Number(10**60 + 1)), ONE), 1),
        (sub(Node("log", Number(10**61 + 1)), ONE), 0),
        (Node("exp", x), 0),
        (power(TWO, n), 0),
    ],
)
def test_signs_of_ground_values(term: Term, sign: int) -> None:
    assert enclosed_sign(difference(term, ZERO, facts())) == sign


def test_a_root_of_what_is_negative_is_some_number() -> None:
    """No monomial holds one; of one that did nothing would be known, least of all that it is near 0."""
    root = atomic(Atom("sin", constant(4)), constant(Fraction(1, 3)))
    assert enclosed_sign(root - constant(1)) == 0
    with pytest.raises(NotGround):
        Enclosure(30, {}).of(root)


@pytest.mark.parametrize(
    ("low", "high", "ends"), [(-1, 1, (0, 1)), (0, 1, (1, 1)), (-2, 0, (0, 1)), (-2, -1, (0, 0)), (1, 2, (1, 1))]
)
def test_an_indicator_lies_between_those_of_the_ends(low: int, high: int, ends: tuple[int, int]) -> None:
    indicator = difference(Node("heaviside", x), ZERO, facts())
    box = {difference(x, ZERO, facts()): (Fraction(low), Fraction(high))}
    boxes = {atom.key: ends for poly, ends in box.items() for monomial in poly.terms for atom in monomial.factors}
    assert Enclosure(30, boxes).of(indicator) == ends


def test_what_differs_by_less_than_the_precision_has_no_sign() -> None:
    close = sub(E, Number(Fraction(int(mpmath.e * 10**14), 10**14)))
    assert enclosed_sign(difference(close, ZERO, facts())) == 1
    with mpmath.workdps(80):
        digits = int(mpmath.e * mpmath.mpf(10) ** 60)
    assert enclosed_sign(difference(sub(E, Number(Fraction(digits, 10**60))), ZERO, facts())) == 0


def in_box(random: Random) -> tuple[list[Term], list[Values]]:
    """Bounds of three symbols, one of which is not 0, and points within them: the corners first of all."""
    ends = {symbol: sorted(random.choices(SQUARES, k=2)) for symbol in (x, y, h)}
    bounds = [formula for s, (low, high) in ends.items() for formula in (le(Number(low), s), le(s, Number(high)))]
    shares = [Fraction(0), Fraction(1), Fraction(0), Fraction(1), Fraction(1, 2), Fraction(1, 4)]
    inside = [{s: low + (high - low) * random.choice(shares) for s, (low, high) in ends.items()} for _ in range(30)]
    return [*bounds, ne(x, ZERO)], [{**point(random), **values} for values in inside if values[x]]


@pytest.mark.parametrize("seed", range(4))
def test_values_on_a_box_lie_on_the_side_that_its_enclosure_says(seed: int) -> None:
    random, decided = Random(seed), 0
    for _ in range(250):
        formulas, candidates = in_box(random)
        first, second = (beside_a_number(random.choice) for _ in range(2))
        number = Number(Fraction(random.randrange(-8, 9), 2))
        beside = add(div(number, random.choice((x, power(x, TWO)))), random.choice((number, first)))
        term = random.choice((beside, add(first, second), mul(first, second), div(first, second), power(first, TWO)))
        known_facts = facts(*formulas)
        sign = known_facts.enclosed(difference(term, ZERO, known_facts))
        decided += bool(sign)
        for candidate in candidates if sign else ():
            found = known(term, candidate)
            assert found is None or found * sign > 0, (term, formulas, candidate)
    assert decided > 5
