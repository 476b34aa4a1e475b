"""Inequalities on a bounded box, halved until interval arithmetic decides each part of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from symbolic.kernel import Rejected
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.terms import REAL, Node, Number, Symbol, Term, le, lt, subterms, symbols

MOST_HALVED: Final = 120  # boxes of one goal
MOST_HALVINGS: Final = 12  # of one box after the other
_CURVED: Final = ("exp", "log", "tanh", "sigmoid", "sin", "cos")


class Bisection(Method):
    """a <= b, a < b, a != b between known bounds of all numbers, since enclosures show it on each of some boxes.

    Where both sides meet no box is small enough; the number of boxes is limited for that.
    """

    def attempt(self, goal: Goal, search: Search) -> int:
        conclusion = goal.conclusion
        if not isinstance(conclusion, Node) or conclusion.op not in ("le", "lt", "ne") or not _is_curved(conclusion):
            raise Failed("no inequality with exponentials or logarithms")
        box = {symbol: _range(symbol, goal) for symbol in sorted(symbols(conclusion), key=lambda one: one.name)}
        return search.show("box by box", Boxes(conclusion, search).shown(box, MOST_HALVINGS))


@dataclass(frozen=True)
class Range:
    """Rational bounds of a symbol, and the relations that say so."""

    low: Fraction
    high: Fraction
    above: Term
    below: Term

    @property
    def middle(self) -> Fraction:
        return (self.low + self.high) / 2


Box = Mapping[Symbol, Range]


@dataclass
class Boxes:
    """The boxes of one goal."""

    conclusion: Term
    search: Search
    halved: int = 0

    def shown(self, box: Box, more: int) -> int:
        """The goal within ``box``, by one enclosure, or in both halves of the box: ``more`` times at most."""
        draft = self.search.draft
        known = draft.assume_all(formula for one in box.values() for formula in (one.above, one.below))
        try:
            return draft.apply("enclosed", known, [self.conclusion])
        except Rejected:
            self._count(more)
        widest = max(box, key=lambda symbol: box[symbol].high - box[symbol].low)
        middle = box[widest].middle
        case = le(widest, Number(middle))
        left = {**box, widest: replace(box[widest], high=middle, below=case)}
        right = {**box, widest: replace(box[widest], low=middle, above=lt(Number(middle), widest))}
        ends = [self.shown(half, more - 1) for half in (left, right)]
        return draft.apply("cases", [draft.apply("dichotomy", (), [case]), *ends])

    def _count(self, more: int) -> None:
        self.halved += 1
        if not more or self.halved > MOST_HALVED:
            raise Failed("no enclosure decides, on boxes however small")


def _is_curved(conclusion: Node) -> bool:
    return any(isinstance(part, Node) and part.op in _CURVED for part in subterms(conclusion))


def _range(symbol: Symbol, goal: Goal) -> Range:
    """The tightest bounds that are assumed of a real."""
    lows, highs = list(_bounds(symbol, goal, 1)), list(_bounds(symbol, goal, 0))
    if symbol.sort != REAL or not lows or not highs:
        raise Failed(f"{symbol.name} is no real between two numbers")
    (low, above), (high, below) = max(lows, key=lambda one: one[0]), min(highs, key=lambda one: one[0])
    return Range(low, high, above, below)


def _bounds(symbol: Symbol, goal: Goal, side: int) -> Iterator[tuple[Fraction, Term]]:
    """Numbers that are assumed on the other side of an order relation, where ``symbol`` stands on ``side``."""
    for formula in goal.context:
        match formula:
            case Node(op="le" | "lt", args=args) if args[side] == symbol and isinstance(
                other := args[1 - side], Number
            ):
                yield Fraction(other.value), formula
