"""The checker on textbook inequalities: each is proved as it stands, each near miss is refuted."""

import pytest

from derivations import check
from symbolic.verdict import Outcome
from tests.strength.inequalities import FALSE, TRUE


def test_there_are_enough() -> None:
    assert len(TRUE) >= 30


@pytest.mark.parametrize("name", TRUE)
def test_a_textbook_inequality_is_proved(name: str) -> None:
    statement, assumed = TRUE[name]
    assert check(statement, assume=assumed).outcome is Outcome.PROVED


@pytest.mark.parametrize("name", FALSE)
def test_a_near_miss_is_refuted(name: str) -> None:
    statement, assumed = FALSE[name]
    assert check(statement, assume=assumed).outcome is Outcome.REFUTED
