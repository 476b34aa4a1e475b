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
    Symbol,
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


# -- exchange ------------------------------------------------------------------------------------------


def double(lower: object, upper: object, low: object, high: object) -> object:
    """The sum over i and then j of g(i) u(j) i; ``low`` and ``high`` may speak of i, the ``Bound(0)``."""
    body = mul(apply(g, Bound(1)), apply(u, Bound(0)), Bound(1))
    return summation(lower, upper, Lambda(INTEGER, summation(low, high, Lambda(INTEGER, body, "j")), "i"))


def test_the_order_of_summation() -> None:
    result = conclude("exchange", [], double(ONE, n, ZERO, t)).conclusion
    swapped = mul(apply(g, Bound(0)), apply(u, Bound(1)), Bound(0))
    inside = summation(ONE, n, Lambda(INTEGER, swapped))
    assert result.args[1] == summation(ZERO, t, Lambda(INTEGER, inside))
    values = {g: lambda index: index + 1, u: lambda index: index * index + 2}
    assert all(holds(result, {**values, n: rows, t: columns}) for rows in range(-2, 4) for columns in range(-2, 4))


@pytest.mark.parametrize(
    ("low", "high"), [(Bound(0), t), (ONE, Bound(0)), (ONE, add(Bound(0), t)), (mul(ZERO, Bound(0)), t)]
)
def test_an_inner_range_that_moves_is_not_exchanged(low: object, high: object) -> None:
    with pytest.raises(Rejected, match="depends on the outer index"):
        conclude("exchange", [], double(ONE, n, low, high))


@pytest.mark.parametrize("term", [summation(ONE, n, OF_G), mul(x, x), Node("prod", *double(ONE, n, ONE, t).args)])
def test_only_a_double_sum_is_exchanged(term: object) -> None:
    with pytest.raises(Rejected, match="expected 'sum'"):
        conclude("exchange", [], term)


def test_the_names_of_indices_do_not_matter() -> None:
    """Bounds and bodies may hold free symbols that are called like the indices."""
    i, j = (Symbol(name, INTEGER) for name in "ij")
    body = summation(ONE, i, Lambda(INTEGER, add(mul(i, Bound(1)), mul(j, Bound(0))), "i"))
    result = conclude("exchange", [], summation(ONE, j, Lambda(INTEGER, body, "j"))).conclusion
    assert all(holds(result, {i: a, j: b}) for a in range(4) for b in range(4))
