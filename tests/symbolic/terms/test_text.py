"""Terms as text: minimal parentheses, fresh names for bound variables, and no two terms alike."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest

from symbolic.claim import Claim
from symbolic.language.latex import latex
from symbolic.terms import (
    FALSE,
    FUNCTIONAL,
    INTEGER,
    ONE,
    OUTCOME,
    REAL,
    ZERO,
    Bound,
    IllFormed,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    delta,
    diff,
    div,
    either,
    eq,
    expect,
    forall,
    function_sort,
    implies,
    le,
    lt,
    mul,
    ne,
    neg,
    partial,
    power,
    random_sort,
    sequence_sort,
    sort_of,
    sub,
    summation,
)
from symbolic.terms.statement import pieces
from symbolic.terms.text import show, statement
from symbolic.terms.unicode import UNICODE

A, B, C, X = map(Symbol, "abcx")
BETA = Symbol("beta")
INDEX, J, N, T = (Symbol(name, INTEGER) for name in "ijnt")
V, G, F = Symbol("v", sequence_sort()), Symbol("g", sequence_sort(1)), Symbol("f", function_sort(2))
Y = Symbol("Y", random_sort())
HALF = Number(Fraction(1, 2))


BACKWARDS = Lambda(INTEGER, sub(Bound(0), Bound(1)), "i")


def total(body: Term, variable: Symbol = INDEX, upper: Term = N) -> Term:
    return summation(ONE, upper, abstract(body, variable))


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (mul(sub(ONE, BETA), total(mul(power(BETA, sub(T, INDEX)), apply(G, INDEX)), upper=T)),
         "(1 − β)·Σ_{i=1}^{t} β^(t − i)·g(i)"),
        (sub(A, sub(B, C)), "a − (b − c)"),
        (sub(sub(A, B), C), "a − b − c"),
        (add(A, add(B, C)), "a + (b + c)"),
        (add(add(A, B), C), "(a + b) + c"),
        (add(A, neg(B)), "a + (−b)"),
        (add(neg(A), B), "−a + b"),
        (neg(add(A, B)), "−(a + b)"),
        (neg(mul(A, B)), "−a·b"),
        (mul(neg(A), B), "(−a)·b"),
        (neg(neg(A)), "−(−a)"),
        (div(mul(A, B), C), "a·b/c"),
        (mul(A, div(B, C)), "a·(b/c)"),
        (div(A, mul(B, C)), "a/(b·c)"),
        (div(div(A, B), C), "(a/b)/c"),
        (power(power(A, B), C), "(a^b)^c"),
        (power(A, power(B, C)), "a^(b^c)"),
        (power(neg(A), Number(2)), "(−a)^2"),
        (neg(power(A, Number(2))), "−a^2"),
        (power(apply(V, T), Number(-1)), "v(t)^(−1)"),
        (power(A, HALF), "√a"),
        (mul(total(INDEX), A), "(Σ_{i=1}^{n} i)·a"),
        (mul(A, total(INDEX)), "a·Σ_{i=1}^{n} i"),
        (div(mul(A, total(INDEX)), B), "(a·Σ_{i=1}^{n} i)/b"),
        (total(div(INDEX, A)), "Σ_{i=1}^{n} i/a"),
        (div(total(INDEX), A), "(Σ_{i=1}^{n} i)/a"),
        (add(total(INDEX), A), "Σ_{i=1}^{n} i + a"),
        (total(add(INDEX, A)), "Σ_{i=1}^{n} (i + a)"),
        (apply(F, add(A, B), C), "f(a + b, c)"),
        (Lambda(INTEGER, power(Bound(0), Number(2)), "t"), "t ↦ t^2"),
        (either(ne(A, ZERO), le(ZERO, B)), "a ≠ 0 ∨ 0 ≤ b"),
        (implies(eq(A, B), implies(FALSE, lt(A, B))), "a = b ⇒ (⊥ ⇒ a < b)"),
    ],
)  # fmt: skip
def test_a_term_as_text(term: Term, text: str) -> None:
    assert show(term) == text


@pytest.mark.parametrize(
    ("guards", "text"),
    [
        ((), "∀ t: v(t) = 0"),
        ((le(ZERO, T),), "∀ t ≥ 0: v(t) = 0"),
        ((lt(ZERO, T),), "∀ t > 0: v(t) = 0"),
        ((le(ONE, T), le(T, N)), "∀ 1 ≤ t ≤ n: v(t) = 0"),
        ((le(T, N), le(ONE, T)), "∀ t with t ≤ n, t ≥ 1: v(t) = 0"),
        ((le(ZERO, T), ne(T, N)), "∀ t ≥ 0, t ≠ n: v(t) = 0"),
        ((le(N, T),), "∀ t with n ≤ t: v(t) = 0"),
        ((le(ZERO, N),), "∀ t with n ≥ 0: v(t) = 0"),
    ],
)
def test_guards_say_which_variable_is_meant(guards: tuple[Term, ...], text: str) -> None:
    body = eq(apply(V, T), ZERO)
    for guard in reversed(guards):
        body = implies(guard, body)
    assert show(forall(abstract(body, T))) == text


def test_a_real_variable_is_called_real() -> None:
    assert show(forall(Lambda(REAL, implies(lt(ZERO, Bound(0)), eq(Bound(0), X)), "y"))) == "∀ real y > 0: y = x"


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (total(total(mul(apply(V, INDEX), apply(V, J)), J), INDEX), "Σ_{i=1}^{n} Σ_{j=1}^{n} v(i)·v(j)"),
        (summation(ONE, N, Lambda(INTEGER, summation(ONE, Bound(0), BACKWARDS), "i")),
         "Σ_{i=1}^{n} Σ_{i′=1}^{i} (i′ − i)"),
        (mul(INDEX, summation(ONE, N, Lambda(INTEGER, Bound(0), "i"))), "i·Σ_{i′=1}^{n} i′"),
        (summation(ONE, N, Lambda(INTEGER, mul(BETA, Bound(0)), "β")), "Σ_{β′=1}^{n} β·β′"),
        (add(total(INDEX), total(INDEX)), "Σ_{i=1}^{n} i + Σ_{i=1}^{n} i"),
    ],
)  # fmt: skip
def test_bound_variables_are_renamed_only_where_they_clash(term: Term, text: str) -> None:
    assert show(term) == text


def test_loose_bound_variables_have_the_names_given() -> None:
    assert show(mul(Bound(0), Bound(1)), ("i", "j")) == "i·j"
    assert show(summation(ONE, Bound(0), Lambda(INTEGER, Bound(1), "i")), ("i",)) == "Σ_{i′=1}^{i} i"


OMEGA = Symbol("omega", OUTCOME)
SLOPE = diff(Lambda(REAL, power(Bound(0), Number(2)), "y"), X)
MEAN = expect(Lambda(OUTCOME, apply(Symbol("g", random_sort(1)), T, Bound(0)), "ω"))


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (MEAN, "E[g(t)]"),
        (power(MEAN, Number(2)), "E[g(t)]^2"),
        (expect(Lambda(OUTCOME, expect(Lambda(OUTCOME, mul(apply(Y, Bound(0)), apply(Y, Bound(1))), "ω")), "ω")),
         "E[E[Y·Y(ω)]]"),
        (forall(Lambda(OUTCOME, eq(apply(Y, Bound(0)), X), "ω")), "pathwise Y = x"),
        (eq(apply(Y, OMEGA), MEAN), "Y = E[g(t)]"),
        (expect(Lambda(OUTCOME, mul(apply(Y, OMEGA), apply(Y, Bound(0))))), "E[Y(ω)·Y]"),
        (eq(apply(Y, OMEGA), apply(Y, Symbol("psi", OUTCOME))), "Y(ω) = Y(ψ)"),
        (total(MEAN, T), "Σ_{t=1}^{n} E[g(t)]"),
        (delta(T, N), "δ_{t, n}"),
        (SLOPE, "d/dx (x^2)"),
        (power(SLOPE, Number(2)), "(d/dx (x^2))^2"),
        (mul(A, SLOPE), "a·(d/dx (x^2))"),
        (diff(Lambda(REAL, mul(Bound(0), X), "x"), X), "[d/dx′ (x′·x)]_{x′=x}"),
        (diff(Lambda(REAL, mul(Bound(0), X), "y"), Number(3)), "[d/dy (y·x)]_{y=3}"),
        (forall(Lambda(REAL, eq(diff(Lambda(REAL, mul(Bound(0), A), "x"), Bound(0)), A), "x")),
         "∀ real x: d/dx (x·a) = a"),
        (forall(Lambda(REAL, eq(diff(Lambda(REAL, mul(Bound(0), Bound(1)), "y"), Bound(0)), A), "x")),
         "∀ real x: [d/dy (y·x)]_{y=x} = a"),
        (partial(Lambda(sequence_sort(), apply(Bound(0), ONE), "w"), V, N), "∂/∂v(n) v(1)"),
        (partial(Lambda(sequence_sort(), mul(apply(Bound(0), ONE), apply(V, ONE)), "w"), V, N),
         "[∂/∂w(n) (w(1)·v(1))]_{w=v}"),
        (partial(Lambda(sequence_sort(), apply(Symbol("L", FUNCTIONAL), Bound(0)), "w"), V, N), "∂/∂v(n) L(v)"),
        (power(add(X, ONE), HALF), "√(x + 1)"),
        (power(power(X, HALF), Number(2)), "(√x)^2"),
        (Node("exp", neg(X)), "exp(−x)"),
        (Node("moments", Symbol("g", random_sort(1)), Number(2)),
         "the elements of g have finite absolute moments of order 2"),
        (Node("moments", Y, Number(1)), "Y has finite absolute moments of order 1"),
        (Node("independent", Symbol("g", random_sort(1))), "the elements of g are mutually independent"),
        (Node("differentiable", Symbol("L", FUNCTIONAL)), "L is differentiable everywhere"),
    ],
)  # fmt: skip
def test_derivatives_and_expectations(term: Term, text: str) -> None:
    sort_of(term)
    assert show(term) == text


@pytest.mark.parametrize("name", ["x = 0", "", "1", "a\nb", "x)", "Σ_{i=1}"])
def test_what_is_no_name_is_quoted(name: str) -> None:
    assert show(Symbol(name)).startswith("‘")
    assert "\n" not in show(Symbol(name))


def test_what_is_no_term_is_refused() -> None:
    for term in (Node("oracle", X), Node("sum", ONE, N, X), Node("forall", X), apply(add(X, X), X)):
        with pytest.raises(IllFormed):
            show(term)


def _small_terms() -> list[Term]:
    """Every arithmetic term with at most three operators over a few atoms that could be mistaken for each other."""
    atoms: list[Term] = [X, Number(2), Number(-1), HALF]
    binary: list[Callable[[Term, Term], Term]] = [add, mul, sub, div, power]
    flat = [op(*pair) for op in binary for pair in product(atoms, repeat=2)]
    flat += [wrap(atom) for atom in atoms for wrap in (neg, total)]
    flat += [op(X, X, X) for op in (add, mul)]
    deep = [op(*pair) for op in binary for pair in product([*atoms, *flat], repeat=2)]
    return list(dict.fromkeys([*atoms, *flat, *deep, *map(neg, deep[::7]), *map(total, deep[::7])]))


@pytest.mark.parametrize("notation", [show, latex])
def test_different_terms_look_different(notation: Callable[[Term], str]) -> None:
    seen: dict[str, Term] = {}
    for term in _small_terms():
        assert seen.setdefault(notation(term), term) == term
    assert len(seen) > 40_000


CLAIM = Claim(
    "id",
    "title",
    "source",
    (lt(ZERO, BETA), lt(BETA, ONE), le(ONE, N), le(ZERO, T)),
    (eq(apply(V, ZERO), ZERO), forall(abstract(implies(le(ZERO, T), eq(apply(V, T), A)), T))),
    (ne(A, ZERO), le(ONE, T)),
    eq(apply(V, T), div(mul(BETA, apply(F, A, N)), A)),
)


def test_a_statement_is_fully_quantified() -> None:
    assert statement(CLAIM) == (
        "for all real a, β with 0 < β < 1, integers n, t with n ≥ 1, t ≥ 0, sequence v from 0, "
        "function f of 2 arguments; given v(0) = 0; ∀ t ≥ 0: v(t) = a; where a ≠ 0; t ≥ 1; then v(t) = β·f(a, n)/a"
    )


def test_a_statement_comes_in_rows() -> None:
    rows = pieces(CLAIM, UNICODE).rows
    assert [word for word, _ in rows] == ["for all", "given", "where", "then"]
    assert rows[-1] == ("then", "v(t) = β·f(a, n)/a")


def test_every_domain_is_in_the_statement() -> None:
    bounded = Claim(
        "id", "", "", (lt(A, BETA), le(BETA, B), ne(C, ZERO), le(T, N)), (), (), eq(add(A, B, C, BETA, T, N), ONE)
    )
    assert "a < β ≤ b, c ≠ 0" in statement(bounded)
    assert "integers n, t with t ≤ n" in statement(bounded)


def test_a_goal_without_anything_else_stands_alone() -> None:
    assert statement(Claim("id", "", "", (), (), (), eq(ONE, ONE))) == "1 = 1"
