"""Wall time and peak memory of attention, separable attention and attention by features, against the length n.

Usage: ``python benchmarks/attention.py [PLOT.svg]``.  Slopes are fitted to logarithms over the longer half of the
lengths; for fixed d and m the formulas of `derivations.cost` say 2 for attention and 1 for the others, in the long run.
Time is the least of several runs, on one thread; memory is what numpy allocates at most, the inputs not counted, which
may be overwritten as in the formulas.  A plot takes matplotlib (``pip install '.[plots]'``).
"""

from __future__ import annotations

import gc
import os
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from sys import argv, path
from time import perf_counter
from typing import Final

for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[f"{library}_NUM_THREADS"] = "1"  # read when numpy is loaded

import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402

path[:0] = [str(Path(__file__).parents[1])]

from derivations.cost import Program, inputs, operations, space  # noqa: E402 (may not be installed)
from derivations.cost.attention import approximate, d, m, n, separable, standard  # noqa: E402

try:
    from matplotlib import pyplot
except ImportError:
    pyplot = None

Array = NDArray[np.float64]
WIDTH: Final = 32  # d
SAMPLES: Final = 64  # m
LENGTHS: Final = tuple(2**power for power in range(7, 15))
LONGEST: Final = {"attention": 4096}  # its scores take 128 MiB there
RUNS: Final = 5
ELEMENT: Final = 8  # bytes


def softmax(scores: Array, axis: int) -> Array:
    """In place, so that no second matrix of scores is made."""
    scores -= scores.max(axis=axis, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=axis, keepdims=True)
    return scores


def by_scores(q: Array, k: Array, v: Array, x: Array) -> Array:
    return softmax(q @ k.T, axis=1) @ v


def by_columns(q: Array, k: Array, v: Array, x: Array) -> Array:
    return softmax(q, axis=1) @ (softmax(k, axis=0).T @ v)


def by_features(q: Array, k: Array, v: Array, x: Array) -> Array:
    f, g = (features(one, x) for one in (q, k))
    result = f @ (g.T @ v)
    result /= f @ g.sum(axis=0)[:, None]
    return result


def features(rows: Array, x: Array) -> Array:
    made = rows @ x.T
    made -= np.einsum("ij,ij->i", rows, rows)[:, None] / 2
    return np.exp(made, out=made)


KERNELS: Final[Mapping[str, tuple[Callable[..., Array], Program]]] = {
    "attention": (by_scores, standard),
    "separable": (by_columns, separable),
    "features": (by_features, approximate),
}


def given(length: int) -> list[Array]:
    random = np.random.default_rng(length)
    shapes = [(length, WIDTH)] * 3 + [(SAMPLES, WIDTH)]
    return [random.normal(scale=WIDTH**-0.25, size=shape) for shape in shapes]


def seconds(kernel: Callable[..., Array], arrays: Sequence[Array]) -> float:
    """The least of several runs, the first of which is not counted."""
    kernel(*arrays)
    spent = []
    for _ in range(RUNS):
        start = perf_counter()
        kernel(*arrays)
        spent.append(perf_counter() - start)
    return min(spent)


def elements(kernel: Callable[..., Array], arrays: Sequence[Array]) -> float:
    """The most that is allocated at a time beside the inputs, in numbers."""
    gc.collect()
    tracemalloc.start()
    kernel(*arrays)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / ELEMENT


def slope(lengths: Sequence[int], values: Sequence[float]) -> float:
    """That of the logarithms, over the longer half."""
    half = len(lengths) // 2
    fitted, _ = np.polyfit(np.log(lengths[half:]), np.log(values[half:]), 1)
    return float(fitted)


def measured(name: str) -> tuple[list[int], list[float], list[float]]:
    kernel, program = KERNELS[name]
    lengths = [length for length in LENGTHS if length <= LONGEST.get(name, LENGTHS[-1])]
    times, peaks = [], []
    for length in lengths:
        arrays = given(length)
        sizes = {n: length, d: WIDTH, m: SAMPLES}
        times.append(seconds(kernel, arrays))
        peaks.append(elements(kernel, arrays))
        expected = int((space(program) - inputs(program)).subs(sizes))
        rate = int(operations(program).subs(sizes)) / times[-1] / 1e9
        print(f"{name:10} {length:7} {1e3 * times[-1]:10.3f} {rate:12.2f} {peaks[-1]:14.0f} {expected:14}", flush=True)
    return lengths, times, peaks


def main() -> None:
    print(f"d = {WIDTH}, m = {SAMPLES}")
    print(f"{'':10} {'n':>7} {'ms':>10} {'10^9 ops/s':>12} {'numbers, peak':>14} {'by formula':>14}")
    found = {name: measured(name) for name in KERNELS}
    print(f"\n{'slopes':10} {'time':>7} {'memory':>10}")
    for name, (lengths, times, peaks) in found.items():
        print(f"{name:10} {slope(lengths, times):7.2f} {slope(lengths, peaks):10.2f}")
    if len(argv) > 1:
        plot(found, Path(argv[1]))


def plot(found: Mapping[str, tuple[list[int], list[float], list[float]]], file: Path) -> None:
    if pyplot is None:
        raise SystemExit("a plot takes matplotlib: pip install '.[plots]'")
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(10, 4))
    for name, (lengths, times, peaks) in found.items():
        left.loglog(lengths, times, "o-", label=f"{name}, slope {slope(lengths, times):.2f}")
        right.loglog(lengths, peaks, "o-", label=f"{name}, slope {slope(lengths, peaks):.2f}")
    for axes, title in ((left, "seconds"), (right, "numbers allocated at most")):
        axes.set(xlabel="n", title=f"{title}, d = {WIDTH}, m = {SAMPLES}")
        axes.legend()
    figure.tight_layout()
    figure.savefig(file)


if __name__ == "__main__":
    main()
