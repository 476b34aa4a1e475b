"""Adam as the book prints it, in numpy, vectors at a time: nothing here knows the checker or its catalog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Gradient = Callable[[int, Vector], Vector]
"""The gradient of the loss at step 1, 2, ... and at the weights."""


@dataclass(frozen=True)
class Settings:
    """The book's constants; ``gamma`` weighs the penalty, ``lamda`` is the rate of decoupled decay."""

    epsilon: float = 0.001
    rho1: float = 0.9
    rho2: float = 0.999
    delta: float = 1e-8
    gamma: float = 0.0
    lamda: float = 0.0
    inside: bool = False


def trajectory(start: Vector, gradient: Gradient, steps: int, chosen: Settings) -> list[Vector]:
    """The weights after 0, 1, ..., ``steps`` steps."""
    theta, s, r = np.array(start, dtype=float), np.zeros_like(start), np.zeros_like(start)
    seen = [theta]
    for t in range(1, steps + 1):
        g = gradient(t, theta) + 2 * chosen.gamma * theta
        s = chosen.rho1 * s + (1 - chosen.rho1) * g
        r = chosen.rho2 * r + (1 - chosen.rho2) * g * g
        s_hat, r_hat = s / (1 - chosen.rho1**t), r / (1 - chosen.rho2**t)
        below = np.sqrt(r_hat + chosen.delta) if chosen.inside else np.sqrt(r_hat) + chosen.delta
        theta = theta - chosen.epsilon * s_hat / below - chosen.lamda * theta
        seen.append(theta)
    return seen
