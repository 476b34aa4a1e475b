"""Derivatives by the entries of matrices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from symbolic.language import (
    column,
    columns,
    dot,
    function,
    functional,
    gradient,
    integer,
    jacobian,
    matrix,
    real,
    size,
    time,
    trace,
    vector,
)
from symbolic.language.reading import Statement, Unreadable, read_claim, read_term
from symbolic.terms import (
    ONE,
    Bound,
    Lambda,
    Node,
    Symbol,
    entries,
    entry,
    named_matrix,
    partial,
    sequence_sort,
    sort_of,
)
from symbolic.terms import matrix as matrix_term
from symbolic.terms.text import show

n, m = size("n m")
A, W, b = matrix("A", n, n), matrix("W", m, n), column("b", n)
h, t, k, x, y = columns("h", n), time("t"), integer("k"), real("x"), column("y", n)
sigma, L = function("sigma"), functional("L")
N, M = read_term(n), read_term(m)
MATRIX, COLUMN = sequence_sort(1, 2), sequence_sort(1, 1)


def test_a_gradient_has_the_shape_of_its_matrix() -> None:
    at = matrix_term(N, N, entries(Node("apply", Bound(2), Bound(1), Bound(0))))
    derivative = partial(Lambda(MATRIX, Node("trace", at)), Symbol("A", MATRIX), Bound(1), Bound(0))
    assert read_term(gradient(trace(A), A)) == matrix_term(N, N, entries(derivative))
    assert show(read_term(gradient(dot(W * b, W * b), W))) == "[∂/∂W(i, j) ⟨W·b, W·b⟩]_{i≤m, j≤n}"
    assert show(read_term(gradient(dot(b, A * b), b))) == "[∂/∂b(i) ⟨b, A·b⟩]_{i≤n}"
    assert show(read_term(gradient(L(b), b)[k])) == "[∂/∂b(i) L(b)]_{i≤n}[k]"
    assert read_term(L(W)) == Node("apply", read_term(L(vector("x"))).args[0], Symbol("W", MATRIX))  # type: ignore[attr-defined]


def test_a_jacobian_has_a_row_for_each_entry() -> None:
    at = named_matrix(Symbol("b", COLUMN), N, ONE)
    inner = entry(matrix_term(N, ONE, entries(Node("apply", Bound(2), Bound(1)))), Bound(2))
    derivative = partial(Lambda(COLUMN, inner), Symbol("b", COLUMN), Bound(0))
    assert read_term(jacobian(b, b)) == matrix_term(N, N, entries(derivative))
    assert show(read_term(jacobian(sigma(W * b), b))) == "[∂/∂b(j) σ(W·b)[i]]_{i≤m, j≤n}"
    assert sort_of(read_term(jacobian(sigma(W * b), b))) == sort_of(at)


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: gradient(h[0][1], h[0]), "a gradient by h.0.; expected one by a matrix or a column that has a name"),
        (lambda: gradient(x, A, k), "a gradient by A; expected one by a vector"),
        (lambda: gradient(x, vector("theta")), "0 indices; expected one index of a vector; none of a matrix"),
        (lambda: gradient(A, A), "expected a SymPy expression"),
        (lambda: jacobian(b, A), "a jacobian by the matrix A; expected one by a column"),
        (lambda: jacobian(b, h[t]), "a jacobian by"),
        (lambda: jacobian(x, b), "in 'jacobian': found x"),
        (lambda: gradient(gradient(b[1], b)[1], b), "a gradient by the same matrix"),
    ],
)
def test_what_is_no_derivative_is_refused(build: Callable[[], Any], message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_term(build())


def test_what_an_assumption_ties_to_the_matrix_is_no_constant() -> None:
    tied = Statement((y, W.T * W * b))
    with pytest.raises(Unreadable, match="what y occurs in, though an assumption ties it to b"):
        read_claim("id", "", "", [tied], Statement((gradient(dot(y, y), b), b)))
    with pytest.raises(Unreadable, match="what h occurs in, though an assumption ties it to b"):
        read_claim("id", "", "", [Statement((h[t + 1], h[t] + b), t)], Statement((jacobian(h[t], b), A)))


def test_sizes_and_other_definitions_tie_nothing() -> None:
    read = read_claim(
        "id", "", "", [Statement((y, A * y)), Statement((h[t], b), t)], Statement((gradient(dot(b, y), b), y))
    )
    assert show(read.goal) == "[∂/∂b(i) ⟨b, y⟩]_{i≤n} = y"
