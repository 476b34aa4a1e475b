"""No substitution captures; a function of a number is applied to each entry of a matrix."""

from __future__ import annotations

from symbolic.terms import (
    INTEGER,
    MATRIX,
    ONE,
    REAL,
    Bound,
    Lambda,
    Number,
    Symbol,
    abstract,
    add,
    apply,
    constant_matrix,
    entries,
    entry,
    eq,
    function_sort,
    instantiate,
    matrix,
    mul,
    named_matrix,
    power,
    replace,
    sequence_sort,
    sort_of,
    substitute,
    summation,
    symbols,
)

C, INDEX, N = Symbol("c"), Symbol("i", INTEGER), Symbol("n", INTEGER)
G = Symbol("g", sequence_sort(1))


def test_substitution_does_not_capture() -> None:
    total = summation(ONE, N, abstract(mul(apply(G, INDEX), C), INDEX))
    captured = summation(ONE, N, abstract(mul(apply(G, INDEX), apply(G, INDEX)), INDEX))
    outside = substitute(total, {C: apply(G, INDEX)})
    assert outside != captured
    assert symbols(outside) == {G, INDEX, N}


def test_substitution_is_simultaneous() -> None:
    assert substitute(add(C, N), {C: N, N: C}) == add(N, C)


def test_instantiation_lifts_what_it_carries_under_a_binder() -> None:
    inner = Lambda(INTEGER, mul(Bound(0), Bound(1)), "j")
    opened = instantiate(Lambda(INTEGER, summation(ONE, N, inner), "i"), Bound(3))
    assert opened == summation(ONE, N, Lambda(INTEGER, mul(Bound(0), Bound(4)), "j"))


def test_abstraction_undoes_instantiation() -> None:
    body = abstract(summation(ONE, INDEX, Lambda(INTEGER, power(C, add(Bound(0), INDEX)), "j")), INDEX)
    assert abstract(instantiate(body, INDEX), INDEX) == body


def test_a_function_that_is_substituted_is_applied() -> None:
    f = Symbol("f", function_sort(2))
    first = Lambda(INTEGER, Lambda(INTEGER, add(Bound(1), mul(Bound(0), Bound(0))), "y"), "x")
    assert substitute(eq(apply(f, C, N), ONE), {f: first}) == eq(add(C, mul(N, N)), ONE)


def test_replacement_reaches_below_binders() -> None:
    total = summation(ONE, N, Lambda(INTEGER, mul(C, Bound(0)), "i"))
    assert replace(total, C, Number(2)) == summation(ONE, N, Lambda(INTEGER, mul(Number(2), Bound(0)), "i"))


def test_a_function_of_a_number_is_applied_to_each_entry() -> None:
    f, w = Symbol("f", function_sort()), named_matrix(Symbol("W", sequence_sort(1, 2)), N, N)
    square = substitute(apply(f, w), {f: Lambda(REAL, mul(Bound(0), Bound(0)), "x")})
    each = entry(w, Bound(1), Bound(0))
    assert square == matrix(N, N, entries(mul(each, each)))
    assert sort_of(square) == MATRIX


def test_a_constant_function_of_a_matrix_is_a_matrix() -> None:
    f, w = Symbol("f", function_sort()), named_matrix(Symbol("W", sequence_sort(1, 2)), N, N)
    assert substitute(apply(f, w), {f: Lambda(REAL, C, "x")}) == constant_matrix(N, N, C)
