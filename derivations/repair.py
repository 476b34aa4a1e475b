"""What a wrong line should have said: its single edits, smallest first, until one of them is proved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from dataclasses import replace as replaced
from itertools import islice
from time import monotonic
from typing import Final

from derivations.class_slips import class_slips, in_class, keeps_its_function
from derivations.slips import oversights, slips
from numeric.decide import decide
from numeric.drafts import Draft
from numeric.layout import arrange
from numeric.points import at_points
from numeric.sampling import Sampler, stream
from symbolic.certificate import Certificate
from symbolic.claim import Claim
from symbolic.mutate import Mutant, bound_again, mutants, restated
from symbolic.terms import Node, Symbol, Term, eq, replace, subterms, symbols
from symbolic.terms.text import show
from symbolic.verdict import Outcome, Verdict

MOST_EDITS: Final = 600
MOST_JUDGED: Final = 12
SECONDS: Final = 20.0
POINTS: Final = 12

Judge = Callable[[Claim], tuple[Verdict, Certificate | None]]


@dataclass(frozen=True)
class Correction:
    """What a line should say, why that is believed, and who says so.

    Attributes:
        edit: what was changed, such as ``"β for b"``.
        verdict: on the corrected line, from all that is assumed.
        certificate: of its proof.
        origin: ``"script"`` or ``"search"``.
        supposed: how many of the last assumptions the line supposes in its own words.
    """

    edit: str
    verdict: Verdict
    certificate: Certificate | None
    origin: str
    supposed: int = 0

    @property
    def formulas(self) -> tuple[Term, ...]:
        """The corrected line, and what it supposes in its own words."""
        assumptions = self.verdict.claim.assumptions
        return (self.verdict.claim.goal, *assumptions[len(assumptions) - self.supposed :])

    @property
    def proved(self) -> bool:
        return self.verdict.outcome is Outcome.PROVED and not self.verdict.alarm


def repaired(
    claim: Claim, undeclared: Collection[str], supposed: int, judge: Judge, seed: int = 0
) -> Correction | None:
    """The smallest single edit of a refuted ``claim`` that ``judge`` finds proved, or None.

    Its goal is edited, and the last ``supposed`` of its assumptions, which the line supposes in its own words.  Edits
    that fail at a point are passed over unjudged.  The search is bounded in the number of edits that are looked at,
    in those that are judged, and in seconds.
    """
    trial = _Trial(claim, seed)
    found = islice(_likeliest(claim, undeclared, supposed), MOST_EDITS)
    return first_proved((edit for edit in found if trial.allows(edit.claim)), judge, supposed)


def _likeliest(claim: Claim, undeclared: Collection[str], supposed: int) -> Iterator[Mutant]:
    """A letter that is bound again where it is bound already is the likeliest slip of all."""
    yield from mutants(claim, [bound_again])
    yield from edits(claim, undeclared)
    yield from _suppositions(claim, supposed)


def first_proved(plausible: Iterable[Mutant], judge: Judge, supposed: int = 0) -> Correction | None:
    """The first of some edited claims that ``judge`` finds proved, or None; few are judged, and not for long."""
    until = monotonic() + SECONDS
    for edit in islice(plausible, MOST_JUDGED):
        verdict, certificate = judge(edit.claim)
        correction = Correction(edit.description, verdict, certificate, "search", supposed)
        if correction.proved:
            return correction
        if monotonic() > until:
            return None
    return None


def edits(claim: Claim, undeclared: Collection[str] = ()) -> list[Mutant]:
    """Single edits of the goal that may mend it, those that change its size least first.

    Left out are edits that keep an undeclared letter, that turn an equation into its contrary, and that make both
    sides the same term: each would be true, or false, for a reason that is none of the author's.

    >>> from symbolic.terms import *
    >>> x, y, b = Symbol("x"), Symbol("y"), Symbol("b")
    >>> claim = Claim("f/d/c", "", "", (lt(ZERO, x),), (eq(y, x),), (), eq(y, b))
    >>> [edit.description for edit in edits(claim, ["b"])]
    ['x for b']
    """
    if in_class(claim.goal):
        found = [*class_slips(claim, undeclared), *mutants(claim)]
    else:
        found = [*slips(claim, undeclared), *mutants(claim), *oversights(claim)]
    distinct: dict[Term, Mutant] = {}
    for edit in found:
        if _fits(edit.claim.goal, claim.goal, undeclared):
            distinct.setdefault(edit.claim.goal, edit)
    return sorted(distinct.values(), key=lambda edit: _change(edit.claim.goal, claim.goal))


def renamed(claim: Claim, judge: Judge) -> Correction | None:
    """A let-line whose name was taken, with a name of its own on the left; None if the left side names nothing."""
    if not isinstance(claim.goal, Node) or claim.goal.op != "eq":
        return None
    left, right = claim.goal.args
    head = left.args[0] if isinstance(left, Node) and left.op == "apply" else left
    if not isinstance(head, Symbol):
        return None
    fresh = Symbol(f"{head.name}'", head.sort)
    goal = eq(replace(left, head, fresh), right)
    verdict, certificate = judge(restated(replaced(claim, assumptions=(*claim.assumptions, goal)), goal))
    return Correction(f"a name of its own for {show(left)}", verdict, certificate, "search")


def _suppositions(claim: Claim, supposed: int) -> Iterator[Mutant]:
    """The claim with one edit of what it supposes."""
    kept = len(claim.assumptions) - supposed
    for at in range(kept, len(claim.assumptions)):
        for edit in edits(replaced(claim, goal=claim.assumptions[at])):
            assumptions = (*claim.assumptions[:at], edit.claim.goal, *claim.assumptions[at + 1 :])
            yield Mutant(edit.description, restated(replaced(claim, assumptions=assumptions), claim.goal))


class _Trial:
    """A few points at which all that a claim assumes holds."""

    def __init__(self, claim: Claim, seed: int) -> None:
        self._claim, self._seed = claim, seed
        self._layout = arrange(claim)
        sampler = Sampler(self._layout)
        drafts = sampler.random(stream(seed, f"{claim.id}, repaired"))
        self._drafts: list[Draft] = [draft for draft in islice(drafts, POINTS) if draft is not None]

    def allows(self, claim: Claim) -> bool:
        """Whether the goal fails at none of the points, or, for other assumptions, at none of their own."""
        if claim.assumptions != self._claim.assumptions:
            return at_points(claim, self._seed, POINTS).agrees is True
        return not any(decide(claim, self._layout, draft).holds is False for draft in self._drafts)


def _fits(goal: Term, wrong: Term, undeclared: Collection[str]) -> bool:
    if not (isinstance(goal, Node) and isinstance(wrong, Node)) or not keeps_its_function(goal, wrong):
        return False
    if goal.args[0] == goal.args[1] and not in_class(goal):
        return False
    contrary = "eq" in (goal.op, wrong.op) and goal.op != wrong.op
    return not contrary and not any(symbol.name in undeclared for symbol in symbols(goal))


def _change(goal: Term, wrong: Term) -> tuple[int, int]:
    """How much longer or shorter; of two that change as much, the shorter comes first."""
    change = _size(goal) - _size(wrong)
    return abs(change), change


def _size(term: Term) -> int:
    return sum(not isinstance(part, Symbol) or part.sort.arity == 0 for part in subterms(term))
