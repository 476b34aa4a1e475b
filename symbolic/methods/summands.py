"""Order relations between sums, term by term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from symbolic.kernel import Rejected
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import Monomial, Poly, atomic
from symbolic.kernel.normal.reading import difference, facts_from
from symbolic.methods.algebra import Algebra, left_over
from symbolic.methods.cases import Signs
from symbolic.methods.combination import Combination
from symbolic.methods.division import quotient
from symbolic.methods.elimination import Rewriting
from symbolic.methods.instances import Instances
from symbolic.methods.jensen import gaps
from symbolic.methods.monotone import Monotone
from symbolic.methods.ranges import Range, opened
from symbolic.methods.rendering import Unprintable, to_term
from symbolic.methods.roots import Squaring
from symbolic.methods.search import Failed, Goal, Method, Search, relations
from symbolic.methods.structure import Given
from symbolic.methods.tangents import Tangents
from symbolic.terms import ONE, ZERO, Node, Term, add, eq, le, mul, sub, substitute


class Summands(Method):
    """a <= b because b - a is one sum, all of whose terms are at least 0."""

    def attempt(self, goal: Goal, search: Search) -> int:
        conclusion = goal.conclusion
        if not isinstance(conclusion, Node) or conclusion.op not in ("le", "lt"):
            raise Failed("no order relation")
        for whole in (*_gathered(goal), *_below_tangents(goal)):
            try:
                return search.show("term by term", _closed(whole, goal, conclusion, search))
            except (Failed, Rejected):
                continue
        raise Failed("no sum whose terms all are at least 0")


@dataclass(frozen=True)
class Whole:
    """A sum over ``range`` that is equal to the difference of both sides of a goal."""

    range: Range
    body: Term

    @property
    def total(self) -> Term:
        return self.range.summed(self.body)


def _closed(whole: Whole, goal: Goal, conclusion: Node, search: Search) -> int:
    """The goal from the signs of the terms of ``whole``."""
    left, right = conclusion.args
    same = search.prove_aside(goal.wanting(eq(sub(right, left), whole.total)), (Algebra(), Rewriting()))
    signed = _nonnegative(whole, conclusion.op, goal, search)
    facts = [signed, *search.draft.both_ways(same), *search.draft.assume_all(relations(goal.context))]
    return search.draft.apply("order", facts, [conclusion])


def _nonnegative(whole: Whole, op: str, goal: Goal, search: Search) -> int:
    """That the sum is at least 0, or more if ``op`` is strict, since its terms are."""
    draft, one = search.draft, whole.range
    step = search.prove(goal.wanting(Node(op, ZERO, whole.body), *one.guards), OF_TERMS)
    for guard in reversed(one.guards):
        step = draft.apply("discharge", [step], [guard])
    step = draft.apply("generalise", [step], [one.index])
    nonempty = [search.prove_aside(goal.wanting(le(one.lower, one.upper)), (Algebra(),))] if op == "lt" else []
    return draft.apply("termwise", [step, *nonempty], [one.summed(ZERO), whole.total])


OF_TERMS: Final = (Given(), Algebra(), Instances(), Combination(), Squaring(), Monotone(), Tangents(), Signs())


# -- one sum out of several ----------------------------------------------------------------------------


def _gathered(goal: Goal) -> Iterator[Whole]:
    """The difference of both sides as one sum: over the range of those in it, what is left spread over its terms."""
    rest, facts = left_over(goal)
    totals = [(monomial, value) for monomial, value in (-rest).terms.items() if _net_of(monomial) is not None]
    try:
        parts = [_opened(monomial, value) for monomial, value in totals]
    except Unprintable:
        return
    if len({(one.range.lower, one.range.upper) for one in parts}) != 1:
        return
    first = parts[0].range
    body = add(*(substitute(one.body, {one.range.index: first.index}) for one in parts))
    outside = Poly({m: value for m, value in (-rest).terms.items() if _net_of(m) is None})
    yield from (Whole(first, each) for each in _spread(body, outside, first, goal, facts))


def _below_tangents(goal: Goal) -> Iterator[Whole]:
    """Sums of gaps between functions and their tangents, scaled as the sums that they come from are."""
    rest, facts = left_over(goal)
    for gap in gaps(goal.conclusion):
        origin = difference(gap.origin, ZERO, facts)
        for monomial, value in (-rest).terms.items():
            share = quotient(Poly({monomial: value}), origin)
            if share is not None:
                yield Whole(gap.range, mul(to_term(share), gap.body))


def _net_of(monomial: Monomial) -> Poly | None:
    """The first sum among the factors."""
    nets = [atom for atom, e in monomial.factors.items() if atom.kind == "net" and e.natural]
    return atomic(min(nets, key=lambda atom: atom.key)) if nets else None


def _opened(monomial: Monomial, value: Fraction) -> Whole:
    net = _net_of(monomial)
    whole = Poly({monomial: value})
    share = None if net is None else quotient(whole, net)
    if net is None or share is None:
        raise Unprintable(monomial.key)
    ranges, body = opened(to_term(net))
    inner = body
    for one in reversed(ranges[1:]):
        inner = one.summed(inner)
    return Whole(ranges[0], mul(to_term(share), inner))


def _spread(body: Term, outside: Poly, one: Range, goal: Goal, facts: Facts) -> Iterator[Term]:
    """``body``, and what stands outside the sum spread over its terms in proportion to what is known to add up."""
    known = list(_known_sums(one, goal))
    if not outside.terms:
        yield body
        for (first, value), (second, other) in ((a, b) for a in known for b in known if a is not b):
            if value == other:
                yield add(body, sub(first, second))
        return
    for share, value in known:
        amount = quotient(outside, difference(value, ZERO, facts))
        if amount is not None:
            yield add(body, mul(to_term(amount), share))


def _known_sums(one: Range, goal: Goal) -> Iterator[tuple[Term, Term]]:
    """Summands over this range whose sum is known: by an assumption, and 1, which adds up to the number of terms."""
    for formula in goal.context:
        match formula:
            case Node(op="eq", args=(Node(op="sum") as total, value)):
                ranges, body = opened(total)
                shift = sub(ranges[0].lower, one.lower)
                if len(ranges) == 1 and _same(sub(ranges[0].upper, shift), one.upper):
                    yield substitute(body, {ranges[0].index: add(one.index, shift)}), value
    yield ONE, add(sub(one.upper, one.lower), ONE)


def _same(left: Term, right: Term) -> bool:
    return not difference(left, right, facts_from(())).terms
