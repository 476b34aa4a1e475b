"""The steps of `tests/strength/steps.py` as one asks SymPy: differences that are 0, by title.

Each is made when it is asked for, since SymPy differentiates and integrates at once.  Where SymPy has several ways to
state a step, this is the one that it does best on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from sympy import (
    Determinant,
    Function,
    Identity,
    IndexedBase,
    MatrixSymbol,
    Product,
    Rational,
    Sum,
    Symbol,
    Trace,
    diff,
    exp,
    log,
    symbols,
    tanh,
)
from sympy.stats import E, Normal

n, m, d = symbols("n m d", integer=True, positive=True)
i, j, k = symbols("i j k", integer=True)
t = Symbol("t", integer=True, nonnegative=True)
b = Symbol("b", positive=True)
c, lam, eta, s = symbols("c lambda eta s", real=True)
f, g, F = Function("f"), Function("g"), Function("F")
a = Function("a", nonzero=True)
x = IndexedBase("x", real=True)
A, B, M, N = MatrixSymbol("A", n, n), MatrixSymbol("B", n, n), MatrixSymbol("M", m, n), MatrixSymbol("N", n, m)
X, y, w = MatrixSymbol("X", n, d), MatrixSymbol("y", n, 1), MatrixSymbol("w", d, 1)
G = Normal("G", 0, 1)
residual = X * w - y
partition = Sum(exp(x[j]), (j, 1, n))
sigma = 1 / (1 + exp(-s))

DIFFERENCES: Final[Mapping[str, Callable[[], Any]]] = {
    "sum linearity": lambda: Sum(c * f(i), (i, 1, n)) - c * Sum(f(i), (i, 1, n)),
    "sum additivity": lambda: Sum(f(i) + g(i), (i, 1, n)) - Sum(f(i), (i, 1, n)) - Sum(g(i), (i, 1, n)),
    "index rename": lambda: Sum(f(i), (i, 1, n)) - Sum(f(j), (j, 1, n)),
    "index shift": lambda: Sum(f(i), (i, 1, n)) - Sum(f(j + 1), (j, 0, n - 1)),
    "last term split off": lambda: Sum(f(i), (i, 1, n + 1)) - Sum(f(i), (i, 1, n)) - f(n + 1),
    "swap of two sums": lambda: Sum(F(i, j), (j, 1, n), (i, 1, m)) - Sum(F(i, j), (i, 1, m), (j, 1, n)),
    "product of sums as a double sum": lambda: (
        Sum(f(i), (i, 1, n)) * Sum(g(j), (j, 1, m)) - Sum(f(i) * g(j), (j, 1, m), (i, 1, n))
    ),
    "running-average recursion": lambda: (
        Sum((1 - b) * b ** (t + 1 - i) * g(i), (i, 1, t + 1))
        - b * Sum((1 - b) * b ** (t - i) * g(i), (i, 1, t))
        - (1 - b) * g(t + 1)
    ),
    "sum of its weights": lambda: Sum((1 - b) * b ** (t - i), (i, 1, t)) - (1 - b**t),
    "softmax sums to 1": lambda: Sum(exp(x[i]) / partition, (i, 1, n)) - 1,
    "softmax invariant under a shift": lambda: exp(x[i] + c) / Sum(exp(x[j] + c), (j, 1, n)) - exp(x[i]) / partition,
    "gradient of log-sum-exp": lambda: diff(log(partition), x[k]) - exp(x[k]) / partition,
    "telescoping product": lambda: Product(a(i + 1) / a(i), (i, 0, t - 1)) - a(t) / a(0),
    "product of n equal factors": lambda: Product(c, (i, 1, n)) - c**n,
    "(AB)^T": lambda: (M * N).T - N.T * M.T,
    "A(B + I) = AB + A": lambda: A * (B + Identity(n)) - (A * B + A),
    "trace cyclicity": lambda: Trace(M * N) - Trace(N * M),
    "ridge gradient from the quadratic form": lambda: (
        (residual.T * residual + lam * w.T * w).diff(w) - (2 * X.T * residual + 2 * lam * w)
    ),
    "ridge gradient from the trace form": lambda: (
        (Trace(residual.T * residual) + lam * Trace(w.T * w)).diff(w) - (2 * X.T * residual + 2 * lam * w)
    ),
    "gradient of log det": lambda: log(Determinant(A)).diff(A) - A.I.T,
    "weight decay as L2 for a least-squares step": lambda: (
        w - eta * (residual.T * residual / 2 + lam * w.T * w / 2).diff(w) - ((1 - eta * lam) * w - eta * X.T * residual)
    ),
    "derivative of sigmoid": lambda: diff(sigma, s) - sigma * (1 - sigma),
    "derivative of tanh": lambda: diff(tanh(s), s) - (1 - tanh(s) ** 2),
    "E[G^2] of a normal G": lambda: E(G**2) - 1,
    "E[G^4] of a normal G": lambda: E(G**4) - 3,
    "E[exp G] of a normal G": lambda: E(exp(G)) - exp(Rational(1, 2)),
}
