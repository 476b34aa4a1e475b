"""Only terms that mean something have a sort."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symbolic.terms import (
    FORMULA,
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    IllFormed,
    Lambda,
    Node,
    Number,
    Sort,
    Symbol,
    Term,
    add,
    apply,
    div,
    eq,
    forall,
    function_sort,
    implies,
    mul,
    power,
    sequence_sort,
    sort_of,
    sub,
    summation,
)

X, T, V = Symbol("x"), Symbol("t", INTEGER), Symbol("v", sequence_sort())
HALF = Number(Fraction(1, 2))


@pytest.mark.parametrize(
    ("term", "sort"),
    [
        (add(T, ONE, mul(T, T)), INTEGER),
        (sub(T, HALF), REAL),
        (div(T, ONE), REAL),
        (power(T, Number(2)), INTEGER),
        (power(Number(2), T), REAL),
        (power(T, Number(-1)), REAL),
        (apply(V, T), REAL),
        (summation(ONE, T, Lambda(INTEGER, Bound(0))), REAL),
        (summation(ONE, T, Lambda(INTEGER, apply(V, Bound(0)))), REAL),
        (forall(Lambda(REAL, implies(eq(Bound(0), X), eq(X, X)))), FORMULA),
    ],
)
def test_the_sort_of_a_term(term: Term, sort: Sort) -> None:
    assert sort_of(term) == sort


@pytest.mark.parametrize(
    "term",
    [
        Bound(0),
        Node("oracle", X),
        Node("add"),
        Node("eq", X),
        Node("eq", X, X, X),
        Node("lt", X, X, ONE),
        Node("div", X),
        Node("false", X),
        add(X, eq(X, X)),
        eq(eq(X, X), X),
        implies(X, eq(X, X)),
        apply(X, T),
        apply(V, X),
        apply(V, T, T),
        apply(V, HALF),
        apply(Symbol("f", function_sort(2)), X),
        add(V, X),
        summation(ZERO, X, Lambda(INTEGER, Bound(0))),
        summation(ZERO, HALF, Lambda(INTEGER, Bound(0))),
        summation(ZERO, T, Lambda(REAL, Bound(0))),
        summation(ZERO, T, Lambda(INTEGER, eq(Bound(0), X))),
        summation(ZERO, T, Lambda(INTEGER, Bound(1))),
        Node("sum", ZERO, T, X),
        Node("forall", eq(X, X)),
        forall(Lambda(REAL, Bound(0))),
        Lambda(REAL, Bound(0)),
        Symbol("x", Sort("complex")),
    ],
)
def test_what_means_nothing_has_no_sort(term: Term) -> None:
    with pytest.raises(IllFormed):
        sort_of(term)
