"""Matrices that scripts name: their sorts and shapes, and what no size or index can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from symbolic.language import column, columns, function, matrices, matrix, real, size, time
from symbolic.language.reading import Statement, Unreadable, read_claim, read_term
from symbolic.terms import INTEGER, ONE, Number, Symbol, add, named_matrix, sequence_sort
from symbolic.terms.text import show

n, d = size("n d")
t = time("t")
N, D, T = (Symbol(name, INTEGER) for name in "ndt")
NEXT = add(T, ONE)


def test_a_matrix_is_a_family_of_reals() -> None:
    assert read_term(matrix("Q", n, d)) == named_matrix(Symbol("Q", sequence_sort(1, 2)), N, D)
    assert read_term(matrix("Q", 2, n + 1)) == named_matrix(Symbol("Q", sequence_sort(1, 2)), Number(2), add(N, ONE))


def test_a_column_is_a_matrix_of_one_column() -> None:
    assert column("b", n) == matrix("b", n, 1)
    assert read_term(column("b", n)) == named_matrix(Symbol("b", sequence_sort(1, 1)), N, ONE)


def test_members_of_sequences() -> None:
    h, (first, second) = columns("h", n), matrices("J G", n, d, start=1)
    assert read_term(h[t + 1]) == named_matrix(Symbol("h", sequence_sort(0, 2)), N, ONE, NEXT)
    assert read_term(first(t)) == named_matrix(Symbol("J", sequence_sort(1, 3)), N, D, T)
    assert read_term(second[2]) == named_matrix(Symbol("G", sequence_sort(1, 3)), N, D, Number(2))
    assert show(read_term(h[t][1])) == "h(t)[1]"


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: matrix("Q", n, real("x")), "in 'Q': found the size x; expected an integer from 1 on"),
        (lambda: matrix("Q", n, "m"), "the size 'm'"),
        (lambda: column("b", 0), "the size 0"),
        (lambda: matrix("", n, n), "no name"),
        (lambda: columns("h", n, start="0"), "start='0'"),
        (lambda: columns("h", n)[t, 1], r"one index for the member: h\[t\]\[i\]"),
        (lambda: read_term(columns("h", n)[real("x")]), "applied to real, expected integer"),
        (lambda: read_term(matrix("A", n, n) + matrix("A", n, d).T), "print alike but differ, NamedArray A of n rows"),
        (lambda: read_term(matrix("A", n, n)[1, 1] + real("A")), "print alike but differ"),
        (lambda: read_term(matrix("trace", n, n)), "a symbol called trace"),
    ],
)
def test_what_is_no_matrix_is_refused(build: Callable[[], Any], message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        build()


def test_text_knows_the_matrices_of_the_claim() -> None:
    h, w, sigma = columns("h", n), matrix("W", n, n), function("sigma")
    assumed = Statement((h[t + 1], sigma(w * h[t])), t)
    assert read_claim("id", "", "", [assumed], Statement("W*h[t + 1] == W*sigma(W*h[t])")) == read_claim(
        "id", "", "", [assumed], Statement((w * h[t + 1], w * sigma(w * h[t])))
    )
