"""``python benchmarks/adam.py [FILE.svg]``: how fast both schemes shrink weights of small and of large gradients.

Two weights of 1 get gradients of alternating sign, of magnitude 0.1 and 10, so that the loss pulls neither way.  The
measured rates stand beside those of the catalog's theorems; with FILE the trajectories are drawn, which takes
matplotlib (``pip install '.[plots]'``).  Where torch is installed, its Adam and AdamW are compared with the book's.
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

try:
    from matplotlib import pyplot
except ImportError:
    pyplot = None

STEPS: Final = 400
SIZES: Final = np.array([0.1, 10.0])
PENALTY: Final = Settings(gamma=0.01)
DECAY: Final = Settings(lamda=2 * PENALTY.epsilon * PENALTY.gamma)  # what would be the same for plain descent


def main(names: list[str]) -> None:
    runs = {"penalty": _run(PENALTY), "decay": _run(DECAY)}
    print(f"{'scheme':10}{'gradients':>12}{'measured rate':>16}{'2 gamma eps : d':>17}")
    for scheme, weights in runs.items():
        for k, size in enumerate(SIZES):
            print(f"{scheme:10}{size:12g}{_measured(weights, k):16.2e}{_expected(scheme, size):17.2e}")
    for name in names:
        plot(runs, Path(name))
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


def plot(runs: dict[str, list[Vector]], file: Path) -> None:
    """The weights over time, one picture a size of gradients, and what the proved rates alone would leave of 1."""
    if pyplot is None:
        raise SystemExit("a plot takes matplotlib: pip install '.[plots]'")
    figure, every = pyplot.subplots(1, len(SIZES), figsize=(10, 4))
    for k, (axes, size) in enumerate(zip(every, SIZES, strict=True)):
        for scheme, weights in runs.items():
            rate = _expected(scheme, size)
            (line,) = axes.plot(np.stack(weights)[:, k], label=f"{scheme}, measured rate {_measured(weights, k):.1e}")
            left = (1 - rate) ** np.arange(len(weights))
            axes.plot(left, "--", color=line.get_color(), label=f"by the proved rate {rate:.1e}")
        axes.set(xlabel="step", title=f"a weight with gradients of {size:g}")
        axes.ticklabel_format(useOffset=False)
        axes.legend()
    figure.tight_layout()
    figure.savefig(file)


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
