from fractions import Fraction

import pytest

from numeric.arrays import Array
from numeric.display import display
from numeric.grids import written
from numeric.layout import arrange
from numeric.sampling import Sampler
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    entries,
    eq,
    forall,
    implies,
    le,
    matmul,
    matrix,
    named_matrix,
    sequence_sort,
    transpose,
)

n, t = Symbol("n", INTEGER), Symbol("t", INTEGER)
A, b = Symbol("A", sequence_sort(1, 2)), Symbol("b", sequence_sort(1))
h, y = Symbol("h", sequence_sort(0, 2)), Symbol("y", sequence_sort(1, 2))
SQUARE, VECTOR = named_matrix(A, n, n), named_matrix(b, n, ONE)


def rows(goal: Term, *assumptions: Term, **integers: int) -> dict[str, str]:
    """What is displayed where all coefficients are 1 and the integers are as given."""
    claim = Claim("a/b/c", "", "", (), assumptions, (), goal)
    layout = arrange(claim)
    chosen = {(Symbol(name, INTEGER), 0): Fraction(value) for name, value in integers.items()}
    return dict(display(claim, layout, {knob: Fraction(1) for knob in Sampler(layout).order} | chosen))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, "7"),
        (Array(1, 1, (7,)), "(7)"),
        (Array(3, 1, (1, 2, 3)), "(1, 2, 3)"),
        (Array(1, 3, (1, 2, 3)), "[[1, 2, 3]]"),
        (Array(2, 0, ()), "[]"),
    ],
)
def test_vectors_are_written_as_rows_and_matrices_row_by_row(value: object, expected: str) -> None:
    assert written(value, str) == expected


def test_matrices_and_vectors_are_cut_to_their_shape() -> None:
    shown = rows(eq(matmul(SQUARE, VECTOR), VECTOR), n=2)
    assert shown == {
        "n": "2",
        "A": "[[1, 1], [1, 1]]",
        "b": "(4, 15)",
        "left side": "(19, 19)",
        "right side": "(4, 15)",
    }


def test_sequences_of_vectors_are_shown_at_the_times_that_matter() -> None:
    after = add(t, ONE)
    step = eq(named_matrix(h, n, ONE, after), add(named_matrix(h, n, ONE, t), named_matrix(y, n, ONE, after)))
    shown = rows(eq(named_matrix(h, n, ONE, t), VECTOR), forall(abstract(implies(le(ZERO, t), step), t)), n=1, t=2)
    assert {what: value for what, value in shown.items() if what[0] in "hy"} == {
        "y(1)": "(1)",
        "y(2)": "(1)",
        "h(0)": "(4)",
        "h(1)": "(5)",
        "h(2)": "(6)",
    }


def test_a_row_of_a_vector_is_the_vector() -> None:
    row = matrix(ONE, n, entries(apply(b, Bound(0))))
    assert rows(eq(row, transpose(VECTOR)), n=2)["b"] == "[[4, 15]]"


def test_entries_that_are_looked_at_one_by_one_make_a_box() -> None:
    assert rows(eq(apply(A, Number(2), ONE), ZERO))["A"] == "(1, 1)"
    assert rows(eq(apply(A, ONE, Number(4)), ZERO))["A(i, j)"].startswith("δ")


def test_irrational_sides_are_shown_by_some_digits() -> None:
    assert rows(eq(Node("exp", SQUARE), SQUARE), n=1)["left side"] == "≈ (2.71828)"
