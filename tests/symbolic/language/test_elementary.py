"""Elementary functions from SymPy and from text mean the same."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from symbolic.language import KroneckerDelta, cos, exp, function, integer, log, real, sigmoid, sin, sqrt, tanh
from symbolic.language.definedness import conditions
from symbolic.language.latex import latex
from symbolic.language.reading import Unreadable, read_term
from symbolic.language.text import read_text
from symbolic.terms import INTEGER, sort_of
from symbolic.terms.text import show

x, y, i, j = real("x"), real("y"), integer("i"), integer("j")
NAMES: dict[str, Any] = {"x": x, "y": y}


@pytest.mark.parametrize(
    ("expression", "text", "shown"),
    [
        (exp(x + y), "exp(x + y)", "exp(x + y)"),
        (log(x) / tanh(y), "log(x)/tanh(y)", "log(x)/tanh(y)"),
        (sigmoid(-x), "sigmoid(-x)", "sigmoid(−x)"),
        (sin(x + y) / cos(y), "sin(x + y)/cos(y)", "sin(x + y)/cos(y)"),
        (sqrt(x + y), "sqrt(x + y)", "√(x + y)"),
        (1 / sqrt(x), "1/sqrt(x)", "1/√x"),
        (sympy.E * x, "exp(1)*x", "exp(1)·x"),
    ],
)
def test_an_elementary_function(expression: Any, text: str, shown: str) -> None:
    assert read_term(expression) == read_text(text, NAMES)
    assert show(read_term(expression)) == shown


def test_a_kronecker_delta_of_integers() -> None:
    term = read_term(KroneckerDelta(i, j + 1))
    assert show(term) == "δ_{i, j + 1}"
    assert latex(term) == r"\delta_{i, j + 1}"
    assert sort_of(term) == INTEGER
    for wrong in (KroneckerDelta(x, y), KroneckerDelta(i, j, (1, 3))):
        with pytest.raises(Unreadable, match="delta"):
            read_term(wrong)


def test_a_logarithm_is_of_what_is_positive() -> None:
    assert list(map(show, conditions(read_term(log(x) + exp(y))))) == ["0 < x"]
    assert conditions(read_term(log(1 + exp(-x) + sigmoid(y)))) == ()
    assert conditions(read_term(1 / (1 + exp(-x)))) == ()


def test_a_function_called_like_an_operator_is_refused() -> None:
    with pytest.raises(Unreadable, match="a name that is no operator's"):
        read_term(function("sigmoid")(x))


def test_sympy_does_not_differentiate_a_sigmoid() -> None:
    with pytest.raises(Unreadable, match="derivative"):
        sigmoid(x).diff(x)
    with pytest.raises(Unreadable, match="a SymPy expression"):
        sigmoid("x")
