"""An earlier claim, of whatever values and sequences, used at those of the goal: its hypotheses are shown of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Final

from symbolic.kernel import Rejected
from symbolic.methods.algebra import Algebra
from symbolic.methods.chained import Chained, shown
from symbolic.methods.fitting import MOST_COMPARED, Values, fits, same
from symbolic.methods.instances import instance, schema_of, with_facts
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.methods.structure import Given
from symbolic.terms import ONE, Node, Symbol, Term, children, symbols

MOST_TRIED: Final = 12  # ways to read the goal as what one claim says


class Reordered(Method):
    """An equation that was shown, with its sums and products in another order."""

    def attempt(self, goal: Goal, search: Search) -> int:
        for step in shown(goal, search):
            if all(map(same, children(search.draft.conclusion(step)), children(goal.conclusion))):
                return search.draft.apply("linear", [step], [goal.conclusion, ONE])
        raise Failed("no such equation was shown")


_AT_SIGHT: Final = (Given(), Algebra(), Reordered(), Chained())  # a search comes after


class Specialised(Method):
    """The goal from ``forall x. p(x) => q(x)``, shown before, at values for which q is what the goal speaks of."""

    def attempt(self, goal: Goal, search: Search) -> int:
        known = [*(search.draft.conclusion(step) for step in shown(goal, search)), *goal.context]
        fitting = [
            (lemma, [values[one] for one in variables])
            for lemma in goal.lemmas
            for values, variables in islice(_fitting(search.draft.conclusion(lemma), goal, known), MOST_TRIED)
        ]
        others = [method for method in search.without_induction() if method.name != self.name]
        for methods in (_AT_SIGHT, others):
            for lemma, values in fitting:
                try:
                    step = instance(lemma, values, goal, search, partial(search.prove_aside, methods=methods))
                    return self._ended(step, goal, search, others)
                except (Failed, Rejected):
                    continue
        raise Failed("no earlier claim fits")

    def _ended(self, step: int, goal: Goal, search: Search, others: Sequence[Method]) -> int:
        conclusion = search.draft.conclusion(step)
        if conclusion == goal.conclusion:
            return search.show("by an earlier claim", step)
        if isinstance(goal.conclusion, Node) and all(map(same, children(conclusion), children(goal.conclusion))):
            rule, weight = ("linear", [ONE]) if goal.conclusion.op == "eq" else ("order", [])
            reordered = search.draft.apply(rule, [step], [goal.conclusion, *weight])
            return search.show("by an earlier claim", reordered)
        return search.show("by an earlier claim", with_facts([step], goal, search, others))


def _fitting(schema: Term, goal: Goal, known: Sequence[Term]) -> Iterator[tuple[Values, list[Symbol]]]:
    """Values for all variables of ``schema``: from the goal first, then from what is known, by guards that speak of
    most of them first, and the longest of these: two recurrences of one form could be taken for each other.
    """
    variables, guards, conclusion = schema_of(schema)
    if not variables or not guards:
        return
    guards.sort(key=lambda guard: (-len(symbols(guard).intersection(variables)), -guard.size))
    for pattern, term in _pairs(conclusion, goal.conclusion):
        fuel = [MOST_COMPARED]
        for values in fits(pattern, term, variables, {}, fuel):
            for full in _completed(guards, values, variables, known, fuel):
                yield full, variables


def _pairs(pattern: Term, term: Term) -> Iterator[tuple[Term, Term]]:
    """What has to fit: the whole relation, or the left side of an equation, whose other side arithmetic compares."""
    yield pattern, term
    match pattern, term:
        case Node(op="eq", args=(left, _)), Node(op="eq", args=(wanted, _)):
            yield left, wanted


def _completed(
    guards: Sequence[Term], values: Values, variables: Sequence[Symbol], known: Sequence[Term], fuel: list[int]
) -> Iterator[Values]:
    """``values`` with those of the remaining variables, by guards that stand among what is known."""
    if all(variable in values for variable in variables):
        yield values
        return
    for guard in guards:
        for formula in known:
            for found in fits(guard, formula, variables, values, fuel):
                if len(found) > len(values):
                    yield from _completed(guards, found, variables, known, fuel)
