"""Points at which a claim is tried: the simplest first, then random ones, all meeting the equations it assumes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import cycle, islice

import numpy as np

from numeric.drafts import Draft, Knob, model_of
from numeric.layout import Layout, arrange
from numeric.slots import Slot, slots
from numeric.solve import Solver
from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.terms import Sort


def stream(seed: int, claim_id: str) -> np.random.Generator:
    """The random numbers of one claim: the same whatever else is run, in whatever order."""
    digest = hashlib.sha256(f"{seed}:{claim_id}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest, "big"))


def models(claim: Claim, seed: int = 0, amount: int = 20) -> list[Model]:
    """So many random candidates for a model of the assumptions, which the caller has yet to test.

    >>> from symbolic.terms import *
    >>> beta = Symbol("beta")
    >>> claim = Claim("f/d/c", "", "", (lt(ZERO, beta), lt(beta, ONE)), (), (), eq(beta, beta))
    >>> all(0 < term.value < 1 for model in models(claim) for _, term in model.values)
    True
    """
    layout = arrange(claim)
    drafts = Sampler(layout).random(stream(seed, claim.id))
    return [model_of(draft, layout) for draft in islice((draft for draft in drafts if draft is not None), amount)]


class Sampler:
    """Drafts for the free symbols of a layout; None stands for a draw whose equations could not be met."""

    def __init__(self, layout: Layout) -> None:
        self.slots = slots(layout)
        self.solver = Solver(layout, self.slots)
        self.order = tuple(knob for slot in self.slots for knob in slot.knobs)

    def simplest(self) -> Iterator[Draft | None]:
        """Every draft of candidates, in order of the total rank of its values; finitely many."""
        ranks = [len(slot.candidates) for slot in self.slots]
        for total in range(sum(ranks) - len(ranks) + 1):
            for choice in _choices(ranks, total):
                settings = [slot.candidates[rank] for slot, rank in zip(self.slots, choice, strict=True)]
                yield self.solver.solved(_draft(self.slots, settings), self.order)

    def random(self, random: np.random.Generator) -> Iterator[Draft | None]:
        """Random drafts without end; the order in which knobs are turned is random too, single numbers first."""
        while True:
            draft = _draft(self.slots, [slot.draw(random) for slot in self.slots])
            yield self.solver.solved(draft, self._shuffled(random))

    def small(self, random: np.random.Generator) -> Iterator[Draft | None]:
        """Random drafts without end, small numbers throughout."""
        while True:
            draft = _draft(self.slots, [slot.small(random) for slot in self.slots])
            yield self.solver.solved(draft, self._shuffled(random))

    def coinciding(self, random: np.random.Generator) -> Iterator[Draft | None]:
        """Random drafts without end in which the symbols of a sort are all the same, in every second one but for their
        signs, where their domains let them.
        """
        for signs in cycle(((1,), (1, -1))):
            drawn = [slot.draw(random) for slot in self.slots]
            chosen = [Fraction(int(random.choice(signs))) for _ in drawn]
            yield self.solver.solved(_draft(self.slots, _alike(self.slots, drawn, chosen)), self._shuffled(random))

    def _shuffled(self, random: np.random.Generator) -> list[Knob]:
        single = [slot.knobs[0] for slot in self.slots if len(slot.knobs) == 1]
        shapes = [knob for slot in self.slots if len(slot.knobs) > 1 for knob in slot.knobs]
        return [*_permuted(single, random), *_permuted(shapes, random)]


def _alike(
    every: Sequence[Slot], drawn: Sequence[tuple[Fraction, ...]], signs: Sequence[Fraction]
) -> Iterator[tuple[Fraction, ...]]:
    """What was drawn for the first symbol of a sort, times its sign, for each symbol that it is allowed for."""
    first: dict[tuple[Sort, int], tuple[Fraction, ...]] = {}
    for slot, own, sign in zip(every, drawn, signs, strict=True):
        common = tuple(sign * value for value in first.setdefault((slot.symbol.sort, len(slot.knobs)), own))
        yield common if slot.allows(common) else own


def _permuted(items: list[Knob], random: np.random.Generator) -> list[Knob]:
    return [items[int(place)] for place in random.permutation(len(items))]


def _draft(every: Sequence[Slot], settings: Iterable[tuple[Fraction, ...]]) -> Draft:
    return {
        knob: value
        for slot, values in zip(every, settings, strict=True)
        for knob, value in zip(slot.knobs, values, strict=True)
    }


def _choices(ranks: list[int], total: int) -> Iterator[tuple[int, ...]]:
    """All ways to choose one rank below each of ``ranks`` with the given total, small first ranks first."""
    if not ranks:
        if total == 0:
            yield ()
        return
    for first in range(min(ranks[0] - 1, total) + 1):
        for rest in _choices(ranks[1:], total - first):
            yield (first, *rest)
