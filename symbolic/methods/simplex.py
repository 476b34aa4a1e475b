"""Nonnegative weights under which vectors add up to another one: exact linear programming, to suggest coefficients.

SymPy's simplex (`sympy.solvers.simplex`) fails on systems of equations as large as these.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from typing import Final, TypeVar

MOST_PIVOTS: Final = 120
LARGEST: Final = 8000  # entries of the tableau
Key = TypeVar("Key", bound=Hashable)
Row = list[Fraction]


def weights(vectors: Sequence[Mapping[Key, Fraction]], target: Mapping[Key, Fraction]) -> list[Fraction] | None:
    """``w >= 0`` such that the sum of ``w[k] * vectors[k]`` is ``target``, or None; vectors are maps to coordinates.

    >>> weights([{"x": Fraction(1)}, {"x": Fraction(1), "y": Fraction(2)}], {"x": Fraction(3), "y": Fraction(2)})
    [Fraction(2, 1), Fraction(1, 1)]
    """
    rows = [_row(key, vectors, target) for key in dict.fromkeys([*target, *(key for one in vectors for key in one)])]
    if len(rows) * len(vectors) > LARGEST:
        return None
    basis = [len(vectors) + number for number in range(len(rows))]  # at first, what is missing of each coordinate
    rows.append([sum((row[k] for row in rows), Fraction(0)) for k in range(len(vectors) + 1)])  # and in all
    for _ in range(MOST_PIVOTS):
        *gains, missing = rows[-1]
        if missing == 0:
            return _solution(rows[:-1], basis, len(vectors))
        entering = next((k for k, gain in enumerate(gains) if gain > 0), None)
        if entering is None:
            return None
        _pivot(rows, basis, entering)
    return None


def _row(key: Key, vectors: Sequence[Mapping[Key, Fraction]], target: Mapping[Key, Fraction]) -> Row:
    """One coordinate of all vectors and, last, of the target, which is made nonnegative."""
    row = [one.get(key, Fraction(0)) for one in (*vectors, target)]
    return [-value for value in row] if row[-1] < 0 else row


def _pivot(rows: list[Row], basis: list[int], entering: int) -> None:
    """``entering`` joins the basis in place of what reaches 0 first; ties by Bland's rule, lest it go in circles.

    The last row is the sum of those whose coordinate is still missing, and stays so.
    """
    ratios = [(row[-1] / row[entering], basis[at], at) for at, row in enumerate(rows[:-1]) if row[entering] > 0]
    _, _, leaving = min(ratios)
    pivot = rows[leaving][entering]
    rows[leaving] = [value / pivot for value in rows[leaving]]
    for at, row in enumerate(rows):
        if at != leaving and row[entering]:
            rows[at] = [value - row[entering] * other for value, other in zip(row, rows[leaving], strict=True)]
    basis[leaving] = entering


def _solution(rows: Sequence[Row], basis: Sequence[int], count: int) -> list[Fraction]:
    found = [Fraction(0)] * count
    for row, one in zip(rows, basis, strict=True):
        if one < count:
            found[one] = row[-1]
    return found
