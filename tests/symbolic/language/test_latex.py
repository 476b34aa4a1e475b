r"""Terms as LaTeX; that different terms look different is tested beside the Unicode notation."""

from __future__ import annotations

from typing import Any

import pytest

from symbolic.language import (
    E,
    Eq,
    derivative,
    function,
    functional,
    gradient,
    independent,
    random_sequence,
    real,
    sequence,
    sigmoid,
    sqrt,
    time,
    vector,
)
from symbolic.language.latex import LATEX, latex
from symbolic.language.reading import Statement, read_claim, read_schema, read_term
from symbolic.language.text import read_text
from symbolic.terms import INTEGER, Symbol, sequence_sort
from symbolic.terms import apply as applied
from symbolic.terms.statement import pieces

NAMES: dict[str, Any] = {
    **{name: real(name) for name in ("x", "y", "beta", "beta_hat", "x_1", "step")},
    "t": time("t"),
    "v": sequence("v"),
    "v_hat": sequence("v_hat"),
    "f": function("f"),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(1 - beta)*sum(beta**(t - i)*v(i), i, 1, t)",
         r"\left(1 - \beta\right) \, \sum_{i=1}^{t} \beta^{t - i} \, v_{i}"),
        ("(x + y)/(x*y)", r"\frac{x + y}{x \, y}"),
        ("(x/y)**2", r"\left(\frac{x}{y}\right)^{2}"),
        ("v(t + 1)**2", r"v_{t + 1}^{2}"),
        ("v_hat(t)", r"{v_{\mathrm{hat}}}_{t}"),
        ("f(x)**-1", r"f\left(x\right)^{-1}"),
        ("x*2", r"x \cdot 2"),
        ("2*x*1/2", r"\frac{2 \, x \cdot 1}{2}"),
        ("x*(1/y)", r"x \cdot \frac{1}{y}"),
        ("beta_hat - x_1 - step", r"\beta_{\mathrm{hat}} - x_{1} - \mathrm{step}"),
        ("exp(x)/log(y)", r"\frac{\exp\left(x\right)}{\log\left(y\right)}"),
        ("sin(x)*cos(y)", r"\sin\left(x\right) \, \cos\left(y\right)"),
        ("x != y", r"x \neq y"),
        ("x <= y", r"x \leq y"),
        ("sum(sum(x, i, 1, i), i, 1, t)", r"\sum_{i=1}^{t} \sum_{i'=1}^{i} x"),
    ],
)  # fmt: skip
def test_a_term_as_latex(text: str, expected: str) -> None:
    assert latex(read_text(text, NAMES)) == expected


def test_a_schema_as_latex() -> None:
    v, t, x = NAMES["v"], NAMES["t"], NAMES["x"]
    assert latex(read_schema((v(t), v(t - 1)), t)) == r"\forall t \geq 0, t \geq 1:\; v_{t} = v_{t - 1}"
    assert (
        latex(read_schema(Eq(1 / x, NAMES["y"]), x))
        == r"\forall \text{real } x \text{ with } x \neq 0:\; \frac{1}{x} = y"
    )


def test_what_is_no_name_is_escaped() -> None:
    assert latex(Symbol(r"\input{x}")) == r"\text{\textbackslash{}\textbackslash{}input\{x\}}"
    assert "$" not in latex(applied(Symbol("$", sequence_sort()), Symbol("t", INTEGER))).replace(r"\$", "")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (sqrt(NAMES["x"]) * sigmoid(NAMES["y"]), r"\sqrt{x} \, \operatorname{sigmoid}\left(y\right)"),
        (derivative(NAMES["x"] ** 2, NAMES["x"]), r"\frac{d}{d x} \left(x^{2}\right)"),
        (gradient(functional("L")(vector("theta")), vector("theta"), 1),
         r"\frac{\partial}{\partial \theta_{1}} L\left(\theta\right)"),
        (E(random_sequence("g")(NAMES["t"]) ** 2), r"\mathbb{E}\left[g_{t}^{2}\right]"),
    ],
)  # fmt: skip
def test_calculus_and_expectations_as_latex(expression: Any, expected: str) -> None:
    assert latex(read_term(expression)) == expected


def test_properties_and_outcomes_in_words() -> None:
    g = random_sequence("g")
    claim = read_claim(
        "id", "title", "", [Statement((g(0), 0)), Statement(independent(g))], Statement((g(1), NAMES["x"]))
    )
    stated = pieces(claim, LATEX)
    assert stated.given == (
        r"\text{pathwise } g_{0} = 0",
        r"\text{the elements of } g \text{ are mutually independent}",
    )
    assert stated.quantified == ("real $x$", "random sequence $g$ from 0", "outcomes")
