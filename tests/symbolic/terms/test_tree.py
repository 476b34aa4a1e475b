"""Binders: terms are equal up to the names of bound variables, and no substitution captures."""

from __future__ import annotations

import pytest

from symbolic.terms import (
    INTEGER,
    ONE,
    Bound,
    Lambda,
    Number,
    Symbol,
    abstract,
    add,
    apply,
    eq,
    function_sort,
    instantiate,
    mul,
    power,
    replace,
    sequence_sort,
    substitute,
    summation,
    symbols,
)

C, INDEX, N = Symbol("c"), Symbol("i", INTEGER), Symbol("n", INTEGER)
G = Symbol("g", sequence_sort(1))


def test_the_names_of_bound_variables_do_not_matter() -> None:
    assert Lambda(INTEGER, Bound(0), "i") == Lambda(INTEGER, Bound(0), "j")
    assert hash(Lambda(INTEGER, Bound(0), "i")) == hash(Lambda(INTEGER, Bound(0), "j"))
    assert Lambda(INTEGER, Bound(0), "i") != Lambda(INTEGER, Bound(1), "i")


def test_symbols_of_one_name_and_two_sorts_differ() -> None:
    assert Symbol("x") != Symbol("x", INTEGER)


def test_terms_are_immutable() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        add(C, ONE).op = "mul"  # type: ignore[attr-defined]


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
