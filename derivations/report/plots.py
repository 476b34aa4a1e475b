"""Pictures of two answers, as PNG: the error of random features, and the bias of the running average."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from numeric.curves import BiasCurve, ErrorCurve, bias_curves, error_curve

if find_spec("matplotlib"):
    from matplotlib.figure import Figure

MISSING: Final = "pictures take matplotlib: pip install 'derivations[plots]'"
SIZE: Final = (7.0, 4.3)
SHARP: Final = 160
COLOURS: Final = ("#1b6ca8", "#c8553d", "#3a7d44")


class NoPictures(Exception):
    """What pictures are drawn with is not installed."""


def write_plots(folder: Path, seed: int) -> list[Path]:
    """Draw every picture into ``folder``; raises `NoPictures` or `OSError`."""
    if find_spec("matplotlib") is None:
        raise NoPictures(MISSING)
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {"features-error.png": draw_errors(error_curve(seed)), "average-bias.png": draw_bias(bias_curves(seed))}
    for name, figure in pictures.items():
        figure.savefig(folder / name, dpi=SHARP)
    return [folder / name for name in pictures]


def draw_errors(curve: ErrorCurve) -> Any:
    """The error against the number of features, both by doublings, so that the law is a straight line."""
    figure, axes = _axes("The error of m random features falls like 1/√m", "features m", "relative error")
    axes.fill_between(curve.features, curve.law * 0, curve.bound, color=COLOURS[0], alpha=0.12, lw=0)
    axes.plot(curve.features, curve.bound, color=COLOURS[0], lw=1, ls="--", label="95 % are below, by Chebyshev")
    axes.plot(curve.features, curve.law, color=COLOURS[0], lw=2, label=r"proved: $\sqrt{(e^{|q+k|^2}-1)/m}$")
    axes.plot(curve.features, curve.drawn, "o", color=COLOURS[1], ms=5, label="drawn: root of the mean square")
    axes.plot(curve.features, curve.within, "_", color=COLOURS[1], ms=9, mew=2, label="drawn: 95 % are below")
    axes.set_xscale("log", base=2)
    axes.set_yscale("log")
    axes.set_ylim(curve.law.min() / 3, curve.bound.max() * 1.5)
    axes.legend(frameon=False)
    return figure


def draw_bias(curves: list[BiasCurve]) -> Any:
    """The expectation of the average over time, in parts of what it is to estimate."""
    figure, axes = _axes("Started at zero, the running average is too small at first", "step t", r"$E[v_t]\,/\,\mu$")
    axes.axhline(1, color="0.6", lw=1, ls="--")
    for curve, colour in zip(curves, COLOURS, strict=True):
        axes.plot(curve.steps, curve.drawn, color=colour, lw=0.8, alpha=0.5)
        axes.plot(curve.steps, curve.law, color=colour, lw=2, label=rf"$1-\beta^t$, $\beta={curve.beta:g}$")
    axes.plot([], [], color="0.5", lw=0.8, label="mean of 200 averages drawn")
    axes.set_xlim(0, curves[0].steps[-1])
    axes.set_ylim(0, 1.15)
    axes.legend(frameon=False, loc="lower right")
    return figure


def _axes(title: str, across: str, up: str) -> tuple[Any, Any]:
    figure = Figure(figsize=SIZE, layout="constrained")
    axes = figure.subplots()
    axes.set_title(title, loc="left")
    axes.set_xlabel(across)
    axes.set_ylabel(up)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(alpha=0.25)
    return figure, axes
