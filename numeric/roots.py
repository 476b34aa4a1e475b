"""Where a function of one number vanishes, exactly: one that is affine, quadratic, or such a one by an affine one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt
from typing import Final

NEEDED: Final = 5  # values at 0, 1, 2, ...: the last one shows that the others were no accident


def affine_roots(values: Sequence[Fraction]) -> list[Fraction]:
    """Where a function vanishes whose values at 0, 1 and 2 lie on a line that is not level.

    >>> affine_roots([Fraction(6), Fraction(4), Fraction(2)])
    [Fraction(3, 1)]
    """
    first, second, third = values
    rise = second - first
    return [-first / rise] if rise and third - second == rise else []


def rational_roots(values: Sequence[Fraction]) -> list[Fraction]:
    """The rational numbers where a function ``(a + b x + c x^2)/(1 + d x)`` vanishes, by its values at 0, 1, 2, 3, 4.

    There are none where these are not the values of such a function.

    >>> rational_roots([Fraction(x * x - 5 * x + 6, 1 + x) for x in range(NEEDED)])
    [Fraction(2, 1), Fraction(3, 1)]
    """
    first, *others = values
    slopes = [(value - first) / x for x, value in enumerate(others, 1)]  # b + c x - d f(x), but for f(0)
    bend, bend_of_slopes = _second_difference(others), _second_difference(slopes)
    if not bend and bend_of_slopes:
        return []
    d = -bend_of_slopes / bend if bend else Fraction(0)
    c = slopes[1] - slopes[0] + d * (others[1] - others[0])
    b = slopes[0] - c + d * others[0]
    if first + 4 * b + 16 * c != others[3] * (1 + 4 * d):
        return []
    # At a pole that is one of the places, the function may have been given any value.
    return [root for root in _quadratic_roots(first, b, c) if 1 + d * root]


def _second_difference(values: Sequence[Fraction]) -> Fraction:
    return values[2] - 2 * values[1] + values[0]


def _quadratic_roots(a: Fraction, b: Fraction, c: Fraction) -> list[Fraction]:
    if not c:
        return [-a / b] if b else []
    root = _square_root(b * b - 4 * a * c)
    return [] if root is None else sorted({(-b - root) / (2 * c), (-b + root) / (2 * c)})


def _square_root(value: Fraction) -> Fraction | None:
    """The rational number whose square it is, if there is one."""
    if value < 0:
        return None
    root = Fraction(isqrt(value.numerator), isqrt(value.denominator))
    return root if root * root == value else None


KINDS: Final = ((3, affine_roots), (NEEDED, rational_roots))  # and how many values each needs
