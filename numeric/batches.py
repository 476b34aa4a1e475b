"""Many random float64 points at once around one good point: cheap, and never a refutation by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from numeric.arithmetics import Batch, Value
from numeric.arrays import entries_of, entrywise
from numeric.drafts import Draft, Knob, is_scalar, model_of
from numeric.errors import Unevaluated
from numeric.evaluate import Evaluation, evaluation_at
from numeric.layout import Layout
from numeric.places import has_entries, places, weight_at
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
    free = [slot for slot in slots if slot.symbol not in layout.tied]
    try:
        arrays = {slot.knobs[0]: _array(slot, random) for slot in free if _is_real(slot)}
        for slot in filter(_is_matrix, free):
            arrays |= _entries(slot, random)
        return _agreement(claim, layout, draft, arrays, _evaluation(layout, draft, arrays)) if arrays else Agreement()
    except Unevaluated:
        return Agreement()


def _is_real(slot: Slot) -> bool:
    return len(slot.knobs) == 1 and slot.symbol.sort not in (INTEGER, OUTCOME)


def _is_matrix(slot: Slot) -> bool:
    return slot.knobs[0][0] == slot.symbol and has_entries(slot.symbol)


def _entries(slot: Slot, random: np.random.Generator) -> dict[Knob, Floats]:
    """All entries at random; half the matrices are positive."""
    drawn = random.normal(0, 1, (len(slot.knobs), SIZE))
    return dict(zip(slot.knobs, np.abs(drawn) if random.integers(2) else drawn, strict=True))


def _function(symbol: Symbol, arrays: dict[Knob, Floats]) -> Callable[..., Floats]:
    """The values of ``symbol``, given by random entries, as a function of its integer arguments."""
    every = [(place, arrays[symbol, number]) for number, place in enumerate(places(symbol))]

    def value(*arguments: int) -> Floats:
        terms = ((weight_at(symbol, place, arguments), entry) for place, entry in every)
        return sum((weight * entry for weight, entry in terms if weight), start=np.zeros(SIZE))

    return value


def _value(symbol: Symbol, arrays: dict[Knob, Floats], shared: Evaluation) -> Value:
    if (symbol, 0) not in arrays or not (is_scalar(symbol) or has_entries(symbol)):
        return shared.denoted(symbol)
    return arrays[symbol, 0] if is_scalar(symbol) else _function(symbol, arrays)


def _evaluation(layout: Layout, draft: Draft, arrays: dict[Knob, Floats]) -> Evaluation:
    model = model_of(draft, layout)
    shared = evaluation_at(model, Batch(), layout)
    values = {symbol: _value(symbol, arrays, shared) for symbol, _ in model.values}
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
