"""One point, one answer: whether the goal holds there, in exact rationals, else at two precisions that must agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from numeric.arithmetics import Precise, Value
from numeric.arrays import entries_of, entrywise
from numeric.drafts import Draft, exactly_at, model_of
from numeric.errors import Inexact, TooCostly, Unevaluated
from numeric.evaluate import Evaluation, evaluation_at
from numeric.layout import Layout
from symbolic.claim import Claim
from symbolic.terms import Node

DIGITS: Final = (30, 60)


@dataclass(frozen=True)
class Decision:
    """``holds`` is None where a side is undefined, an assumption fails or the precisions differ.

    ``gap`` is the relative difference of the two sides where the goal is an equation.
    """

    holds: bool | None
    gap: float = 0.0
    exact: bool = False


UNDECIDED: Final = Decision(None)


def decide(claim: Claim, layout: Layout, draft: Draft) -> Decision:
    """The goal at one point: exactly where every number is rational, otherwise with mpmath."""
    try:
        here = exactly_at(draft, layout)
        return replace(_decision(claim, layout, here), exact=True)
    except (Inexact, TooCostly):
        return decide_precisely(claim, layout, draft)
    except Unevaluated:
        return UNDECIDED


def decide_precisely(claim: Claim, layout: Layout, draft: Draft) -> Decision:
    """The goal at one point, at both of `DIGITS`; undecided unless both say the same."""
    try:
        model = model_of(draft, layout)
        coarse, fine = (_decision(claim, layout, evaluation_at(model, Precise(digits), layout)) for digits in DIGITS)
    except Unevaluated:
        return UNDECIDED
    return Decision(coarse.holds, coarse.gap) if coarse.holds == fine.holds else UNDECIDED


def _decision(claim: Claim, layout: Layout, here: Evaluation) -> Decision:
    if not all(here.value(test) for test in layout.tests):
        return UNDECIDED
    return Decision(bool(here.value(claim.goal)), _gap(claim, here))


def _gap(claim: Claim, here: Evaluation) -> float:
    match claim.goal:
        case Node(op="eq", args=(left_side, right_side)):
            gaps = entrywise(_relative, here.value(left_side), here.value(right_side))
            return max(entries_of(gaps), default=0.0)
    return 0.0


def _relative(left: Value, right: Value) -> float:
    return float(abs(left - right) / max(1, abs(left), abs(right)))
