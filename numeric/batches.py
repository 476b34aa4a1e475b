"""Many random float64 points at once around one good point: cheap, and never a refutation by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from numeric.arithmetics import Batch, Value
from numeric.arrays import entries_of, entrywise
from numeric.drafts import Draft, Knob, is_scalar, model_of
from numeric.errors import Unevaluated
from numeric.evaluate import Evaluation, evaluation_at
from numeric.layout import Layout
from numeric.slots import Slot
from symbolic.claim import Claim
from symbolic.terms import INTEGER, OUTCOME, Node, Symbol, Term

Floats: TypeAlias = NDArray[np.float64]
SIZE: Final = 64
MOST_SUSPECTS: Final = 3


@dataclass(frozen=True)
class Agreement:
    """At ``points`` of ``tried`` entries the goal held, the largest gap there; at ``suspects`` it seemed to fail."""

    tried: int = 0
    points: int = 0
    largest: float = 0.0
    suspects: tuple[Draft, ...] = ()


def compare(
    claim: Claim, layout: Layout, slots: tuple[Slot, ...], draft: Draft, random: np.random.Generator
) -> Agreement:
    """Both sides of the goal where the integers and functions are those of ``draft`` and the reals are random.

    Reals that equations among the tests speak of are those of ``draft``, too: random ones would not meet them.
    """
    free = [slot for slot in slots if _is_real(slot) and slot.symbol not in layout.tied]
    arrays = {slot.knobs[0]: _array(slot, random) for slot in free}
    if not arrays:
        return Agreement()
    here = _evaluation(layout, draft, arrays)
    try:
        return _agreement(claim, layout, draft, arrays, here)
    except Unevaluated:
        return Agreement()


def _is_real(slot: Slot) -> bool:
    return len(slot.knobs) == 1 and slot.symbol.sort not in (INTEGER, OUTCOME)


def _evaluation(layout: Layout, draft: Draft, arrays: dict[Knob, Floats]) -> Evaluation:
    model = model_of(draft, layout)
    shared = evaluation_at(model, Batch(), layout)
    values: dict[Symbol, Any] = {
        symbol: arrays[symbol, 0] if (symbol, 0) in arrays and is_scalar(symbol) else shared.denoted(symbol)
        for symbol, _ in model.values
    }
    initial = {place: arrays.get(place, shared.elements[place]) for place in layout.initial}
    return Evaluation(values, initial, Batch(), layout)


def _agreement(claim: Claim, layout: Layout, draft: Draft, arrays: dict[Knob, Floats], here: Evaluation) -> Agreement:
    satisfied = np.ones(SIZE, dtype=bool)
    for test in layout.tests:
        satisfied &= np.broadcast_to(np.asarray(here.value(test), dtype=float) == 1.0, SIZE)
    truth = np.broadcast_to(np.asarray(here.value(claim.goal), dtype=float), SIZE)
    agreeing = satisfied & (truth == 1.0)
    failing = np.flatnonzero(satisfied & (truth == 0.0))[:MOST_SUSPECTS]
    suspects = tuple(suspect for at in failing for suspect in _suspects(draft, arrays, int(at)))
    return Agreement(SIZE, int(agreeing.sum()), _largest(claim.goal, here, agreeing), suspects)


def _largest(goal: Term, here: Evaluation, agreeing: NDArray[np.bool_]) -> float:
    match goal:
        case Node(op="eq", args=(left, right)) if agreeing.any():
            gaps = entries_of(entrywise(Batch().gap, here.value(left), here.value(right)))
            return max((_most(gap, agreeing) for gap in gaps), default=0.0)
    return 0.0


def _most(gap: Value, agreeing: NDArray[np.bool_]) -> float:
    return float(np.abs(np.broadcast_to(np.asarray(gap, dtype=float), SIZE)[agreeing]).max())


def _suspects(draft: Draft, arrays: dict[Knob, Floats], at: int) -> Iterator[Draft]:
    """The point as a reader would choose it near by, and the very point: floats are rationals too."""
    point = {knob: Fraction(float(array[at])) for knob, array in arrays.items()}
    yield {**draft, **{knob: value.limit_denominator(12) for knob, value in point.items()}}
    yield {**draft, **point}


def _array(slot: Slot, random: np.random.Generator) -> Floats:
    pool = np.concatenate([random.uniform(size=SIZE), random.normal(0, 2, SIZE), 1 + random.exponential(size=SIZE)])
    allowed = pool[_allowed(slot, pool)]
    if not allowed.size:
        allowed = np.array([float(values[0]) for values in slot.candidates])
    return random.choice(allowed, SIZE)


def _allowed(slot: Slot, pool: Floats) -> NDArray[np.bool_]:
    here = Evaluation({slot.symbol: pool}, {}, Batch(), Layout())
    allowed = np.ones(pool.shape, dtype=bool)
    for test in slot.tests:
        allowed &= np.broadcast_to(np.asarray(here.value(test), dtype=float) == 1.0, pool.shape)
    return allowed
