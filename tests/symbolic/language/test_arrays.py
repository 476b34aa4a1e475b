"""Matrices in scripts: operators read in the order written, and slips are named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sympy

from symbolic.language import column, columns, diag, dot, hadamard, integer, inverse, matrix, real, size, time, trace
from symbolic.language.reading import Statement, Unreadable, read_claim, read_formula, read_relation, read_term
from symbolic.terms import (
    INTEGER,
    IllFormed,
    Node,
    Number,
    Symbol,
    Term,
    add,
    div,
    entry,
    eq,
    matmul,
    mul,
    named_matrix,
    ne,
    neg,
    sequence_sort,
    sub,
    transpose,
)

n, d = size("n d")
i, j, t = integer("i"), integer("j"), time("t")
x = real("x")
Q, K = matrix("Q K", n, d)
W = matrix("W", n, n)
b = column("b", n)
h = columns("h", n)

N, D, ROW, COLUMN = (Symbol(name, INTEGER) for name in "ndij")
X = Symbol("x")
q, k = (named_matrix(Symbol(name, sequence_sort(1, 2)), N, D) for name in "QK")
w = named_matrix(Symbol("W", sequence_sort(1, 2)), N, N)
v = named_matrix(Symbol("b", sequence_sort(1, 1)), N, Number(1))


@pytest.mark.parametrize(
    ("expression", "term"),
    [
        (Q + K, add(q, k)),
        (Q + K + Q, add(q, k, q)),
        (Q + (K + Q), add(q, add(k, q))),
        (Q - K, sub(q, k)),
        (-Q, neg(q)),
        (2 * Q, mul(Number(2), q)),
        (x * Q, mul(X, q)),
        (Q * x, mul(q, X)),
        (Q / x, div(q, X)),
        (Q * K.T, matmul(q, transpose(k))),
        (Q @ K.T, matmul(q, transpose(k))),
        (Q * K.T * Q, matmul(matmul(q, transpose(k)), q)),
        (Q * (K.T * Q), matmul(q, matmul(transpose(k), q))),
        (K * Q.T, matmul(k, transpose(q))),
        (x * Q @ K.T, matmul(mul(X, q), transpose(k))),
        (W.I, Node("inverse", w)),
        (W.inv(), Node("inverse", w)),
        (inverse(W), Node("inverse", w)),
        (Q[i, j], entry(q, ROW, COLUMN)),
        (Q[1, 2], entry(q, Number(1), Number(2))),
        (b[i], entry(v, ROW)),
        (b[i, 1], entry(v, ROW)),
        ((W * b)[i], entry(matmul(w, v), ROW)),
        (x * trace(W), mul(X, Node("trace", w))),
        (dot(Q, K), Node("dot", q, k)),
        (hadamard(Q, K), Node("hadamard", q, k)),
        (diag(b), Node("diag", v)),
    ],
)
def test_operators_are_read_as_written(expression: Any, term: Term) -> None:
    assert read_term(expression) == term


def test_two_matrices_make_an_equation() -> None:
    assert read_relation(Q, K) == eq(q, k)
    assert read_formula(sympy.Eq(Q, K)) == eq(q, k)
    assert read_formula(sympy.Ne(Q, K)) == ne(q, k)


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: Q * K, "a matrix product of n × d and n × d: Q and K"),
        (lambda: Q + K.T, "a sum of n × d and d × n: Q and Kᵀ"),
        (lambda: hadamard(Q, W), "an entrywise product of n × d and n × n"),
        (lambda: trace(Q), "trace of n × d, which is not square: Q"),
        (lambda: Q.I, "inverse of n × d, which is not square"),
        (lambda: Q[i], r"one index of a matrix of several columns; expected A\[i, j\]"),
        (lambda: Q[i, x], "entries of a matrix are counted by integers"),
        (lambda: Q[i, j, i], r"the index \(i, j, i\)"),
        (lambda: Q[1:], "the index slice"),
        (lambda: Q + 1, "in 'a sum': found 1, a int"),
        (lambda: x - Q, "in 'a difference': found x"),
        (lambda: Q @ x, "a matrix product"),
        (lambda: W**2, "the power 2 of a matrix"),
        (lambda: x / Q, "a matrix below; expected .*inverse"),
        (lambda: Q / K, "expected a SymPy expression"),
        (lambda: 0.5 * Q, "the float"),
        (lambda: sympy.Function("f")(Q) * Q, "entrywise functions are declared by function"),
        (lambda: h, "the sequence h alone"),
        (lambda: dot(Q, 1), "in 'dot': found 1"),
        (lambda: sympy.exp(Q), "SymPy's exp of a matrix; expected exp from symbolic.language"),
    ],
)
def test_slips_are_named(build: Callable[[], Any], message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_term(build())


def test_sides_of_different_shapes_are_no_claim() -> None:
    with pytest.raises(Unreadable, match="an equation of n × d and d × n: Q and Kᵀ") as caught:
        read_claim("id", "title", "", [], Statement((Q, K.T)))
    assert isinstance(caught.value.__cause__, IllFormed)
    assert "n × d and d × n" in str(caught.value.__cause__)
    with pytest.raises(Unreadable, match="of a matrix and a scalar"):
        read_claim("id", "title", "", [], Statement((Q, x)))


def test_entries_are_not_listed() -> None:
    with pytest.raises(TypeError, match="not listed"):
        list(Q)
    with pytest.raises(TypeError, match="no last element"):
        list(h)


def test_symbols_are_replaced_in_matrices() -> None:
    assert read_term((x * h[t]).subs(t, t + 1)) == read_term(x * h[t + 1])
    assert read_term((Q * K.T).subs(d, 3)) == read_term(matrix("Q", n, 3) * matrix("K", n, 3).T)
