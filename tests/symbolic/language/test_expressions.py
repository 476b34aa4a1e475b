"""SymPy objects read into terms: as constructed, in a natural order, and nothing that is not understood."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sympy
from sympy import Eq, Function, Ge, Gt, Ne, Rational, S, Sum, Symbol
from sympy.core.function import AppliedUndef, UndefinedFunction

from symbolic.language import integer, real, sequence, size, time
from symbolic.language.reading import Unreadable, read_formula, read_relation, read_term
from symbolic.terms import ZERO, apply, mul, sequence_sort
from symbolic.terms import Symbol as Name
from symbolic.terms.text import show

x, y, z = real("x y z")
beta = real("beta", above=0, below=1)
t, n = time("t"), size("n")
i, j = integer("i j")
v, g = sequence("v"), sequence("g", start=1)
f = Function("f")


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ((1 - beta) * Sum(beta ** (t - i) * g(i), (i, 1, t)), "(1 − β)·Σ_{i=1}^{t} β^(t − i)·g(i)"),
        (x - y, "x − y"),
        (-x - y, "−x − y"),
        (y - x, "y − x"),
        (-x, "−x"),
        (-2 * x, "−2·x"),
        (x / y, "x/y"),
        (1 / x, "1/x"),
        (x**-2, "1/x^2"),
        (-x / 2, "−x/2"),
        (3 * x / (4 * y), "3·x/(4·y)"),
        (sympy.sqrt(x), "√x"),
        (1 / sympy.sqrt(x), "1/√x"),
        (2**-t, "2^(−t)"),
        ((-1) ** t, "(−1)^t"),
        (Rational(-3, 2), "−3/2"),
        (f(x) * f(0), "f(0)·f(x)"),
        (Sum(g(i), (i, 1, n)) * x * y, "x·y·Σ_{i=1}^{n} g(i)"),
        (Sum(i * j, (i, 1, j), (j, 1, n)), "Σ_{j=1}^{n} Σ_{i=1}^{j} i·j"),
        (Sum(Sum(i * j, (i, 1, j)), (j, 1, n)), "Σ_{j=1}^{n} Σ_{i=1}^{j} i·j"),
        (Sum(x, (i, 1, n)), "Σ_{i=1}^{n} x"),
        (i * Sum(i, (i, 1, n)), "i·Σ_{i′=1}^{n} i′"),
        (sympy.Mul(0, 1 / x, evaluate=False), "0/x"),
        (sympy.Add(x, -x, evaluate=False), "x − x"),
        (sympy.log(beta) + sympy.exp(-x) * sympy.tanh(x), "log(β) + exp(−x)·tanh(x)"),
        (sympy.exp(1), "exp(1)"),
    ],
)
def test_an_expression_as_it_is_understood(expression: Any, text: str) -> None:
    assert show(read_term(expression)) == text


def test_what_sympy_cancelled_at_construction_is_gone() -> None:
    assert read_term(0 * (1 / x)) == ZERO
    assert show(read_relation(x / x, 1)) == "1 = 1"


def test_what_sympy_captured_is_shown_captured() -> None:
    c = Symbol("c", real=True)
    captured = Sum(g(i) * c, (i, 1, n)).xreplace({c: g(i)})
    assert show(read_term(captured)) == "Σ_{i=1}^{n} g(i)^2"
    assert show(mul(apply(Name("g", sequence_sort(1)), ZERO), read_term(i))) == "g(0)·i"


def test_python_numbers_are_read() -> None:
    assert read_relation(v(0), 0) == read_formula(Eq(v(0), 0))


@pytest.mark.parametrize(
    ("relation", "text"),
    [(Gt(x, y), "y < x"), (Ge(x, 1), "1 ≤ x"), (x < y, "x < y"), (x <= y, "x ≤ y"), (Ne(x, y), "x ≠ y")],
)
def test_relations(relation: Any, text: str) -> None:
    assert show(read_formula(relation)) == text


def test_long_coefficients_keep_their_value() -> None:
    assert show(read_term(10**400 * x + y)) in (f"{10**400}·x + y", f"y + {10**400}·x")


class _Sneaky(sympy.Symbol):  # type: ignore[misc]
    pass


class _SneakyAdd(sympy.Add):  # type: ignore[misc]
    pass


class _SneakyInteger(sympy.Integer):  # type: ignore[misc]
    pass


class _SneakyApplied(AppliedUndef):  # type: ignore[misc]
    pass


def _sneaky_integer() -> Any:
    made = sympy.Expr.__new__(_SneakyInteger)
    made.p = 2
    return made


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: 0.5, r"float 0.5; expected an exact number: write Rational\(1, 2\)"),
        (lambda: x + 0.5, "the float 0.5"),
        (lambda: x ** sympy.Float("0.5"), "the float"),
        (lambda: True, "the bool True"),
        (lambda: "x +", "invalid syntax"),
        (lambda: [x], "a list"),
        (lambda: sympy.Dummy("x"), "a Dummy; expected a named symbol"),
        (lambda: sympy.Wild("x"), "a Wild"),
        (lambda: _Sneaky("x"), "a _Sneaky"),
        (lambda: _Sneaky("x") + 1, "a _Sneaky"),
        (lambda: sympy.Basic.__new__(_SneakyAdd, x, y), "the node _SneakyAdd"),
        (_sneaky_integer, "the node _SneakyInteger"),
        (lambda: UndefinedFunction("s", bases=(_SneakyApplied,))(x), "a subclass of SymPy's functions"),
        (lambda: Function("p", positive=True)(x), "a function assumed .*positive"),
        (lambda: Symbol("w", complex=True), "complex=True; expected a real scalar"),
        (lambda: Symbol("w", imaginary=True), "imaginary=True"),
        (lambda: Symbol("w", commutative=False), "commutative=False"),
        (lambda: Symbol("w", infinite=True, extended_real=True), "infinite=True"),
        (lambda: Symbol("w", even=True), "even=True"),
        (lambda: Symbol("w", integer=False), "integer=False"),
        (lambda: sympy.I * x, "ImaginaryUnit"),
        (lambda: sympy.oo, "infinities"),
        (lambda: sympy.zoo, "infinities"),
        (lambda: sympy.nan, "infinities and undefined values"),
        (lambda: sympy.tan(x), "the node tan; expected numbers"),
        (lambda: sympy.Integral(x, (x, 0, 1)), "the node Integral"),
        (lambda: v, "the sequence v alone"),
        (lambda: v(x), "an integer index"),
        (lambda: v(Rational(1, 2)), "an integer index"),
        (lambda: f(v(0), 1) + f(x), "print alike"),
        (lambda: Symbol("exp"), "a symbol called exp"),
        (lambda: Function("sigmoid")(x), "a symbol called sigmoid"),
        (lambda: Sum(g(i), (i, 1, sympy.oo)), "the bound oo; expected finite bounds"),
        (lambda: Sum(g(i), (i, 1, x)), "x is not known to be an integer"),
        (lambda: Sum(g(i), (i, 1, n / 2)), "a bound of sort real"),
        (lambda: Sum(x, (i, 1, n)).func(x, (sympy.Dummy("k"), 1, n)), "a Dummy"),
        (lambda: Sum(g(i), (Symbol("i"), 1, n)), r"print alike but differ, Symbol\('i'\) and integer\('i'\)"),
        (lambda: x + Symbol("x"), "print alike but differ"),
        (lambda: x + real("x", above=0), r"real\('x'\) and real\('x', above=0\)|real\('x', above=0\) and real\('x'\)"),
        (lambda: Symbol("beta") + Symbol("β"), "print alike"),
        (lambda: v(0) + sequence("v", start=1)(1), "Sequence v from"),
        (lambda: Symbol("v") + v(0), "print alike"),
    ],
)
def test_what_is_not_understood_is_refused(make: Callable[[], Any], message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_term(make())


@pytest.mark.parametrize(
    ("relation", "message"),
    [
        (Eq(x, x), "a truth value.*expected the two sides"),
        (v(0) == 0, "== compared two objects"),
        (S.false, "a truth value"),
        (x, "a Variable; expected a relation"),
        (sympy.And(x < y, y < z), "a And"),
    ],
)
def test_what_is_no_relation_is_refused(relation: Any, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_formula(relation)
