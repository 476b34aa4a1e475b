"""The second opinion on a claim: at points, and by draws where it speaks of normal variables; proofs are never seen."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from numeric.chance import estimates
from numeric.points import at_points
from symbolic.claim import Claim
from symbolic.evidence import Evidence

FALSE_ALARMS: Final = 1e-3
"""The probability that draws speak against a true claim somewhere in a run; each claim has a share of it."""


def crosscheck(claim: Claim, seed: int = 0, alarm: float = FALSE_ALARMS) -> Evidence:
    """Evaluate both sides of the goal at points, and estimate them by draws, with ``alarm`` as the claim's share.

    Draws say that sides disagree; they never are a counterexample.

    >>> from symbolic.terms import *
    >>> w = Symbol("w", sequence_sort(1))
    >>> square = expect(abstract(power(apply(w, ONE), Number(2)), w))
    >>> found = crosscheck(Claim("file/derivation/claim", "variance", "", (), (), (), eq(square, ONE)))
    >>> found.agrees, len(found.estimates)
    (True, 1)
    """
    found = at_points(claim, seed)
    drawn = estimates(claim, seed, alarm) if found.counterexample is None else ()
    if not drawn:
        return found
    return replace(
        found,
        points=found.points + len(drawn),
        tried=found.tried + len(drawn),
        agrees=found.agrees is not False and all(one.agrees for one in drawn),
        estimates=drawn,
    )
