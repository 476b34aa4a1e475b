"""What a script states is kept as it was written, with its place and the assumptions made before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from derivations.derivation import Derivation


def test_a_later_assumption_does_not_apply_to_an_earlier_claim() -> None:
    derivation = Derivation("Order")
    derivation.assume("a > 0")
    early = derivation.have("early", "a", "a")
    derivation.assume("b > 0")
    late = derivation.show("late", "b", "b")
    assert [one.statement for one in early.assumptions] == [("a > 0",)]
    assert [one.statement for one in late.assumptions] == [("a > 0",), ("b > 0",)]


def test_a_chain_claims_each_step_and_then_the_whole() -> None:
    derivation = Derivation("Chain")
    lemma = derivation.have("lemma", "c", "c")
    whole = derivation.chain("rows", ["a", "b", "c", "d"], using=[lemma])
    assert [(one.title, one.statement) for one in derivation.claims[1:]] == [
        ("rows, line 1", ("a", "b")),
        ("rows, line 2", ("b", "c")),
        ("rows, line 3", ("c", "d")),
        ("rows", ("a", "d")),
    ]
    assert list(whole.using) == [lemma, *derivation.claims[1:4]]


def test_a_chain_of_two_rows_is_one_claim() -> None:
    derivation = Derivation("Chain")
    derivation.chain("rows", ("a", "b"))
    assert [(one.title, one.statement) for one in derivation.claims] == [("rows", ("a", "b"))]


@pytest.mark.parametrize("rows", [["a"], [], "ab", None])
def test_a_chain_without_two_rows_is_kept_to_be_refused_when_read(rows: object) -> None:
    derivation = Derivation("Chain")
    derivation.chain("rows", rows)  # type: ignore[arg-type]
    assert [one.statement for one in derivation.claims] == [(rows,)]


def test_a_conjecture_says_that_it_is_open_and_why() -> None:
    open_claim = Derivation("Open").conjecture("hard", "a", "b", reason="nobody knows")
    assert (open_claim.declared, open_claim.reason) == ("conjecture", "nobody knows")


def test_claims_know_the_line_that_states_them(tmp_path: Path) -> None:
    script = tmp_path / "notes.py"
    script.write_text(
        "from derivations.derivation import Derivation\n"
        "def state(derivation):\n"
        "    return derivation.show('one', 1, 1)\n"
        "made = Derivation('Lines')\n"
        "claim = state(made)\n"
    )
    names: dict[str, object] = {}
    exec(compile(script.read_text(), str(script), "exec"), names)
    assert str(names["claim"].place) == f"{script}:3"  # type: ignore[attr-defined]
    assert str(names["made"].place) == f"{script}:4"  # type: ignore[attr-defined]
