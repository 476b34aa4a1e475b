"""Rewriting, and then elimination: equations that define nothing are subtracted from the residual until it vanishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from symbolic.kernel import Rejected
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.finish import finish
from symbolic.kernel.normal.polynomial import ZERO, Atom, Monomial, Poly, constant
from symbolic.kernel.normal.powers import power
from symbolic.kernel.normal.reading import difference, vanishes
from symbolic.methods.algebra import by_facts, left_over, residual
from symbolic.methods.division import quotient
from symbolic.methods.equations import Equation, equations
from symbolic.methods.instances import instance, integers_of, places_of
from symbolic.methods.rendering import Unprintable, to_term
from symbolic.methods.rewriting import Rewriter, compared
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.terms import INTEGER, ONE, RELATIONS, Node, Number, Term, eq, neg

MOST_EQUATIONS: Final = 4  # in one combination
SMALL_TIMES: Final = range(4)
MOST_EXPANSIONS: Final = 3


@dataclass(frozen=True)
class Candidate:
    """An equation l = r, and what its sides were rewritten to: ``poly`` is l' - r'."""

    poly: Poly
    combination: tuple[tuple[Term, int], ...]  # steps and their weights, adding up to l' - r'


class Rewriting(Method):
    """Both sides rewritten by the equations that define something; what is left, combined from the others."""

    def attempt(self, goal: Goal, search: Search) -> int:
        conclusion = goal.conclusion
        if not isinstance(conclusion, Node) or conclusion.op not in RELATIONS:
            raise Failed("not a relation")
        rules, others = equations(goal, search)
        rewriter = Rewriter(goal, search, rules)
        (left, first), (right, second) = (rewriter.rewritten(side) for side in conclusion.args)
        if conclusion.op != "eq":
            return search.show("by what is assumed", compared(goal, search, first, second))
        weighted = [(ONE, first), (neg(ONE), second)]
        step = self._combined(goal, search, goal.wanting(eq(left, right)), weighted, rewriter, others)
        return search.show("by what is assumed", step)

    def _combined(
        self,
        goal: Goal,
        search: Search,
        rewritten: Goal,
        weighted: list[tuple[Term, int]],
        rewriter: Rewriter,
        others: Sequence[Equation],
    ) -> int:
        rest, facts = left_over(rewritten)
        rest = _expanded(rest, facts, weighted, rewriter)
        candidates = self._candidates(goal, search, rewriter, others, facts) if rest.terms else []
        candidates += [_as_it_stands(step, search, facts) for step in self._about(rest, goal, search)]
        found = _combination(rest, facts, candidates, 0)
        if found is None:
            raise Failed("what is left does not vanish", residual(rewritten))
        for weight, candidate in found:
            weighted += [(Node("mul", weight, share), step) for share, step in candidate.combination]
        weights, steps = [weight for weight, _ in weighted], [step for _, step in weighted]
        try:
            return by_facts(goal, search, weights, steps, rewritten.conclusion)
        except Failed:
            raise Failed("what is left does not vanish", residual(rewritten)) from None

    def _about(self, rest: Poly, goal: Goal, search: Search) -> Iterator[int]:
        try:
            written = to_term(rest)
        except Unprintable:
            return
        yield from self.further(written, goal, search)

    def further(self, rest: Term, goal: Goal, search: Search) -> Iterator[int]:
        """Steps with further equations about the sums in what is left; none, unless a method knows some."""
        return iter(())

    def _candidates(
        self, goal: Goal, search: Search, rewriter: Rewriter, others: Sequence[Equation], facts: Facts
    ) -> list[Candidate]:
        """Equations that define nothing; and those for one element, which may unfold further by all the others."""
        found = [c for equation in others for c in _candidates(equation, goal, search, rewriter, facts)]
        for rule in rewriter.rules:
            if not rule.variables or (isinstance(rule.left, Node) and rule.left.op == "sum"):
                rest = Rewriter(goal, search, [other for other in rewriter.rules if other is not rule])
                found += _candidates(rule, goal, search, rest, facts)
        return found


def _expanded(rest: Poly, facts: Facts, weighted: list[tuple[Term, int]], rewriter: Rewriter) -> Poly:
    """The residual, written out and rewritten as often as that uncovers something: E[sum] shows E[g(i)]."""
    for _ in range(MOST_EXPANSIONS):
        if vanishes(rest, facts):
            break
        try:
            written = to_term(rest)
        except Unprintable:
            break
        new, step = rewriter.rewritten(written)
        if new == written:
            break
        weighted.append((ONE, step))
        rest = difference(new, Number(0), facts)
    return rest


def _candidates(
    equation: Equation, goal: Goal, search: Search, rewriter: Rewriter, facts: Facts
) -> Iterator[Candidate]:
    """The equation, or its instances at small times and at those of the goal, rewritten.

    Of several places there are so many instances that they are taken as they stand.
    """
    if any(variable.sort != INTEGER for variable in equation.variables):
        return
    times: list[Term] = [*integers_of(goal.conclusion), *map(Number, SMALL_TIMES)]
    several = len(equation.variables) > 1
    for values in product(places_of(goal.conclusion) if several else times, repeat=len(equation.variables)):
        try:
            step = instance(equation.step, values, goal, search)
            yield _as_it_stands(step, search, facts) if several else _candidate(step, search, rewriter, facts)
        except (Failed, Rejected):
            continue


def _as_it_stands(step: int, search: Search, facts: Facts) -> Candidate:
    return Candidate(difference(*search.draft.sides(step), facts), ((ONE, step),))


def _candidate(step: int, search: Search, rewriter: Rewriter, facts: Facts) -> Candidate:
    formula = search.draft.conclusion(step)
    if not isinstance(formula, Node) or formula.op != "eq":
        raise Failed("no equation")
    (left, first), (right, second) = (rewriter.rewritten(side) for side in formula.args)
    return Candidate(difference(left, right, facts), ((ONE, step), (neg(ONE), first), (ONE, second)))


def _combination(
    rest: Poly, facts: Facts, candidates: Sequence[Candidate], used: int
) -> list[tuple[Term, Candidate]] | None:
    """Candidates with weights whose sum is ``rest``; None if none are found."""
    if vanishes(rest, facts):
        return []
    if used == MOST_EQUATIONS:
        return None
    for candidate in candidates:
        others = [other for other in candidates if other is not candidate]
        for weight in _weights(rest, candidate.poly, facts):
            more = _combination(finish(rest - weight * candidate.poly, facts), facts, others, used + 1)
            if more is not None:
                return [(to_term(weight), candidate), *more]
    return None


def _weights(rest: Poly, poly: Poly, facts: Facts) -> Iterator[Poly]:
    """What to multiply ``poly`` with so that an atom in which both are linear cancels; or all, if it is a number."""
    if poly.constant:
        yield rest.scaled(1 / poly.constant)
    shared = {atom for monomial in rest.terms for atom in monomial.factors}
    shared &= {atom for monomial in poly.terms for atom in monomial.factors}
    for atom in sorted(shared, key=lambda a: (a.kind != "net", a.key)):
        above, below = _coefficient(rest, atom), _coefficient(poly, atom)
        if above is None or below is None or not below.terms:
            continue
        exact = quotient(above, below)
        if exact is not None:
            yield exact
        elif facts.nonzero(below):
            yield above * power(below, constant(-1), facts)


def _coefficient(poly: Poly, atom: Atom) -> Poly | None:
    """The coefficient of ``atom`` in a polynomial that is linear in it."""
    result = ZERO
    for monomial, value in poly.terms.items():
        exponent = monomial.factors.get(atom)
        if exponent is None:
            continue
        if exponent.constant != 1:
            return None
        rest = {other: e for other, e in monomial.factors.items() if other != atom}
        result += Poly({Monomial(rest): value})
    return result
