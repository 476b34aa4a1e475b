"""Indicators of relations, and probabilities, in scripts and in text."""

from typing import Any

import pytest

from symbolic.language import Eq, Ge, Gt, Le, Lt, P, column, function, indicator, random_variable, real, size
from symbolic.language.latex import latex
from symbolic.language.reading import Unreadable, read_term
from symbolic.language.text import read_text
from symbolic.terms import Node
from symbolic.terms.text import show
from tests.symbolic.kernel.building import x as term_x

x, y = real("x y")
w, X = column("w", size("d")), random_variable("X")
NAMES: dict[str, Any] = {"x": x, "y": y, "w": w, "X": X}


@pytest.mark.parametrize(
    ("relation", "shown"),
    [
        (Le(x, y), "𝟏[y − x ≥ 0]"),
        (Ge(y, x), "𝟏[y − x ≥ 0]"),
        (Ge(x, 0), "𝟏[x ≥ 0]"),
        (Lt(x, y), "1 − 𝟏[x − y ≥ 0]"),
        (Gt(y, x), "1 − 𝟏[x − y ≥ 0]"),
    ],
)
def test_a_relation_in_a_script(relation: Any, shown: str) -> None:
    assert show(read_term(indicator(relation))) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("indicator(x <= y)", "𝟏[y − x ≥ 0]"),
        ("indicator(x >= 0)", "𝟏[x ≥ 0]"),
        ("indicator(x < y)", "1 − 𝟏[x − y ≥ 0]"),
        ("indicator(x > y)", "1 − 𝟏[y − x ≥ 0]"),
        ("P(w[1] >= x, w)", "E_{w∼N(0, I)}[𝟏[w[1] − x ≥ 0]]"),
        ("P(X < y)", "E[1 − 𝟏[X − y ≥ 0]]"),
    ],
)
def test_a_relation_in_text(text: str, shown: str) -> None:
    assert show(read_text(text, NAMES)) == shown


def test_a_probability_is_the_same_in_scripts_and_in_text() -> None:
    assert read_term(P(Ge(w[1], 0), w)) == read_text("P(w[1] >= 0, w)", NAMES)
    assert read_term(P(Ge(X, y))) == read_text("P(X >= y)", NAMES)


def test_a_script_may_have_a_function_of_that_name() -> None:
    assert show(read_text("P(x)", {**NAMES, "P": function("P")})) == "P(x)"


def test_in_latex() -> None:
    assert latex(Node("heaviside", term_x)) == r"\mathbf{1}\left[x \geq 0\right]"


@pytest.mark.parametrize("event", [Eq(x, y), x, True, "x <= y", 1])
def test_what_is_no_event_in_a_script(event: Any) -> None:
    with pytest.raises(Unreadable, match="a relation between scalars"):
        indicator(event)


@pytest.mark.parametrize(
    "text", ["indicator(x == y)", "indicator(x)", "indicator(0 <= x <= 1)", "P(x != y, w)", "P(x, w)", "P(w, x <= y)"]
)
def test_what_is_no_event_in_text(text: str) -> None:
    with pytest.raises(Unreadable):
        read_text(text, NAMES)


def test_relations_between_matrices_are_no_events() -> None:
    with pytest.raises(Unreadable, match="takes scalars"):
        read_text("indicator(w <= w)", NAMES)
