"""Claims that speak of standard normal variables: tried by draws, at a few points where little varies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

import numpy as np

from numeric.arithmetics import Value
from numeric.arithmetics.samples import Samples
from numeric.blocks import Sides
from numeric.decide import by_chance, satisfies
from numeric.display import display
from numeric.drafts import Draft, model_of
from numeric.errors import Unevaluated
from numeric.evaluate import evaluation_at
from numeric.layout import Layout, arrange
from numeric.models import complete_model, kernel_model
from numeric.montecarlo import COMPATIBLE, estimate
from numeric.sampling import Sampler, stream
from symbolic.claim import Claim
from symbolic.evidence import Estimate, Evidence
from symbolic.terms import INTEGER, Node

POINTS: Final = 2
TRIES: Final = 40


def drawn(claim: Claim, seed: int, alarm: float) -> tuple[tuple[Draft, Estimate], ...]:
    """What draws say of the goal at up to `POINTS` points; a goal that holds fails at one with at most ``alarm``.

    The numbers drawn are the claim's own, whatever else is run, in whatever order.
    """
    match claim.goal:
        case Node(op=op, args=(_, _)) if op in COMPATIBLE and by_chance(claim):
            random = stream(seed, f"{claim.id}, drawn")
            return tuple(islice(_drawn(arrange(claim), claim.goal, random, alarm / POINTS), POINTS))
    return ()


def _drawn(layout: Layout, goal: Node, random: np.random.Generator, alarm: float) -> Iterator[tuple[Draft, Estimate]]:
    for draft in _drafts(layout, random):
        try:
            if satisfies(layout, draft):
                yield draft, estimate(_sides(layout, goal, draft), random, alarm, goal.op)
        except Unevaluated:
            continue


def suspected(claim: Claim, evidence: Evidence, draft: Draft) -> Evidence:
    """``evidence`` with the point as a model for the kernel to look at, if it takes one like it."""
    layout = arrange(claim)
    try:
        model = kernel_model(complete_model(draft, layout))
        return replace(evidence, counterexample=model, display=display(claim, layout, draft))
    except Unevaluated:
        return evidence


def _drafts(layout: Layout, random: np.random.Generator) -> Iterator[Draft]:
    """Different ones, of sizes that are as different from those of the first as there are; few, where there are few."""
    found: list[Draft] = []
    for draft in islice(Sampler(layout).small(random), TRIES):
        if draft is not None and draft not in found:
            found.append(draft)
    yield from sorted(found, key=lambda one: 0 if one is found[0] else 1 + _alike(one, found[0]))


def _alike(one: Draft, other: Draft) -> int:
    """How many integers are the same in both."""
    return sum(value == other.get(knob) for knob, value in one.items() if knob[0].sort == INTEGER)


def _sides(layout: Layout, goal: Node, draft: Draft) -> Sides:
    model = model_of(draft, layout)

    def sides(samples: Samples) -> tuple[Value, Value]:
        here = evaluation_at(model, samples, layout)
        left, right = (here.value(side) for side in goal.args)
        return left, right

    return sides
