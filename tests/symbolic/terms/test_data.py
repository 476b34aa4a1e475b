"""Terms in files: what is written is read back, and nothing else is read."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from symbolic.terms import (
    FALSE,
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    IllFormed,
    Lambda,
    Number,
    Symbol,
    Term,
    TermReader,
    TermWriter,
    add,
    apply,
    div,
    either,
    eq,
    forall,
    function_sort,
    implies,
    le,
    lt,
    mul,
    ne,
    neg,
    power,
    sequence_sort,
    sub,
    summation,
)
from symbolic.terms.data import LARGEST_DEPTH, LARGEST_TABLE, LARGEST_TREE

X, T = Symbol("x"), Symbol("t", INTEGER)
V, F = Symbol("v", sequence_sort(-1)), Symbol("f", function_sort(2))
TERMS = [
    Number(Fraction(-7, 3)),
    add(X, mul(X, neg(X)), sub(X, div(ONE, X))),
    summation(ONE, T, Lambda(INTEGER, power(apply(V, Bound(0)), T), "i")),
    forall(Lambda(REAL, implies(lt(ZERO, Bound(0)), either(eq(apply(F, X, Bound(0)), X), ne(X, ONE))), "y")),
    forall(Lambda(INTEGER, implies(le(ZERO, Bound(0)), FALSE), "t")),
]


@pytest.mark.parametrize("term", TERMS)
def test_what_is_written_is_read_back(term: Term) -> None:
    writer = TermWriter()
    row = writer.row(term)
    read = TermReader(writer.rows).term(row)
    assert read == term
    assert repr(read) == repr(term)


def test_shared_parts_are_written_once() -> None:
    writer = TermWriter()
    square = mul(add(X, ONE), add(X, ONE))
    assert writer.row(square) == writer.row(square)
    assert [row[0] for row in writer.rows] == ["symbol", "number", "add", "mul"]


@pytest.mark.parametrize(
    "rows",
    [
        "rows",
        {"0": ["number", "1"]},
        [["number", "1/0"]],
        [["number", "1/00"]],
        [["number", "0.5"]],
        [["number", "1e9"]],
        [["number", 1]],
        [["number", "١"]],
        [["number", "9" * 401]],
        [["number", "1\n"]],
        [["symbol", "x", "real", 0]],
        [["symbol", "x", "real", 1, None]],
        [["symbol", "x", "real", False, None]],
        [["symbol", "x", "complex", 0, None]],
        [["symbol", "x", "formula", 0, None]],
        [["symbol", 1, "real", 0, None]],
        [["symbol", "v", "sequence", 1, None]],
        [["symbol", "v", "sequence", 1, True]],
        [["symbol", "f", "function", 0, None]],
        [["symbol", "f", "function", 9, None]],
        [["bound", -1]],
        [["bound", LARGEST_DEPTH]],
        [["bound", "0"]],
        [["lambda", "formula", "i", 0]],
        [["bound", 0], ["lambda", "integer", 0, 0]],
        [["neg", 0]],
        [["number", "1"], ["neg", 1]],
        [["number", "1"], ["neg", -1]],
        [["number", "1"], ["neg", True]],
        [["number", "1"], ["neg", "0"]],
        [["number", "1"], ["oracle", 0]],
        [[]],
        [None],
    ],
)
def test_a_malformed_table_is_refused(rows: Any) -> None:
    with pytest.raises(IllFormed):
        TermReader(rows)


@pytest.mark.parametrize("row", [-1, 1, True, "0", None, 0.0])
def test_only_rows_that_are_there_are_read(row: Any) -> None:
    with pytest.raises(IllFormed, match="expected the number of an earlier row"):
        TermReader([["number", "1"]]).term(row)


def test_a_deep_term_is_refused() -> None:
    rows: list[list[Any]] = [["number", "1"], *(["neg", row] for row in range(LARGEST_DEPTH))]
    with pytest.raises(IllFormed, match=f"depth {LARGEST_DEPTH + 1}"):
        TermReader(rows)


def test_a_small_table_of_a_huge_tree_is_refused() -> None:
    rows: list[list[Any]] = [["number", "1"], *(["add", row, row] for row in range(40))]
    with pytest.raises(IllFormed, match=f"at most {LARGEST_DEPTH} and {LARGEST_TREE}"):
        TermReader(rows)


def test_a_huge_table_is_refused() -> None:
    with pytest.raises(IllFormed, match=str(LARGEST_TABLE)):
        TermReader([["number", "1"]] * (LARGEST_TABLE + 1))
