from fractions import Fraction

import pytest

from numeric.errors import TooCostly
from numeric.outcomes import BIASED, FAIR, LAWS, MOST_COINS, outcome_named, outcomes


@pytest.mark.parametrize("kind", [FAIR, BIASED])
def test_coins_are_standardised(kind: str) -> None:
    moments = [sum(mass * face**order for face, mass in LAWS[kind]) for order in range(3)]
    assert moments == [1, 0, 1]


def test_one_coin_is_skewed() -> None:
    assert sum(mass * face**3 for face, mass in LAWS[BIASED]) == Fraction(3, 2)


def test_only_coins_that_are_looked_at_make_outcomes() -> None:
    assert len(list(outcomes())) == 1
    seen = []
    for outcome in outcomes():
        first = outcome.toss(FAIR, ("first",))
        second = outcome.toss(BIASED, ("second",)) if first > 0 else None
        assert outcome.toss(FAIR, ("first",)) == first
        seen.append((first, second, outcome.mass))
    assert seen == [(1, 2, Fraction(1, 10)), (1, Fraction(-1, 2), Fraction(2, 5)), (-1, None, Fraction(1, 2))]


def test_masses_of_many_coins_sum_to_one() -> None:
    masses = []
    for outcome in outcomes():
        for index in range(4):
            outcome.toss(BIASED, (index,))
        masses.append(outcome.mass)
    assert (len(masses), sum(masses)) == (16, 1)


def test_too_many_coins_are_refused_at_the_first_outcome() -> None:
    outcome = next(outcomes())
    with pytest.raises(TooCostly):
        [outcome.toss(FAIR, (index,)) for index in range(MOST_COINS + 1)]


def test_outcomes_have_names() -> None:
    outcome = outcome_named(5)
    shown = [outcome.toss(FAIR, (index,)) for index in range(4)]
    assert shown == [-1, 1, -1, 1]
    assert outcome.shown() == {(index,): face for index, face in enumerate(shown)}
