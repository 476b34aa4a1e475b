"""Single edits of a claim: near-misses for attacking the proofs, candidates for repairing a wrong line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from symbolic.claim import Claim
from symbolic.language.definedness import conditions, without_implied
from symbolic.mutate.edits import EDITS, Edit, Place
from symbolic.terms import RELATIONS, IllFormed, Lambda, Node, Term, children, sort_of


@dataclass(frozen=True)
class Mutant:
    """A claim whose goal differs by one edit; ``description`` names it, such as ``"sign of β·v(t)"``."""

    description: str
    claim: Claim


def mutants(claim: Claim) -> Iterator[Mutant]:
    """Every claim that differs from ``claim`` by one edit of its goal, each once, in a fixed order.

    The conditions are those under which the new goal is defined; edits that mean nothing are left out.

    >>> from symbolic.terms import *
    >>> x = Symbol("x")
    >>> for mutant in mutants(Claim("f/d/c", "", "", (), (), (), le(ZERO, x))):
    ...     print(mutant.description, mutant.claim.goal)
    strict: 0 ≤ x (lt 0 x)
    order of 0 ≤ x (le x 0)
    power of x (le 0 (pow x 2))
    sign of x (le 0 (neg x))
    twice x (le 0 (mul 2 x))
    """
    seen = {claim.goal}
    for description, goal in _everywhere(claim.goal, Place(letters=claim.symbols)):
        if goal not in seen and _means_something(goal):
            seen.add(goal)
            yield Mutant(description, restated(claim, goal))


def restated(claim: Claim, goal: Term) -> Claim:
    """``claim`` with another goal, under the conditions that make everything in it defined."""
    fixed = [formula for formula in claim.assumptions if isinstance(formula, Node) and formula.op in RELATIONS]
    known = [formula for formula in (*claim.domains, *fixed) if not conditions(formula)]
    owed = [condition for formula in (*claim.domains, *fixed, goal) for condition in conditions(formula, known)]
    return replace(claim, goal=goal, conditions=without_implied(owed, known))


def _everywhere(term: Term, place: Place) -> Iterator[Edit]:
    """``term`` with one edit, of itself first."""
    for edit in EDITS:
        yield from edit(term, place)
    for position, child in enumerate(children(term)):
        for description, edited in _everywhere(child, place.below(term, position)):
            yield description, _with_child(term, position, edited)


def _with_child(term: Term, position: int, child: Term) -> Term:
    match term:
        case Lambda(sort=sort, hint=hint):
            return Lambda(sort, child, hint)
        case Node(op=op, args=args):
            return Node(op, *args[:position], child, *args[position + 1 :])
    return term


def _means_something(goal: Term) -> bool:
    try:
        sort_of(goal)
    except IllFormed:
        return False
    return True
