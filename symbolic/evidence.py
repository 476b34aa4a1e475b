"""What numbers say of a claim: plain data, made by `numeric.crosscheck`, which never sees a proof."""

from __future__ import annotations

from dataclasses import dataclass

from symbolic.certificate import Model


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
        counterexample: the simplest exact model found in which the goal fails.
        display: the counterexample as rows of (what, value), such as ``("v(1)", "1/2")``, for reports.
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

    def __str__(self) -> str:
        if not self.points:
            return f"not tested: none of {_counted(self.tried)} satisfies the assumptions with both sides defined"
        agreement = "agree" if self.agrees else "disagree"
        precision = f", {' and '.join(map(str, self.digits))} digits" if self.digits else ""
        return f"both sides {agreement} at {_counted(self.points)} ({self.exact} exact{precision})"


def _counted(points: int) -> str:
    return "1 point" if points == 1 else f"{points} points"
