"""Entries, traces and inner products written out down to the entries of what has a name."""

import pytest

from symbolic.methods.expansion import written_out
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Symbol,
    add,
    apply,
    entry,
    identity,
    matmul,
    mul,
    named_matrix,
    partial,
    sequence_sort,
    transpose,
)
from symbolic.terms.text import show

N, ROW, COLUMN = (Symbol(name, INTEGER) for name in "nij")
SYMBOL = Symbol("A", sequence_sort(1, 2))
A = named_matrix(SYMBOL, N, N)
B, P = named_matrix(Symbol("B", sequence_sort(1, 2)), N, N), named_matrix(Symbol("p", sequence_sort(1)), N, ONE)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (entry(A, ROW, COLUMN), "A(i, j)"),
        (entry(transpose(A), ROW, COLUMN), "A(j, i)"),
        (entry(add(A, B), ROW, COLUMN), "A(i, j) + B(i, j)"),
        (entry(matmul(A, P), ROW, ONE), "Σ_{k=1}^{n} A(i, k)·p(k)"),
        (entry(identity(N), ROW, COLUMN), "δ_{i, j}"),
        (Node("dot", named_matrix(SYMBOL, ONE, ONE), named_matrix(SYMBOL, ONE, ONE)), "A(1, 1)·A(1, 1)"),
        (entry(Node("diag", P), ROW, COLUMN), "δ_{i, j}·p(i)"),
        (Node("trace", A), "Σ_{i=1}^{n} A(i, i)"),
        (Node("dot", P, P), "Σ_{i=1}^{n} p(i)·p(i)"),
        (entry(Node("exp", A), ROW, COLUMN), "exp(A(i, j))"),
        (mul(Symbol("x"), entry(transpose(A), ROW, COLUMN)), "x·A(j, i)"),
    ],
)
def test_written_out(term, text):
    assert show(written_out(term)) == text


def test_an_inner_product_of_columns_has_no_factor_of_one():
    product = written_out(entry(matmul(transpose(P), P), ONE, ONE))
    assert not any(ONE in part.args for part in _nodes(product, "mul"))


def _nodes(term, op):
    if isinstance(term, Lambda):
        yield from _nodes(term.body, op)
    elif isinstance(term, Node):
        yield from (term,) if term.op == op else ()
        for part in term.args:
            yield from _nodes(part, op)


def test_inverses_stay_and_what_stands_around_them_does_not():
    inverse = Node("inverse", A)
    assert written_out(entry(inverse, ROW, COLUMN)) == entry(inverse, ROW, COLUMN)
    assert written_out(entry(transpose(inverse), ROW, COLUMN)) == entry(inverse, COLUMN, ROW)


def test_what_stands_below_a_derivative_stays():
    function = Lambda(SYMBOL.sort, entry(transpose(named_matrix(Symbol("C", SYMBOL.sort), N, N)), ROW, COLUMN))
    derivative = partial(function, SYMBOL, ROW, COLUMN)
    assert written_out(derivative) == derivative


@pytest.mark.parametrize(
    "term", [ZERO, Symbol("x"), apply(Symbol("v", sequence_sort()), ROW), Lambda(INTEGER, Bound(0))]
)
def test_scalars_are_written_out_already(term):
    assert written_out(term) == term
