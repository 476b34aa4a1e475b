"""Derivatives of functions as they stand, or of their normal forms."""

import pytest

from symbolic.kernel import Rejected
from symbolic.methods import METHODS
from symbolic.methods.draft import Draft
from symbolic.methods.search import Failed, Goal, Search
from symbolic.methods.unfolding import differentiated
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
    abstract,
    delta,
    diff,
    div,
    entries,
    entry,
    eq,
    matmul,
    matrix,
    mul,
    named_matrix,
    partial,
    sequence_sort,
    summation,
    transpose,
)

TWO, X, K = Number(2), Symbol("x"), Symbol("K", sequence_sort(1, 2))
QUERY = matrix(ONE, ONE, entries(mul(delta(Bound(1), ONE), delta(Bound(0), ONE))))
SCORES = matmul(QUERY, transpose(named_matrix(K, TWO, ONE)))


def slope(term: Term) -> Term:
    assert isinstance(term, Node)
    search = Search(Draft(), METHODS)
    found, step = differentiated(term, Goal(eq(term, ZERO), ()), search)
    assert search.draft.conclusion(step) == eq(term, found)
    assert not search.draft.sequent(step).hypotheses
    return found


def test_a_softmax_of_numbers_and_symbols_is_differentiated_once_its_divisor_is_written_out() -> None:
    weights = Node("softmax_row", SCORES)
    total = summation(ONE, ONE, Lambda(INTEGER, entry(weights, Bound(0), ONE), "i"))
    found = slope(partial(abstract(total, K), K, ONE, ONE))
    assert not any(part in repr(found) for part in ("softmax", "partial"))


def test_a_divisor_that_may_be_0_stays_one() -> None:
    term = diff(abstract(div(ONE, summation(ONE, TWO, Lambda(INTEGER, X))), X), X)
    with pytest.raises((Rejected, Failed)):
        slope(term)
