"""The simplest numbers, polynomials and matrices, in order: what counterexamples are looked for among first."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import count, islice, product
from typing import Final

from numeric.drafts import knobs
from numeric.places import filled, has_entries
from numeric.realise import HIGHEST_DEGREE
from symbolic.terms import Symbol, function_sort

Values = tuple[Fraction, ...]
MOST_CANDIDATES: Final = 24
BENT: Final = tuple(tuple(map(Fraction, form)) for form in ((0, 0, 0, 0, 1), (0, 0, 0, 0, 2), (1, 1, 0, 0, -1)))


def cost(values: tuple[Fraction, ...]) -> tuple[int, int, int]:
    """How far from simple a setting is: 0 is the simplest number, then 1, -1, 2, 1/2; high degrees weigh more.

    >>> sorted([Fraction(-1), Fraction(1, 2), Fraction(2), Fraction(0)], key=lambda value: cost((value,)))
    [Fraction(0, 1), Fraction(-1, 1), Fraction(2, 1), Fraction(1, 2)]
    """
    sizes = [abs(value.numerator) + value.denominator - 1 for value in values]
    weight = sum(size * (degree + 1) for degree, size in enumerate(sizes))
    return weight, sum(value < 0 for value in values), sum(value.denominator for value in values)


def simplest(amount: int) -> Values:
    """So many rationals, those first that are simplest."""
    return tuple(islice(_by_simplicity(), amount))


def _by_simplicity() -> Iterator[Fraction]:
    """All rationals, each once: 0, 1, -1, 2, 1/2, -2, -1/2, 3, 1/3, ..."""
    yield Fraction(0)
    for total in count(2):
        level = [Fraction(total - below, below) for below in range(1, total)]
        level = [value for value in level if value.numerator + value.denominator == total]
        yield from (*level, *(-value for value in level))


def forms(symbol: Symbol) -> tuple[Values, ...]:
    """The simplest settings of the knobs of a symbol that has several; none of them bends."""
    if symbol.sort == function_sort():
        return tuple((*form, Fraction(0)) for form in _polynomials(HIGHEST_DEGREE + 1))
    zero, corner, *others = _polynomials(len(knobs(symbol)))
    return (zero, corner, *(filled(symbol) if has_entries(symbol) else ()), *others)


def _polynomials(length: int) -> tuple[tuple[Fraction, ...], ...]:
    """The simplest polynomials: 0, 1, -1, i, ..., 1 - i, i^2, ..."""
    small = [tuple(map(Fraction, shape)) for shape in product((0, 1, -1), repeat=min(length, 5))]
    small = [(*shape, *[Fraction(0)] * (length - len(shape))) for shape in small]
    wide = [(Fraction(a), Fraction(b), *[Fraction(0)] * (length - 2)) for a, b in product((0, 1, -1, 2), repeat=2)]
    return tuple(sorted(dict.fromkeys((*small, *wide)), key=cost))[:MOST_CANDIDATES]
