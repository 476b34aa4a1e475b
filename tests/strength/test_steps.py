"""The elementary steps are proved, and numbers do not contradict them."""

from __future__ import annotations

import pytest

from derivations.pipeline import decide
from symbolic.verdict import Outcome
from tests.strength.steps import STEPS, Step
from tests.strength.steps_in_sympy import DIFFERENCES

STATED = [one for one in STEPS if not one.waits]


@pytest.mark.parametrize("one", STATED, ids=lambda one: one.title)
def test_it_is_proved(one: Step) -> None:
    verdict, _ = decide(one.claim(), None, (), seed=0)
    assert verdict.outcome is Outcome.PROVED
    assert not verdict.alarm


def test_both_ways_state_the_same_twenty_six() -> None:
    assert [one.title for one in STEPS] == list(DIFFERENCES)
    assert (len(STEPS), len(STATED)) == (26, 23)
