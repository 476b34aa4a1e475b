"""What entries are: each operator by its definition, at every place in and around the shape, against tables."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from symbolic.kernel.arrays import total, unfolded, within
from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    ONE,
    Bound,
    Node,
    Number,
    Symbol,
    Term,
    add,
    apply,
    constant_matrix,
    div,
    entries,
    function_sort,
    identity,
    le,
    matmul,
    matrix,
    mul,
    named_matrix,
    neg,
    sequence_sort,
    sub,
    transpose,
)
from tests.symbolic.kernel.brute import array, holds, value
from tests.symbolic.kernel.building import i, j, m, n, x

W, V, b = (Symbol(name, sequence_sort(1, arity)) for name, arity in (("W", 2), ("V", 2), ("b", 1)))
f = Symbol("f", function_sort())
A, B, C = named_matrix(W, n, m), named_matrix(V, n, m), named_matrix(V, m, n)

OPERATORS = [
    A,
    matmul(A, C),
    transpose(A),
    Node("diag", named_matrix(b, n, ONE)),
    Node("softmax_row", A),
    Node("softmax_col", A),
    Node("hadamard", A, B),
    add(A, B),
    sub(A, B),
    neg(A),
    mul(x, A, Number(2)),
    div(A, x),
    Node("exp", A),
    Node("tanh", A),
    Node("cos", A),
    Node("sigmoid", A),
    apply(f, A),
    identity(n),
    constant_matrix(n, m, x),
    matrix(n, m, entries(sub(Bound(1), mul(Number(2), Bound(0))))),
]
TABLES = {
    W: lambda row, column: row * row - 2 * column,
    V: lambda row, column: 3 - row * column,
    b: lambda row: 2 - row,
    f: lambda number: number + 5,
    x: Fraction(0),
}


@pytest.mark.parametrize("whole", OPERATORS, ids=repr)
def test_an_entry_is_what_it_is_unfolded_to(whole: Term) -> None:
    """At all places if nothing is asked of them, else at those that satisfy what is asked."""
    entry, conditions = unfolded(whole, i, j), within(whole, i, j)
    assert entry is not None
    for rows, columns, row, column in product((-1, 0, 1, 2), (-1, 0, 1, 3), range(-1, 5), range(-1, 5)):
        at = {**TABLES, n: rows, m: columns, i: row, j: column}
        if all(holds(condition, at) for condition in conditions):
            assert value(entry, at) == array(whole, at).at(row, column), at


OWES_A_PLACE = [
    whole
    for whole in OPERATORS
    if whole.op in ("matrix", "softmax_row", "softmax_col", "exp", "sigmoid", "cos", "apply")
]


@pytest.mark.parametrize("whole", OWES_A_PLACE, ids=repr)
def test_what_does_not_turn_zeros_into_zeros_asks_for_a_place_within(whole: Term) -> None:
    assert len(within(whole, i, j)) == 4
    assert within(whole, i, j)[:2] == (le(ONE, i), le(i, n))


def test_an_inverse_has_no_entries_by_definition() -> None:
    assert unfolded(Node("inverse", identity(n)), i, j) is None


def test_scalars_have_no_entries() -> None:
    assert unfolded(mul(x, x), i, j) is None
    assert unfolded(Node("trace", identity(n)), i, j) is None
    assert unfolded(x, i, j) is None


def test_a_hole_has_no_shape() -> None:
    with pytest.raises(Rejected, match="unknown shape"):
        unfolded(matmul(Bound(0), A), i, j)
    with pytest.raises(Rejected, match="unknown shape"):
        within(Bound(0), i, j)
    with pytest.raises(Rejected, match="unknown shape"):
        total("trace", (Bound(0),))


@pytest.mark.parametrize("rows", [-1, 0, 1, 2, 3])
def test_totals(rows: int) -> None:
    at = {**TABLES, n: rows, m: 2}
    square = matmul(A, C)
    assert value(total("trace", (square,)), at) == array(square, at).trace()
    assert value(total("dot", (A, B)), at) == array(A, at).dot(array(B, at))
