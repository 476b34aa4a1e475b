"""Medians of means: what is said of an expectation from the means of many blocks, without a look at any tail.

Of each block's mean one thing is supposed: on either side of the expectation it falls with a probability of at least
`LEAN`.  In the limit of large blocks that is 1/2; for a lognormal the means lie below more often, and this is the room
that they are given.  How many of `BLOCKS` fall on the rarer side is then binomial at least, so an order statistic of
the means bounds the expectation, at any level and for any tail.  No quantile of a normal distribution is used for it.
"""

from __future__ import annotations

from functools import lru_cache
from math import comb, inf, sqrt
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

BLOCKS: Final = 128
LEAN: Final = 0.25
POWER: Final = 0.95


@lru_cache(maxsize=64)
def rank(alarm: float) -> int:
    """The greatest number such that fewer means on one side of the expectation have at most the chance ``alarm``/2.

    >>> rank(1e-2), rank(1e-6), rank(1e-20)
    (20, 10, 0)
    """
    return next(number for number in range(BLOCKS) if _fewer(number + 1, LEAN) > alarm / 2)


def interval(means: NDArray[np.float64], alarm: float) -> tuple[float, float]:
    """Misses the expectation with a probability of at most ``alarm``; without ends if that is too much to ask."""
    place = rank(alarm)
    if not place:
        return -inf, inf
    ordered = np.sort(means)
    return float(ordered[place - 1]), float(ordered[-place])


@lru_cache(maxsize=64)
def reach(alarm: float) -> float:
    """How many standard deviations of a block's mean 0 must be away to lie outside the interval in `POWER` of cases.

    Only what is said to be detectable depends on this, and so on means that are nearly normal.
    """
    place, low, high = rank(alarm), 0.0, 0.5
    if not place:
        return inf
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if _fewer(place, middle) > POWER else (low, middle)
    return -NormalDist().inv_cdf(low)


def standard_error(means: NDArray[np.float64]) -> float:
    """Of the mean of all blocks."""
    return float(np.std(means, ddof=1)) / sqrt(means.size)


def _fewer(number: int, chance: float) -> float:
    """The probability that fewer than ``number`` of `BLOCKS` fall on a side which each meets with ``chance``."""
    return sum(comb(BLOCKS, k) * chance**k * (1 - chance) ** (BLOCKS - k) for k in range(number))
