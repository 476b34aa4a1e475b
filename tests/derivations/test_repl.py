"""One claim at a prompt."""

from __future__ import annotations

import pytest
from sympy import Eq, symbols

from derivations import check
from symbolic.verdict import Outcome


def test_an_answer_is_true_only_where_the_claim_is_proved() -> None:
    proved, refuted = check("a + b == b + a"), check("a + b == b")
    assert proved
    assert not refuted
    assert (proved.outcome, refuted.outcome) == (Outcome.PROVED, Outcome.REFUTED)


def test_an_answer_prints_the_statement_and_the_counterexample() -> None:
    lines = repr(check("a*b == a", assume=["b != 1"])).splitlines()
    assert lines[:4] == [
        "✗ REFUTED   false: the kernel has checked the counterexample",
        "    for all real a, b",
        "    given   b ≠ 1",
        "    then    a·b = a",
    ]
    assert lines[4].strip().startswith("counterexample: a = ")


def test_text_keeps_what_sympy_would_cancel() -> None:
    assert "where   x ≠ 0" in repr(check("x/x == 1"))


def test_relations_of_sympy_are_taken_as_well() -> None:
    x, y = symbols("x y", real=True)
    assert check(Eq((x + y) * (x - y), x**2 - y**2))


@pytest.mark.parametrize("text", ["a ==", "a", "__import__('os')", "a = b", "0.1e5 == a"])
def test_what_cannot_be_read_is_a_value_error_of_one_line(text: str) -> None:
    with pytest.raises(ValueError, match=r"found .* expected") as error:
        check(text)
    assert "\n" not in str(error.value)
