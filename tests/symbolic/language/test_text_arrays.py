"""Text about matrices: read into the terms that scripts are read into, and slips are pointed at."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import MatrixSymbol

from symbolic.language import (
    Product,
    Sum,
    array,
    column,
    columns,
    diag,
    dot,
    exp,
    function,
    gradient,
    hadamard,
    identity,
    integer,
    inverse,
    jacobian,
    matrices,
    matrix,
    ones,
    real,
    sequence,
    size,
    slope,
    softmax_col,
    softmax_row,
    tanh,
    time,
    trace,
    zeros,
)
from symbolic.language.conventions import declare
from symbolic.language.reading import Unreadable, read_term
from symbolic.language.text import read_text
from symbolic.terms import Node
from symbolic.terms.text import show

n, d, m = size("n d m")
t, i, j, s = time("t"), integer("i"), integer("j"), real("s")
Q, K, W = (*matrix("Q K", n, d), matrix("W", n, n))
b, h, J, sigma = column("b", n), columns("h", n), matrices("J", n, m), function("sigma")
NAMES: dict[str, Any] = {
    "n": n,
    "d": d,
    "m": m,
    "t": t,
    "i": i,
    "j": j,
    "s": s,
    "Q": Q,
    "K": K,
    "W": W,
    "b": b,
    "h": h,
    "J": J,
    "sigma": sigma,
    "v": sequence("v"),
    "A": Q * K.T,
    "M": MatrixSymbol("M", n, n),
    "T": read_term(W),
}


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Q*K.T", Q * K.T),
        ("Q @ K.T", Q @ K.T),
        ("(Q*K.T).T", (Q * K.T).T),
        ("Q + K - Q", Q + K - Q),
        ("-Q*K.T", -(Q * K.T)),
        ("s*(W*W)", s * (W * W)),
        ("W*W*s", W * W * s),
        ("W*s*W", W * s * W),
        ("W*(W*W)", W * (W * W)),
        ("Q/s", Q / s),
        ("A[i, j]", (Q * K.T)[i, j]),
        ("b[i]", b[i]),
        ("h[t + 1]", h[t + 1]),
        ("h(t)[i]", h[t][i]),
        ("J[t][i, 1]", J[t][i, 1]),
        ("M[1, 1]*T[i, j]", NAMES["M"][0, 0] * W[i, j]),
        ("sigma(W*h[t])", sigma(W * h[t])),
        ("exp(Q)", exp(Q)),
        ("W.I + inverse(W)", W.I + inverse(W)),
        ("softmax_row(A)*softmax_col(A)", softmax_row(Q * K.T) * softmax_col(Q * K.T)),
        ("diag(b)", diag(b)),
        ("trace(W)", trace(W)),
        ("dot(b, h[t])", dot(b, h[t])),
        ("hadamard(Q, K)", hadamard(Q, K)),
        ("identity(n)", identity(n)),
        ("ones(n)", ones(n)),
        ("ones(n, m) + zeros(n, m)", ones(n, m) + zeros(n, m)),
        ("prod(b[i], i, 1, n)", Product(b[i], (i, 1, n))),
        ("sum(h[i][j], i, 1, n)", Sum(h[i][j], (i, 1, n))),
        ("array(b[i]**2, i, n)", array(b[i] ** 2, (i, n))),
        ("array(b[i]*b[j], i, n, j, n)", array(b[i] * b[j], (i, n), (j, n))),
        ("array(sum(h[i][j], i, 1, n), j, n)", array(Sum(h[i][j], (i, 1, n)), (j, n))),
        ("gradient(trace(W*A), W)", gradient(trace(W * (Q * K.T)), W)),
        ("gradient(trace(M), M)", gradient(trace(MatrixSymbol("M", n, n)), MatrixSymbol("M", n, n))),
        ("gradient(dot(b, W*b), b)[i]", gradient(dot(b, W * b), b)[i]),
        ("jacobian(sigma(W*b), b)", jacobian(sigma(W * b), b)),
        ("slope(sigma, W*b)", slope(sigma, W * b)),
        ("slope(tanh, A)", slope(tanh, Q * K.T)),
    ],
)
def test_text_says_what_a_script_says(text: str, expression: Any) -> None:
    assert read_text(text, NAMES) == read_term(expression)


def test_relations_between_matrices() -> None:
    assert show(read_text("h[t + 1] == sigma(W*h[t])", NAMES)) == "h(t + 1) = σ(W·h(t))"
    assert show(read_text("W @ W != W", NAMES)) == "W·W ≠ W"
    assert read_text("invertible(W)", NAMES) == Node("invertible", read_term(W))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Q*K", "a matrix product of n × d and n × d: Q and K; expected a well-formed line"),
        ("s*(Q + K.T)", "a sum of n × d and d × n: Q and Kᵀ"),
        ("Q == K.T", "an equation of n × d and d × n: Q and Kᵀ"),
        ("Q + 1", "'add' of a matrix and a scalar"),
        ("Q < K", "'lt' takes scalars"),
        ("Q**2", "'pow' takes scalars"),
        ("s/Q", "'div' takes scalars"),
        ("Q.X", "Attribute, at column 1; expected names without dots, but for A.T and A.I"),
        ("Q[i]", r"one index of a matrix of several columns; expected A\[i, j\]"),
        ("Q[i, j, i]", "3 indices, at column 1"),
        ("b[i][j]", "an index on a scalar, at column 1"),
        ("b(i)", r"the matrix b applied, at column 1; expected an entry: b\[...\]"),
        ("h", "the sequence h alone"),
        ("h[t, i]", "Tuple, at column 3; expected one index"),
        ("trace(Q, K)", "2 arguments of trace, at column 1; expected 1"),
        ("trace(s)", "'trace' takes matrices, found real"),
        ("s @ s", "'matmul' takes matrices"),
        ("identity(s)", "the sizes of a matrix are integers"),
        ("identity(n, n)", r"2 arguments of identity, at column 1; expected identity\(n\)"),
        ("ones(n, n, n)", r"expected ones\(n\) or ones\(n, m\)"),
        ("array(s, 1, n)", "3 arguments of array"),
        ("array(s, i, n, i, n)", "with different indices"),
        ("array(Q, i, n)", "the entries of a matrix are scalars"),
        ("gradient(b[1], h[0])", r"a derivative by h\[0\], at column 16"),
        ("gradient(b[1], b, i)", "3 arguments of gradient"),
        ("gradient(gradient(b[1], b)[1], b)", "a gradient by the same matrix"),
        ("jacobian(b, W)", "a jacobian by the matrix W, at column 13"),
        ("jacobian(b)", "1 arguments of jacobian"),
        ("slope(s, Q)", "the scalar s applied"),
        ("slope(2, Q)", "2 arguments of slope"),
        ("prod(Q, i, 1, n)", "the body of 'prod' is of sort matrix"),
        ("prod(b[i], i, 1)", "the syntax Call"),
        ("q*Q", "the unknown name 'q'"),
    ],
)
def test_a_slip_is_pointed_at(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_text(text, NAMES)


def test_bound_names_and_operators_are_not_declared() -> None:
    made = declare("array(u[p]*w(q), p, n, q, m) == prod(x, r, 1, n)*softmax_row(S.T)")
    assert set(made) == {"u", "w", "p", "q", "r", "n", "m", "x", "S"}
    assert (made["u"], made["w"], made["n"]) == (sequence("u"), sequence("w"), n)
