"""Single edits of a claim: near-misses for attacking the proofs, candidates for repairing a wrong line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from symbolic.claim import Claim
from symbolic.language.definedness import conditions, without_implied
from symbolic.mutate.edits import EDITS, NEAR_MISSES, NOT_OF_COSTS, Edits, bound_again
from symbolic.mutate.hypotheses import weakened
from symbolic.mutate.places import Place, is_named
from symbolic.mutate.spelling import Edit
from symbolic.terms import (
    CLASSES,
    INTEGER,
    RELATIONS,
    ZERO,
    IllFormed,
    Lambda,
    Node,
    Term,
    children,
    instantiate,
    sort_of,
    subterms,
)

__all__ = ["EDITS", "Mutant", "bound_again", "is_named", "means_something", "mutants", "near_misses", "restated"]


@dataclass(frozen=True)
class Mutant:
    """A claim whose goal or hypotheses differ by one edit; ``description`` names it, such as ``"sign of β·v(t)"``."""

    description: str
    claim: Claim


def mutants(claim: Claim, edits: Sequence[Edits] = EDITS) -> Iterator[Mutant]:
    """Every claim that differs from ``claim`` by one of ``edits`` in its goal, each once, in a fixed order.

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
    costs = any(isinstance(part, Node) and part.op in CLASSES for part in subterms(claim.goal))
    made = [edit for edit in edits if not (costs and edit in NOT_OF_COSTS)]
    for description, goal in _everywhere(claim.goal, Place(claim.symbols, _arrays(claim)), made):
        if goal not in seen and means_something(goal):
            seen.add(goal)
            yield Mutant(description, restated(claim, goal))


def near_misses(claim: Claim) -> Iterator[Mutant]:
    """What lies beside ``claim`` and is to be proved only if it is true as well: another goal, or less assumed."""
    yield from mutants(claim, NEAR_MISSES)
    for description, weaker in weakened(claim):
        made = restated(weaker, claim.goal)
        if made.hypotheses != claim.hypotheses:
            yield Mutant(description, made)


def restated(claim: Claim, goal: Term) -> Claim:
    """``claim`` with another goal, under the conditions that make everything in it defined."""
    fixed = [formula for formula in claim.assumptions if isinstance(formula, Node) and formula.op in RELATIONS]
    known = [formula for formula in (*claim.domains, *fixed) if not conditions(formula)]
    owed = [condition for formula in (*claim.domains, *fixed, goal) for condition in conditions(formula, known)]
    return replace(claim, goal=goal, conditions=without_implied(owed, known))


def _arrays(claim: Claim) -> tuple[Term, ...]:
    """The matrices that the claim names, those that stand under a binder left out if they speak of its variable."""
    formulas = (claim.goal, *claim.assumptions)
    named = dict.fromkeys(part for formula in formulas for part in subterms(formula) if is_named(part))
    return tuple(term for term in named if instantiate(Lambda(INTEGER, term), ZERO) == term)


def _everywhere(term: Term, place: Place, edits: Sequence[Edits]) -> Iterator[Edit]:
    """``term`` with one edit, of itself first; a name has no parts."""
    for edit in edits:
        yield from edit(term, place)
    for position, child in enumerate(() if is_named(term) else children(term)):
        for description, edited in _everywhere(child, place.below(term, position), edits):
            yield description, _with_child(term, position, edited)


def _with_child(term: Term, position: int, child: Term) -> Term:
    match term:
        case Lambda(sort=sort, hint=hint):
            return Lambda(sort, child, hint)
        case Node(op=op, args=args):
            return Node(op, *args[:position], child, *args[position + 1 :])
    return term


def means_something(goal: Term) -> bool:
    """Whether the sorts and the shapes in ``goal`` fit."""
    try:
        sort_of(goal)
    except IllFormed:
        return False
    return True
