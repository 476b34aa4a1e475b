"""Sums with equal bodies, and telescoping, with each side condition left out in turn."""

import pytest

from symbolic.kernel.rule import Rejected
from symbolic.kernel.rules.sums import ranged
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    add,
    apply,
    eq,
    forall,
    le,
    mul,
    sub,
    summation,
)
from tests.symbolic.kernel.brute import holds
from tests.symbolic.kernel.building import MINUS, TWO, after, conclude, g, given, n, t, u, x

OF_G, OF_U = (Lambda(INTEGER, apply(sequence, Bound(0))) for sequence in (g, u))
BODIES = eq(OF_G.body, OF_U.body)


def test_sums_with_equal_bodies() -> None:
    premise = ranged(ONE, n, Lambda(INTEGER, BODIES))
    result = conclude("extensionality", given(premise), summation(ONE, n, OF_G), summation(ONE, n, OF_U))
    assert result.conclusion == eq(summation(ONE, n, OF_G), summation(ONE, n, OF_U))


@pytest.mark.parametrize(("lower", "upper"), [(ZERO, n), (ONE, after(n)), (n, ONE)])
def test_the_sums_have_one_range(lower: object, upper: object) -> None:
    premise = ranged(ONE, n, Lambda(INTEGER, BODIES))
    with pytest.raises(Rejected, match="different ranges"):
        conclude("extensionality", given(premise), summation(ONE, n, OF_G), summation(lower, upper, OF_U))


@pytest.mark.parametrize(("lower", "upper"), [(TWO, n), (ONE, sub(n, ONE)), (n, n)])
def test_the_bodies_are_equal_in_the_whole_range(lower: object, upper: object) -> None:
    premise = ranged(lower, upper, Lambda(INTEGER, BODIES))
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("extensionality", given(premise), summation(ONE, n, OF_G), summation(ONE, n, OF_U))


def test_the_bodies_are_equal_for_every_index_not_for_one() -> None:
    with pytest.raises(Rejected, match="expected the premise"):
        conclude(
            "extensionality", given(eq(apply(g, t), apply(u, t))), summation(ONE, n, OF_G), summation(ONE, n, OF_U)
        )


@pytest.mark.parametrize("right", [Node("sum", ONE, n), Node("sum", ONE, n, OF_U, OF_U), Node("sum")])
def test_a_sum_has_three_parts(right: object) -> None:
    with pytest.raises((Rejected, ValueError)):
        conclude("extensionality", given(ranged(ONE, n, Lambda(INTEGER, BODIES))), summation(ONE, n, OF_G), right)


def squares(lower: object, upper: object) -> object:
    """2 i + 1 = (i + 1)^2 - i^2 within the range, for the primitive i -> i i."""
    change = sub(mul(after(Bound(0)), after(Bound(0))), mul(Bound(0), Bound(0)))
    return ranged(lower, upper, Lambda(INTEGER, eq(add(mul(TWO, Bound(0)), ONE), change)))


ODD = Lambda(INTEGER, add(mul(TWO, Bound(0)), ONE))
SQUARE = Lambda(INTEGER, mul(Bound(0), Bound(0)))


def test_telescoping() -> None:
    result = conclude("telescope", given(squares(ONE, n), le(ONE, after(n))), summation(ONE, n, ODD), SQUARE)
    assert result.conclusion == eq(summation(ONE, n, ODD), sub(mul(after(n), after(n)), mul(ONE, ONE)))
    assert all(holds(result.conclusion, {n: size}) for size in range(5))
    assert not holds(result.conclusion, {n: -3})


@pytest.mark.parametrize("bound", [le(ONE, n), le(ZERO, n), le(ZERO, after(n)), le(MINUS, n), le(x, after(n))])
def test_telescoping_wants_a_range_that_is_not_below_empty(bound: object) -> None:
    with pytest.raises(Rejected, match="not below empty"):
        conclude("telescope", given(squares(ONE, n), bound), summation(ONE, n, ODD), SQUARE)


@pytest.mark.parametrize(("lower", "upper"), [(TWO, n), (ONE, sub(n, ONE)), (ONE, Number(5))])
def test_telescoping_wants_differences_in_the_whole_range(lower: object, upper: object) -> None:
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("telescope", given(squares(lower, upper), le(ONE, after(n))), summation(ONE, n, ODD), SQUARE)


def test_telescoping_wants_the_difference_of_its_primitive() -> None:
    other = Lambda(INTEGER, mul(Bound(0), after(Bound(0))))
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("telescope", given(squares(ONE, n), le(ONE, after(n))), summation(ONE, n, ODD), other)


def test_telescoping_wants_both_premises() -> None:
    with pytest.raises(ValueError, match="unpack"):
        conclude("telescope", given(squares(ONE, n)), summation(ONE, n, ODD), SQUARE)


def test_the_premise_quantifies_over_the_index_alone() -> None:
    unguarded = forall(Lambda(INTEGER, BODIES))
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("extensionality", given(unguarded), summation(ONE, n, OF_G), summation(ONE, n, OF_U))
