"""One point, one answer: whether the goal holds there, in exact rationals, else at two precisions that must agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np

from numeric.arithmetics import Batch, Precise, Value
from numeric.arrays import entries_of, entrywise
from numeric.drafts import Draft, exactly_at, model_of
from numeric.errors import Inexact, TooCostly, Unevaluated
from numeric.evaluate import Evaluation, evaluation_at
from numeric.layout import Layout
from numeric.semantics.normals import speaks_of_normals
from symbolic.claim import Claim
from symbolic.terms import Node

DIGITS: Final = (30, 60)
BY_QUADRATURE: Final = (16, 24)  # digits that are enough where each more is dear
FLOAT_DIGITS: Final = 15


@dataclass(frozen=True)
class Decision:
    """``holds`` is None where a side is undefined, an assumption fails or the precisions differ.

    ``gap`` is the relative difference of the two sides where the goal is an equation, and ``slack`` how much larger
    the right one is where it is an order relation; ``digits`` are the precisions, none if it is exact; ``spent``
    counts the operations in mpmath.
    """

    holds: bool | None
    gap: float = 0.0
    slack: float = 0.0
    digits: tuple[int, ...] = ()
    spent: int = 0

    @property
    def exact(self) -> bool:
        return not self.digits

    @property
    def tolerance(self) -> float:
        """The relative difference below which the sides count as equal."""
        if self.exact:
            return 0.0
        return Batch.tolerance if self.digits == (FLOAT_DIGITS,) else Precise(self.digits[0]).tolerance


UNDECIDED: Final = Decision(None)


def decide(claim: Claim, layout: Layout, draft: Draft) -> Decision:
    """The goal at one point: exactly where every number is rational, otherwise with mpmath, or by quadrature."""
    try:
        return _decision(claim, layout, exactly_at(draft, layout))
    except (Inexact, TooCostly):
        precise = decide_precisely(claim, layout, draft)
    except Unevaluated:
        return UNDECIDED
    if precise.holds is None and digits_for(claim) is BY_QUADRATURE:
        return replace(_decide_in_floats(claim, layout, draft), spent=precise.spent)
    return precise


def decide_precisely(claim: Claim, layout: Layout, draft: Draft) -> Decision:
    """The goal at one point, at both precisions of `digits_for`; undecided unless both say the same."""
    digits = digits_for(claim)
    try:
        model = model_of(draft, layout)
        looks = [evaluation_at(model, Precise(number), layout) for number in digits]
    except Unevaluated:
        return UNDECIDED
    return replace(_agreed(claim, layout, looks), digits=digits, spent=sum(look.operations() for look in looks))


def _agreed(claim: Claim, layout: Layout, looks: list[Evaluation]) -> Decision:
    try:
        coarse, fine = (_decision(claim, layout, look) for look in looks)
        if coarse.holds != fine.holds or (fine.holds is False and _too_close(claim, looks[-1])):
            return UNDECIDED
    except Unevaluated:
        return UNDECIDED
    return coarse


def _too_close(claim: Claim, here: Evaluation) -> bool:
    """Whether the goal fails only because rounding does not tell its sides apart: 0 < exp(-200) does not fail."""
    match claim.goal:
        case Node(op="lt" | "ne", args=(left_side, right_side)):
            gaps = entrywise(_relative, here.value(left_side), here.value(right_side))
            return max(entries_of(gaps), default=0.0) <= here.arithmetic.tolerance
    return False


def _decide_in_floats(claim: Claim, layout: Layout, draft: Draft) -> Decision:
    """Over more normal variables than many digits can afford; floats never speak against a claim."""
    try:
        here = evaluation_at(model_of(draft, layout), Batch(), layout)
        if all(np.all(here.value(formula) == 1.0) for formula in (*layout.tests, claim.goal)):
            return Decision(True, _gap(claim, here), digits=(FLOAT_DIGITS,))
    except Unevaluated:
        pass
    return UNDECIDED


@lru_cache(maxsize=64)
def digits_for(claim: Claim) -> tuple[int, int]:
    """The two precisions, in decimal digits, at which points of ``claim`` are decided that are not rational."""
    return BY_QUADRATURE if by_chance(claim) else DIGITS


def by_chance(claim: Claim) -> bool:
    """Whether ``claim`` speaks of normal variables."""
    return any(map(speaks_of_normals, (*claim.hypotheses, claim.goal)))


def satisfies(layout: Layout, draft: Draft) -> bool:
    """Whether the tests of ``layout`` hold at one point, by exact numbers or else by many digits."""
    try:
        return all(exactly_at(draft, layout).value(test) for test in layout.tests)
    except (Inexact, TooCostly):
        here = evaluation_at(model_of(draft, layout), Precise(DIGITS[0]), layout)
        return all(here.value(test) for test in layout.tests)


def _decision(claim: Claim, layout: Layout, here: Evaluation) -> Decision:
    if not all(here.value(test) for test in layout.tests):
        return UNDECIDED
    return Decision(bool(here.value(claim.goal)), _gap(claim, here), _slack(claim, here))


def _gap(claim: Claim, here: Evaluation) -> float:
    match claim.goal:
        case Node(op="eq", args=(left_side, right_side)):
            gaps = entrywise(_relative, here.value(left_side), here.value(right_side))
            return max(entries_of(gaps), default=0.0)
    return 0.0


def _slack(claim: Claim, here: Evaluation) -> float:
    match claim.goal:
        case Node(op="le" | "lt", args=(left_side, right_side)):
            slacks = entrywise(_excess, here.value(left_side), here.value(right_side))
            return min(entries_of(slacks), default=0.0)
    return 0.0


def _excess(left: Value, right: Value) -> float:
    return float((right - left) / max(1, abs(left), abs(right)))


def _relative(left: Value, right: Value) -> float:
    return float(abs(left - right) / max(1, abs(left), abs(right)))
