"""Meeting equations that remain: turn one knob at a time, exactly, where a root of the equation in it is rational.

Without this, rejection would starve on assumptions such as u(1) = w(1) between two recurrences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from numeric.arithmetics import Exact
from numeric.arrays import entries_of
from numeric.drafts import Draft, Knob, exactly_at
from numeric.errors import Unevaluated
from numeric.evaluate import Evaluation
from numeric.layout import Layout, has_equation
from numeric.roots import KINDS
from numeric.semantics import Environment
from numeric.semantics.relations import instances
from numeric.slots import Slot
from symbolic.terms import INTEGER, OUTCOME, Lambda, Node, Symbol, Term, subterms

MOST_TURNS: Final = 8
MOST_AT_ONCE: Final = 100_000  # operations for one draft


@dataclass(frozen=True)
class Equation:
    """One instance of an equation, with the values of the variables that are bound around it.

    Of two matrices it equates the entries of number ``entry``.
    """

    left: Term
    right: Term
    environment: Environment
    entry: int = 0

    def residual(self, here: Evaluation) -> Fraction:
        left, right = (entries_of(here.value(side, self.environment)) for side in (self.left, self.right))
        return Fraction(left[self.entry] - right[self.entry])


class Solver:
    """Turns the knobs of ``slots`` until the equations among the tests of ``layout`` hold.

    ``spent`` counts the operations this took, so that a caller can stop where the equations seem contradictory.
    """

    def __init__(self, layout: Layout, slots: Sequence[Slot]) -> None:
        self.spent = 0
        self._layout = layout
        # Short equations first: a mean has to be met before a variance can be.
        self._equations = sorted(filter(has_equation, layout.tests), key=lambda test: sum(1 for _ in subterms(test)))
        self._reached: dict[tuple[Term, Term], frozenset[Symbol]] = {}
        self._slots = {knob: slot for slot in slots for knob in slot.knobs}

    def solved(self, draft: Draft, order: Iterable[Knob], kept: frozenset[Knob] = frozenset()) -> Draft | None:
        """A draft that meets the equations, reached by turning knobs outside ``kept``, tried in ``order``; or None."""
        turnable = [knob for knob in order if knob not in kept and knob[0].sort not in (INTEGER, OUTCOME)]
        for _ in range(MOST_TURNS if self._equations else 0):
            try:
                broken = self._first_broken(exactly_at(draft, self._layout))
            except Unevaluated:
                return draft  # not for us to decide: the tests will, in some other arithmetic
            if broken is None:
                return draft
            turned = next(self._turns(draft, *broken, turnable), None)
            if turned is None:
                return None
            knob, value = turned
            draft = {**draft, knob: value}
            turnable.remove(knob)
        return draft

    def _turns(
        self, draft: Draft, broken: Equation, first: Fraction, turnable: list[Knob]
    ) -> Iterator[tuple[Knob, Fraction]]:
        """What may be turned, and to where: first where the equation is affine in a knob, then to its other roots.

        Of the roots for one knob the largest is first, and 0 last, since that is often excluded, and says little.
        """
        matter, limit = self._matter(broken), self.spent + MOST_AT_ONCE
        sampled = {knob: [first] for knob in turnable if self._slots[knob].symbol in matter}
        for needed, roots in KINDS:
            for knob, values in sampled.items():
                if self.spent > limit:
                    return
                self._sample(values, needed, draft, broken, knob)
                found = [draft[knob] + root for root in roots(values)] if values else []
                slot = self._slots[knob]
                for value in sorted(found, key=abs, reverse=True):
                    if len(slot.knobs) > 1 or slot.allows((value,)):
                        yield knob, value

    def _sample(self, values: list[Fraction], needed: int, draft: Draft, broken: Equation, knob: Knob) -> None:
        """Residuals where the knob is turned by 0, 1, 2, ...; none if one is undefined, or it seems not to matter."""
        while 0 < len(values) < needed:
            value = self._residual({**draft, knob: draft[knob] + len(values)}, broken)
            if value is None or values == [value]:
                values.clear()
            else:
                values.append(value)

    def _matter(self, broken: Equation) -> frozenset[Symbol]:
        """The symbols whose knobs are worth a try."""
        sides = broken.left, broken.right
        if sides not in self._reached:
            self._reached[sides] = self._layout.reached_from(*sides)
        return self._reached[sides]

    def _residual(self, draft: Draft, broken: Equation) -> Fraction | None:
        here = exactly_at(draft, self._layout)
        try:
            return broken.residual(here)
        except Unevaluated:
            return None
        finally:
            self.spent += here.operations()

    def _first_broken(self, here: Evaluation) -> tuple[Equation, Fraction] | None:
        every = (instance for test in self._equations for instance in _equations(test, here, ()))
        residuals = ((instance, instance.residual(here)) for instance in every)
        return next(((instance, residual) for instance, residual in residuals if residual), None)


def _equations(formula: Term, here: Evaluation, environment: Environment) -> Iterator[Equation]:
    """The instances of equations that ``formula`` demands at this point."""
    match formula:
        case Node(op="eq", args=(left, right)):
            for entry in range(len(entries_of(here.value(left, environment)))):
                yield Equation(left, right, environment, entry)
        case Node(op="implies", args=(premise, conclusion)):
            if here.value(premise, environment):
                yield from _equations(conclusion, here, environment)
        case Node(op="forall", args=(Lambda(sort=sort, body=body),)):
            for instance in instances(sort, environment):
                yield from _equations(body, here, (Exact().number(instance), *environment))
