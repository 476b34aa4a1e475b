"""Matrices as text, in both notations."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from symbolic.claim import Claim
from symbolic.language.latex import LATEX, latex
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
    add,
    apply,
    constant_matrix,
    delta,
    div,
    entries,
    entry,
    eq,
    function_sort,
    identity,
    matmul,
    matrix,
    mul,
    named_matrix,
    neg,
    partial,
    sequence_sort,
    sub,
    transpose,
)
from symbolic.terms import product as product_term
from symbolic.terms.statement import pieces
from symbolic.terms.text import show, statement

N, M, I, T, X = (*(Symbol(name, INTEGER) for name in "nmit"), Symbol("x"))  # noqa: E741
NEXT = add(T, ONE)
A, B = (named_matrix(Symbol(name, sequence_sort(1, 2)), N, N) for name in "AB")
Q = named_matrix(Symbol("Q", sequence_sort(1, 2)), N, M)
V = named_matrix(Symbol("v", sequence_sort(1, 1)), N, ONE)
H = named_matrix(Symbol("h", sequence_sort(0, 2)), N, ONE, NEXT)
J = named_matrix(Symbol("J", sequence_sort(0, 3)), N, M, T)
OF_A = Lambda(sequence_sort(1, 2), Node("trace", matrix(N, N, entries(apply(Bound(2), Bound(1), Bound(0))))), "A")


@pytest.mark.parametrize(
    ("term", "text", "tex"),
    [
        (A, "A", "A"),
        (H, "h(t + 1)", "h_{t + 1}"),
        (J, "J(t)", "J_{t}"),
        (matmul(A, transpose(B)), "A·Bᵀ", r"A \, B^{\top}"),
        (matmul(matmul(A, B), A), "A·B·A", r"A \, B \, A"),
        (matmul(A, matmul(B, A)), "A·(B·A)", r"A \, \left(B \, A\right)"),
        (mul(X, matmul(A, B)), "x·(A·B)", r"x \, \left(A \, B\right)"),
        (matmul(mul(X, A), B), "(x·A)·B", r"\left(x \, A\right) \, B"),
        (transpose(matmul(A, B)), "(A·B)ᵀ", r"\left(A \, B\right)^{\top}"),
        (transpose(transpose(A)), "(Aᵀ)ᵀ", r"\left(A^{\top}\right)^{\top}"),
        (Node("inverse", A), "A⁻¹", "A^{-1}"),
        (Node("inverse", Node("diag", V)), "diag(v)⁻¹", r"\operatorname{diag}\left(v\right)^{-1}"),
        (entry(Q, I, T), "Q[i, t]", r"\left[Q\right]_{i, t}"),
        (entry(V, I), "v[i]", r"\left[v\right]_{i}"),
        (entry(V, I, T), "v[i, t]", r"\left[v\right]_{i, t}"),
        (entry(Q, I, ONE), "Q[i, 1]", r"\left[Q\right]_{i, 1}"),
        (entry(matmul(A, B), I, I), "(A·B)[i, i]", r"\left[A \, B\right]_{i, i}"),
        (identity(N), "I_n", "I_{n}"),
        (identity(add(N, ONE)), "I_{n + 1}", "I_{n + 1}"),
        (constant_matrix(N, ONE, ONE), "𝟏_n", r"\mathbf{1}_{n}"),
        (constant_matrix(N, M, ZERO), "𝟎_{n × m}", r"\mathbf{0}_{n \times m}"),
        (constant_matrix(N, M, X), "[x]_{i≤n, j≤m}", r"\left[x\right]_{i \leq n, j \leq m}"),
        (matrix(N, ONE, entries(delta(Bound(1), I))), "[δ_{i′, i}]_{i′≤n}", r"\left[\delta_{i', i}\right]_{i' \leq n}"),
        (matrix(N, ONE, entries(Bound(0))), "[j]_{i≤n, j≤1}", r"\left[j\right]_{i \leq n, j \leq 1}"),
        (named_matrix(Symbol("f", function_sort(2)), N, M), "[f(i, j)]_{i≤n, j≤m}",
         r"\left[f\left(i, j\right)\right]_{i \leq n, j \leq m}"),
        (matrix(M, N, entries(apply(Symbol("Q", sequence_sort(1, 2)), Bound(0), Bound(1)))), "[Q(j, i)]_{i≤m, j≤n}",
         r"\left[Q_{j, i}\right]_{i \leq m, j \leq n}"),
        (Node("trace", matmul(A, B)), "tr(A·B)", r"\operatorname{tr}\left(A \, B\right)"),
        (Node("dot", V, H), "⟨v, h(t + 1)⟩", r"\left\langle v, h_{t + 1} \right\rangle"),
        (Node("hadamard", add(A, B), B), "(A + B) ⊙ B", r"\left(A + B\right) \odot B"),
        (Node("softmax_row", A), "softmax_row(A)", r"\operatorname{softmax}_{\mathrm{row}}\left(A\right)"),
        (Node("softmax_col", A), "softmax_col(A)", r"\operatorname{softmax}_{\mathrm{col}}\left(A\right)"),
        (apply(Symbol("sigma", function_sort()), add(A, B)), "σ(A + B)", r"\sigma\left(A + B\right)"),
        (div(Node("exp", A), X), "exp(A)/x", r"\frac{\exp\left(A\right)}{x}"),
        (neg(matmul(A, B)), "−A·B", r"-A \, B"),
        (product_term(ONE, N, Lambda(INTEGER, entry(V, Bound(0)), "i")), "∏_{i=1}^{n} v[i]",
         r"\prod_{i=1}^{n} \left[v\right]_{i}"),
        (partial(OF_A, Symbol("A", sequence_sort(1, 2)), I, T), "∂/∂A(i, t) tr(A)",
         r"\frac{\partial}{\partial A_{i, t}} \operatorname{tr}\left(A\right)"),
        (Node("invertible", matmul(A, B)), "A·B is invertible", r"A \, B \text{ is invertible}"),
    ],
)  # fmt: skip
def test_matrices_as_text(term: Term, text: str, tex: str) -> None:
    assert show(term) == text
    assert latex(term) == tex


def _small_arrays() -> list[Term]:
    """Every matrix with at most two operators over atoms that could be mistaken for each other."""
    binary: list[Callable[[Term, Term], Term]] = [
        matmul, add, sub, lambda left, right: Node("hadamard", left, right),
        lambda left, right: mul(X, left, right) if left == X else mul(X, Node("trace", left), right),
    ]  # fmt: skip
    unary: list[Callable[[Term], Term]] = [
        neg, transpose, lambda a: Node("inverse", a), lambda a: Node("exp", a), lambda a: mul(X, a),
        lambda a: mul(a, X), lambda a: div(a, X), lambda a: mul(Number(-1), a), lambda a: mul(X, X, a),
    ]  # fmt: skip
    atoms: list[Term] = [A, identity(N)]
    flat = [op(*pair) for op in binary for pair in product(atoms, repeat=2)] + [op(a) for op in unary for a in atoms]
    deep = [op(*pair) for op in binary for pair in product([*atoms, *flat], repeat=2)]
    deep += [op(part) for op in unary for part in flat]
    return [*atoms, *flat, *deep]


@pytest.mark.parametrize("notation", [show, latex])
def test_different_matrices_look_different(notation: Callable[[Term], str]) -> None:
    seen: dict[str, Term] = {}
    for term in _small_arrays():
        assert seen.setdefault(notation(term), term) == term
    assert len(seen) > 3_000


CLAIM = Claim("id", "", "", (), (eq(H, V), eq(J, Q)), (Node("invertible", A),), eq(matmul(A, H), matmul(B, V)))


def test_a_statement_says_the_shapes() -> None:
    assert statement(CLAIM).startswith(
        "for all integers m, n, t, matrices A, B of n × n, sequence of matrices J of n × m from 0, "
        "matrix Q of n × m, sequence of columns h of n from 0, column v of n; given h(t + 1) = v; J(t) = Q; "
        "where A is invertible; then A·h(t + 1) = B·v"
    )
    assert pieces(CLAIM, LATEX).quantified[1] == r"matrices $A$, $B$ of $n \times n$"


def test_a_matrix_that_only_a_derivative_speaks_of_has_a_shape() -> None:
    at = partial(OF_A, Symbol("A", sequence_sort(1, 2)), I, I)
    assert "matrix A of n × n" in statement(Claim("id", "", "", (), (), (), eq(at, ONE)))
    alone = apply(Symbol("A", sequence_sort(1, 2)), I, I)
    assert "sequence A from 1" in statement(Claim("id", "", "", (), (), (), eq(alone, ONE)))
