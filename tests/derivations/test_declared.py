"""The exit codes, gravest first."""

from __future__ import annotations

import pytest

from derivations.declared import as_declared, exit_code
from derivations.derivation import Derivation
from derivations.pipeline import Judged, Run

RUN = Run()
DERIVATION = Derivation("Codes")
PROVED = RUN.judged(DERIVATION.show("proved", "a + b == b + a"))
REFUTED = RUN.judged(DERIVATION.show("refuted", "a + b == b"))
OPEN = RUN.judged(DERIVATION.conjecture("open", "a + b == b", reason="to see"))


@pytest.mark.parametrize(
    ("judged", "could_not_run", "strict", "expected"),
    [
        ([PROVED], False, True, 0),
        ([PROVED, REFUTED], False, False, 1),
        ([PROVED, OPEN], False, False, 0),
        ([PROVED, OPEN], False, True, 1),
        ([PROVED], True, False, 2),
        ([REFUTED], True, False, 2),
        ([], False, False, 2),
    ],
)
def test_the_exit_code_names_the_gravest_thing(
    judged: list[Judged], could_not_run: bool, strict: bool, expected: int
) -> None:
    assert exit_code(judged, could_not_run, strict) == expected


def test_a_conjecture_passes_unless_strict() -> None:
    assert as_declared(OPEN)
    assert not as_declared(OPEN, strict=True)
