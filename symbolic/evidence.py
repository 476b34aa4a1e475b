"""What numbers say of a claim: plain data, made by `numeric.crosscheck`, which never sees a proof."""

from __future__ import annotations

from dataclasses import dataclass

from symbolic.certificate import Model


@dataclass(frozen=True)
class Estimate:
    """Both sides of a goal at one point, by Monte Carlo.

    Attributes:
        left, right: medians of block means; of matrices the entries that differ most for their error.
        low, high: between these lies their difference, unless what has a probability of at most ``alarm`` happened.
        error: the standard error of the difference.
        samples: how many draws were made.
        detectable: the smallest difference, relative to the sides, or to 1 if both seem to vanish, that is found in
            19 cases of 20.
        agrees: whether the goal is compatible with ``low`` and ``high``.
    """

    left: float
    right: float
    low: float
    high: float
    alarm: float
    error: float
    samples: int
    detectable: float
    agrees: bool


@dataclass(frozen=True)
class Evidence:
    """The outcome of evaluating both sides of a goal at sampled points of its assumptions.

    Attributes:
        points: how many points satisfied everything and had both sides defined; 0 means "not tested".
        tried: how many points were drawn.
        agrees: whether the goal held at all of them; None when there was none.
        exact: how many of the points were decided in exact rationals.
        digits: the precisions, in decimal digits, at which the other points were evaluated.
        tolerance: the relative difference below which two numbers count as equal.
        largest: the largest relative difference that was seen.
        counterexample: a model in which the goal fails as far as numbers tell, the simplest that was found; only the
            kernel refutes.
        display: the counterexample as rows of (what, value), such as ``("v(1)", "1/2")``, for reports.
        estimates: what draws say at further points; those count among ``points``.
    """

    points: int
    tried: int
    agrees: bool | None
    exact: int = 0
    digits: tuple[int, ...] = ()
    tolerance: float = 0.0
    largest: float = 0.0
    counterexample: Model | None = None
    display: tuple[tuple[str, str], ...] = ()
    estimates: tuple[Estimate, ...] = ()

    def __str__(self) -> str:
        if not self.points:
            return f"not tested: none of {_counted(self.tried)} satisfies the assumptions with both sides defined"
        agreement = "agree" if self.agrees else "disagree"
        precision = f", {' and '.join(map(str, self.digits))} digits" if self.digits else ""
        by = f"{self.exact} exact{precision}{self._by_draws()}"
        return f"both sides {agreement} at {_counted(self.points)} ({by})"

    def _by_draws(self) -> str:
        if not self.estimates:
            return ""
        samples = sum(one.samples for one in self.estimates)
        worst = max(one.detectable for one in self.estimates)
        told = [] if self.agrees else [one for one in self.estimates if not one.agrees]
        apart = "".join(f"; {one.left:.6g} and {one.right:.6g} are told apart" for one in told)
        return f", {len(self.estimates)} by {samples:,} draws, which show differences of {worst:.1%}{apart}"


def _counted(points: int) -> str:
    return "1 point" if points == 1 else f"{points} points"
