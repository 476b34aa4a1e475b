"""Linear combination and order: what they conclude, from what, and what they refuse."""

from fractions import Fraction

import pytest

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Rejected
from symbolic.kernel.rules import RULES
from symbolic.terms import (
    ONE,
    ZERO,
    IllFormed,
    Number,
    Term,
    abstract,
    add,
    apply,
    div,
    eq,
    le,
    lt,
    mul,
    ne,
    power,
    sub,
    summation,
)
from tests.symbolic.kernel.building import TWO, conclude, f, g, given, i, j, n, sums_of, v, w, x, y, z


def test_linear_rests_on_all_its_premises() -> None:
    goal = eq(x, z)
    result = conclude("linear", given(eq(x, y), eq(y, z), ne(x, ZERO)), goal, ONE, ONE)
    assert result == Sequent(frozenset([eq(x, y), eq(y, z), ne(x, ZERO)]), goal)


@pytest.mark.parametrize(
    ("goal", "premises", "coefficients"),
    [
        (eq(mul(x, z), mul(y, z)), [eq(x, y)], [z]),
        (eq(x, add(y, ONE)), [eq(mul(TWO, x), add(mul(TWO, y), TWO))], [div(ONE, TWO)]),
        (eq(power(x, TWO), power(y, TWO)), [eq(x, y)], [add(x, y)]),
        (eq(x, y), [eq(mul(z, x), mul(z, y)), ne(z, ZERO)], [div(ONE, z)]),
        (eq(div(x, y), div(mul(TWO, x), mul(TWO, y))), [], []),
    ],
)
def test_linear_combinations(goal: Term, premises: list[Term], coefficients: list[Term]) -> None:
    assert conclude("linear", given(*premises), goal, *coefficients).conclusion == goal


@pytest.mark.parametrize(
    ("goal", "premises", "coefficients"),
    [
        (eq(x, y), [eq(mul(z, x), mul(z, y))], [div(ONE, z)]),
        (eq(x, y), [eq(power(x, TWO), power(y, TWO))], [ONE]),
        (eq(x, y), [eq(y, x)], [ONE]),
        (eq(apply(f, x), apply(f, y)), [eq(x, y)], [ONE]),
        (eq(sums_of(g, n), ZERO), [eq(apply(g, n), ZERO)], [n]),
        (eq(x, y), [], []),
        (eq(div(x, x), ONE), [le(ZERO, x)], []),
    ],
)
def test_wrong_combinations(goal: Term, premises: list[Term], coefficients: list[Term]) -> None:
    with pytest.raises(Rejected, match="does not vanish"):
        conclude("linear", given(*premises), goal, *coefficients)


def test_coefficients_belong_to_equations() -> None:
    with pytest.raises(Rejected, match="expected 'eq'"):
        conclude("linear", given(le(x, y)), eq(x, y), ONE)


def test_no_more_coefficients_than_premises() -> None:
    with pytest.raises(Rejected, match="more coefficients than premises"):
        conclude("linear", given(eq(x, y)), eq(x, y), ONE, ONE)


@pytest.mark.parametrize("coefficient", [v, eq(x, y)])
def test_coefficients_are_scalars(coefficient: Term) -> None:
    with pytest.raises((Rejected, IllFormed)):
        conclude("linear", given(eq(x, y)), eq(x, y), coefficient)


@pytest.mark.parametrize("goal", [le(x, x), ne(x, y), x])
def test_linear_concludes_equations(goal: Term) -> None:
    with pytest.raises(Rejected, match="expected 'eq'"):
        conclude("linear", [], goal)


@pytest.mark.parametrize("goal", [eq(x, x), x])
def test_order_concludes_order_relations(goal: Term) -> None:
    with pytest.raises(Rejected):
        conclude("order", [], goal)


def test_denominators_that_were_shown_to_be_nonzero_are_told() -> None:
    goal = eq(div(mul(x, y), y), x)
    assert RULES["linear"](given(lt(ZERO, y)), [goal]).side_conditions == (ne(y, ZERO),)
    trivial = eq(div(x, y), div(x, y))
    assert RULES["linear"]([], [trivial]).side_conditions == ()


def test_a_disjunction_or_schema_is_no_fact_but_stays_a_hypothesis() -> None:
    (premise,) = given(eq(sub(x, x), ZERO))
    assert conclude("linear", [premise], eq(x, x)).hypotheses == premise.hypotheses


SQUARES = eq(power(x, TWO), power(y, TWO))


def test_nonnegative_numbers_with_equal_squares_are_equal() -> None:
    result = conclude("root", given(le(ZERO, x), le(ZERO, y), SQUARES))
    assert result == Sequent(frozenset([le(ZERO, x), le(ZERO, y), SQUARES]), eq(x, y))


@pytest.mark.parametrize(
    "premises",
    [
        (le(ZERO, x), le(ZERO, z), SQUARES),
        (le(ZERO, y), le(ZERO, x), SQUARES),
        (le(x, ZERO), le(ZERO, y), SQUARES),
        (ne(ZERO, x), le(ZERO, y), SQUARES),
        (le(ZERO, x), lt(ZERO, y), SQUARES),
        (le(ZERO, x), le(ONE, y), SQUARES),
        (le(ZERO, x), le(ZERO, y), eq(power(x, Number(3)), power(y, Number(3)))),
        (le(ZERO, x), le(ZERO, y), le(power(x, TWO), power(y, TWO))),
    ],
)
def test_roots_with_a_condition_missing(premises: tuple[Term, ...]) -> None:
    with pytest.raises(Rejected):
        conclude("root", given(*premises))


@pytest.mark.parametrize(
    ("goal", "premises", "holds"),
    [
        (le(ZERO, power(sub(x, y), TWO)), [], True),
        (lt(ZERO, power(sub(x, y), TWO)), [ne(x, y)], True),
        (lt(ZERO, power(sub(x, y), TWO)), [], False),
        (lt(ZERO, power(x, Number(-2))), [], False),
        (lt(ZERO, power(x, ZERO)), [], True),
        (le(ZERO, power(sub(x, y), Number(3))), [], False),
        (le(mul(x, y), ZERO), [le(x, ZERO), le(ZERO, y)], True),
        (le(ZERO, mul(x, y)), [le(x, ZERO), le(ZERO, y)], False),
        (lt(ZERO, div(x, y)), [lt(x, ZERO), lt(y, ZERO)], True),
        (lt(ZERO, div(x, y)), [lt(x, ZERO), le(y, ZERO)], False),
        (ne(mul(x, y), ZERO), [ne(x, ZERO), lt(y, ZERO)], True),
        (ne(mul(x, y), ZERO), [ne(x, ZERO), le(y, ZERO)], False),
        (lt(ZERO, ZERO), [], False),
        (ne(ZERO, ZERO), [], False),
        (lt(power(x, n), ONE), [lt(ZERO, x), lt(x, ONE), le(ONE, n)], True),
        (lt(power(x, n), ONE), [lt(ZERO, x), lt(x, ONE), le(ZERO, n)], False),
        (le(ONE, power(x, n)), [le(ONE, x), le(ZERO, n)], True),
        (le(ONE, power(x, n)), [le(ONE, x)], False),
        (lt(ZERO, sub(x, mul(x, x))), [lt(ZERO, x), lt(x, ONE)], True),
        (lt(ZERO, sub(x, mul(x, x))), [lt(ZERO, x), le(x, ONE)], False),
    ],
    ids=repr,
)
def test_signs_by_shape(goal: Term, premises: list[Term], holds: bool) -> None:
    if holds:
        assert conclude("order", given(*premises), goal).conclusion == goal
    else:
        with pytest.raises(Rejected, match="does not follow"):
            conclude("order", given(*premises), goal)


def test_antisymmetry() -> None:
    assert conclude("antisymmetry", given(le(x, y), le(y, x))).conclusion == eq(x, y)


@pytest.mark.parametrize(
    ("below", "above"),
    [
        (le(x, y), le(x, y)),
        (le(x, y), le(y, add(x, ONE))),
        (le(x, y), lt(y, x)),
        (lt(x, y), le(y, x)),
        (le(x, y), eq(x, y)),
        (le(x, y), le(y, y)),
    ],
    ids=repr,
)
def test_antisymmetry_wants_both_directions(below: Term, above: Term) -> None:
    with pytest.raises(Rejected):
        conclude("antisymmetry", given(below, above))


def test_zero_to_a_negative_power_has_no_sign() -> None:
    """x^(-1/2) is some number at x = 0, so that it may be negative there; x^(1/2) and x^(-3) may not."""
    root, inverse = power(x, Number(Fraction(1, 2))), power(x, Number(Fraction(-1, 2)))
    with pytest.raises(Rejected, match="does not follow"):
        conclude("order", given(le(ZERO, x)), le(ZERO, inverse))
    for nonnegative in (root, power(x, Number(-3))):
        assert conclude("order", given(le(ZERO, x)), le(ZERO, nonnegative)).conclusion
    assert conclude("order", given(lt(ZERO, x)), lt(ZERO, inverse)).conclusion


def test_a_sum_of_squares_points_up_before_it_is_multiplied_out() -> None:
    gap = sub(mul(apply(v, i), apply(w, j)), mul(apply(v, j), apply(w, i)))
    inner = summation(ONE, n, abstract(power(gap, Number(2)), j))
    squares = summation(ONE, n, abstract(inner, i))
    assert conclude("order", [], le(ZERO, squares)).conclusion == le(ZERO, squares)
    with pytest.raises(Rejected, match="does not follow"):
        conclude("order", [], lt(ZERO, squares))
