"""What has been seen of a claim at its points so far, and where to look next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from operator import itemgetter
from typing import Final

import numpy as np

from numeric.arithmetics import Batch
from numeric.batches import compare
from numeric.decide import FLOAT_DIGITS, Decision, by_chance, decide, decide_precisely
from numeric.denying import denied
from numeric.display import display
from numeric.downhill import STEPS, neighbours
from numeric.drafts import Draft
from numeric.errors import Unevaluated
from numeric.layout import arrange
from numeric.models import complete_model, kernel_model, known_model
from numeric.sampling import Sampler
from numeric.shrink import shrink
from numeric.solve import Solver
from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.evidence import Evidence
from symbolic.terms import Node, Term, subterms

DENYING_TRIES: Final = 20
MOST_NEIGHBOURS: Final = 100
SOME_SLACK: Final = 1e-9
BATCHES: Final = 3
PRECISE_LOOKS: Final = 4
MOST_SPENT: Final = 300_000
MOST_IN_DIGITS: Final = 20_000  # operations in mpmath, most of them for quadrature
MOST_IN_SHRINKING: Final = 100_000  # of these, in all


class Trial:
    """What has been seen of one claim so far; once an exact point refutes it, nothing more is looked at."""

    def __init__(self, claim: Claim) -> None:
        self._claim = claim
        self._layout = arrange(claim)
        self.sampler = Sampler(self._layout)
        self._seen: set[tuple[object, ...]] = set()
        self._good: list[tuple[Draft, float]] = []  # and how narrowly the goal holds there
        self._failing: Draft | None = None
        self._disagrees = False
        self.points = self._tried = self._exact = self._spent = 0
        self._largest = self._tolerance = 0.0
        self._digits: set[int] = set()

    def look(self, drafts: Iterator[Draft | None], points: int, solver: Solver | None = None) -> None:
        """Decide the goal at drafts, until ``points`` of them have counted, one refutes, or it costs too much.

        ``solver`` is the one that solves for the drafts, if it is not the sampler's own.
        """
        costs = solver or self.sampler.solver
        limit, limit_in_digits = costs.spent + MOST_SPENT, self._spent + MOST_IN_DIGITS
        for draft in drafts:
            if self.points >= points or self._failing is not None:
                return
            if costs.spent > limit or self._spent > limit_in_digits:
                return
            if draft is None:
                self._tried += 1
            elif self._is_new(draft):
                self._tried += 1
                self._count(draft, self._decided(draft))

    def look_where_denied(self, random: np.random.Generator) -> None:
        """At points that are solved for, so that an inequality fails there."""
        for layout in denied(self._layout, self._claim.goal):
            sampler = Sampler(layout)
            drafts = islice(sampler.random(random), DENYING_TRIES)
            self.look(drafts, self.points + DENYING_TRIES, sampler.solver)

    def look_downhill(self) -> None:
        """Around a point where an order relation holds with equality; then from where it holds most narrowly else."""
        if not _is_order(self._claim.goal) or by_chance(self._claim):
            return
        for least, steps in ((0.0, STEPS[:1]), (SOME_SLACK, STEPS)):
            for step in steps:
                narrowest = self._narrowest(least)
                if narrowest is not None:
                    self.look(neighbours(narrowest, self.sampler, step), self.points + MOST_NEIGHBOURS)

    def _narrowest(self, least: float) -> Draft | None:
        """Where the goal holds most narrowly, of the points where it does so by ``least`` at least."""
        found = [(draft, slack) for draft, slack in self._good if slack >= least]
        return min(found, key=itemgetter(1))[0] if found else None

    def is_tested_in_full(self) -> bool:
        """Whether nothing is assumed of all numbers, which is tested at some: who looks for a gap there finds one."""
        parts = (part for test in self._layout.tests for part in subterms(test))
        return not any(isinstance(part, Node) and part.op == "forall" for part in parts)

    def look_at_batches(self, random: np.random.Generator) -> None:
        for draft, _ in self._good[-BATCHES:]:
            if self._failing is None:
                self._look_at_batch(draft, random)

    def look_precisely(self) -> None:
        """The exact points once more in mpmath: a third calculation of the same."""
        for draft, _ in self._good[-PRECISE_LOOKS:]:
            decision = decide_precisely(self._claim, self._layout, draft)
            if self._failing is None and decision.holds is not None:
                self._note(decision)

    def evidence(self) -> Evidence:
        agrees = None if not self.points else not self._disagrees
        counted = Evidence(
            self.points, self._tried, agrees, self._exact, tuple(sorted(self._digits)), self._tolerance, self._largest
        )
        try:
            return counted if self._failing is None else self._refuted(counted, self._failing)
        except Unevaluated:  # what is defined has no value that a model takes: the point disagrees, and is none
            return counted

    def failing(self) -> Model | None:
        """The point at which the goal fails as it was drawn, if there is one and it is a model."""
        return None if self._failing is None else known_model(self._failing, self._layout)

    def _refuted(self, counted: Evidence, failing: Draft) -> Evidence:
        simplest = shrink(failing, self.sampler, self._fails)
        return replace(
            counted,
            counterexample=kernel_model(complete_model(simplest, self._layout)),
            display=display(self._claim, self._layout, simplest),
        )

    def _fails(self, draft: Draft) -> bool:
        """Once too much was spent, nothing simpler is found to fail."""
        return self._spent <= MOST_IN_SHRINKING and self._decided(draft).holds is False

    def _decided(self, draft: Draft) -> Decision:
        decision = decide(self._claim, self._layout, draft)
        self._spent += decision.spent
        return decision

    def _is_new(self, draft: Draft) -> bool:
        key = tuple(draft[knob] for knob in self.sampler.order)
        known = key in self._seen
        self._seen.add(key)
        return not known

    def _count(self, draft: Draft, decision: Decision) -> None:
        if decision.holds is None:
            return
        self.points += 1
        self._exact += decision.exact
        self._note(decision)
        if decision.holds:
            self._good.append((draft, decision.slack))
        else:
            self._failing = draft

    def _note(self, decision: Decision) -> None:
        self._disagrees |= decision.holds is False
        self._largest = max(self._largest, decision.gap)
        self._digits.update(decision.digits)
        self._tolerance = max(self._tolerance, decision.tolerance)

    def _look_at_batch(self, draft: Draft, random: np.random.Generator) -> None:
        agreement = compare(self._claim, self._layout, self.sampler.slots, draft, random)
        self._tried += agreement.tried
        self.points += agreement.points
        if agreement.points:
            self._largest = max(self._largest, agreement.largest)
            self._digits.add(FLOAT_DIGITS)
            self._tolerance = max(self._tolerance, Batch.tolerance)
        for suspect in agreement.suspects:
            if self._failing is None and self._is_new(suspect):
                self._count(suspect, self._decided(suspect))


def _is_order(goal: Term) -> bool:
    return isinstance(goal, Node) and goal.op in ("le", "lt")
