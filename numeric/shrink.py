"""From a point at which a goal fails to the simplest such point, which does not depend on the one that was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeAlias

from numeric.drafts import Draft
from numeric.forms import cost, simplest
from numeric.sampling import Sampler
from numeric.slots import Slot
from symbolic.terms import INTEGER

Fails: TypeAlias = Callable[[Draft], bool]
MOST_SIMPLEST: Final = 400
MOST_STEPS: Final = 40
MOST_SPENT: Final = 150_000
_COMMON: Final = 5


def shrink(failing: Draft, sampler: Sampler, fails: Fails) -> Draft:
    """The first of the simplest drafts that fails, or else ``failing`` itself; then made simpler value by value.

    ``fails`` decides exactly whether a draft satisfies everything that is assumed and not the goal.
    """
    best = next(filter(fails, _simplest(sampler)), failing)
    for _ in range(MOST_STEPS):
        simpler = next(filter(fails, _simpler(best, sampler)), None)
        if simpler is None:
            return best
        best = simpler
    return best


def _simplest(sampler: Sampler) -> Iterator[Draft]:
    limit = sampler.solver.spent + MOST_SPENT
    for draft in islice(sampler.simplest(), MOST_SIMPLEST):
        if draft is not None:
            yield draft
        if sampler.solver.spent > limit:
            return


def _simpler(draft: Draft, sampler: Sampler) -> Iterator[Draft]:
    """Drafts of smaller weight that differ in one slot, and in what has to follow for the equations to hold."""
    for slot in sampler.slots:
        for change in _changes(slot, draft):
            solved = sampler.solver.solved({**draft, **change}, sampler.order, frozenset(change))
            if solved is not None and weight(solved, sampler.slots) < weight(draft, sampler.slots):
                yield solved


def _changes(slot: Slot, draft: Draft) -> Iterator[Draft]:
    """Simpler settings of all knobs of a slot, then of one of several."""
    present = tuple(draft[knob] for knob in slot.knobs)
    for candidate in slot.candidates:
        if cost(candidate) < cost(present):
            yield dict(zip(slot.knobs, candidate, strict=True))
    for knob in slot.knobs if len(slot.knobs) > 1 else ():
        yield from ({knob: value} for value in simplest(_COMMON) if cost((value,)) < cost((draft[knob],)))


def weight(draft: Draft, slots: Sequence[Slot]) -> tuple[tuple[int, int, int], ...]:
    """What shrinking makes smaller: times and sizes before numbers, numbers before sequences and functions."""
    classes: list[list[tuple[int, int, int]]] = [[], [], []]
    for slot in slots:
        kind = 0 if slot.symbol.sort == INTEGER else 1 if len(slot.knobs) == 1 else 2
        classes[kind].append(cost(tuple(draft[knob] for knob in slot.knobs)))
    return tuple((sum(c[0] for c in kind), sum(c[1] for c in kind), sum(c[2] for c in kind)) for kind in classes)
