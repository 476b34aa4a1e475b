"""Monte Carlo: whether a relation between two sides is compatible with draws, at a stated risk of a false alarm.

A pilot says from where to draw, and how often, so that a difference of the target would be found; then all is drawn
afresh.  The bounds are by medians of means (`numeric.medians`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import ceil, sqrt
from typing import Final

import numpy as np

from numeric.arithmetics.samples import Floats
from numeric.blocks import Plan, Sides, block_means, planned
from numeric.medians import BLOCKS, interval, reach, standard_error
from symbolic.evidence import Estimate

TARGET: Final = 0.01
PILOT: Final = 256
FEWEST: Final = 1024
MOST_NUMBERS: Final = 120_000  # for one block
ROUNDING: Final = 1e-9
VANISHING: Final = 6.0  # standard errors: a side that is nearer to 0 may be 0
MARGIN: Final = 0.9  # of the target, because the pilot errs

COMPATIBLE: Final[Mapping[str, Callable[[float, float], bool]]] = {
    "eq": lambda low, high: low <= 0 <= high,
    "le": lambda low, high: low <= 0,
    "lt": lambda low, high: low <= 0,
}
"""What each relation says of the bounds of left less right."""


def estimate(
    sides: Sides, random: np.random.Generator, alarm: float, relation: str = "eq", target: float = TARGET
) -> Estimate:
    """Whether ``relation`` holds of both sides in all entries, as far as draws tell.

    If it does, the answer is "no" with a probability of at most ``alarm``; ``target`` is the relative difference to
    find.  Raises `Unevaluated` where a side has no value by draws.

    >>> from math import exp
    >>> sides = lambda samples: (samples.mean(lambda w: np.exp(w(1)), "E"), 1.02 * exp(1 / 2))
    >>> found = estimate(sides, np.random.default_rng(0), 1e-6)
    >>> found.agrees, 0.005 < found.detectable < 0.01
    (False, True)
    """
    plan = planned(sides, random)
    rounding = ROUNDING * max(1.0, plan.largest)
    pilot = _judged(block_means(sides, random, plan, PILOT), PILOT, alarm, relation, rounding)
    amount = _amount(pilot, plan, target)
    return _judged(block_means(sides, random, plan, amount), amount, alarm, relation, rounding)


def _amount(pilot: Estimate, plan: Plan, target: float) -> int:
    """How many draws a block needs, or may have at most."""
    wanted = PILOT * (pilot.detectable / (MARGIN * target)) ** 2
    return max(FEWEST, ceil(min(wanted, MOST_NUMBERS // max(1, plan.normals))))


def _judged(blocks: Floats, amount: int, alarm: float, relation: str, rounding: float) -> Estimate:
    """The estimate of the entry that speaks most against the relation, with the worst that is detectable in any."""
    entries = blocks.shape[2]
    every = [_compared(blocks[:, :, entry], amount, alarm / entries, relation, rounding) for entry in range(entries)]
    worst = max(every, key=lambda one: (not one.agrees, abs(one.left - one.right) / max(one.error, rounding)))
    return replace(worst, alarm=alarm, detectable=max(one.detectable for one in every))


def _compared(blocks: Floats, amount: int, alarm: float, relation: str, rounding: float) -> Estimate:
    left, right = (float(side) for side in np.median(blocks, axis=0))
    differences = blocks[:, 0] - blocks[:, 1]
    size, error = max(abs(left), abs(right)), standard_error(differences)
    low, high = interval(differences, alarm)
    rounding = max(rounding, ROUNDING * size)
    low, high = low - rounding, high + rounding
    scale = size if size > VANISHING * error else 1.0
    detectable = reach(alarm) * error * sqrt(BLOCKS) / scale
    agrees = COMPATIBLE[relation](low, high)
    return Estimate(left, right, low, high, alarm, error, BLOCKS * amount, detectable, agrees)
