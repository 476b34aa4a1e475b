"""Each operator of matrices, on matrices of numbers, in every arithmetic."""

from fractions import Fraction

import numpy as np
import pytest

from numeric.arithmetics import Arithmetic, Batch, Exact, Precise
from numeric.arrays import Array, entries_of
from numeric.errors import Inexact, TooCostly, Undefined
from numeric.evaluate import Evaluation, evaluate
from numeric.layout import Layout
from symbolic.certificate import Model
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
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
    ne,
    neg,
    partial,
    power,
    product,
    sequence_sort,
    sub,
    transpose,
)

TWO, THREE = Number(2), Number(3)
A = matrix(TWO, THREE, entries(add(mul(THREE, sub(Bound(1), ONE)), Bound(0))))  # 1 2 3, 4 5 6
SQUARE = matrix(TWO, TWO, entries(add(Bound(1), mul(Bound(0), Bound(0)))))  # 2 5, 3 6
SINGULAR = constant_matrix(TWO, TWO, ONE)
VECTOR = matrix(TWO, ONE, entries(Bound(1)))
W = Symbol("W", sequence_sort(1, 2))
EVERY = [Exact(), Precise(30), Batch()]


def rows(term: Term, arithmetic: Arithmetic | None = None) -> list[list[object]]:
    value = evaluate(term, Model(), arithmetic or Exact())
    assert isinstance(value, Array)
    return [list(value.entries[start : start + value.columns]) for start in range(0, len(value.entries), value.columns)]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (A, [[1, 2, 3], [4, 5, 6]]),
        (transpose(A), [[1, 4], [2, 5], [3, 6]]),
        (matmul(A, transpose(A)), [[14, 32], [32, 77]]),
        (matmul(A, matrix(THREE, ONE, entries(Bound(1)))), [[14], [32]]),
        (Node("diag", VECTOR), [[1, 0], [0, 2]]),
        (Node("hadamard", A, A), [[1, 4, 9], [16, 25, 36]]),
        (add(A, A, neg(A)), [[1, 2, 3], [4, 5, 6]]),
        (sub(A, mul(TWO, A, TWO)), [[-3, -6, -9], [-12, -15, -18]]),
        (div(A, TWO), [[Fraction(1, 2), 1, Fraction(3, 2)], [2, Fraction(5, 2), 3]]),
        (Node("inverse", SQUARE), [[-2, Fraction(5, 3)], [1, Fraction(-2, 3)]]),
        (Node("exp", sub(A, A)), [[1, 1, 1], [1, 1, 1]]),
        (Node("softmax_row", sub(SINGULAR, SINGULAR)), [[Fraction(1, 2)] * 2] * 2),
        (matrix(ZERO, TWO, entries(ONE)), []),
    ],
)
def test_matrices_from_matrices(term: Term, expected: list[list[Fraction]]) -> None:
    assert rows(term) == expected


@pytest.mark.parametrize("arithmetic", EVERY, ids=["exact", "precise", "batch"])
@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (entry(A, TWO, ONE), 4),
        (Node("trace", SQUARE), 8),
        (Node("dot", A, A), 91),
        (entry(Node("inverse", SQUARE), ONE, ONE), -2),
        (product(ONE, THREE, Lambda(INTEGER, mul(TWO, Bound(0)))), 48),
        (product(THREE, TWO, Lambda(INTEGER, Bound(0))), 1),
    ],
)
def test_numbers_from_matrices(term: Term, expected: int, arithmetic: Arithmetic) -> None:
    assert float(evaluate(term, Model(), arithmetic)) == pytest.approx(expected)


@pytest.mark.parametrize("arithmetic", EVERY, ids=["exact", "precise", "batch"])
@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (eq(A, transpose(transpose(A))), True),
        (eq(SQUARE, transpose(SQUARE)), False),
        (ne(SQUARE, transpose(SQUARE)), True),
        (ne(A, A), False),
        (Node("invertible", SQUARE), True),
        (Node("invertible", SINGULAR), False),
    ],
)
def test_truths_about_matrices(term: Term, expected: bool, arithmetic: Arithmetic) -> None:
    assert bool(evaluate(term, Model(), arithmetic)) is expected


@pytest.mark.parametrize(
    "term",
    [
        entry(A, THREE, ONE),
        entry(A, ONE, ZERO),
        matmul(A, A),
        add(A, transpose(A)),
        eq(A, transpose(A)),
        Node("dot", A, transpose(A)),
        Node("trace", A),
        Node("diag", A),
        Node("inverse", SINGULAR),
        Node("inverse", A),
        Node("log", sub(A, A)),
        div(A, sub(ONE, ONE)),
        matrix(Number(-1), ONE, entries(ONE)),
        matrix(TWO, TWO, entries(div(ONE, sub(Bound(1), Bound(0))))),
        product(THREE, ONE, Lambda(INTEGER, Bound(0))),
    ],
)
def test_what_does_not_fit_is_undefined(term: Term) -> None:
    with pytest.raises(Undefined):
        evaluate(term, Model(), Exact())


def test_softmax_of_rows_and_of_columns() -> None:
    by_row, by_column = rows(Node("softmax_row", A), Precise(30)), rows(Node("softmax_col", A), Precise(30))
    e = Precise(30).elementary("exp", 1)
    assert abs(by_row[0][0] - 1 / (1 + e + e**2)) < 1e-25  # type: ignore[operator]
    assert abs(by_column[0][0] - 1 / (1 + e**3)) < 1e-25  # type: ignore[operator]
    with pytest.raises(Inexact):
        rows(Node("softmax_row", A))


def test_large_matrices_cost_too_much() -> None:
    with pytest.raises(TooCostly):
        rows(constant_matrix(Number(100), Number(100), ONE))
    with pytest.raises(TooCostly):
        rows(Node("inverse", identity(Number(6))))


def test_functions_act_on_each_entry() -> None:
    f = Symbol("f", function_sort())
    square = Model(((f, Lambda(REAL, power(Bound(0), TWO))),))
    value = evaluate(apply(f, A), square, Exact())
    assert entries_of(value) == (1, 4, 9, 16, 25, 36)


def test_in_a_batch_each_point_has_its_own_inverse() -> None:
    x = Symbol("x")
    here = Evaluation({x: np.array([0.0, 2.0])}, {}, Batch(), Layout())
    scaled = mul(x, identity(TWO))
    assert here.value(entry(Node("inverse", scaled), ONE, ONE)).tolist() == pytest.approx([np.nan, 0.5], nan_ok=True)
    assert np.asarray(here.value(Node("invertible", scaled))).tolist() == [0.0, 1.0]
    assert np.asarray(here.value(eq(scaled, mul(TWO, identity(TWO))))).tolist() == [0.0, 1.0]


def test_rounding_makes_no_matrix_invertible() -> None:
    third = Node("exp", Number(Fraction(1, 3)))
    rank_one = matmul(mul(third, VECTOR), transpose(mul(third, VECTOR)))
    with pytest.raises(Undefined):
        evaluate(Node("inverse", rank_one), Model(), Precise(30))


# -- derivatives by an entry --------------------------------------------------------------------------


def by_entry(body: Term, *place: int) -> object:
    """The derivative of a function of ``W``, which holds 1 2, 2 4 plus the identity, by one entry."""
    values = Model(((W, entries(add(mul(Bound(1), Bound(0)), delta(Bound(1), Bound(0))))),))
    return evaluate(partial(abstract(body, W), W, *map(Number, place)), values, Exact())


WEIGHTS = named_matrix(W, TWO, TWO)  # 2 2, 2 5


@pytest.mark.parametrize(
    ("body", "place", "expected"),
    [
        (entry(WEIGHTS, ONE, TWO), (1, 2), 1),
        (entry(WEIGHTS, ONE, TWO), (2, 1), 0),
        (Node("trace", matmul(WEIGHTS, WEIGHTS)), (1, 2), 4),
        (Node("dot", WEIGHTS, WEIGHTS), (2, 2), 10),
        (Node("dot", SQUARE, matmul(WEIGHTS, SQUARE)), (2, 1), 36),
        (Node("trace", Node("inverse", WEIGHTS)), (1, 1), Fraction(-29, 36)),
        (product(ONE, TWO, Lambda(INTEGER, apply(W, Bound(0), Bound(0)))), (1, 1), 5),
        (entry(Node("softmax_row", sub(WEIGHTS, WEIGHTS)), ONE, ONE), (1, 1), 0),
    ],
)
def test_derivatives_by_an_entry(body: Term, place: tuple[int, int], expected: Fraction) -> None:
    assert by_entry(body, *place) == expected


def test_a_derivative_by_an_entry_that_does_not_exist_is_undefined() -> None:
    with pytest.raises(Undefined):
        by_entry(Node("trace", WEIGHTS), 1, 0)
