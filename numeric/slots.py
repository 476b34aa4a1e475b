"""What each symbol may be: its simplest values first, and random ones, within its own domain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np

from numeric.arithmetics import Exact, Precise
from numeric.decide import DIGITS
from numeric.drafts import Knob, first_knobs, is_scalar, knobs
from numeric.errors import Inexact, Unevaluated
from numeric.evaluate import Evaluation
from numeric.forms import BENT, MOST_CANDIDATES, cost, forms, simplest
from numeric.layout import Layout
from numeric.outcomes import MOST_COINS
from numeric.places import MOST_ROWS, has_entries
from numeric.realise import HIGHEST_DEGREE
from symbolic.terms import INTEGER, ONE, OUTCOME, Number, Symbol, Term, function_sort, le, subterms, symbols

_COMMON: Final = 5  # half of the random draws are from so many of the simplest values
_SMALL: Final = 4
_STRAIGHT: Final = 5  # one function in so many bends: little is rational then


@dataclass(frozen=True)
class Slot:
    """Knobs that are set together, with ``candidates`` for them in order of simplicity."""

    symbol: Symbol
    knobs: tuple[Knob, ...]
    candidates: tuple[tuple[Fraction, ...], ...]
    tests: tuple[Term, ...] = ()

    def allows(self, values: tuple[Fraction, ...]) -> bool:
        """Whether the tests that speak of this symbol alone hold."""
        return not self.tests or _holds(self.symbol, values[0], self.tests)

    def draw(self, random: np.random.Generator) -> tuple[Fraction, ...]:
        """A random setting, often one of the simplest; one of a function may bend."""
        if self.candidates[-1] in BENT and random.integers(_STRAIGHT) == 0:
            return BENT[int(random.integers(len(BENT)))]
        if random.integers(2) == 0:
            common = 2 * _COMMON if len(self.knobs) == 1 else MOST_CANDIDATES
            return self.candidates[int(random.integers(min(common, len(self.candidates))))]
        drawn = self._spread(random)
        return drawn if self.allows(drawn) else self.candidates[int(random.integers(len(self.candidates)))]

    def small(self, random: np.random.Generator) -> tuple[Fraction, ...]:
        """A random setting near 0 but not 0, where exponentials of normal variables vary little."""
        common = self.candidates[int(random.integers(min(_SMALL, len(self.candidates))))]
        if self.symbol.sort in (INTEGER, OUTCOME):
            return common
        falling = (Fraction(1), Fraction(1, _SMALL)) if len(self.knobs) > 1 else (Fraction(1),)
        weights = (Fraction(1),) * len(self.knobs) if has_entries(self.knobs[0][0]) else falling
        numbers = random.integers(1, _SMALL + 1, size=len(weights)) * random.choice([-1, 1], size=len(weights))
        drawn = [weight * Fraction(int(number), _SMALL) for weight, number in zip(weights, numbers, strict=True)]
        setting = (*drawn, *[Fraction(0)] * (len(self.knobs) - len(drawn)))
        return setting if self.allows(setting) else common

    def _spread(self, random: np.random.Generator) -> tuple[Fraction, ...]:
        if self.symbol.sort == INTEGER:
            return (Fraction(int(random.integers(-3, 7))),)
        if self.symbol.sort == OUTCOME:
            return (Fraction(int(random.integers(2**MOST_COINS))),)
        if has_entries(self.knobs[0][0]) and random.integers(3) == 0:
            return self._positive(random)
        denominator = int(random.choice([1, 2, 3, 5, 7, 10]))
        reach = 2 * denominator if len(self.knobs) > 1 else 4 * denominator
        drawn = random.integers(-reach, reach + 1, size=len(self.knobs))
        if self.symbol.sort == function_sort():
            drawn[HIGHEST_DEGREE + 1 :] = 0
        if self.symbol.sort.name == "random":
            # What is assumed of random symbols mostly says that the later terms vanish, such as a covariance.
            drawn *= random.integers(np.arange(len(self.knobs)) + 1) == 0
        return tuple(Fraction(int(numerator), denominator) for numerator in drawn)

    def _positive(self, random: np.random.Generator) -> tuple[Fraction, ...]:
        """What is assumed of matrices is often that their entries are positive, and that rows sum to 1."""
        denominator = int(random.choice([2, 3, 4, 6, 10]))
        drawn = random.integers(1, max(2, denominator // 2), size=len(self.knobs))
        return tuple(Fraction(int(numerator), denominator) for numerator in drawn)


def slots(layout: Layout) -> tuple[Slot, ...]:
    """All that may be chosen: integers first, then reals and first elements, then sequences and functions."""
    own = [_slot(symbol, layout) for symbol in layout.free]
    first = [_first(sequence, at) for sequence, at in layout.initial]
    integers = [slot for slot in own if slot.symbol.sort == INTEGER]
    reals = [slot for slot in own if is_scalar(slot.symbol) and slot.symbol.sort != INTEGER]
    return (*integers, *reals, *first, *(slot for slot in own if not is_scalar(slot.symbol)))


def _first(sequence: Symbol, at: int) -> Slot:
    own = first_knobs(sequence, at)
    return Slot(sequence, own, _reals() if own == ((sequence, at),) else forms(own[0][0]))


def _slot(symbol: Symbol, layout: Layout) -> Slot:
    if not is_scalar(symbol):
        bends = symbol.sort == function_sort() and symbol not in layout.tied
        return Slot(symbol, knobs(symbol), (*forms(symbol), *(BENT if bends else ())))
    if symbol.sort == OUTCOME:
        return Slot(symbol, knobs(symbol), tuple((Fraction(number),) for number in range(MOST_CANDIDATES)))
    tests = tuple(test for test in layout.tests if symbols(test) == {symbol})
    if symbol in layout.sizes:
        tests = _small(symbol, tests)
    near = {Fraction(c) + step for c in _numbers(tests) for step in (-1, Fraction(-1, 2), 0, Fraction(1, 2), 1, 2)}
    values = (*_integers(), *_boundary(near)) if symbol.sort == INTEGER else (*simplest(60), *near)
    allowed = [
        (value,)
        for value in sorted(set(values), key=lambda value: cost((value,)))
        if not (symbol.sort == INTEGER and value.denominator > 1) and _holds(symbol, value, tests)
    ]
    # A domain in which nothing was found keeps one value, so that the tests say no to every point.
    return Slot(symbol, knobs(symbol), tuple(allowed[:MOST_CANDIDATES]) or ((Fraction(0),),), tests)


def _small(size: Symbol, tests: tuple[Term, ...]) -> tuple[Term, ...]:
    """``tests`` and the bounds of sizes at which a matrix shows all that it is given by, if both can be met."""
    small = (*tests, le(ONE, size), le(size, Number(MOST_ROWS)))
    return small if any(_holds(size, Fraction(rows + 1), small) for rows in range(MOST_ROWS)) else tests


def _boundary(near: set[Fraction]) -> set[Fraction]:
    return {Fraction(value.numerator // value.denominator) for value in near}


def _numbers(tests: tuple[Term, ...]) -> Iterator[Fraction]:
    for test in tests:
        yield from (part.value for part in subterms(test) if isinstance(part, Number))


def _holds(symbol: Symbol, value: Fraction, tests: tuple[Term, ...]) -> bool:
    """Whether ``tests`` hold of a value, by exact numbers, or else by many digits."""
    for arithmetic in (Exact(), Precise(DIGITS[0])):
        here = Evaluation({symbol: arithmetic.number(value)}, {}, arithmetic, Layout())
        try:
            return all(here.value(test) for test in tests)
        except Inexact:
            continue
        except Unevaluated:
            return False
    return False


def _integers() -> tuple[Fraction, ...]:
    return tuple(map(Fraction, (0, 1, 2, 3, 4, 5, 6, -1, -2, -3)))


def _reals() -> tuple[tuple[Fraction, ...], ...]:
    return tuple((value,) for value in simplest(MOST_CANDIDATES))
