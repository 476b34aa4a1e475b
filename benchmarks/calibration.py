"""``python benchmarks/calibration.py [CASE ...]``: how often draws raise a false alarm, and find an error.

All runs are those of `numeric.montecarlo.estimate`, with a seed of their own.  False alarms are counted over so many
runs of true claims that none would bound their rate well below the budget; the bound is that of Clopper and Pearson.
Those runs are to find a difference of 5 %, quicker than 1 %, and no easier for what is true.  Wrong factors are
looked for with the target of 1 %.  The tables are those of ``docs/monte-carlo.md``.
"""

from __future__ import annotations

from collections.abc import Callable
from math import comb, exp
from sys import argv
from typing import Final, TypeAlias

import numpy as np

from numeric.arithmetics.samples import Samples
from numeric.errors import Unevaluated
from numeric.montecarlo import estimate

Case: TypeAlias = tuple[Callable[[Samples], float], float]

BUDGETS: Final = (1e-2, 1e-3)
FACTORS: Final = (1.01, 1.02, 1.05, 2.0)
RUNS: Final = 4  # over the budget
LOOKS: Final = 100


def _feature(samples: Samples) -> float:
    """E exp(w·q) in three dimensions, with |q|^2 = 1.5."""
    return float(samples.mean(lambda w: np.exp(0.5 * w(1) + w(2) - 0.5 * w(3)), "E"))


def _lognormal(samples: Samples) -> float:
    """E exp(3 w / 2): a skewness of 33, so that of plain draws few make up much of the sum."""
    return float(samples.mean(lambda w: np.exp(1.5 * w(1)), "E"))


def _variance(samples: Samples) -> float:
    """Var exp(w), a function of two expectations."""
    square, mean = samples.mean(lambda w: np.exp(2 * w(1)), "square"), samples.mean(lambda w: np.exp(w(1)), "mean")
    return float(square - mean**2)


def _average(samples: Samples) -> float:
    """E of the product of two averages of two features each, which share their draws."""

    def body(w: Callable[..., np.ndarray]) -> np.ndarray:
        q, k = (sum(np.exp(c * w(j)) for j in (1, 2)) / 2 for c in (0.5, 1.0))
        return q * k

    return float(samples.mean(body, "E"))


CASES: Final[dict[str, Case]] = {
    "feature, d = 3": (_feature, exp(0.75)),
    "lognormal, sigma = 3/2": (_lognormal, exp(1.125)),
    "variance of a lognormal": (_variance, exp(2) - exp(1)),
    "product of averages": (_average, (exp(1.125) + exp(0.625)) / 2),
}


def main(names: list[str]) -> None:
    heads = ("true claim", "budget", "runs", "refused", "false alarms", "rate is below, at 95 %")
    print(f"| {' | '.join(heads)} |\n|{' --- |' * len(heads)}")
    for name in names or CASES:
        for budget in BUDGETS:
            found = [_apart(CASES[name], 1.0, budget, seed, 0.05) for seed in range(round(RUNS / budget))]
            refused, alarms = found.count(None), found.count(True)
            bound = _upper(alarms, len(found) - refused)
            print(f"| {name} | {budget:g} | {len(found)} | {refused} | {alarms} | {bound:.2g} |", flush=True)
    factors = " | ".join(f"{factor:g}" for factor in FACTORS)
    print(f"\n| wrong by the factor | {factors} | prefactor dropped |\n| --- |{' --- |' * (len(FACTORS) + 1)}")
    for name in names or CASES:
        wrong = [*FACTORS, 1 / CASES[name][1]]
        found = [[_apart(CASES[name], factor, 1e-3, seed, 0.01) for seed in range(LOOKS)] for factor in wrong]
        print(f"| {name} | {' | '.join(f'{one.count(True) / LOOKS:.0%}' for one in found)} |", flush=True)


def _apart(case: Case, factor: float, budget: float, seed: int, target: float) -> bool | None:
    """Whether the sides are told apart; None where the pilot refuses the point, as it does in a run."""
    left, value = case
    random = np.random.default_rng(seed)
    try:
        return not estimate(lambda samples: (left(samples), factor * value), random, budget, "eq", target).agrees
    except Unevaluated:
        return None


def _upper(alarms: int, runs: int, level: float = 0.05) -> float:
    """The rate at which so few alarms in so many runs have the chance ``level``."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        few = sum(comb(runs, k) * middle**k * (1 - middle) ** (runs - k) for k in range(alarms + 1))
        low, high = (middle, high) if few > level else (low, middle)
    return high


if __name__ == "__main__":
    main(argv[1:])
