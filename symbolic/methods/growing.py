"""Sequences that grow beyond all bounds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from symbolic.kernel import Rejected
from symbolic.methods.eventually import ARITHMETIC, STARTS, eventually, known_bounds
from symbolic.methods.ratios import growth_in_the_end, is_constant, least_growth
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.methods.structure import Given
from symbolic.terms import INTEGER, ONE, ZERO, Bound, Lambda, Node, Number, Term, grows, lt, mul


class Growing(Method):
    """f -> oo, since f is the index or a power, or at least a multiple of what grows."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(op="grows", args=(Lambda() as sequence,)):
                return search.show("grows beyond all bounds", _grows(sequence, goal, search))
        raise Failed("not said to grow beyond all bounds")


def _grows(sequence: Lambda, goal: Goal, search: Search) -> int:
    draft = search.draft
    try:
        return _growing(sequence.body, goal, search)
    except (Failed, Rejected):
        pass
    for start, bound in _below(sequence, goal, search):
        factor, core = _scaled(bound.body)
        if core == sequence.body:
            continue
        try:
            base = search.prove(goal.wanting(grows(Lambda(INTEGER, core, "T"))), (Given(), Growing()))
            positive = search.prove_aside(goal.wanting(lt(ZERO, factor)), ARITHMETIC)
            above = eventually(start, Lambda(INTEGER, mul(factor, core), "T"), sequence, goal, search)
        except (Failed, Rejected):
            continue
        return draft.apply("growth", [base, positive, above], [sequence, factor, start])
    raise Failed("nothing that grows is known to be below")


def _below(sequence: Lambda, goal: Goal, search: Search) -> Iterator[tuple[Number, Lambda]]:
    """What the sequence is at least, and from where on."""
    yield ZERO, sequence
    with suppress(Failed):
        yield ONE, Lambda(INTEGER, least_growth(sequence.body, goal), "T")
    with suppress(Failed):
        start, multiple = growth_in_the_end(sequence.body, goal)
        yield start, Lambda(INTEGER, multiple, "T")
    for bound in known_bounds(sequence, goal, search, upper=False):
        yield STARTS[-1], bound


def _growing(body: Term, goal: Goal, search: Search) -> int:
    """The index itself, and powers of a number above 1."""
    draft = search.draft
    match body:
        case Bound(index=0):
            return draft.apply("index growth")
        case Node(op="pow", args=(ratio, Bound(index=0))) if is_constant(ratio):
            above = search.prove_aside(goal.wanting(lt(ONE, ratio)), ARITHMETIC)
            return draft.apply("geometric growth", [above], [ratio])
    raise Failed("neither the index nor a power of a number above 1")


def _scaled(body: Term) -> tuple[Term, Term]:
    """The constant factors, and the rest."""
    factors = body.args if isinstance(body, Node) and body.op == "mul" else (body,)
    constant = [factor for factor in factors if is_constant(factor)]
    return mul(*constant), mul(*(factor for factor in factors if factor not in constant))
