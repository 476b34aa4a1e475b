"""Finite products: the empty one and the last factor, with each side condition left out in turn."""

from __future__ import annotations

import pytest

from symbolic.kernel.rule import Rejected
from symbolic.kernel.rules.sums import ranged
from symbolic.terms import INTEGER, ONE, ZERO, Bound, Lambda, Node, Term, add, apply, eq, le, lt, mul, product, sub
from tests.symbolic.kernel.brute import holds
from tests.symbolic.kernel.building import TWO, after, conclude, g, given, k, m, n, same, sums_of, u, x

OF_G, OF_U = (Lambda(INTEGER, apply(sequence, Bound(0))) for sequence in (g, u))
WHOLE = product(m, n, OF_G)


def test_the_empty_product() -> None:
    assert conclude("empty product", given(lt(n, m)), WHOLE).conclusion == eq(WHOLE, ONE)


@pytest.mark.parametrize("premise", [le(n, m), lt(m, n), lt(n, ONE), lt(sub(n, ONE), m), le(n, sub(m, ONE))], ids=repr)
def test_an_empty_product_has_no_factor(premise: Term) -> None:
    with pytest.raises(Rejected, match="the range is empty"):
        conclude("empty product", given(premise), WHOLE)


def test_the_last_factor() -> None:
    result = conclude("last factor", given(le(m, n)), WHOLE).conclusion
    assert result == eq(WHOLE, mul(product(m, sub(n, ONE), OF_G), apply(g, n)))
    values = {g: lambda index: index + 3}
    assert all(holds(result, {**values, m: 1, n: size}) for size in range(1, 5))
    assert not holds(result, {**values, m: 1, n: 0})


@pytest.mark.parametrize("premise", [le(m, after(n)), lt(n, m), le(ONE, n), le(sub(m, ONE), n), le(x, n)], ids=repr)
def test_a_product_with_a_last_factor_is_not_empty(premise: Term) -> None:
    with pytest.raises(Rejected, match="the range is not empty"):
        conclude("last factor", given(premise), WHOLE)


@pytest.mark.parametrize("rule", ["empty product", "last factor"])
@pytest.mark.parametrize("whole", [sums_of(g, n), mul(x, x), Node("prod", m, n)])
def test_a_product_is_expected(rule: str, whole: Term) -> None:
    with pytest.raises((Rejected, ValueError)):
        conclude(rule, given(lt(n, m) if rule == "empty product" else le(m, n)), whole)


def test_the_index_of_a_product_is_not_captured() -> None:
    """The upper end may bear the name of the index."""
    index = product(ONE, k, Lambda(INTEGER, add(Bound(0), k), "k"))
    result = conclude("last factor", given(le(ONE, k)), index).conclusion
    assert all(holds(result, {k: size}) for size in range(1, 6))


def test_products_with_equal_factors() -> None:
    premise = ranged(ONE, n, Lambda(INTEGER, eq(OF_G.body, OF_U.body)))
    left, right = product(ONE, n, OF_G), product(ONE, n, OF_U)
    assert conclude("extensionality", given(premise), left, right).conclusion == eq(left, right)
    with pytest.raises(Rejected, match="different ranges"):
        conclude("extensionality", given(premise), left, product(TWO, n, OF_U))
    with pytest.raises(Rejected, match="expected 'prod'"):
        conclude("extensionality", given(premise), left, Node("sum", *right.args))


def test_a_product_is_opaque_to_arithmetic() -> None:
    """Nothing is known of its value, nor of its sign; equal ends make equal products."""
    whole = product(ONE, n, OF_G)
    assert not same(product(ONE, ZERO, OF_G), ONE)
    assert not same(product(ONE, ONE, OF_G), apply(g, ONE))
    assert not same(whole, Node("sum", *whole.args))
    assert not same(whole, product(ONE, n, OF_U))
    assert same(product(ONE, add(n, ONE), OF_G), product(ONE, add(ONE, n), OF_G))
