"""The second opinion on a claim: at points, and by draws where it speaks of normal variables; proofs are never seen."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from numeric.chance import drawn, suspected
from numeric.points import at_points
from symbolic.claim import Claim
from symbolic.evidence import Evidence

FALSE_ALARMS: Final = 1e-3
"""The probability that draws speak against a true claim somewhere in a run; each claim has a share of it."""


def crosscheck(claim: Claim, seed: int = 0, alarm: float = FALSE_ALARMS) -> Evidence:
    """Evaluate both sides of the goal at points, and estimate them by draws, with ``alarm`` as the claim's share.

    Where draws say that the sides disagree, that point is one for the kernel to look at: only its proof refutes.

    >>> from symbolic.terms import *
    >>> w = Symbol("w", sequence_sort(1))
    >>> square = expect(abstract(power(apply(w, ONE), Number(2)), w))
    >>> found = crosscheck(Claim("file/derivation/claim", "variance", "", (), (), (), eq(square, ONE)))
    >>> found.agrees, len(found.estimates)
    (True, 1)
    """
    found = at_points(claim, seed)
    looked_at = drawn(claim, seed, alarm) if found.counterexample is None else ()
    if not looked_at:
        return found
    estimates = tuple(estimate for _, estimate in looked_at)
    counted = replace(
        found,
        points=found.points + len(estimates),
        tried=found.tried + len(estimates),
        agrees=found.agrees is not False and all(one.agrees for one in estimates),
        estimates=estimates,
    )
    suspects = [draft for draft, estimate in looked_at if not estimate.agrees]
    return suspected(claim, counted, suspects[0]) if suspects else counted
