"""The checker on costs up to constants: each is proved as it stands, each near miss is refuted by a ray."""

import pytest

from derivations import check
from symbolic.verdict import Outcome
from tests.strength.classes import FALSE, TRUE

BEYOND = "beyond what numbers look along"


def test_there_are_enough() -> None:
    assert len(TRUE) + len(FALSE) >= 40
    assert len(FALSE) >= 20


@pytest.mark.parametrize("name", TRUE)
def test_a_class_is_proved(name: str) -> None:
    verdict = check(TRUE[name]).judged.verdict
    assert verdict.outcome is Outcome.PROVED
    assert verdict.evidence.agrees


@pytest.mark.parametrize("name", FALSE)
def test_a_near_miss_is_refuted(name: str) -> None:
    verdict = check(FALSE[name]).judged.verdict
    assert verdict.outcome is Outcome.REFUTED
    assert verdict.theorem is not None
    assert {"bounded", "index growth"} <= set(verdict.theorem.rules)


@pytest.mark.parametrize("name", [name for name in FALSE if name != BEYOND])
def test_three_numbers_along_a_ray_show_it(name: str) -> None:
    rows = check(FALSE[name]).judged.verdict.evidence.display
    (shown,) = [value for label, value in rows if "/" in label]
    low, middle, high = map(float, shown.split(", "))
    assert low < middle < high
    assert middle >= 2 * low
    assert high >= 2 * middle
