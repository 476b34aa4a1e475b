"""``python benchmarks/adam.py [FILE.svg]``: how fast both schemes shrink weights of small and of large gradients.

Two weights of 1 get gradients of alternating sign, of magnitude 0.1 and 10, so that the loss pulls neither way.  The
measured rates stand beside those of the catalog's theorems; with FILE the trajectories are drawn.  Where torch is
installed, its Adam and AdamW are compared with the book's algorithm.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from sys import argv, path
from typing import Final

import numpy as np

path.insert(0, str(Path(__file__).parent))

from adam_book import Settings, Vector, trajectory

STEPS: Final = 400
SIZES: Final = np.array([0.1, 10.0])
PENALTY: Final = Settings(gamma=0.01)
DECAY: Final = Settings(lamda=2 * PENALTY.epsilon * PENALTY.gamma)  # what would be the same for plain descent
WIDTH, HEIGHT, EDGE = 640, 360, 40


def main(names: list[str]) -> None:
    runs = {"penalty": _run(PENALTY), "decay": _run(DECAY)}
    print(f"{'scheme':10}{'gradients':>12}{'measured rate':>16}{'2 gamma eps : d':>17}")
    for scheme, weights in runs.items():
        for k, size in enumerate(SIZES):
            print(f"{scheme:10}{size:12g}{_measured(weights, k):16.2e}{_expected(scheme, size):17.2e}")
    for name in names:
        Path(name).write_text(drawing(runs), encoding="utf-8")
    print(*(_torch() if find_spec("torch") else ["torch is not installed: not compared"]), sep="\n")


def alternating(t: int, theta: Vector) -> Vector:
    return SIZES * (-1.0) ** t


def _run(chosen: Settings) -> list[Vector]:
    return trajectory(np.ones(2), alternating, STEPS, chosen)


def _measured(weights: list[Vector], k: int) -> float:
    """The mean relative loss a step, over an even number of steps, so that alternating gradients cancel."""
    return float(1 - (weights[-1][k] / weights[len(weights) // 2][k]) ** (2 / STEPS))


def _expected(scheme: str, size: float) -> float:
    """eps b_hat / (theta d), with 2 gamma for b_hat / theta and the magnitude of gradients for d; or lambda."""
    return DECAY.lamda if scheme == "decay" else PENALTY.epsilon * 2 * PENALTY.gamma / size


def drawing(runs: dict[str, list[Vector]]) -> str:
    """The weights over time, as SVG."""
    every = np.array([np.stack(weights) for weights in runs.values()])
    low, high = every.min(), every.max()
    lines = [
        _line(np.stack(weights)[:, k], low, high, colour, k)
        for (_, weights), colour in zip(runs.items(), ("crimson", "navy"), strict=True)
        for k in range(2)
    ]
    words = [
        f'<text x="{EDGE}" y="{HEIGHT - 8}" font-size="12">red: penalty, blue: decay; solid: small gradients, '
        f"dashed: large; {STEPS} steps, weights {low:.4f} to {high:.4f}</text>"
    ]
    return "\n".join(
        [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">', *lines, *words, "</svg>"]
    )


def _line(values: Vector, low: float, high: float, colour: str, k: int) -> str:
    x = EDGE + (WIDTH - 2 * EDGE) * np.arange(len(values)) / (len(values) - 1)
    y = EDGE + (HEIGHT - 2 * EDGE) * (high - values) / (high - low)
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(x, y, strict=True))
    dashes = ' stroke-dasharray="6 4"' if k else ""
    return f'<polyline fill="none" stroke="{colour}"{dashes} points="{points}"/>'


def _torch() -> list[str]:
    """The largest difference between torch's weights and the book's, for both schemes."""
    torch = import_module("torch")
    lines = []
    for name, chosen, decay in (
        ("Adam", PENALTY, 2 * PENALTY.gamma),
        ("AdamW", DECAY, DECAY.lamda / DECAY.epsilon),
    ):
        weight = torch.ones(2, dtype=torch.float64, requires_grad=True)
        optimiser = getattr(torch.optim, name)(
            [weight], lr=chosen.epsilon, betas=(chosen.rho1, chosen.rho2), eps=chosen.delta, weight_decay=decay
        )
        gap = 0.0
        for t, ours in enumerate(_run(chosen)[1:], start=1):
            weight.grad = torch.from_numpy(alternating(t, ours))
            optimiser.step()
            gap = max(gap, float(np.abs(weight.detach().numpy() - ours).max()))
        lines.append(f"torch's {name}: differs from the book's by at most {gap:.1e}")
    return lines


if __name__ == "__main__":
    main(argv[1:])
