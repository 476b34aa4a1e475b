"""Towards points at which an order relation fails: from where it holds most narrowly, one knob after the other.

A bound that fails only where some symbol is large, or two of them are close, is seldom met by values drawn at random.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from numeric.drafts import Draft, Knob
from numeric.sampling import Sampler
from symbolic.terms import INTEGER, OUTCOME

ROUNDS: Final = 6
STEPS: Final = tuple(Fraction(1, 3**number) for number in range(ROUNDS))


def neighbours(draft: Draft, sampler: Sampler, step: Fraction) -> Iterator[Draft | None]:
    """Drafts with one knob moved, and what has to follow for the equations to hold; None where they do not."""
    for slot in sampler.slots:
        for knob in slot.knobs:
            for value in _moved(knob, draft[knob], step):
                if len(slot.knobs) > 1 or slot.allows((value,)):
                    yield sampler.solver.solved({**draft, knob: value}, sampler.order, frozenset({knob}))


def _moved(knob: Knob, value: Fraction, step: Fraction) -> tuple[Fraction, ...]:
    """Other values for a knob, near ones and far ones; for an outcome, which has no near ones, none."""
    if knob[0].sort == OUTCOME:
        return ()
    if knob[0].sort == INTEGER:
        return (value + 1, value - 1)
    return (4 * value, value / 2, value + step, value - step)
