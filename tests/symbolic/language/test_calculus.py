"""Derivatives are read as written, and refused where an assumption makes them mean something else."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from symbolic.claim import Claim
from symbolic.language import (
    Sum,
    derivative,
    differentiable,
    function,
    functional,
    gradient,
    integer,
    log,
    real,
    sequence,
    size,
    time,
    vector,
)
from symbolic.language.reading import Statement, Unreadable, read_claim, read_term
from symbolic.terms import (
    FUNCTIONAL,
    REAL,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    diff,
    mul,
    sequence_sort,
    sort_of,
    symbols,
)
from symbolic.terms.text import show

x, y, i = real("x"), real("y"), integer("i")
n, k, t = size("n"), integer("k", at_least=1), time("t")
theta, L, f, h = vector("theta"), functional("L"), function("f"), sequence("h")


def claim(goal: Any, *assumptions: Any) -> Claim:
    assumed = [one if isinstance(one, Statement) else Statement(one) for one in assumptions]
    return read_claim("id", "title", "", assumed, Statement(goal))


def test_a_derivative_is_a_function_and_a_point() -> None:
    body = Lambda(REAL, mul(Bound(0), Symbol("y")))
    assert read_term(derivative(x * y, x)) == diff(body, Symbol("x"))


def test_sympy_does_not_touch_a_derivative() -> None:
    held = derivative(3 * y + x - x, y)
    assert show(read_term(held)) == "d/dy (3·y)"
    assert show(read_term(derivative(Sum(theta(i) ** 2, (i, 1, n)), x))) == "d/dx (Σ_{i=1}^{n} θ(i)^2)"
    with pytest.raises(Unreadable, match="SymPy's derivative"):
        held.diff(y)


def test_derivatives_nest() -> None:
    twice = read_term(derivative(derivative(x**2 * y, x), x))
    assert show(twice) == "d/dx (d/dx (x^2·y))"
    assert sort_of(twice) == REAL
    assert read_term(sympy.Derivative(x**2, x)) == read_term(derivative(x**2, x))


def test_a_gradient_binds_its_vector() -> None:
    read = read_term(gradient(L(theta) + Sum(theta[i] ** 2, (i, 1, n)), theta, k))
    assert show(read) == "∂/∂θ(k) (Σ_{i=1}^{n} θ(i)^2 + L(θ))"
    assert isinstance(read, Node)
    assert read.op == "partial"
    assert Symbol("theta", sequence_sort(1)) == read.args[1]
    assert {symbol.name for symbol in symbols(read.args[0])} == {"L", "n"}
    assert read_term(L(theta)) == Node("apply", Symbol("L", FUNCTIONAL), Symbol("theta", sequence_sort(1)))


def test_a_derivative_is_taken_where_its_body_is_defined() -> None:
    assert list(map(show, claim((derivative(log(x), x), 1 / x)).conditions)) == ["0 < x"]
    assert list(map(show, claim((gradient(L(theta), theta, i), 0)).conditions)) == ["1 ≤ i"]


def test_differentiable_is_said_of_functions() -> None:
    read = claim((derivative(f(x), x), y), differentiable(f), differentiable(function("F", arity=2)))
    assert [sort_of(formula).name for formula in read.assumptions] == ["formula", "formula"]
    assert show(read.assumptions[0]) == "f is differentiable everywhere"


@pytest.mark.parametrize(
    ("goal", "assumption", "tied"),
    [
        ((derivative(y, x), 0), (y, x**2), "y"),
        ((derivative(y**2, x), 0), (derivative(y, x), 1), "y"),
        ((derivative(h(t), x), 0), Statement((h(t + 1), x * h(t)), t), "h"),
        ((gradient(y, theta, k), 0), (y, theta(1)), "y"),
    ],
)
def test_what_an_assumption_ties_to_the_variable_is_no_constant(goal: Any, assumption: Any, tied: str) -> None:
    with pytest.raises(Unreadable, match=f"what {tied} occurs in, though an assumption ties it"):
        claim(goal, assumption)


def test_an_inequality_and_an_equation_of_others_tie_nothing() -> None:
    goal = (derivative(x * y, x), y)
    assert claim(goal, x < y).goal == claim(goal, (y, 2)).goal


@pytest.mark.parametrize(
    "build",
    [
        lambda: read_term(derivative(i**2, i)),
        lambda: derivative(x, 3),
        lambda: derivative("x", x),
        lambda: gradient(x, x, k),
        lambda: L(x),
        lambda: read_term(theta),
        lambda: read_term(L),
        lambda: read_term(sympy.Derivative(x * y, x, y)),
        lambda: read_term(sympy.Derivative(f(x), (x, 2))),
        lambda: read_term(gradient(gradient(L(theta), theta, k), theta, k)),
        lambda: differentiable(theta),
        lambda: claim(differentiable(f)),
    ],
)
def test_what_is_no_derivative_is_refused(build: Any) -> None:
    with pytest.raises(Unreadable, match="expected"):
        build()


def test_a_number_for_the_variable_is_refused() -> None:
    with pytest.raises(Unreadable, match="by a real symbol"):
        derivative(x**2, x).subs(x, 3)
    assert read_term(derivative(x**2 * y, x).subs(y, 3)) == diff(
        Lambda(REAL, mul(Number(3), Node("pow", Bound(0), Number(2)))), Symbol("x")
    )
