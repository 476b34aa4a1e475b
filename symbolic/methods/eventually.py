"""Order relations between sequences, from some index on, and what is known to bound one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from symbolic.kernel import Rejected
from symbolic.methods.algebra import Algebra
from symbolic.methods.combination import Combination
from symbolic.methods.equations import about
from symbolic.methods.instances import Instances, instances, integers_of, with_facts
from symbolic.methods.powers import Powers
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol
from symbolic.methods.structure import Given
from symbolic.terms import INTEGER, ONE, ZERO, Lambda, Node, Number, Term, abstract, eq, instantiate, le, symbols

STARTS: Final = (ZERO, ONE, Number(2))
ARITHMETIC: Final = (Given(), Algebra(), Instances(), Combination())


def known_bounds(sequence: Lambda, goal: Goal, search: Search, upper: bool = True) -> Iterator[Lambda]:
    """What an assumption or an earlier claim says that the sequence is at most (or at least), for all T from 2 on."""
    index = fresh_symbol("T", INTEGER)
    body = instantiate(sequence, index)
    if index not in symbols(body):
        return
    here = goal.wanting(le(body, body), *(le(start, index) for start in STARTS))
    for step in about(body, here, search):
        match search.draft.conclusion(step):
            case Node(op="le" | "lt" | "eq", args=(left, right)) if body in (left, right):
                if (left == body) == upper or search.draft.conclusion(step) == eq(left, right):
                    yield abstract(right if left == body else left, index, "T")


def eventually(start: Term, low: Lambda, high: Lambda, goal: Goal, search: Search) -> int:
    """forall T. start <= T => low(T) <= high(T)"""
    draft, index = search.draft, fresh_symbol("T", INTEGER)
    guard = le(start, index)
    here = goal.wanting(le(instantiate(low, index), instantiate(high, index)), guard, le(ZERO, index))
    step = _compared(here, search)
    if le(ZERO, index) in draft.sequent(step).hypotheses and start != ZERO:
        natural = draft.apply("order", [draft.assume(guard)], [le(ZERO, index)])
        step = draft.apply("detach", [draft.apply("discharge", [step], [le(ZERO, index)]), natural])
    return draft.apply("generalise", [draft.apply("discharge", [step], [guard])], [index])


def same_limit(made: int, sequence: Lambda, starts: Sequence[Number], goal: Goal, search: Search) -> int:
    """From g -> u to f -> u, where f = g from one of the ``starts`` on."""
    draft = search.draft
    known = draft.sides(made)[0]
    if not isinstance(known, Lambda):
        raise Failed("no sequence")
    for start in starts:
        try:
            between = [eventually(start, *pair, goal, search) for pair in ((known, sequence), (sequence, known))]
        except (Failed, Rejected):
            continue
        return draft.apply("squeeze", [made, made, *between], [sequence, start])
    raise Failed("no index from which on the sequences are seen to be the same")


def _compared(goal: Goal, search: Search) -> int:
    """An order relation at one T: from what is known of its sides, else by any means."""
    known = [step for side in _sides(goal) if not isinstance(side, Number) for step in about(side, goal, search)]
    facts = [fact for step in known for fact in _order_facts(step, search)]
    if any(search.draft.conclusion(fact) not in goal.context for fact in facts):
        try:
            return with_facts(facts, goal, search, ARITHMETIC)
        except Failed:
            return _further(facts, goal, search)
    for way in (_plainly, _at_its_integers):
        try:
            return way(goal, search)
        except Failed:
            continue
    return search.prove(goal, search.without_induction())


def _plainly(goal: Goal, search: Search) -> int:
    return search.prove(goal, ARITHMETIC)


def _at_its_integers(goal: Goal, search: Search) -> int:
    """With what is assumed of all integers, that a denominator is not 0, at those of which the goal speaks."""
    return with_facts(list(instances(integers_of(goal.conclusion), goal, search)), goal, search, ARITHMETIC)


def _sides(goal: Goal) -> tuple[Term, ...]:
    return goal.conclusion.args if isinstance(goal.conclusion, Node) else ()


def _further(facts: Sequence[int], goal: Goal, search: Search) -> int:
    """From f <= b, which is known, and b <= c, where b is a power."""
    low, high = _sides(goal)
    for fact in facts:
        match search.draft.conclusion(fact):
            case Node(op="le", args=(left, bound)) if left == low:
                rest = search.prove(goal.wanting(le(bound, high)), (Powers(),))
                return search.draft.apply("order", [fact, rest], [goal.conclusion])
    raise Failed("nothing further is known")


def _order_facts(step: int, search: Search) -> list[int]:
    conclusion = search.draft.conclusion(step)
    equation = isinstance(conclusion, Node) and conclusion.op == "eq"
    return search.draft.both_ways(step) if equation else [step]
