"""``python benchmarks/throughput.py``: draws a second of the layer, beside a bare loop of the same in NumPy.

Both draw eight normal numbers a time and take the mean of exp(q·w); the layer evaluates the term, block by block.  Once
it draws from the standard density, and once from where its pilot says, with the ratio of densities, as the loop does.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from typing import Final

import numpy as np

from numeric.arithmetics.samples import STANDARD, Source
from numeric.blocks import CHUNK, Plan, Sides, block_means, planned
from numeric.evaluate import Evaluation
from numeric.layout import Layout
from numeric.medians import BLOCKS
from symbolic.terms import INTEGER, ONE, Node, Number, Symbol, abstract, apply, expect, mul, sequence_sort, summation

SIZE: Final = 8
ROUNDS: Final = 7
Q: Final = np.full(SIZE, 0.3)


def main() -> None:
    sides = _sides()
    plan = planned(sides, np.random.default_rng(0))
    (proposal,) = plan.proposals.values()
    print(f"{'drawn from':20}{'layer, 10^6/s':>15}{'bare, 10^6/s':>15}{'ratio':>8}")
    for name, chosen, sources in (
        ("standard density", Plan({}, SIZE), [STANDARD] * SIZE),
        ("where the pilot says", plan, list(proposal.values())),
    ):
        layer, bare = _measured(sides, chosen, sources)
        print(f"{name:20}{layer / 1e6:15.2f}{bare / 1e6:15.2f}{layer / bare:8.0%}")


def _measured(sides: Sides, plan: Plan, sources: list[Source]) -> tuple[float, float]:
    """The best of several turns of each, taken in turn: what else the machine does only ever slows them down."""
    layer, bare = [], []
    for number in range(ROUNDS):
        layer.append(_rate(lambda n=number: block_means(sides, np.random.default_rng(n), plan, CHUNK)))
        bare.append(_rate(lambda n=number: _bare(np.random.default_rng(n), sources)))
    return max(layer), max(bare)


def _rate(run: Callable[[], object]) -> float:
    start = process_time()
    run()
    return BLOCKS * CHUNK / (process_time() - start)


def _sides() -> Sides:
    w, i = Symbol("w", sequence_sort(1)), Symbol("i", INTEGER)
    body = summation(ONE, Number(SIZE), abstract(mul(apply(Symbol("q", w.sort), i), apply(w, i)), i))
    term = expect(abstract(Node("exp", body), w))
    values = {Symbol("q", w.sort): lambda place: float(Q[place - 1])}
    return lambda samples: (Evaluation(values, {}, samples, Layout()).value(term), 1)


def _bare(random: np.random.Generator, sources: list[Source]) -> list[float]:
    """What one would write by hand, in chunks of the same size."""
    centre, scale = (np.array(part) for part in zip(*sources, strict=True))
    if (scale == 1).all() and not centre.any():
        return [np.exp(random.standard_normal((CHUNK, SIZE)) @ Q).mean() for _ in range(BLOCKS)]
    return [_weighed(random.standard_normal((CHUNK, SIZE)), centre, scale) for _ in range(BLOCKS)]


def _weighed(z: np.ndarray, centre: np.ndarray, scale: np.ndarray) -> float:
    w = centre + scale * z
    return float((np.exp(w @ Q + ((z**2).sum(1) - (w**2).sum(1)) / 2) * scale.prod()).mean())


if __name__ == "__main__":
    main()
