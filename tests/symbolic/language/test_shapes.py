"""Shapes that do not fit are named as they print."""

from __future__ import annotations

import pytest

from symbolic.language.shapes import misfit
from symbolic.terms import INTEGER, ONE, Node, Symbol, Term, add, eq, matmul, named_matrix, sequence_sort, transpose

N, D = Symbol("n", INTEGER), Symbol("d", INTEGER)
Q = named_matrix(Symbol("Q", sequence_sort(1, 2)), add(N, ONE), D)


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (matmul(Q, Q), "a matrix product of n + 1 × d and n + 1 × d: Q and Q"),
        (add(Q, Q, transpose(Q)), "a sum of n + 1 × d and n + 1 × d and d × n + 1: Q and Q and Qᵀ"),
        (eq(matmul(Q, Q), Q), "a matrix product of n + 1 × d and n + 1 × d: Q and Q"),
        (eq(matmul(Q, Q), matmul(transpose(Q), transpose(Q))), "a matrix product of n + 1 × d and n + 1 × d: Q and Q"),
        (Node("inverse", Q), "inverse of n + 1 × d, which is not square: Q"),
        (eq(matmul(Q, transpose(Q)), matmul(Q, transpose(Q))), ""),
        (add(N, ONE), ""),
    ],
)
def test_misfits(term: Term, words: str) -> None:
    assert misfit(term) == words
