"""``python benchmarks/growth.py``: how the time of the checker grows with the number of summation indices.

Each claim is decided (prove, check, crosscheck), and once more proved and checked alone, in a process of its own with
nothing remembered from the others; the ratio is to the claim with one index less, in the same run.  Times in
parentheses are of what was not proved within `LIMIT`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import matmul, mul
from pathlib import Path
from sys import path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
path[:0] = [str(ROOT), str(Path(__file__).parent)]

from asking import Answer, ask, decided, proved  # noqa: E402 (the checker may not be installed)

from symbolic.language import Sum, column, integer, matrix, sequence, size, trace  # noqa: E402
from symbolic.language.reading import Statement, read_claim  # noqa: E402

MOST: Final = 5
LIMIT: Final = 60.0  # seconds
SIDES = tuple[Any, Any]


def main() -> None:
    print(f"{'growth with the number of indices':40}" + "".join(f"{k:>15}" for k in range(1, MOST + 1)))
    for title, sides in FAMILIES.items():
        claims = [read_claim("growth", title, "", [], Statement(sides(k))) for k in range(1, MOST + 1)]
        print(f"{title:40}" + _shown([ask(decided, claim, LIMIT) for claim in claims]), flush=True)
        print(f"{'    without numbers':40}" + _shown([ask(proved, claim, LIMIT) for claim in claims]), flush=True)


def _shown(answers: Sequence[Answer]) -> str:
    """Seconds, marked where nothing was proved, and how many times as long it took as the one before."""
    before = [None, *(seconds for _, seconds in answers)]
    cells = [
        f"{f'{seconds:.2f} s' if says else f'({seconds:.2f} s)':>9}" + (f" ×{seconds / last:4.1f}" if last else " " * 6)
        for (says, seconds), last in zip(answers, before, strict=False)
    ]
    return "".join(cells)


def _sizes(count: int) -> list[Any]:
    return [size(f"n{k}") for k in range(count)]


def _matrices(sizes: Sequence[Any]) -> list[Any]:
    return [matrix(f"A{k}", sizes[k], sizes[k + 1]) for k in range(len(sizes) - 1)]


def _nested(body: Any, ranges: Sequence[tuple[Any, Any, Any]]) -> Any:
    """The last range is the innermost sum's."""
    return reduce(Sum, reversed(ranges), body)


def _swap(k: int) -> SIDES:
    """b[i1] A1[i1, i2] ... A(k-1)[i(k-1), ik], summed in one order and in the other."""
    sizes, indices = _sizes(k), [integer(f"i{place}") for place in range(k)]
    entries = [one[row, col] for one, row, col in zip(_matrices(sizes), indices, indices[1:], strict=False)]
    ranges = [(index, 1, bound) for index, bound in zip(indices, sizes, strict=True)]
    body = reduce(mul, entries, column("b", sizes[0])[indices[0]])
    return _nested(body, ranges), _nested(body, ranges[::-1])


def _product(k: int) -> SIDES:
    """The product of k sums, as one sum over k indices."""
    sizes, indices = _sizes(k), [integer(f"i{place}") for place in range(k)]
    terms = [sequence(f"f{place}", start=1)(index) for place, index in enumerate(indices)]
    ranges = [(index, 1, bound) for index, bound in zip(indices, sizes, strict=True)]
    return reduce(mul, map(Sum, terms, ranges)), _nested(reduce(mul, terms), ranges)


def _chain(k: int) -> SIDES:
    """A0 (A1 (... Ak)) = ((A0 A1) ...) Ak."""
    factors = _matrices(_sizes(k + 2))
    return reduce(lambda right, left: left @ right, reversed(factors)), reduce(matmul, factors)


def _cycle(k: int) -> SIDES:
    """tr(A1 A2 ... Ak) = tr(A2 ... Ak A1)."""
    sizes = _sizes(k)
    factors = _matrices([*sizes, sizes[0]])
    return trace(reduce(matmul, factors)), trace(reduce(matmul, [*factors[1:], factors[0]]))


FAMILIES: Final[Mapping[str, Callable[[int], SIDES]]] = {
    "order of k nested sums reversed": _swap,
    "product of k sums as one": _product,
    "product of k + 1 matrices, associated": _chain,
    "trace of k matrices, turned": _cycle,
}

if __name__ == "__main__":
    main()
