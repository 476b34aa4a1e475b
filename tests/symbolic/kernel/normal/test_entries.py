"""Entries in the normal form: by definition within the shape, otherwise told apart by what they are entries of."""

from __future__ import annotations

import pytest

from symbolic.kernel.normal.reading import difference, normalise
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    add,
    apply,
    constant_matrix,
    delta,
    div,
    entries,
    entry,
    eq,
    identity,
    le,
    lt,
    matmul,
    matrix,
    mul,
    named_matrix,
    ne,
    sequence_sort,
    summation,
)
from tests.symbolic.kernel.building import TWO, facts, g, i, j, k, m, n, same, total, x, y

W, H = Symbol("W", sequence_sort(1, 2)), Symbol("H", sequence_sort(0, 3))
A, P = named_matrix(W, n, m), named_matrix(W, n, n)
ONES = constant_matrix(n, n, ONE)
ROW, COLUMN = (le(ONE, i), le(i, n)), (le(ONE, j), le(j, m))


def test_an_entry_within_the_shape() -> None:
    assert same(entry(A, i, j), apply(W, i, j), *ROW, *COLUMN)
    assert same(entry(ONES, i, i), ONE, *ROW)
    assert same(entry(named_matrix(W, Number(3), TWO), Number(3), TWO), apply(W, Number(3), TWO))


@pytest.mark.parametrize("missing", range(4))
def test_each_bound_of_the_place_is_needed(missing: int) -> None:
    known = [*ROW, *COLUMN]
    del known[missing]
    assert not same(entry(A, i, j), apply(W, i, j), *known)
    assert not same(entry(constant_matrix(n, m, ONE), i, j), ONE, *known)
    assert not same(entry(Node("exp", A), i, j), Node("exp", entry(A, i, j)), *known)


@pytest.mark.parametrize("place", [ZERO, Number(3), Number(-1)])
def test_outside_the_shape_nothing_is_unfolded(place: Term) -> None:
    twos = constant_matrix(TWO, TWO, TWO)
    assert not same(entry(twos, place, ONE), TWO)
    assert not same(entry(twos, ONE, place), TWO)
    assert same(entry(mul(TWO, twos), place, ONE), mul(TWO, entry(twos, place, ONE)))


def test_what_is_known_within_a_sum_is_not_known_outside() -> None:
    """In sum_{i=1}^{n} it is known that n >= 1; the entry at (1, 1) leaves the sum, that knowledge does not."""
    inside = total(ONE, n, lambda _: entry(ONES, ONE, ONE))
    assert same(inside, n, le(ZERO, n))
    assert not same(inside, n)
    assert not same(div(inside, n), ONE, le(ZERO, n))
    assert same(div(inside, n), ONE, le(ONE, n))
    assert not same(add(inside, entry(ONES, ONE, ONE)), add(n, ONE), le(ZERO, n))


def test_the_rows_of_a_softmax_add_up_where_there_are_any() -> None:
    soft = Node("softmax_row", A)
    row = total(ONE, m, lambda p: entry(soft, i, p))
    assert same(row, ONE, *ROW, le(ONE, m))
    assert not same(row, ONE, *ROW)
    assert not same(row, ONE, *ROW, le(ZERO, m))
    assert not same(row, ONE, le(ONE, m))
    assert not same(row, ONE, le(ONE, m), le(ONE, i))
    assert not same(total(ONE, n, lambda p: entry(soft, p, j)), ONE, *COLUMN, le(ONE, n))


def test_the_trace_of_the_identity_is_its_size_if_that_is_one() -> None:
    assert same(Node("trace", identity(n)), n, le(ZERO, n))
    assert not same(Node("trace", identity(n)), n)
    assert not same(Node("trace", identity(n)), n, le(Number(-1), n))


def test_a_name_outside_is_not_captured_by_a_row() -> None:
    rows = matrix(n, m, entries(mul(Bound(1), i), "i"))
    assert same(entry(rows, k, j), mul(k, i), le(ONE, k), le(k, n), *COLUMN)
    summed = total(ONE, n, lambda p: entry(matrix(n, n, entries(mul(Bound(1), p), "l")), p, p), "l")
    assert same(summed, total(ONE, n, lambda p: mul(p, p)))
    products = matmul(matrix(n, n, entries(mul(k, Bound(1)), "k")), matrix(n, n, entries(mul(k, Bound(0)), "k")))
    assert same(entry(products, i, j), mul(n, k, k, i, j), *ROW, le(ONE, j), le(j, n))


# -- entries without a definition ----------------------------------------------------------------------


def inverse(by: Term) -> Term:
    """The inverse of a matrix that depends on ``by``."""
    return Node("inverse", matrix(n, n, entries(add(apply(W, Bound(1), Bound(0)), by))))


def test_entries_of_inverses_are_told_apart_by_the_matrix_and_the_place() -> None:
    assert same(entry(inverse(x), i, j), entry(inverse(x), i, j))
    assert same(entry(inverse(x), add(i, ONE), j), entry(inverse(x), add(ONE, i), j))
    for other in (inverse(y), inverse(add(x, ZERO)), Node("inverse", P), Node("transpose", inverse(x)), ONES):
        assert not same(entry(inverse(x), i, j), entry(other, i, j))
    assert not same(entry(inverse(x), i, j), entry(inverse(x), j, i))
    assert not same(entry(inverse(x), i, j), entry(inverse(x), i, i))


def test_a_place_that_is_also_a_name_in_the_matrix() -> None:
    """Slots for the i within and for the i of the place are different slots."""
    assert not same(entry(inverse(i), i, j), entry(inverse(i), j, i))
    assert not same(entry(inverse(i), i, j), entry(inverse(j), i, j))
    assert not same(entry(inverse(i), i, j), entry(inverse(j), j, i))
    assert same(entry(inverse(i), i, j), entry(inverse(i), add(i, ZERO), j))


def test_entries_of_inverses_below_a_sum() -> None:
    moving = total(ONE, n, lambda p: mul(apply(g, p), entry(inverse(p), p, ONE)))
    assert same(moving, total(ONE, n, lambda p: mul(entry(inverse(p), p, ONE), apply(g, p)), "other"))
    assert not same(moving, total(ONE, n, lambda p: mul(apply(g, p), entry(inverse(n), p, ONE))))
    assert not same(moving, total(ONE, n, lambda p: mul(apply(g, p), entry(inverse(p), ONE, p))))
    collapsed = total(ONE, n, lambda p: mul(delta(p, k), entry(inverse(p), p, ONE)))
    assert same(collapsed, entry(inverse(k), k, ONE), le(ONE, k), le(k, n))
    assert not same(collapsed, entry(inverse(k), k, ONE), le(ONE, k))


def test_an_entry_is_a_real_number_of_unknown_sign() -> None:
    of_inverse = entry(inverse(x), i, j)
    known = facts(lt(ZERO, x))
    poly = difference(of_inverse, ZERO, known)
    assert not any((known.nonnegative(poly), known.nonzero(poly), known.nonnegative(-poly)))
    known = facts(lt(ZERO, of_inverse))
    assert known.positive(normalise(of_inverse, known))
    strict = facts(lt(ZERO, of_inverse), lt(of_inverse, ONE))
    assert not strict.impossible()


def test_a_family_of_matrices_is_told_apart_by_its_index() -> None:
    first, second = named_matrix(H, n, m, ZERO), named_matrix(H, n, m, k)
    assert not same(entry(first, i, j), entry(second, i, j), *ROW, *COLUMN)
    assert same(entry(second, i, j), apply(H, k, i, j), *ROW, *COLUMN)
    assert not same(entry(second, i, j), apply(H, i, k, j), *ROW, *COLUMN)


# -- facts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("formula", [eq(P, ONES), ne(P, ONES), Node("invertible", P)])
def test_formulas_about_matrices_are_no_facts(formula: Term) -> None:
    known = facts(formula)
    assert not known.impossible()
    assert not known.nonzero(difference(entry(P, i, j), ONE, known))


def test_a_product_that_is_not_zero_has_no_factor_zero() -> None:
    known = facts(ne(mul(x, y, apply(g, k)), ZERO))
    for factor in (x, y, apply(g, k), mul(x, y)):
        assert known.nonzero(difference(factor, ZERO, known))
    assert not known.nonzero(difference(apply(g, n), ZERO, known))
    assert not known.nonzero(difference(add(x, y), ZERO, known))
    assert not known.positive(difference(x, ZERO, known))


@pytest.mark.parametrize("formula", [ne(add(mul(x, y), ONE), ZERO), ne(mul(x, y), ONE), eq(mul(x, y), ONE)])
def test_only_a_single_product_shows_its_factors(formula: Term) -> None:
    known = facts(formula)
    assert not known.nonzero(difference(x, ZERO, known))


def test_the_factors_of_a_power_that_may_be_one() -> None:
    """x^n y is not 0; with n = 0 this says nothing of x."""
    known = facts(ne(mul(Node("pow", x, n), y), ZERO))
    assert known.nonzero(difference(y, ZERO, known))
    assert not known.nonzero(difference(x, ZERO, known))
    quotient = facts(ne(div(x, y), ZERO))
    assert quotient.nonzero(difference(x, ZERO, quotient))


def test_a_sum_that_is_not_zero_says_nothing_of_its_terms() -> None:
    whole = summation(ONE, n, Lambda(INTEGER, mul(apply(g, Bound(0)), x)))
    known = facts(ne(whole, ZERO))
    assert known.nonzero(difference(x, ZERO, known))
    assert not known.nonzero(difference(apply(g, ONE), ZERO, known))
