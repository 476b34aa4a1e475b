"""SymPy's own symbolic matrices, read as what they are."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import HadamardProduct, Identity, MatrixSymbol, OneMatrix, Trace, ZeroMatrix, symbols
from sympy.matrices.expressions.diagonal import DiagMatrix

from symbolic.language import exp, gradient, matrix, size
from symbolic.language.reading import Unreadable, read_claim, read_term
from symbolic.language.statements import Statement
from symbolic.terms import INTEGER, Symbol, named_matrix, sequence_sort
from symbolic.terms.text import show

n, d = symbols("n d", integer=True, positive=True)
i, x = symbols("i", integer=True), symbols("x", real=True)
Q, K, W, v = MatrixSymbol("Q", n, d), MatrixSymbol("K", n, d), MatrixSymbol("W", n, n), MatrixSymbol("v", n, 1)


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        (Q * K.T, "Q·Kᵀ"),
        (2 * x * Q * K.T, "2·x·(Q·Kᵀ)"),
        (-x * Q / 2, "−(x/2)·Q"),
        (K - Q, "K − Q"),
        (W * W, "W·W"),
        (W.I * W.T, "W⁻¹·Wᵀ"),
        (Trace(Q * K.T), "tr(Q·Kᵀ)"),
        (HadamardProduct(Q, K), "Q ⊙ K"),
        (DiagMatrix(v), "diag(v)"),
        (DiagMatrix(v.T), "diag((vᵀ)ᵀ)"),
        (Identity(n) + W, "I_n + W"),
        (OneMatrix(n, d) + Q, "Q + 𝟏_{n × d}"),
        (ZeroMatrix(n, 1), "𝟎_n"),
        (Q[0, i], "Q[1, i + 1]"),
        (exp(Q), "exp(Q)"),
        (gradient(Trace(W), W), "[∂/∂W(i, j) tr(W)]_{i≤n, j≤n}"),
    ],
)
def test_sympy_matrices(expression: Any, shown: str) -> None:
    assert show(read_term(expression)) == shown


def test_a_matrix_symbol_is_a_family_of_reals() -> None:
    assert read_term(Q) == named_matrix(Symbol("Q", sequence_sort(1, 2)), Symbol("n", INTEGER), Symbol("d", INTEGER))


def test_both_kinds_mix() -> None:
    ours = matrix("A", n, n)
    assert show(read_term(W * ours + ours * W)) == "W·A + A·W"
    assert show(read_claim("id", "", "", [Statement((W, ours))], Statement("W*A == A @ W")).goal) == "W·A = A·W"


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: W**-2, "the power -2 of a matrix"),
        (lambda: MatrixSymbol("Q", symbols("p"), 2), "the sizes of a matrix are integers"),
        (lambda: W + 0 * matrix("W", size("n"), 2), "print alike"),
    ],
)
def test_what_is_not_read(build: Any, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_term(build())
