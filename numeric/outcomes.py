"""Random experiments with finitely many outcomes: independent coins, looked at only as far as somebody asks.

A symbol of the sort `FAIR` or `BIASED` is a coin, or one coin for each index.  No claim can hold such symbols, so
none is ever taken for one of them.  Both kinds have mean 0 and variance 1; the biased one is skewed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, Final, TypeAlias

from numeric.errors import TooCostly
from symbolic.terms import Sort, Symbol

Coin: TypeAlias = tuple[Any, ...]
"""A symbol of coins, and which of them."""
Law: TypeAlias = tuple[tuple[Fraction, Fraction], ...]
"""Each face with its probability."""

FAIR: Final = "fair coin"
BIASED: Final = "biased coin"
LAWS: Final[dict[str, Law]] = {
    FAIR: ((Fraction(1), Fraction(1, 2)), (Fraction(-1), Fraction(1, 2))),
    BIASED: ((Fraction(2), Fraction(1, 5)), (Fraction(-1, 2), Fraction(4, 5))),
}
MOST_COINS: Final = 8


def coin(name: str, kind: str, arity: int) -> Symbol:
    """A coin (``arity`` 1: the outcome), or a sequence of coins (``arity`` 2)."""
    return Symbol(name, Sort(kind, arity))


def outcome_named(number: int) -> Outcome:
    """The outcome whose coins fall as the binary digits of ``number`` say, the last digit first.

    >>> outcome = outcome_named(2)
    >>> [str(outcome.toss(FAIR, (name,))) for name in ("first", "second", "third")]
    ['1', '-1', '1']
    """
    return Outcome([number >> place & 1 for place in range(MOST_COINS)])


class Outcome:
    """One way the coins fall: those of ``script`` in the order in which they are looked at, later ones heads up.

    ``elements`` keeps what recurrences have come to along this outcome.
    """

    def __init__(self, script: Sequence[int] = ()) -> None:
        self.elements: dict[tuple[Symbol, int], Any] = {}
        self._script = tuple(script)
        self._faces: dict[Coin, int] = {}
        self._laws: list[Law] = []

    def toss(self, kind: str, which: Coin) -> Fraction:
        """What the coin shows; raises `TooCostly` for more coins than can be enumerated."""
        if which not in self._faces:
            place = len(self._faces)
            if place == MOST_COINS:
                raise TooCostly(f"an expectation over more than {MOST_COINS} coins")
            self._faces[which] = self._script[place] if place < len(self._script) else 0
            self._laws.append(LAWS[kind])
        return LAWS[kind][self._faces[which]][0]

    def shown(self) -> dict[Coin, Fraction]:
        """The coins that have been looked at, and what they show."""
        return {coin: law[face][0] for law, (coin, face) in zip(self._laws, self._faces.items(), strict=True)}

    @property
    def coins(self) -> frozenset[Coin]:
        """The coins that have been looked at."""
        return frozenset(self._faces)

    @property
    def mass(self) -> Fraction:
        """The probability that the coins looked at fall like this."""
        faces = zip(self._laws, self._faces.values(), strict=True)
        return math.prod((law[face][1] for law, face in faces), start=Fraction(1))

    def following(self) -> list[int] | None:
        """The script that turns the last coin it can; None after the last outcome."""
        script = list(self._faces.values())
        while script and script[-1] + 1 == len(self._laws[len(script) - 1]):
            script.pop()
        return [*script[:-1], script[-1] + 1] if script else None


def outcomes() -> Iterator[Outcome]:
    """Every outcome in turn; before it asks for the next one, the caller looks at the coins that matter.

    >>> seen = []
    >>> for outcome in outcomes():
    ...     seen.append((outcome.toss(BIASED, ("only",)), outcome.mass))
    >>> seen
    [(Fraction(2, 1), Fraction(1, 5)), (Fraction(-1, 2), Fraction(4, 5))]
    """
    script: list[int] | None = []
    while script is not None:
        outcome = Outcome(script)
        yield outcome
        script = outcome.following()
