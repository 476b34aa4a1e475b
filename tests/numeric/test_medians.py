from math import comb, inf

import numpy as np
import pytest

from numeric.medians import BLOCKS, LEAN, POWER, interval, rank, reach, standard_error


def binomial(below: int, chance: float) -> float:
    return sum(comb(BLOCKS, k) * chance**k * (1 - chance) ** (BLOCKS - k) for k in range(below))


@pytest.mark.parametrize("alarm", [1e-1, 1e-3, 1e-6, 1e-12])
def test_the_rank_keeps_the_budget_and_wastes_none(alarm: float) -> None:
    assert binomial(rank(alarm), LEAN) <= alarm / 2 < binomial(rank(alarm) + 1, LEAN)


def test_what_cannot_be_had_has_no_ends() -> None:
    assert interval(np.zeros(BLOCKS), 1e-30) == (-inf, inf)
    assert reach(1e-30) == inf


@pytest.mark.parametrize("lean", [0.3, 0.5, 0.7])
def test_means_that_lean_stay_within_the_budget(lean: float) -> None:
    """Nothing but the side of 0 counts, so any skewed law serves: here the wrong side is a thousand times as far."""
    random, alarm = np.random.default_rng(2), 0.05
    drawn = np.where(random.uniform(size=(2000, BLOCKS)) < lean, -1.0, 1000.0) * random.exponential(size=(2000, BLOCKS))
    missed = [not low <= 0 <= high for low, high in (interval(row, alarm) for row in drawn)]
    assert np.mean(missed) <= alarm


@pytest.mark.parametrize("alarm", [1e-2, 1e-5])
def test_the_reach_is_found_as_often_as_is_said(alarm: float) -> None:
    drawn = np.random.default_rng(3).normal(reach(alarm), 1, (4000, BLOCKS))
    found = np.mean([interval(row, alarm)[0] > 0 for row in drawn])
    assert found == pytest.approx(POWER, abs=0.015)


def test_the_standard_error_is_that_of_the_mean() -> None:
    assert standard_error(np.array([1.0, 3.0] * (BLOCKS // 2))) == pytest.approx(1 / np.sqrt(BLOCKS - 1))
