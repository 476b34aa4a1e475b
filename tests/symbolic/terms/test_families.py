"""Which matrices have a name, and which shapes names have."""

from __future__ import annotations

import pytest

from symbolic.terms import (
    INTEGER,
    ONE,
    Bound,
    Lambda,
    Symbol,
    Term,
    add,
    apply,
    entries,
    entry,
    eq,
    function_sort,
    matrix,
    sequence_sort,
    summation,
)
from symbolic.terms import named_matrix as named
from symbolic.terms.families import Family, family_of, shapes, sum_of_matrices
from symbolic.terms.tree import Node

N, M, T = (Symbol(name, INTEGER) for name in "nmt")
Q, H, B = Symbol("Q", sequence_sort(1, 2)), Symbol("h", sequence_sort(0, 2)), Symbol("b", sequence_sort(1, 1))


def _of(array: Term) -> Family | None:
    assert isinstance(array, Node)
    return family_of(array.args)


def test_named_matrices() -> None:
    assert _of(named(Q, N, M)) == Family(Q, ())
    assert _of(named(B, N, ONE)) == Family(B, ())
    assert _of(named(H, N, ONE, add(T, ONE))) == Family(H, (add(T, ONE),))
    assert _of(matrix(N, M, entries(apply(Bound(3), Bound(1), Bound(0))))) == Family(Bound(1), ())


@pytest.mark.parametrize(
    "array",
    [
        matrix(N, M, entries(ONE)),
        matrix(N, M, entries(apply(Q, Bound(0), Bound(1)))),
        matrix(N, M, entries(apply(B, Bound(1)))),
        matrix(N, ONE, entries(apply(Q, Bound(1), T))),
        matrix(N, ONE, entries(apply(H, Bound(0), Bound(1)))),
        matrix(N, M, entries(apply(Symbol("f", function_sort(2)), Bound(1), Bound(0)))),
        matrix(N, M, entries(apply(Symbol("J", sequence_sort(0, 3)), Bound(1), Bound(1), Bound(0)))),
    ],
)
def test_other_matrices_have_no_name(array: Term) -> None:
    assert _of(array) is None


def test_sums_of_matrices_are_seen_in_their_entries() -> None:
    member = matrix(N, ONE, entries(apply(H, Bound(2), Bound(1))))
    summed = summation(ONE, T, Lambda(INTEGER, entry(member, Bound(2))))
    found = sum_of_matrices((N, ONE, entries(summed)))
    assert found == (ONE, T, Lambda(INTEGER, matrix(N, ONE, entries(apply(H, Bound(2), Bound(1))))))
    for other in (summation(ONE, Bound(1), Lambda(INTEGER, entry(member, Bound(2)))), entry(member, Bound(1)), ONE):
        assert sum_of_matrices((N, ONE, entries(other))) is None
    assert sum_of_matrices((M, ONE, entries(summed))) is None
    assert sum_of_matrices((N, M, entries(summed))) is None


def test_the_shapes_of_symbols() -> None:
    goal = eq(named(H, N, ONE, T), named(B, N, ONE))
    assert shapes([goal, named(Q, N, M)]) == {H: ((N, ONE), True), B: ((N, ONE), False), Q: ((N, M), False)}


def test_a_size_that_is_bound_is_nobody_s() -> None:
    inside = Node("trace", matrix(Bound(0), Bound(0), entries(apply(Q, Bound(1), Bound(0)))))
    assert shapes([summation(ONE, N, Lambda(INTEGER, inside))]) == {}


def test_a_symbol_named_like_a_place_is_none() -> None:
    place = Symbol("the row", INTEGER)
    assert family_of((N, N, entries(apply(Q, place, Bound(0))))) is None
