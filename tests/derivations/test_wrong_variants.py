"""Wrong variants of what is true of matrices are refuted at the smallest sizes that tell them apart."""

from __future__ import annotations

import re
from typing import Any

import pytest

from derivations import Derivation
from derivations.pipeline import Judged, Run
from symbolic.language import (
    Sum,
    column,
    columns,
    diag,
    dot,
    exp,
    function,
    gradient,
    identity,
    integer,
    inverse,
    jacobian,
    matrix,
    ones,
    size,
    softmax_col,
    softmax_row,
    time,
    trace,
)
from symbolic.verdict import Outcome

n, d, m = size("n d m")
t, k = time("t"), integer("k")
A, B = matrix("A B", n, n)
Q, K, V = matrix("Q K V", n, d)
X, W, G, U = matrix("X", n, d), matrix("W", d, m), matrix("G", n, m), matrix("U", n, m)
a, b, c = column("a b c", n)
h, g, x, sigma = columns("h", n), columns("g", n), columns("x", m), function("sigma")
A_OF_ONES = diag(A * ones(n))
P = softmax_row(Q * K.T)


def judged(left: Any, right: Any, *assumed: tuple[Any, ...]) -> Judged:
    derivation = Derivation("Variants")
    for sides in assumed:
        derivation.assume(*sides)
    return Run().judged(derivation.show("a claim", left, right))


def refuted(left: Any, right: Any) -> dict[str, str]:
    """What the counterexample shows, which the kernel has checked."""
    found = judged(left, right)
    assert found.outcome is Outcome.REFUTED
    assert found.verdict.theorem is not None
    assert found.verdict.theorem.refuted
    return dict(found.verdict.evidence.display)


def shape(shown: str) -> tuple[int, int]:
    """Of a matrix as it is shown: [[1, 0], [0, 0]], or (1, 0) for a column."""
    rows = re.findall(r"\[([^\[\]]*)\]", shown)
    return (len(rows), len(rows[0].split(","))) if rows else (len(shown.split(",")), 1)


WRONG = [
    ("the order of a product", A * B, B * A, {"n": 2}),
    ("the transpose of a product", (A * B).T, A.T * B.T, {"n": 2}),
    ("a transpose is missing", A * B, A.T * B, {"n": 2}),
    ("a transpose too many", dot(A * b, c), dot(b, A * c), {"n": 2}),
    ("a diagonal matrix on the wrong side", diag(a) * A, A * diag(a), {"n": 2}),
    ("the inverse on the wrong side", A * inverse(A_OF_ONES), inverse(A_OF_ONES) * A, {"n": 2}),
    ("the sum over the wrong axis", softmax_col(Q) * ones(d), ones(n), {"n": 2, "d": 1}),
    ("rows for columns", softmax_col(Q).T, softmax_col(Q.T), {"n": 2, "d": 1}),
    ("the columns of attention", P.T * ones(n), ones(n), {"n": 2, "d": 1}),
    ("an index that ends too early", Sum(a[k], (k, 1, n)), Sum(a[k], (k, 1, n - 1)), {"n": 1}),
    ("an index that begins too late", Sum(a[k], (k, 1, n)), Sum(a[k], (k, 2, n)), {"n": 1}),
    ("a column for a row", Sum(A[k, 1], (k, 1, n)), Sum(A[1, k], (k, 1, n)), {"n": 2}),
    ("a trace that is not cyclic", trace(A * B * A.T), trace(A * A.T * B), {"n": 2}),
    ("a gradient by the wrong factor", gradient(dot(a, A * b), A), b * a.T, {"n": 2}),
    ("the Jacobian of A x", jacobian(A * b, b), A.T, {"n": 2}),
    ("a softmax's Jacobian", jacobian(softmax_col(a), a), diag(softmax_col(a)), {"n": 1}),
    ("exp of entries is no exp of a product", exp(A * B), exp(A) * exp(B), {"n": 1}),
]


@pytest.mark.parametrize(("left", "right", "sizes"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_a_wrong_variant_is_refuted_at_the_smallest_sizes(left: Any, right: Any, sizes: dict[str, int]) -> None:
    shown = refuted(left, right)
    found = {name: int(value) for name, value in shown.items() if name in ("n", "d", "m")}
    assert found == sizes
    for name, (rows, columns_) in {"A": (n, n), "B": (n, n), "Q": (n, d), "K": (n, d), "a": (n, 1)}.items():
        if name in shown:
            at = [1 if one == 1 else found[str(one)] for one in (rows, columns_)]
            assert shape(shown[name]) == tuple(at)
    assert shown["left side"] != shown["right side"]


RIGHT = [
    ((A * B).T, B.T * A.T),
    (dot(A * b, c), dot(b, A.T * c)),
    (softmax_row(Q) * ones(d), ones(n)),
    (softmax_col(Q).T, softmax_row(Q.T)),
    (trace(A * B * A.T), trace(A.T * A * B)),
    (gradient(dot(a, A * b), A), a * b.T),
    (jacobian(A * b, b), A),
    (jacobian(softmax_col(a), a), diag(softmax_col(a)) - softmax_col(a) * softmax_col(a).T),
    (gradient(dot(G, X * W), W), X.T * G),
]


@pytest.mark.parametrize(("left", "right"), RIGHT, ids=[str(left) for left, _ in RIGHT])
def test_what_the_variants_are_variants_of_is_proved(left: Any, right: Any) -> None:
    assert judged(left, right).outcome is Outcome.PROVED


def cells(second: Any, first: Any = None) -> Judged:
    """Whether g = sigma(h), where g has a recurrence of its own."""
    hidden = h[t + 1], A * sigma(h[t]) + U * x[t + 1] + b
    derivation = Derivation("Two cells")
    derivation.assume(*hidden, forall=t)
    derivation.assume(g[t + 1], sigma(second), forall=t)
    derivation.assume(g[0], sigma(h[0]) if first is None else first)
    return Run().judged(derivation.show("g is h, activated", g[t], sigma(h[t])))


def test_the_two_cells_are_one() -> None:
    assert cells(A * g[t] + U * x[t + 1] + b).outcome is Outcome.PROVED


@pytest.mark.parametrize(
    ("second", "sizes"),
    [
        (A * g[t] + U * x[t] + b, {"n": "1", "m": "1", "t": "1"}),
        (A.T * g[t] + U * x[t + 1] + b, {"n": "2", "m": "1", "t": "1"}),
        (A * g[t] + U * x[t + 1], {"n": "1", "m": "1", "t": "1"}),
        (A * g[t] - U * x[t + 1] + b, {"n": "1", "m": "1", "t": "1"}),
        (A * sigma(g[t]) + U * x[t + 1] + b, {"n": "1", "m": "1", "t": "1"}),
    ],
    ids=["x[t] for x[t + 1]", "A.T for A", "without b", "a sign", "activated twice"],
)
def test_cells_that_differ_in_one_letter(second: Any, sizes: dict[str, str]) -> None:
    found = cells(second)
    assert found.outcome is Outcome.REFUTED
    shown = dict(found.verdict.evidence.display)
    assert {name: shown[name] for name in sizes} == sizes
    assert shown["left side"] != shown["right side"]


def test_a_first_state_that_is_not_activated() -> None:
    found = cells(A * g[t] + U * x[t + 1] + b, first=h[0])
    assert found.outcome is Outcome.REFUTED
    assert dict(found.verdict.evidence.display)["t"] == "0"


def test_identities_of_the_wrong_size_are_no_claim() -> None:
    with pytest.raises(Exception, match="product of n × d and n × n"):
        judged(Q * identity(n), Q)
