"""Which sums are seen to be equal, and the near misses that must not be: nets, finish and naming together."""

import pytest

from symbolic.terms import (
    ONE,
    ZERO,
    Number,
    Term,
    add,
    apply,
    delta,
    div,
    eq,
    le,
    lt,
    mul,
    ne,
    neg,
    power,
    sub,
)
from tests.symbolic.kernel.building import MINUS, TWO, beta, f, g, h, k, m, n, s, same, sums_of, t, total, u, v, w, x, y

POSITIVE_SIZE, NONNEGATIVE_SIZE, NONNEGATIVE_TIME = le(ONE, n), le(ZERO, n), le(ZERO, t)


def at(sequence: Term, *shifts: Term) -> Term:
    return apply(sequence, add(*shifts))


def pairs(inner_lower: object, inner_upper: object) -> Term:
    """sum_i sum_j u(i) v(j), the inner bounds depending on i."""
    bounds = [bound if callable(bound) else (lambda i, bound=bound: bound) for bound in (inner_lower, inner_upper)]
    return total(ONE, n, lambda i: total(bounds[0](i), bounds[1](i), lambda j: mul(apply(u, i), apply(v, j)), "j"))


LAST = add(total(ONE, sub(t, ONE), lambda i: apply(g, i)), apply(g, t))
FIRST = add(apply(g, ONE), total(TWO, t, lambda i: apply(g, i)))
GEOMETRIC = total(ZERO, sub(t, ONE), lambda i: power(beta, i))
UNROLLED = total(ONE, t, lambda i: mul(power(h, sub(t, i)), apply(g, i)))
UNROLLED_NEXT = total(ONE, add(t, ONE), lambda i: mul(power(h, sub(add(t, ONE), i)), apply(g, i)))
SUM_OF_U, SUM_OF_V = sums_of(u, n), sums_of(v, n)
GREATER = total(ONE, n, lambda i: total(i, n, lambda j: mul(apply(u, j), apply(v, i)), "j"))

EQUAL = {
    "an index is shifted": (sums_of(g, t), total(ZERO, sub(t, ONE), lambda i: at(g, i, ONE)), []),
    "an index is shifted by a symbol": (
        total(s, t, lambda i: apply(g, i)),
        total(ZERO, sub(t, s), lambda i: at(g, i, s)),
        [],
    ),
    "a shifted sum as an argument": (
        apply(f, sums_of(g, t)),
        apply(f, total(ZERO, sub(t, ONE), lambda i: at(g, i, ONE))),
        [],
    ),
    "a range is reversed": (sums_of(g, t), total(ONE, t, lambda i: apply(g, sub(add(t, ONE), i))), []),
    "a convolution is reversed": (
        total(ZERO, t, lambda i: mul(apply(u, i), apply(v, sub(t, i)))),
        total(ZERO, t, lambda i: mul(apply(v, i), apply(u, sub(t, i)))),
        [],
    ),
    "the last term is split off": (sums_of(g, t), LAST, [le(ONE, t)]),
    "an empty range": (total(ONE, ZERO, lambda i: apply(g, i)), ZERO, []),
    "a range known to be empty": (total(t, s, lambda i: apply(g, i)), ZERO, [lt(s, t)]),
    "a numeric range": (
        total(ONE, Number(3), lambda i: apply(g, i)),
        add(*(apply(g, Number(c)) for c in (3, 2, 1))),
        [],
    ),
    "constants leave": (total(ONE, n, lambda i: mul(x, apply(g, i))), mul(x, sums_of(g, n)), []),
    "sums of sums": (total(ONE, n, lambda i: add(apply(u, i), apply(v, i))), add(SUM_OF_U, SUM_OF_V), []),
    "the count of terms": (total(ONE, n, lambda i: ONE), n, [NONNEGATIVE_SIZE]),
    "the count of terms of an empty range": (total(ONE, n, lambda i: x), ZERO, [le(n, ZERO)]),
    "the count from a symbol": (total(m, n, lambda i: x), mul(x, add(sub(n, m), ONE)), [le(m, add(n, ONE))]),
    "a product of sums": (mul(SUM_OF_U, SUM_OF_V), pairs(ONE, n), []),
    "a rectangle is exchanged": (
        pairs(ONE, m),
        total(ONE, m, lambda j: total(ONE, n, lambda i: mul(apply(u, i), apply(v, j)))),
        [],
    ),
    "a triangle is exchanged": (pairs(ONE, lambda i: i), GREATER, []),
    "a square of a sum": (power(SUM_OF_U, TWO), total(ONE, n, lambda i: mul(apply(u, i), SUM_OF_U)), []),
    "three sums in a chain": (
        total(
            ONE,
            n,
            lambda i: total(ONE, i, lambda j: total(ONE, j, lambda p: mul(apply(u, i), apply(v, j), apply(w, p)))),
        ),
        total(
            ONE, n, lambda p: total(p, n, lambda j: total(j, n, lambda i: mul(apply(u, i), apply(v, j), apply(w, p))))
        ),
        [],
    ),
    "a recurrence steps": (add(mul(h, UNROLLED), at(g, t, ONE)), UNROLLED_NEXT, [NONNEGATIVE_TIME]),
    "a geometric sum steps": (
        add(GEOMETRIC, power(beta, t)),
        total(ZERO, t, lambda i: power(beta, i)),
        [NONNEGATIVE_TIME],
    ),
    "a nonzero base leaves": (
        UNROLLED,
        mul(power(h, t), total(ONE, t, lambda i: mul(power(h, neg(i)), apply(g, i)))),
        [ne(h, ZERO)],
    ),
    "a sum over itself": (div(SUM_OF_U, SUM_OF_U), ONE, [lt(ZERO, SUM_OF_U)]),
    "weights over their sum": (total(ONE, n, lambda i: div(apply(u, i), SUM_OF_U)), ONE, [ne(SUM_OF_U, ZERO)]),
    "a delta collapses": (total(ONE, n, lambda i: mul(delta(i, k), apply(g, i))), apply(g, k), [le(ONE, k), le(k, n)]),
    "a delta that never hits": (total(ONE, n, lambda i: mul(delta(i, k), apply(g, i))), ZERO, [lt(n, k)]),
    "equal arguments of functions": (apply(g, add(n, n)), apply(g, mul(TWO, n)), []),
}

DIFFERENT = {
    "a shift without the bounds": (sums_of(g, t), total(ZERO, sub(t, ONE), lambda i: apply(g, i)), []),
    "the last term of a range that may be empty": (sums_of(g, t), LAST, []),
    "the last term of a range that may be empty at 0": (sums_of(g, t), LAST, [NONNEGATIVE_TIME]),
    "the first term of a range that may be empty": (sums_of(g, t), FIRST, [NONNEGATIVE_TIME]),
    "a range that is empty only mostly": (total(t, s, lambda i: apply(g, i)), ZERO, [le(s, t)]),
    "a numeric range, one short": (total(ONE, Number(3), lambda i: apply(g, i)), add(apply(g, ONE), apply(g, TWO)), []),
    "what depends on the index stays": (
        total(ONE, n, lambda i: mul(i, apply(g, i))),
        mul(n, sums_of(g, n)),
        [POSITIVE_SIZE],
    ),
    "the count of a range below empty": (total(ONE, n, lambda i: ONE), n, []),
    "the count of a range below empty from a symbol": (
        total(m, n, lambda i: ONE),
        add(sub(n, m), ONE),
        [NONNEGATIVE_SIZE],
    ),
    "the wrong triangle": (
        pairs(ONE, lambda i: i),
        total(ONE, n, lambda i: total(i, n, lambda j: mul(apply(u, i), apply(v, j)))),
        [],
    ),
    "the strict triangle": (pairs(ONE, lambda i: i), pairs(ONE, lambda i: sub(i, ONE)), []),
    "a triangle is no square": (mul(SUM_OF_U, SUM_OF_V), pairs(ONE, lambda i: i), []),
    "a square of a sum is no sum of squares": (
        power(SUM_OF_U, TWO),
        total(ONE, n, lambda i: power(apply(u, i), TWO)),
        [],
    ),
    "a recurrence before its start": (add(mul(h, UNROLLED), at(g, t, ONE)), UNROLLED_NEXT, []),
    "a base that may be 0 does not leave": (
        UNROLLED,
        mul(power(h, t), total(ONE, t, lambda i: mul(power(h, neg(i)), apply(g, i)))),
        [],
    ),
    "the same with h^t nonnegative powers": (
        UNROLLED,
        mul(power(h, t), total(ONE, t, lambda i: mul(power(h, neg(i)), apply(g, i)))),
        [le(ZERO, h), le(ZERO, t)],
    ),
    "a sum over itself that may be 0": (div(SUM_OF_U, SUM_OF_U), ONE, [POSITIVE_SIZE]),
    "a sum of ones over itself": (
        div(total(ONE, t, lambda i: ONE), total(ONE, t, lambda i: ONE)),
        ONE,
        [NONNEGATIVE_TIME],
    ),
    "a delta that may miss": (total(ONE, n, lambda i: mul(delta(i, k), apply(g, i))), apply(g, k), [le(ONE, k)]),
    "a delta at twice the index": (
        total(ONE, n, lambda i: mul(delta(mul(TWO, i), k), apply(g, i))),
        ZERO,
        [le(ONE, k), le(k, n)],
    ),
    "a function of other arguments": (apply(g, add(n, ONE)), apply(g, n), []),
    "two sequences": (sums_of(u, n), sums_of(v, n), []),
    "a reversal off by one": (sums_of(g, t), total(ONE, t, lambda i: apply(g, sub(t, i))), []),
}


@pytest.mark.parametrize("name", EQUAL)
def test_equal_sums_are_seen_to_be_equal(name: str) -> None:
    left, right, formulas = EQUAL[name]
    assert same(left, right, *formulas)
    assert same(right, left, *formulas)


@pytest.mark.parametrize("name", DIFFERENT)
def test_what_may_differ_does_not_vanish(name: str) -> None:
    left, right, formulas = DIFFERENT[name]
    assert not same(left, right, *formulas)


LEAKING = total(ONE, t, lambda i: power(beta, i))


@pytest.mark.parametrize("wrapped", ["beside", "inside a sum", "over a product", "in a power", "in an argument"])
def test_what_is_nonzero_in_the_range_of_an_index_is_not_so_outside(wrapped: str) -> None:
    """With an index from 1 to t at hand the sum is positive; without, t may be 0 and the quotient 0 as well."""
    quotient = div(LEAKING, LEAKING)
    shapes = {
        "beside": (quotient, ONE),
        "inside a sum": (total(ZERO, n, lambda i: mul(apply(g, i), quotient)), total(ZERO, n, lambda i: apply(g, i))),
        "over a product": (mul(quotient, x), x),
        "in a power": (power(x, mul(quotient, n)), power(x, n)),
        "in an argument": (apply(g, mul(t, n)), apply(g, add(mul(t, n), sub(delta(t, ZERO), ZERO)))),
    }
    assert not same(*shapes[wrapped], lt(ZERO, beta), NONNEGATIVE_TIME)


def test_inside_the_range_it_may_be_used() -> None:
    quotient = total(ONE, t, lambda i: mul(apply(g, i), div(LEAKING, LEAKING)))
    assert same(quotient, sums_of(g, t), lt(ZERO, beta))


def test_the_weights_of_an_empty_softmax_do_not_add_up_to_one() -> None:
    weights = total(ONE, t, lambda i: div(power(beta, i), LEAKING))
    assert not same(weights, ONE, lt(ZERO, beta), NONNEGATIVE_TIME)
    assert same(weights, ONE, lt(ZERO, beta), le(ONE, t))


def test_contradictory_hypotheses_make_every_range_empty() -> None:
    assert same(sums_of(g, t), ZERO, le(t, ZERO), le(ONE, t))
    assert eq(sums_of(g, t), ZERO) != eq(sums_of(g, s), ZERO)


def test_a_negative_base_goes_through_a_sum() -> None:
    alternating = total(ZERO, t, lambda i: mul(power(MINUS, sub(t, i)), apply(g, i)))
    pulled = mul(power(MINUS, t), total(ZERO, t, lambda i: mul(power(MINUS, i), apply(g, i))))
    assert same(alternating, pulled)
    assert not same(alternating, total(ZERO, t, lambda i: mul(power(MINUS, i), apply(g, i))))


def test_a_power_leaves_a_sum_only_where_its_exponent_is_no_negative_one() -> None:
    """At x = 0 the term for i = 1 of the one is 0^0 = 1, while the other is multiplied by 0^(-1) = 0."""
    shifted = total(ONE, n, lambda i: power(x, sub(i, ONE)))
    assert not same(shifted, mul(power(x, Number(-1)), total(ONE, n, lambda i: power(x, i))))
    assert same(shifted, mul(power(x, Number(-1)), total(ONE, n, lambda i: power(x, i))), ne(x, ZERO))


def test_a_power_of_a_negative_number_leaves_no_sum_with_an_exponent_that_is_no_integer() -> None:
    moved = total(ONE, n, lambda i: power(x, add(y, i)))
    apart = mul(power(x, y), total(ONE, n, lambda i: power(x, i)))
    assert not same(moved, apart, ne(x, ZERO))
    assert same(moved, apart, lt(ZERO, x))


def test_a_range_of_one_point_is_that_point() -> None:
    """Whatever its end is called, and before a delta in it is looked at: else only a condition on n and k is left."""
    one_point = total(n, n, lambda i: mul(delta(i, k), apply(g, i)))
    assert same(one_point, mul(delta(n, k), apply(g, n)))
    assert same(total(n, n, lambda i: total(i, i, lambda j: apply(g, j))), apply(g, n))
    assert not same(one_point, apply(g, n))
    assert not same(total(n, add(n, ONE), lambda i: apply(g, i)), apply(g, n))
    assert not same(total(n, k, lambda i: apply(g, i)), apply(g, n))
