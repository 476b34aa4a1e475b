"""Functions of matrices, and matrices by their entries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from symbolic.language import (
    Product,
    Sum,
    array,
    column,
    diag,
    entry,
    identity,
    integer,
    inverse,
    matrix,
    ones,
    real,
    size,
    softmax_col,
    softmax_row,
    zeros,
)
from symbolic.language.reading import Unreadable, read_term
from symbolic.terms import INTEGER, ONE, ZERO, Bound, Node, Symbol, constant_matrix, entries, mul
from symbolic.terms import entry as entry_term
from symbolic.terms import identity as identity_term
from symbolic.terms import matrix as matrix_term
from symbolic.terms.text import show

n, m = size("n m")
i, j, x = integer("i"), integer("j"), real("x")
A, b = matrix("A", n, m), column("b", n)
N, M = Symbol("n", INTEGER), Symbol("m", INTEGER)


@pytest.mark.parametrize("build", [softmax_row, softmax_col])
def test_functions_of_one_matrix(build: Any) -> None:
    assert read_term(build(A)) == Node(build.__name__, read_term(A))
    assert read_term(inverse(diag(b))) == Node("inverse", Node("diag", read_term(b)))
    assert read_term(entry(A, 1, i)) == read_term(A[1, i])


def test_constant_matrices() -> None:
    assert read_term(identity(n)) == identity_term(N)
    assert read_term(ones(n)) == constant_matrix(N, ONE, ONE)
    assert read_term(ones(n, m)) == constant_matrix(N, M, ONE)
    assert read_term(zeros(n, m)) == constant_matrix(N, M, ZERO)
    assert str(identity(n) + ones(n, n) - zeros(n, n)) == "(identity(n) + ones(n, n)) - zeros(n, n)"


def test_a_matrix_by_its_entries() -> None:
    column_of_b = read_term(b)
    product = mul(entry_term(column_of_b, Bound(1)), entry_term(column_of_b, Bound(0)))
    assert read_term(array(b[i] * b[j], (i, n), (j, n))) == matrix_term(N, N, entries(product))
    assert read_term(array(x * b[i], (i, n))) == matrix_term(
        N, ONE, entries(mul(Symbol("x"), entry_term(column_of_b, Bound(1))))
    )


def test_the_indices_of_a_matrix_are_its_own() -> None:
    made = array(x * b[i], (i, n))
    assert made.subs(i, 3) == made
    assert read_term(made.subs(x, b[j])) == read_term(array(b[i] * b[j], (i, n)))
    with pytest.raises(Unreadable, match="below an index of that name"):
        made.subs(x, b[i])


def test_sums_and_products_of_entries() -> None:
    assert show(read_term(Sum(array(A[i, j], (i, n))[1], (j, 1, m)))) == "Σ_{j=1}^{m} [A[i, j]]_{i≤n}[1]"
    assert show(read_term(Product(b[i], (i, 1, n)) * x)) == "x·∏_{i=1}^{n} b[i]"
    assert read_term(Product(A[i, j], (j, 1, m), (i, 1, n))) == read_term(
        Product(Product(A[i, j], (j, 1, m)), (i, 1, n))
    )


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: array(x, (x, n)), "in 'array': found the ranges"),
        (lambda: array(x, (i, n), (i, n)), "different indices"),
        (lambda: array(x), "the ranges"),
        (lambda: array(A, (i, n)), "expected a SymPy expression"),
        (lambda: identity(x), "the sizes of a matrix are integers"),
        (lambda: softmax_row(x), "in 'softmax_row': found x"),
        (lambda: diag(A), "no vector"),
        (lambda: identity(n) * A.T, "a matrix product of n × n and m × n: I_n and Aᵀ"),
    ],
)
def test_slips_are_named(build: Callable[[], Any], message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_term(build())
