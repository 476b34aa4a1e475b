"""Indicators in normal forms: what they are where the sign is known, and how far they are known elsewhere."""

import pytest

from symbolic.kernel.normal.reading import difference
from symbolic.terms import ONE, ZERO, Node, Number, Term, add, div, eq, le, lt, mul, neg, power, sub
from tests.symbolic.kernel.building import MINUS, TWO, facts, n, same, x, y


def indicator(body: Term) -> Term:
    return Node("heaviside", body)


def known(formula: Term, *formulas: Term) -> bool:
    """Whether ``formula`` is seen to follow."""
    here = facts(*formulas)
    gap = difference(formula.args[1], formula.args[0], here)  # type: ignore[attr-defined]
    return here.nonnegative(gap) if formula.op == "le" else here.positive(gap)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("left", "right", "given"),
    [
        (indicator(ZERO), ONE, []),
        (indicator(MINUS), ZERO, []),
        (indicator(sub(Node("exp", ONE), Number(3))), ZERO, []),
        (indicator(x), ONE, [le(ZERO, x)]),
        (indicator(x), ZERO, [lt(x, ZERO)]),
        (indicator(power(x, TWO)), ONE, []),
        (indicator(sub(n, ONE)), ONE, [lt(ZERO, n)]),
        (indicator(div(x, TWO)), indicator(mul(Number(3), x)), []),
        (power(indicator(x), TWO), indicator(x), []),
        (mul(indicator(x), sub(ONE, indicator(x))), ZERO, []),
        (indicator(sub(indicator(x), ONE)), indicator(x), [le(ZERO, x)]),
        (power(y, indicator(x)), y, [le(ZERO, x)]),
    ],
)
def test_what_is_equal(left: Term, right: Term, given: list[Term]) -> None:
    assert same(left, right, *given)


@pytest.mark.parametrize(
    ("left", "right", "given"),
    [
        (indicator(x), ONE, []),
        (indicator(x), ZERO, []),
        (indicator(x), ZERO, [le(x, ZERO)]),  # at 0 it is 1
        (indicator(neg(x)), sub(ONE, indicator(x)), []),
        (indicator(x), ONE, [le(MINUS, x)]),
        (indicator(mul(MINUS, x)), indicator(x), []),
        (indicator(mul(y, x)), indicator(x), [le(ZERO, y)]),
        (power(indicator(x), n), indicator(x), [le(ZERO, n)]),  # 0^0 is 1
        (power(indicator(x), MINUS), ONE, []),  # 0^(-1) is 0
        (indicator(add(x, y)), add(indicator(x), indicator(y)), []),
    ],
)
def test_what_is_not(left: Term, right: Term, given: list[Term]) -> None:
    assert not same(left, right, *given)


@pytest.mark.parametrize(
    ("formula", "given"),
    [
        (le(ZERO, indicator(x)), []),
        (le(indicator(x), ONE), []),
        (le(add(indicator(x), indicator(y)), TWO), []),
        (lt(indicator(x), TWO), []),
        (le(indicator(x), ZERO), [lt(indicator(x), ONE)]),  # it is an integer
        (le(mul(indicator(x), indicator(y)), ONE), [eq(y, ONE)]),
    ],
)
def test_what_bounds_it(formula: Term, given: list[Term]) -> None:
    assert known(formula, *given)


@pytest.mark.parametrize(
    ("formula", "given"),
    [
        (lt(ZERO, indicator(x)), []),
        (lt(indicator(x), ONE), []),
        (le(indicator(x), x), []),
        (le(indicator(x), div(ONE, TWO)), []),
        (le(mul(y, indicator(x)), y), []),
    ],
)
def test_what_does_not(formula: Term, given: list[Term]) -> None:
    assert not known(formula, *given)
