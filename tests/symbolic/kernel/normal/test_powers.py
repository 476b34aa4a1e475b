"""Powers are split only where total semantics allows it: bases may be 0 or negative, exponents negative."""

from fractions import Fraction

import pytest

from symbolic.kernel.normal.polynomial import TooLarge
from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    ONE,
    ZERO,
    Node,
    Number,
    Term,
    absolute,
    add,
    apply,
    delta,
    div,
    le,
    lt,
    mul,
    ne,
    neg,
    power,
    sub,
)
from tests.symbolic.kernel.building import MINUS, TWO, conclude, f, given, h, k, m, n, same, t, x, y

HALF = Number(Fraction(1, 2))

EQUAL: list[tuple[Term, Term, list[Term]]] = [
    (power(x, ZERO), ONE, []),
    (power(ZERO, ZERO), ONE, []),
    (Node("cos", ZERO), ONE, []),
    (Node("sin", sub(x, x)), ZERO, []),
    (Node("cos", sub(x, y)), Node("cos", sub(y, x)), []),
    (Node("sin", sub(x, y)), neg(Node("sin", sub(y, x))), []),
    (power(Node("sin", neg(x)), TWO), power(Node("sin", x), TWO), []),
    (Node("sin", add(x, x)), Node("sin", mul(TWO, x)), []),
    (power(ZERO, n), ZERO, [le(ONE, n)]),
    (power(ZERO, n), ZERO, [lt(n, ZERO)]),
    (power(x, add(n, ONE)), mul(x, power(x, n)), [le(ZERO, n)]),
    (power(x, add(n, ONE)), mul(x, power(x, n)), [ne(x, ZERO)]),
    (power(x, add(n, m)), mul(power(x, n), power(x, m)), [le(ZERO, n), le(ZERO, m)]),
    (power(x, sub(n, m)), div(power(x, n), power(x, m)), [ne(x, ZERO)]),
    (power(mul(x, y), n), mul(power(x, n), power(y, n)), []),
    (power(div(x, y), n), div(power(x, n), power(y, n)), [ne(y, ZERO)]),
    (power(power(x, n), m), power(x, mul(n, m)), [ne(x, ZERO)]),
    (power(power(x, MINUS), MINUS), x, [ne(x, ZERO)]),
    (div(ONE, div(ONE, x)), x, [ne(x, ZERO)]),
    (div(x, x), ONE, [ne(x, ZERO)]),
    (mul(x, div(x, x)), x, [lt(x, ZERO)]),
    (power(x, neg(n)), power(div(ONE, x), n), [ne(x, ZERO)]),
    (power(TWO, add(n, ONE)), mul(TWO, power(TWO, n)), []),
    (power(TWO, sub(x, ONE)), mul(HALF, power(TWO, x)), []),
    (power(Number(4), n), power(TWO, mul(TWO, n)), []),
    (power(Number(6), x), mul(power(TWO, x), power(Number(3), x)), []),
    (power(Number(12), HALF), mul(TWO, power(Number(3), HALF)), []),
    (power(MINUS, mul(TWO, n)), ONE, []),
    (power(MINUS, add(mul(TWO, n), ONE)), MINUS, []),
    (mul(power(MINUS, n), power(MINUS, n)), ONE, []),
    (power(MINUS, sub(n, m)), power(MINUS, add(n, m)), []),
    (power(Number(-2), n), mul(power(MINUS, n), power(TWO, n)), []),
    (power(sub(x, y), n), mul(power(MINUS, n), power(sub(y, x), n)), []),
    (mul(power(x, HALF), power(x, HALF)), x, [lt(ZERO, x)]),
    (power(mul(x, y), HALF), mul(power(x, HALF), power(y, HALF)), [lt(ZERO, x), lt(ZERO, y)]),
    (power(power(x, y), n), power(x, mul(y, n)), [lt(ZERO, x)]),
    (power(add(x, y), TWO), add(power(x, TWO), mul(TWO, x, y), power(y, TWO)), []),
    (div(sub(power(x, TWO), ONE), sub(x, ONE)), add(x, ONE), [ne(x, ONE)]),
    (mul(power(add(x, y), n), power(add(x, y), neg(n))), ONE, [lt(ZERO, x), lt(ZERO, y)]),
    (div(ONE, power(x, HALF)), power(x, neg(HALF)), [lt(ZERO, x)]),
    (div(ONE, power(power(x, HALF), TWO)), div(ONE, x), [le(ZERO, x)]),
    (power(power(x, HALF), mul(TWO, n)), power(x, n), [le(ZERO, x)]),
    (power(power(x, TWO), HALF), absolute(x), []),
    (power(power(x, Number(6)), HALF), mul(absolute(x), power(x, TWO)), []),
    (power(power(absolute(x), HALF), Number(6)), mul(absolute(x), power(x, TWO)), []),
]

DIFFERENT: list[tuple[Term, Term, list[Term]]] = [
    (Node("cos", ZERO), ZERO, []),
    (Node("sin", neg(x)), Node("sin", x), []),
    (Node("cos", neg(x)), neg(Node("cos", x)), []),
    (Node("cos", add(x, y)), Node("cos", sub(x, y)), []),
    (Node("sin", x), Node("cos", x), []),
    (Node("cos", mul(TWO, x)), mul(TWO, Node("cos", x)), []),
    (power(ZERO, n), ZERO, []),
    (power(ZERO, n), ZERO, [le(ZERO, n)]),
    (power(ZERO, x), ONE, [le(ZERO, x)]),
    (power(x, add(n, ONE)), mul(x, power(x, n)), []),
    (power(x, add(n, ONE)), mul(x, power(x, n)), [le(ZERO, x)]),
    (power(x, add(n, ONE)), mul(x, power(x, n)), [le(MINUS, n)]),
    (power(x, add(n, m)), mul(power(x, n), power(x, m)), [le(ZERO, add(n, m))]),
    (mul(power(x, n), power(x, neg(n))), ONE, []),
    (mul(power(x, n), power(x, neg(n))), ONE, [le(ZERO, x), le(ZERO, n)]),
    (div(x, x), ONE, []),
    (div(x, x), ONE, [le(ZERO, x)]),
    (div(power(x, TWO), power(x, TWO)), ONE, []),
    (div(sub(x, y), sub(x, y)), ONE, [ne(x, ZERO), ne(y, ZERO)]),
    (power(MINUS, n), ONE, []),
    (power(MINUS, mul(n, n)), ONE, []),
    (power(MINUS, x), ONE, []),
    (power(MINUS, mul(TWO, x)), ONE, []),
    (power(Number(-4), HALF), TWO, []),
    (power(power(x, TWO), HALF), x, []),
    (power(power(x, TWO), HALF), x, [ne(x, ZERO)]),
    (power(power(x, y), n), power(x, mul(y, n)), []),
    (power(power(x, n), y), power(x, mul(y, n)), [ne(x, ZERO)]),
    (power(mul(x, y), HALF), mul(power(x, HALF), power(y, HALF)), [lt(ZERO, mul(x, y))]),
    (mul(power(x, HALF), power(x, HALF)), x, []),
    (power(mul(x, y), h), mul(power(x, h), power(y, h)), []),
    (power(x, add(h, ONE)), mul(x, power(x, h)), []),
    (power(sub(x, y), n), power(sub(y, x), n), []),
    (power(add(x, y), n), add(power(x, n), power(y, n)), []),
    (div(sub(power(x, TWO), ONE), sub(x, ONE)), add(x, ONE), []),
    (apply(f, div(x, x)), apply(f, ONE), []),
    # What 0^(-1/2) is, nothing says; but (0^(1/2))^(-1) is 0.
    (div(ONE, power(x, HALF)), power(x, neg(HALF)), [le(ZERO, x)]),
    (power(power(x, HALF), n), power(x, mul(HALF, n)), [le(ZERO, x)]),
    (power(power(x, HALF), neg(n)), power(x, mul(neg(HALF), n)), [le(ZERO, x), le(ONE, n)]),
    (power(power(x, Number(6)), HALF), power(x, Number(3)), [ne(x, ZERO)]),
    (absolute(power(x, Number(3))), power(x, Number(3)), [ne(x, ZERO)]),
    (absolute(add(x, y)), add(absolute(x), absolute(y)), [lt(ZERO, x)]),
    (power(delta(n, t), m), delta(n, t), [le(ZERO, m)]),
    (power(Node("heaviside", x), m), Node("heaviside", x), [le(ZERO, m)]),
]


@pytest.mark.parametrize(("left", "right", "formulas"), EQUAL, ids=repr)
def test_laws_of_powers(left: Term, right: Term, formulas: list[Term]) -> None:
    assert same(left, right, *formulas)


@pytest.mark.parametrize(("left", "right", "formulas"), DIFFERENT, ids=repr)
def test_laws_of_powers_outside_their_domain(left: Term, right: Term, formulas: list[Term]) -> None:
    assert not same(left, right, *formulas)


@pytest.mark.parametrize("base", [add(x, y), TWO, Number(-3)])
def test_huge_powers_are_refused(base: Term) -> None:
    with pytest.raises(TooLarge):
        same(power(base, Number(10**6)), ZERO)


def test_a_high_power_of_a_symbol_is_cheap() -> None:
    assert same(power(x, Number(3000)), mul(x, power(x, Number(2999))))


@pytest.mark.parametrize("exponent", [10**6, 10**30])
def test_a_huge_power_of_zero_is_zero(exponent: int) -> None:
    assert same(power(sub(x, x), Number(exponent)), ZERO)


def test_large_numbers_stay_whole_instead_of_being_factored() -> None:
    large = Number(10**40 + 1)
    assert same(mul(power(large, t), power(large, k)), power(large, add(t, k)))
    assert not same(power(large, t), power(Number(10**40), t))


def test_a_logarithm_of_zero_under_contradictory_facts() -> None:
    """There even 0 counts as positive; what is made of log(0) does not matter, but it must not be an accident."""
    assert same(Node("log", sub(x, x)), Node("log", ZERO), lt(x, y), lt(y, x))


OVER = add(ONE, x)
NOTHING = add(div(ONE, OVER), div(x, OVER), MINUS)


@pytest.mark.parametrize("exponent", [m, Number(Fraction(-1, 2)), add(m, HALF), neg(k)])
def test_a_common_denominator_loses_no_factor(exponent: Term) -> None:
    """Brought over 1 + x, the sum is one term, which still holds a power of 1 + x beside the denominator itself."""
    whole, formulas = add(NOTHING, mul(y, power(OVER, exponent))), [lt(ZERO, x), lt(ZERO, y)]
    assert not same(power(whole, n), mul(power(y, n), power(OVER, neg(n))), *formulas)
    assert not same(div(ONE, whole), div(OVER, y), *formulas)


def test_a_sum_that_vanishes_over_its_common_denominator() -> None:
    assert same(NOTHING, ZERO, lt(ZERO, x))
    assert not same(power(NOTHING, n), ONE, lt(ZERO, x))
    with pytest.raises(Rejected, match="does not follow"):
        conclude("order", given(lt(ZERO, x)), lt(ZERO, NOTHING))


def test_an_exponential_of_a_delta_is_e_or_1() -> None:
    hit = delta(n, m)
    assert same(Node("exp", mul(x, hit)), add(ONE, mul(hit, sub(Node("exp", x), ONE))))
    assert same(Node("exp", add(y, hit)), mul(Node("exp", y), add(ONE, mul(hit, sub(Node("exp", ONE), ONE)))))
    assert not same(Node("exp", hit), ONE)
    assert not same(Node("exp", mul(x, hit)), Node("exp", x))


LOGARITHM = Node("log", x)


def test_an_exponential_of_a_logarithm_is_a_power_of_what_is_positive() -> None:
    for exponent, goal in ((LOGARITHM, x), (mul(y, LOGARITHM), power(x, y)), (mul(TWO, LOGARITHM), power(x, TWO))):
        assert same(Node("exp", exponent), goal, lt(ZERO, x))
        assert not same(Node("exp", exponent), goal)
        assert not same(Node("exp", exponent), goal, le(ZERO, x))
    assert not same(Node("exp", mul(y, LOGARITHM)), power(x, mul(y, LOGARITHM)), lt(ZERO, x))


@pytest.mark.parametrize(
    ("left", "right", "facts"),
    [
        (power(power(x, mul(TWO, n)), HALF), power(x, n), []),
        (power(power(x, n), HALF), power(x, div(n, TWO)), []),
        (power(power(x, n), HALF), power(x, div(n, TWO)), [le(ZERO, power(x, n))]),
        (power(power(x, HALF), Number(Fraction(-1, 3))), power(x, Number(Fraction(-1, 6))), [le(ZERO, x)]),
        (power(x, HALF), power(power(x, Number(-1)), neg(HALF)), []),
        (power(x, HALF), power(power(x, Number(-1)), neg(HALF)), [le(ZERO, x)]),
    ],
    ids=repr,
)
def test_a_root_of_a_power_is_no_power_where_the_base_has_no_sign(left: Term, right: Term, facts: list[Term]) -> None:
    """The square root of (-1)^(2 n) is 1, not (-1)^n; 0^(-1/3) and 0^(-1/6) are numbers of which nothing is known."""
    assert not same(left, right, *facts)
    assert same(left, right, lt(ZERO, x))
