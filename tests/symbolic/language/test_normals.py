"""Expectations and integrals bind named vectors and matrices; a script and a line of text say the same."""

from __future__ import annotations

from typing import Any

import pytest

from symbolic.language import E, column, columns, dot, exp, integral, matrix, pi, real, size, variance
from symbolic.language.latex import latex
from symbolic.language.reading import Statement, Unreadable, read_claim, read_term
from symbolic.language.text import read_text
from symbolic.terms import PI, Node, Term, sequence_sort, symbols
from symbolic.terms.text import show

d, m = size("d m")
x, q = column("x q", d)
X, Y = matrix("X Y", d, m)
h, a = columns("h", d), real("a")
NAMES: dict[str, Any] = {"x": x, "q": q, "X": X, "Y": Y, "d": d, "m": m, "h": h, "a": a}


@pytest.mark.parametrize(
    ("script", "text"),
    [
        (E(exp(dot(x, q)), x), "E(exp(dot(x, q)), x)"),
        (E(X[1, 2], X), "E(X[1, 2], X)"),
        (variance(dot(x, q), x), "Var(dot(x, q), x)"),
        (integral(exp(-dot(x, x)), x), "integral(exp(-dot(x, x)), x)"),
        (E(x[1] * X[1, 1], x, X), "E(E(x[1]*X[1, 1], X), x)"),
        (pi * a, "pi*a"),
    ],
)
def test_a_script_and_a_text_say_the_same(script: Any, text: str) -> None:
    assert show(read_term(script)) == show(read_text(text, NAMES))


def test_what_is_bound_is_no_symbol_of_the_claim() -> None:
    found = read_text("E(exp(dot(x, q)), x)", NAMES)
    assert {symbol.name for symbol in symbols(found)} == {"q", "d"}
    assert isinstance(found, Node)
    assert found.args[0].sort == sequence_sort(1)  # type: ignore[attr-defined]
    assert read_text("pi", NAMES) == PI


def test_the_variance_is_spelled_out() -> None:
    assert show(read_text("Var(x[1], x)", NAMES)) == "E_{x∼N(0, I)}[x[1]^2] − E_{x∼N(0, I)}[x[1]]^2"


@pytest.mark.parametrize(
    ("term", "unicode", "tex"),
    [
        (read_text("E(a, X)", NAMES), "E_{X∼N(0, I)}[a]", r"\mathbb{E}_{X \sim \mathcal{N}(0, I)}\left[a\right]"),
        (read_text("integral(a, x)", NAMES), "∫_{x∈ℝ^d} a", r"\int_{\mathbb{R}^{d}} a \, dx"),
        (
            read_text("2*integral(a, x) + 1", NAMES),
            "2·(∫_{x∈ℝ^d} a) + 1",
            r"2 \, \left(\int_{\mathbb{R}^{d}} a \, dx\right) + 1",
        ),
        (PI, "π", r"\pi"),
    ],
)
def test_how_they_are_written(term: Term, unicode: str, tex: str) -> None:
    assert show(term) == unicode
    assert latex(term) == tex


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (lambda: E(a, a), "an expectation over a"),
        (lambda: E(a, x + q), "a matrix or a column that has a name of its own"),
        (lambda: E(a, h[1]), "a matrix or a column that has a name of its own"),
        (lambda: variance(a, x, q), "a variance over 2 matrices"),
        (lambda: integral(a, X), "an integral over the matrix X"),
        (lambda: E(x, x), "expected a SymPy expression or a number"),
    ],
)
def test_what_binds_nothing_is_refused(made: Any, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        made()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("E(a, a)", "E over a"),
        ("E(a, y)", "E over y"),
        ("integral(a)", "the syntax Call"),
        ("integral(a, X)", "an integral is over vectors"),
        ("E(x, x)", "takes scalars|the body of 'expect'"),
        ("pi(a)", "the syntax Call"),
    ],
)
def test_a_text_that_binds_nothing_is_refused(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_text(text, NAMES)


@pytest.mark.parametrize("goal", [(E(a, x), a), (integral(a * exp(-dot(x, x)), x), a), (variance(a, x), 0)])
def test_what_an_assumption_ties_to_the_vector_is_no_constant(goal: Any) -> None:
    """f = exp(x.q) is a random number to an author: its expectation over x is not f."""
    tied = Statement((a, exp(dot(x, q))))
    with pytest.raises(Unreadable, match="over x of what a occurs in, though an assumption ties it to x"):
        read_claim("f/d/c", "", "", [tied], Statement(goal))


def test_what_is_tied_to_another_vector_is() -> None:
    free = Statement((a, exp(dot(q, q))))
    assert read_claim("f/d/c", "", "", [free], Statement((E(a, x), a))).goal
