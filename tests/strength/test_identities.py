"""How much is decided, and that nothing false is ever proved: identities from textbooks and mutants of them."""

from __future__ import annotations

import pytest

from derivations.pipeline import Judged, Run
from derivations.stated import Assumed, Place, Stated
from symbolic.verdict import Outcome
from tests.strength.identities import FAMILIES, Entry

PLACE = Place("identities.py", 1)
ENTRIES = [entry for family in FAMILIES.values() for entry in family]


def judged(entry: Entry) -> Judged:
    given = tuple(Assumed((one,), None, PLACE) for one in entry.given)
    return Run().judged(Stated("strength", "", str(entry), entry.statement, given, None, (), "claim", "", PLACE))


@pytest.fixture(scope="module")
def verdicts() -> dict[Entry, Judged]:
    return {entry: judged(entry) for entry in ENTRIES}


def decided(verdicts: dict[Entry, Judged], holds: bool, outcome: Outcome) -> list[Entry]:
    return [entry for entry in ENTRIES if entry.holds is holds and verdicts[entry].outcome is outcome]


def test_the_list_is_long_enough_to_mean_something() -> None:
    assert len(set(map(str, ENTRIES))) == len(ENTRIES)
    assert min(sum(entry.holds for entry in ENTRIES), sum(not entry.holds for entry in ENTRIES)) >= 60


def test_nothing_false_is_proved_and_nothing_true_is_refuted(verdicts: dict[Entry, Judged]) -> None:
    assert decided(verdicts, False, Outcome.PROVED) == []
    assert decided(verdicts, True, Outcome.REFUTED) == []


def test_numbers_never_contradict_a_proof(verdicts: dict[Entry, Judged]) -> None:
    assert [str(entry) for entry in ENTRIES if verdicts[entry].alarm] == []


@pytest.mark.parametrize(("holds", "outcome"), [(True, Outcome.PROVED), (False, Outcome.REFUTED)])
def test_nineteen_of_twenty_are_decided(verdicts: dict[Entry, Judged], holds: bool, outcome: Outcome) -> None:
    entries = [entry for entry in ENTRIES if entry.holds is holds]
    missed = [str(entry) for entry in entries if verdicts[entry].outcome is not outcome]
    assert len(missed) <= len(entries) / 20, missed
