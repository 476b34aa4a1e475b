"""Terms are equal up to the names of bound variables, and stay as they are."""

from __future__ import annotations

import pytest

from symbolic.terms import INTEGER, ONE, Bound, Lambda, Symbol, add

C = Symbol("c")


def test_the_names_of_bound_variables_do_not_matter() -> None:
    assert Lambda(INTEGER, Bound(0), "i") == Lambda(INTEGER, Bound(0), "j")
    assert hash(Lambda(INTEGER, Bound(0), "i")) == hash(Lambda(INTEGER, Bound(0), "j"))
    assert Lambda(INTEGER, Bound(0), "i") != Lambda(INTEGER, Bound(1), "i")


def test_symbols_of_one_name_and_two_sorts_differ() -> None:
    assert Symbol("x") != Symbol("x", INTEGER)


def test_terms_are_immutable() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        add(C, ONE).op = "mul"  # type: ignore[attr-defined]
