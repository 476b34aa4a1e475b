"""The elementary steps are proved, and numbers do not contradict them."""

from __future__ import annotations

from typing import Any

import pytest

from derivations.pipeline import decide
from symbolic.verdict import Outcome
from tests.strength.steps import STEPS, Step
from tests.strength.steps_in_sympy import DIFFERENCES

STATED = [one for one in STEPS if not one.waits]
NOT_YET = {
    "telescoping product": pytest.mark.xfail(strict=True, reason="the step from t to t + 1 needs a(t) != 0"),
    "gradient of log det": pytest.mark.xfail(run=False, reason="a function of all of a matrix has no numbers yet"),
}


def marked(one: Step) -> Any:
    return pytest.param(one, id=one.title, marks=NOT_YET.get(one.title, ()))


@pytest.mark.parametrize("one", list(map(marked, STATED)))
def test_it_is_proved(one: Step) -> None:
    verdict, _ = decide(one.claim(), None, (), seed=0)
    assert verdict.outcome is Outcome.PROVED
    assert not verdict.alarm


def test_both_ways_state_the_same_twenty_six() -> None:
    assert [one.title for one in STEPS] == list(DIFFERENCES)
    assert (len(STEPS), len(STATED)) == (26, 23)
