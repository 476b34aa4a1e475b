"""The normal form decides: equations by `linear`, order relations by `order`, with as few facts as possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from symbolic.kernel import Rejected
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import Poly
from symbolic.kernel.normal.reading import compared, difference, facts_from
from symbolic.kernel.rules.algebra import follows
from symbolic.methods.rendering import Unprintable, to_term
from symbolic.methods.search import Failed, Goal, Method, Search, relations
from symbolic.terms import RELATIONS, Node, Term


class Algebra(Method):
    """Both sides have the same normal form, or the order relation follows from the facts."""

    def attempt(self, goal: Goal, search: Search) -> int:
        step = by_facts(goal, search, [], [])
        return search.show("arithmetic", step)


def by_facts(
    goal: Goal, search: Search, coefficients: Sequence[Term], equations: Sequence[int], rehearsal: Term | None = None
) -> int:
    """The goal by `linear` or `order`, under the facts of the context that ``rehearsal`` (or the goal) needs."""
    conclusion = goal.conclusion
    rehearsed = goal.wanting(conclusion if rehearsal is None else rehearsal)
    if not isinstance(conclusion, Node) or conclusion.op not in RELATIONS:
        raise Failed("not a relation")
    if not coefficients and not _rehearsed(conclusion, frozenset(relations(goal.context))).holds:
        raise Failed("the difference does not vanish", residual(goal))
    if conclusion.op == "eq":
        arguments = (conclusion, *coefficients)
        return _least(rehearsed, lambda facts: search.draft.apply("linear", [*equations, *facts], arguments), search)
    return _least(rehearsed, lambda facts: search.draft.apply("order", facts, (conclusion,)), search)


def _least(goal: Goal, apply: Callable[[Sequence[int]], int], search: Search) -> int:
    """``apply`` with the facts that a dry run says are used; with all of them if these do not suffice."""
    known = relations(goal.context)
    used = _rehearsed(goal.conclusion, frozenset(known)).used
    for chosen in ([f for f in known if f in used], known):
        try:
            return apply(search.draft.assume_all(chosen))
        except Rejected:
            continue
    raise Failed("the difference does not vanish", residual(goal))


@dataclass(frozen=True)
class Rehearsal:
    """A dry run of a rule: whether the relation holds, by which facts, and the normal form of lhs - rhs."""

    holds: bool
    used: frozenset[Term]
    rest: Poly


@lru_cache(maxsize=4096)
def _rehearsed(relation: Term, known: frozenset[Term]) -> Rehearsal:
    if not isinstance(relation, Node) or relation.op not in RELATIONS:
        raise Failed("not a relation")
    left, right = relation.args
    if relation.op == "eq":
        found = compared(left, right, known)
        return Rehearsal(found.equal, found.used, found.rest)
    facts = facts_from(known)
    rest = difference(left, right, facts)
    return Rehearsal(follows(relation, facts), frozenset(facts.used), rest)


def left_over(goal: Goal) -> tuple[Poly, Facts]:
    """The normal form of lhs - rhs, and the facts it was made under."""
    known = relations(goal.context)
    return _rehearsed(goal.conclusion, frozenset(known)).rest, facts_from(known)


def residual(goal: Goal) -> Term | None:
    """What is left of lhs - rhs, as a term, if it can be written as one."""
    try:
        return to_term(left_over(goal)[0])
    except Unprintable:
        return None
