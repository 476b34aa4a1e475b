"""Random symbols are functions of an outcome that scripts leave out: expectations bind it, assumptions quantify it."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from symbolic.claim import Claim
from symbolic.language import (
    E,
    Sum,
    expectation,
    finite_moments,
    independent,
    integer,
    log,
    random_sequence,
    random_variable,
    real,
    sequence,
    size,
    time,
    variance,
)
from symbolic.language.family import OMEGA
from symbolic.language.reading import Statement, Unreadable, read_claim, read_term
from symbolic.language.text import read_text
from symbolic.terms import OUTCOME, Bound, Lambda, Symbol, apply, expect, random_sort, sort_of, symbols
from symbolic.terms.text import show, statement

beta, m = real("beta", above=0, below=1), real("m")
t, n, i = time("t"), size("n"), integer("i")
g, v, X = random_sequence("g", start=1), random_sequence("v"), random_variable("X")
NAMES: dict[str, Any] = {"g": g, "X": X, "t": t, "m": m}


def claim(goal: Any, *assumptions: Any) -> Claim:
    assumed = [one if isinstance(one, Statement) else Statement(one) for one in assumptions]
    return read_claim("id", "title", "", assumed, Statement(goal))


def test_an_expectation_binds_the_outcome() -> None:
    value = apply(Symbol("X", random_sort()), Bound(0))
    assert read_term(expectation(X)) == expect(Lambda(OUTCOME, value))
    assert OMEGA not in symbols(read_term(E(Sum(g(i) * X, (i, 1, n)))))


def test_each_expectation_binds_its_own_outcome() -> None:
    assert show(read_term(E(X * E(X)))) == "E[X·E[X]]"
    assert show(read_term(Sum(E(g(i)), (i, 1, n)))) == "Σ_{i=1}^{n} E[g(i)]"


def test_outside_an_expectation_there_is_one_outcome() -> None:
    read = claim((X + g(1), m))
    assert [symbol for symbol in read.symbols if symbol.sort == OUTCOME] == [OMEGA]
    assert statement(read) == "for all real m, random sequence g from 1, random variable X, outcomes; then X + g(1) = m"


def test_assumptions_hold_for_every_outcome() -> None:
    read = claim((E(v(t)), m), (v(0), 0), Statement((v(t + 1), beta * v(t) + g(t + 1)), t), (E(g(1)), m))
    assert list(map(show, read.assumptions)) == [
        "pathwise v(0) = 0",
        "∀ t ≥ 0: pathwise v(t + 1) = β·v(t) + g(t + 1)",
        "E[g(1)] = m",
    ]
    assert not any(OMEGA in symbols(formula) for formula in read.assumptions)
    assert all(sort_of(formula).name == "formula" for formula in read.assumptions)


def test_conditions_on_the_outcome_guard_what_holds_pathwise() -> None:
    read = claim((E(X), 0), Statement((g(t), log(X)), t))
    assert list(map(show, read.assumptions)) == ["∀ t ≥ 0, t ≥ 1: pathwise where 0 < X: g(t) = log(X)"]
    assert list(map(show, claim((E(log(X)), E(g(t)))).conditions)) == ["pathwise 0 < X", "1 ≤ t"]


def test_a_variance_is_spelled_out() -> None:
    assert show(read_term(variance(2 * X))) == "E[(2·X)^2] − E[2·X]^2"
    assert read_term(variance(X)) == read_text("Var(X)", NAMES) == read_text("E(X**2) - E(X)**2", NAMES)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("E(X*m) == m*E(X)", "E[X·m] = m·E[X]"),
        ("E(g(t)*E(X))", "E[g(t)·E[X]]"),
        ("E(sum(g(k), k, 1, t))", "E[Σ_{k=1}^{t} g(k)]"),
        ("sqrt(Var(X))", "√(E[X^2] − E[X]^2)"),
        ("g(t) == X", "g(t) = X"),
    ],
)
def test_expectations_in_text(text: str, shown: str) -> None:
    assert show(read_text(text, NAMES)) == shown


def test_a_symbol_called_e_is_no_expectation() -> None:
    assert statement(claim("E == a*c**2")) == "for all real E, a, c; then E = a·c^2"
    assert show(read_text("E*2", {"E": real("E")})) == "E·2"
    with pytest.raises(Unreadable, match="scalar E applied"):
        read_text("E(2)", {"E": real("E")})


def test_properties_of_random_symbols() -> None:
    read = claim((E(g(1)), m), finite_moments(g, 2), finite_moments(X, 1), independent(g))
    assert list(map(show, read.assumptions)) == [
        "the elements of g have finite absolute moments of order 2",
        "X has finite absolute moments of order 1",
        "the elements of g are mutually independent",
    ]


@pytest.mark.parametrize(
    "build",
    [
        lambda: finite_moments(g, 0),
        lambda: finite_moments(sequence("h"), 2),
        lambda: independent(X),
        lambda: claim(independent(g)),
        lambda: read_term(g),
        lambda: expectation("X"),
        lambda: random_sequence("g", start="1"),
        lambda: claim((real("z", above=X), 1)),
        lambda: claim((X, sequence("X")(0))),
        lambda: read_text("g(1, 2)", NAMES),
    ],
)
def test_what_is_not_random_is_refused(build: Any) -> None:
    with pytest.raises(Unreadable, match="expected"):
        build()


def test_random_symbols_survive_pickling() -> None:
    assert pickle.loads(pickle.dumps((X, g))) == (X, g)
