"""Sums opened at indices within their ranges are closed to the same sums."""

import pytest

from symbolic.methods.draft import Draft
from symbolic.methods.ranges import Range, opened, outermost_sums, under
from symbolic.methods.search import Failed
from symbolic.terms import (
    INTEGER,
    ONE,
    Bound,
    Lambda,
    Node,
    Symbol,
    add,
    apply,
    eq,
    le,
    mul,
    sequence_sort,
    summation,
)

N, X = Symbol("n", INTEGER), Symbol("x")
U, V = Symbol("u", sequence_sort()), Symbol("v", sequence_sort())


def total(body, upper=N, hint="i"):
    return summation(ONE, upper, Lambda(INTEGER, body, hint))


SINGLE = total(apply(U, Bound(0)))
NESTED = total(total(mul(apply(U, Bound(1)), apply(V, Bound(0))), upper=Bound(0), hint="j"))


@pytest.mark.parametrize("term", [SINGLE, NESTED, total(X), total(total(X))])
def test_what_was_opened_closes_to_the_same(term):
    ranges, body = opened(term)
    assert not list(outermost_sums(body))
    for one in reversed(ranges):
        body = one.summed(body)
    assert body == term
    assert len({one.index for one in ranges}) == len(ranges)


def test_the_range_of_an_inner_sum_may_speak_of_the_outer_index():
    (outer, inner), _ = opened(NESTED)
    assert inner.upper == outer.index
    assert outer.guards == (le(ONE, outer.index), le(outer.index, N))


def test_what_is_no_sum_has_no_ranges():
    assert opened(X) == ([], X)


def test_a_sum_of_a_function_that_is_not_written_out():
    with pytest.raises(Failed, match="a sum binds an index"):
        opened(Node("sum", ONE, N, U))


def test_outermost_sums():
    assert list(outermost_sums(add(mul(X, SINGLE), NESTED, X))) == [SINGLE, NESTED]
    assert list(outermost_sums(X)) == []


def test_under_a_sum_only_what_holds_within_its_range_is_discharged():
    draft, index = Draft(), Symbol("i", INTEGER)
    outer = Range(index, ONE, N)
    known = eq(apply(U, index), apply(V, index))
    step = under(outer, draft.apply("reflexive", (), [apply(U, index)]), draft)
    assert draft.conclusion(step) == eq(SINGLE, SINGLE)
    guarded = draft.apply("linear", draft.assume_all(outer.guards), [eq(apply(U, index), apply(U, index))])
    assert draft.sequent(under(outer, guarded, draft)).hypotheses == frozenset()
    with pytest.raises(Exception, match=r"occurs|open|hypothes"):
        under(outer, draft.assume(known), draft)
