"""The numbers of the pictures: proved laws, and draws beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from numeric.sampling import stream

SUM: Final = np.array([0.5, 0.5, -0.5, 0.25])  # q + k
COUNTS: Final = 2 ** np.arange(13)
REPEATS: Final = 200
BAND: Final = 0.95
DECAYS: Final = (0.9, 0.97, 0.99)
LAST: Final = 300


@dataclass(frozen=True)
class ErrorCurve:
    """Relative errors of averages of features, by their number: the proved law, and what draws show."""

    features: NDArray[np.int64]
    law: NDArray[np.float64]
    drawn: NDArray[np.float64]
    bound: NDArray[np.float64]
    within: NDArray[np.float64]


def error_curve(seed: int) -> ErrorCurve:
    """``drawn`` is the root of the mean square over `REPEATS` estimates; ``within`` holds 95 of 100 of these errors.

    ``bound`` is Chebyshev's, which holds whatever the law of the errors is.
    """
    law = np.sqrt((np.exp(SUM @ SUM) - 1) / COUNTS)
    random = stream(seed, "plots/features")
    errors = np.array([_errors(random, int(count)) for count in COUNTS])
    drawn = np.sqrt((errors**2).mean(axis=1))
    return ErrorCurve(COUNTS, law, drawn, law / np.sqrt(1 - BAND), np.quantile(errors, BAND, axis=1))


def _errors(random: np.random.Generator, count: int) -> NDArray[np.float64]:
    """The absolute relative errors of averages of exp(x·(q + k)) over ``count`` normal vectors."""
    means = [np.exp(random.standard_normal((count, SUM.size)) @ SUM).mean() for _ in range(REPEATS)]
    return np.asarray(np.abs(np.array(means) / np.exp(SUM @ SUM / 2) - 1), dtype=np.float64)


@dataclass(frozen=True)
class BiasCurve:
    """For one decay rate, what the running average expects at each step, in parts of the mean it is to estimate."""

    beta: float
    steps: NDArray[np.int64]
    law: NDArray[np.float64]
    drawn: NDArray[np.float64]


def bias_curves(seed: int) -> list[BiasCurve]:
    """The factor 1 - beta^t, and the mean over `REPEATS` running averages of gradients of mean and variance 1."""
    return [_bias(beta, stream(seed, f"plots/bias/{beta}")) for beta in DECAYS]


def _bias(beta: float, random: np.random.Generator) -> BiasCurve:
    averages = np.zeros((LAST + 1, REPEATS))
    for step in range(1, LAST + 1):
        averages[step] = beta * averages[step - 1] + (1 - beta) * random.normal(1, 1, REPEATS)
    steps = np.arange(LAST + 1)
    law = np.asarray(1 - beta**steps, dtype=np.float64)
    return BiasCurve(beta, steps, law, np.asarray(averages.mean(axis=1), dtype=np.float64))
