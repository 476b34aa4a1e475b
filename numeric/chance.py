"""Claims that speak of standard normal variables: tried by draws, at a few points where little varies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

import numpy as np

from numeric.arithmetics import Value
from numeric.arithmetics.samples import Samples
from numeric.blocks import Sides
from numeric.decide import by_chance, satisfies
from numeric.drafts import Draft, model_of
from numeric.errors import Unevaluated
from numeric.evaluate import evaluation_at
from numeric.layout import Layout, arrange
from numeric.montecarlo import COMPATIBLE, estimate
from numeric.sampling import Sampler, stream
from symbolic.claim import Claim
from symbolic.evidence import Estimate
from symbolic.terms import Node

POINTS: Final = 2
TRIES: Final = 40


def estimates(claim: Claim, seed: int, alarm: float) -> tuple[Estimate, ...]:
    """What draws say of the goal at up to `POINTS` points; a goal that holds fails at one with at most ``alarm``.

    The numbers drawn are the claim's own, whatever else is run, in whatever order.
    """
    match claim.goal:
        case Node(op=op, args=(_, _)) if op in COMPATIBLE and by_chance(claim):
            random = stream(seed, f"{claim.id}, drawn")
            return tuple(islice(_estimates(arrange(claim), claim.goal, random, alarm / POINTS), POINTS))
    return ()


def _estimates(layout: Layout, goal: Node, random: np.random.Generator, alarm: float) -> Iterator[Estimate]:
    for draft in _drafts(layout, random):
        try:
            if satisfies(layout, draft):
                yield estimate(_sides(layout, goal, draft), random, alarm, goal.op)
        except Unevaluated:
            continue


def _drafts(layout: Layout, random: np.random.Generator) -> Iterator[Draft]:
    """Different ones; few, where there are few."""
    seen = []
    for draft in islice(Sampler(layout).small(random), TRIES):
        if draft is not None and draft not in seen:
            seen.append(draft)
            yield draft


def _sides(layout: Layout, goal: Node, draft: Draft) -> Sides:
    model = model_of(draft, layout)

    def sides(samples: Samples) -> tuple[Value, Value]:
        here = evaluation_at(model, samples, layout)
        left, right = (here.value(side) for side in goal.args)
        return left, right

    return sides
