"""Order: term by term, by derivatives, by squares, and by enclosure."""

from fractions import Fraction

import pytest

from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    absolute,
    add,
    apply,
    div,
    eq,
    forall,
    implies,
    le,
    lt,
    mul,
    ne,
    neg,
    power,
    product,
    sub,
    summation,
)  # fmt: skip
from tests.symbolic.kernel.building import TWO, conclude, given, n, u, v, x, y

HALF = Number(Fraction(1, 2))
SMALL, LARGE = Lambda(INTEGER, apply(u, Bound(0)), "i"), Lambda(INTEGER, apply(v, Bound(0)), "i")


def everywhere(relation, low, high):
    guarded = implies(le(ONE, Bound(0)), implies(le(Bound(0), n), Node(relation, low, high)))
    return forall(Lambda(INTEGER, guarded, "i"))


def total(body):
    return summation(ONE, n, body)


def test_sums_term_by_term():
    found = conclude("termwise", given(everywhere("le", SMALL.body, LARGE.body)), total(SMALL), total(LARGE))
    assert found.conclusion == le(total(SMALL), total(LARGE))


def test_a_strict_comparison_needs_a_term():
    strict = everywhere("lt", SMALL.body, LARGE.body)
    found = conclude("termwise", given(strict, le(ONE, n)), total(SMALL), total(LARGE))
    assert found.conclusion == lt(total(SMALL), total(LARGE))
    for premises in ((strict,), (strict, le(ZERO, n)), (everywhere("le", SMALL.body, LARGE.body), le(ONE, n))):
        with pytest.raises(Rejected, match="expected"):
            conclude("termwise", given(*premises), total(SMALL), total(LARGE))


def test_products_factor_by_factor_of_what_is_not_negative():
    signs, order = everywhere("le", ZERO, SMALL.body), everywhere("le", SMALL.body, LARGE.body)
    left, right = product(ONE, n, SMALL), product(ONE, n, LARGE)
    assert conclude("factorwise", given(signs, order), left, right).conclusion == le(left, right)
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("factorwise", given(everywhere("le", ZERO, LARGE.body), order), left, right)


@pytest.mark.parametrize("rule", ["termwise", "factorwise"])
def test_both_sides_have_one_range_and_it_is_that_of_the_premises(rule):
    make = summation if rule == "termwise" else product
    signs, order = everywhere("le", ZERO, SMALL.body), everywhere("le", SMALL.body, LARGE.body)
    premises = given(order) if rule == "termwise" else given(signs, order)
    with pytest.raises(Rejected, match="ranges are different"):
        conclude(rule, premises, make(ONE, n, SMALL), make(ZERO, n, LARGE))
    with pytest.raises(Rejected, match="expected the premise"):
        conclude(rule, premises, make(ZERO, n, SMALL), make(ZERO, n, LARGE))
    with pytest.raises(Rejected, match="expected the premise"):
        conclude(rule, premises, make(ONE, n, LARGE), make(ONE, n, SMALL))


EXP = Lambda(REAL, Node("exp", Bound(0)), "x")


def slope(low, high, change, relation="le"):
    inside = implies(lt(low, Bound(0)), implies(lt(Bound(0), high), Node(relation, ZERO, change)))
    return forall(Lambda(REAL, inside, "x"))


def test_a_function_grows_where_its_derivative_is_not_negative():
    change = mul(Node("exp", Bound(0)), ONE)
    found = conclude("increasing", given(le(x, y), slope(x, y, change)), EXP)
    assert found.conclusion == le(Node("exp", x), Node("exp", y))
    strict = conclude("increasing", given(lt(x, y), slope(x, y, change, "lt")), EXP)
    assert strict.conclusion == lt(Node("exp", x), Node("exp", y))
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("increasing", given(lt(x, y), slope(x, y, change)), EXP)


def test_the_derivative_must_exist_all_the_way():
    reciprocal = Lambda(REAL, neg(Node("div", ONE, Bound(0))), "x")
    change = neg(Node("div", sub(mul(ZERO, Bound(0)), mul(ONE, ONE)), power(Bound(0), TWO)))
    with pytest.raises(Rejected, match="does not follow"):
        conclude("increasing", given(le(Number(-1), ONE), slope(Number(-1), ONE, change)), reciprocal)
    with pytest.raises(Rejected, match="no rule"):
        conclude("increasing", given(le(x, y), slope(x, y, ONE)), Lambda(REAL, absolute(Bound(0))))


def test_on_an_interval_that_may_be_a_point_nothing_grows_strictly():
    change = mul(Node("exp", Bound(0)), ONE)
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("increasing", given(le(x, y), slope(x, y, change, "lt")), EXP)


@pytest.mark.parametrize("ends", [le(y, x), le(x, x), eq(x, y), ne(x, y)])
def test_the_slope_is_shown_between_the_ends(ends):
    with pytest.raises(Rejected, match="expected"):
        conclude("increasing", given(ends, slope(x, y, mul(Node("exp", Bound(0)), ONE))), EXP)


@pytest.mark.parametrize(("low", "accepted"), [(ONE, True), (ZERO, False), (Number(-1), False), (x, False)])
def test_a_root_has_a_derivative_at_both_ends_or_is_refused(low, accepted):
    root = Lambda(REAL, power(Bound(0), HALF), "x")
    change = mul(HALF, power(Bound(0), sub(HALF, ONE)), ONE)
    premises = given(le(low, TWO), slope(low, TWO, change))
    if accepted:
        assert conclude("increasing", premises, root).conclusion == le(power(low, HALF), power(TWO, HALF))
    else:
        with pytest.raises(Rejected, match="does not follow"):
            conclude("increasing", premises, root)


def test_a_fact_about_a_symbol_called_like_the_variable_is_none_about_the_variable():
    root = Lambda(REAL, power(Bound(0), HALF), "x")
    change = mul(HALF, power(Bound(0), sub(HALF, ONE)), ONE)
    with pytest.raises(Rejected, match="does not follow"):
        conclude("increasing", given(le(ZERO, ONE), slope(ZERO, ONE, change), lt(ZERO, x)), root)


def test_squares_of_what_is_not_negative_keep_the_order():
    squares = le(power(x, TWO), power(y, TWO))
    assert conclude("root order", given(squares, le(ZERO, y))).conclusion == le(x, y)
    with pytest.raises(Rejected, match="expected"):
        conclude("root order", given(squares, le(ZERO, x)))


@pytest.mark.parametrize(
    "order",
    [le(power(x, Number(3)), power(y, Number(3))), le(power(x, TWO), power(y, Number(4))), eq(power(x, TWO), ZERO)],
)
def test_only_squares_have_the_order_of_their_roots(order):
    with pytest.raises(Rejected, match="expected"):
        conclude("root order", given(order, le(ZERO, y)))


def test_powers_keep_the_order_for_exponents_that_are_not_negative():
    premises = le(ZERO, x), le(x, y), le(ZERO, n)
    assert conclude("power order", given(*premises), n).conclusion == le(power(x, n), power(y, n))
    for position, bent in ((0, le(ZERO, y)), (1, le(y, x)), (1, ne(x, y)), (2, le(Number(-1), n)), (2, le(ZERO, x))):
        with pytest.raises(Rejected, match="expected"):
            conclude("power order", given(*premises[:position], bent, *premises[position + 1 :]), n)


def test_enclosures_on_a_box():
    box = given(le(ZERO, x), le(x, Number(Fraction(1, 2))))
    goal = lt(Node("exp", x), TWO)
    assert conclude("enclosed", box, goal).conclusion == goal
    for premises, wanted in (
        (box[:1], goal),
        (box, lt(Node("exp", x), Number(Fraction(3, 2)))),
        (box, lt(ONE, add(ONE, x))),
    ):
        with pytest.raises(Rejected, match="no enclosure"):
            conclude("enclosed", premises, wanted)


def test_an_even_power_of_an_interval_around_zero():
    box = given(le(Number(-1), x), le(x, ONE))
    assert conclude("enclosed", box, lt(Number(-1), power(x, TWO))).conclusion
    assert conclude("enclosed", box, ne(power(x, TWO), TWO)).conclusion


@pytest.mark.parametrize(
    "goal",
    [
        le(ZERO, Node("log", x)),
        lt(Number(-5), div(ONE, x)),
        le(ZERO, power(x, Number(Fraction(-1, 2)))),
        lt(ZERO, power(x, TWO)),
        le(ZERO, power(y, TWO)),
    ],
)
def test_what_is_not_confined_on_a_box_is_not_enclosed(goal):
    with pytest.raises(Rejected, match="no enclosure"):
        conclude("enclosed", given(le(ZERO, x), le(x, ONE)), goal)


def test_no_equation_is_enclosed():
    with pytest.raises(Rejected, match="no order relation"):
        conclude("enclosed", given(le(ZERO, x), le(x, ZERO)), eq(x, ZERO))
