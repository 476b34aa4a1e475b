"""The elementary steps that derivations in machine learning are made of, at symbolic sizes.

`tests/strength/steps_in_sympy.py` states the same, under the same titles, as one asks SymPy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from symbolic.claim import Claim
from symbolic.language import (
    Ne,
    Product,
    Sum,
    column,
    derivative,
    differentiable,
    dot,
    exp,
    functional,
    gradient,
    identity,
    integer,
    log,
    matrix,
    real,
    sequence,
    sigmoid,
    size,
    softmax_col,
    tanh,
    time,
    trace,
)
from symbolic.language.reading import Statement, read_claim


@dataclass(frozen=True)
class Step:
    """Two sides that are equal, and what is assumed; or, for a step that cannot be stated yet, what it waits for."""

    title: str
    sides: tuple[Any, ...] = ()
    given: tuple[Statement, ...] = ()
    waits: str = ""

    def claim(self) -> Claim:
        return read_claim("strength/steps", self.title, "", self.given, Statement(self.sides))


def step(title: str, left: Any, right: Any, *given: Statement) -> Step:
    return Step(title, (left, right), given)


def given(*statement: Any, forall: Any = ()) -> Statement:
    return Statement(statement, forall)


n, m, d = size("n m d")
i, j = integer("i j")
t = time("t")
c, lam, eta, s = real("c lambda eta s")
b = real("b", above=0, below=1)
a, v, f, g = sequence("a"), sequence("v", start=1), sequence("f", start=1), sequence("g", start=1)
x, y, w = column("x", n), column("y", n), column("w", d)
A, B, M, N, X = matrix("A", n, n), matrix("B", n, n), matrix("M", m, n), matrix("N", n, m), matrix("X", n, d)
det = functional("det")
residual = X * w - y

SUMS: Final = (
    step("sum linearity", Sum(c * f(i), (i, 1, n)), c * Sum(f(i), (i, 1, n))),
    step("sum additivity", Sum(f(i) + g(i), (i, 1, n)), Sum(f(i), (i, 1, n)) + Sum(g(i), (i, 1, n))),
    step("index rename", Sum(f(i), (i, 1, n)), Sum(f(j), (j, 1, n))),
    step("index shift", Sum(f(i), (i, 1, n)), Sum(f(j + 1), (j, 0, n - 1))),
    step("last term split off", Sum(f(i), (i, 1, n + 1)), Sum(f(i), (i, 1, n)) + f(n + 1)),
    step("swap of two sums", Sum(M[i, j], (j, 1, n), (i, 1, m)), Sum(M[i, j], (i, 1, m), (j, 1, n))),
    step(
        "product of sums as a double sum",
        Sum(f(i), (i, 1, n)) * Sum(g(j), (j, 1, m)),
        Sum(f(i) * g(j), (j, 1, m), (i, 1, n)),
    ),
    step(
        "running-average recursion",
        Sum((1 - b) * b ** (t + 1 - i) * g(i), (i, 1, t + 1)),
        b * Sum((1 - b) * b ** (t - i) * g(i), (i, 1, t)) + (1 - b) * g(t + 1),
    ),
    step("sum of its weights", Sum((1 - b) * b ** (t - i), (i, 1, t)), 1 - b**t),
)

SOFTMAX: Final = (
    step("softmax sums to 1", Sum(softmax_col(x)[i], (i, 1, n)), 1),
    step(
        "softmax invariant under a shift",
        exp(x[i] + c) / Sum(exp(x[j] + c), (j, 1, n)),
        exp(x[i]) / Sum(exp(x[j]), (j, 1, n)),
    ),
    step("gradient of log-sum-exp", gradient(log(Sum(exp(x[i]), (i, 1, n))), x), softmax_col(x)),
)

PRODUCTS: Final = (
    step(
        "telescoping product",
        Product(a(i + 1) / a(i), (i, 0, t - 1)),
        a(t) / a(0),
        given(Ne(a(t), 0), forall=t),
    ),
    step("product of n equal factors", Product(c, (i, 1, n)), c**n),
)

MATRICES: Final = (
    step("(AB)^T", (M * N).T, N.T * M.T),
    step("A(B + I) = AB + A", A * (B + identity(n)), A * B + A),
    step("trace cyclicity", trace(M * N), trace(N * M)),
    step(
        "ridge gradient from the quadratic form",
        gradient(dot(residual, residual) + lam * dot(w, w), w),
        2 * X.T * residual + 2 * lam * w,
    ),
    step(
        "ridge gradient from the trace form",
        gradient(trace(residual.T * residual) + lam * trace(w.T * w), w),
        2 * X.T * residual + 2 * lam * w,
    ),
    step(
        "gradient of log det",
        gradient(log(det(A)), A),
        A.I.T,
        given(det(A) > 0),
        given(differentiable(det)),
        given(gradient(det(A), A), det(A) * A.I.T),  # Jacobi's formula
    ),
    step(
        "weight decay as L2 for a least-squares step",
        w - eta * gradient(dot(residual, residual) / 2 + lam * dot(w, w) / 2, w),
        (1 - eta * lam) * w - eta * X.T * residual,
    ),
)

DERIVATIVES: Final = (
    step("derivative of sigmoid", derivative(sigmoid(s), s), sigmoid(s) * (1 - sigmoid(s))),
    step("derivative of tanh", derivative(tanh(s), s), 1 - tanh(s) ** 2),
)

_MOMENTS: Final = ("E[G^2] of a normal G", "E[G^4] of a normal G", "E[exp G] of a normal G")
GAUSSIAN: Final = tuple(Step(title, waits="the Gaussian expectation") for title in _MOMENTS)

STEPS: Final[tuple[Step, ...]] = (*SUMS, *SOFTMAX, *PRODUCTS, *MATRICES, *DERIVATIVES, *GAUSSIAN)
