"""Assumptions that contradict each other, from which everything follows: worth a word of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from symbolic.kernel import Rejected
from symbolic.kernel.rule import contrary
from symbolic.methods.algebra import Algebra
from symbolic.methods.classes import Classes
from symbolic.methods.elimination import Rewriting
from symbolic.methods.instances import instances, schema_of, with_facts
from symbolic.methods.search import Failed, Goal, Method, Search, relations
from symbolic.terms import INTEGER, ONE, ZERO, Node, Number, Term, is_limit, lt, subterms, symbols

MOST_NUMBERS: Final = 8


class Contradiction(Method):
    """0 = 1: from a class that does not hold, equations that combine to it, order relations, or an unequal pair.

    What is assumed of all integers in a range, that a denominator is not 0 there, is asked at the numbers spoken of,
    and that something is no larger than another at both ends of the range.
    """

    def attempt(self, goal: Goal, search: Search) -> int:
        for way in (self._from_classes, self._from_equations):
            try:
                return way(goal, search)
            except Failed:
                continue
        return self._from_relations(goal, search)

    def _from_classes(self, goal: Goal, search: Search) -> int:
        for formula in filter(is_limit, goal.context):
            try:
                denied = search.prove(goal.wanting(contrary(formula)), (Classes(),))
            except Failed:
                continue
            return search.draft.apply("absurdity", [search.draft.assume(formula), denied], [goal.conclusion])
        raise Failed("no class that does not hold")

    def _from_equations(self, goal: Goal, search: Search) -> int:
        return search.prove(goal, (Rewriting(),))

    def _from_relations(self, goal: Goal, search: Search) -> int:
        unequal = [formula for formula in relations(goal.context) if isinstance(formula, Node) and formula.op == "ne"]
        for step in chain(map(search.draft.assume, unequal), instances(_numbers(goal), goal, search)):
            relation = search.draft.conclusion(step)
            if isinstance(relation, Node) and relation.op == "ne":
                try:
                    equal = search.prove(goal.wanting(Node("eq", *relation.args)), (Algebra(), Rewriting()))
                except (Failed, Rejected):
                    continue
                return search.draft.apply("absurdity", [equal, step], [goal.conclusion])
        return self._from_order(goal, search)

    def _from_order(self, goal: Goal, search: Search) -> int:
        below = goal.wanting(lt(ONE, ZERO))
        sizes = sorted({s for formula in goal.context for s in symbols(formula) if s.sort == INTEGER}, key=repr)
        places = [*dict.fromkeys([*sizes, *_ends(goal)])]
        try:
            impossible = search.prove(below, (Algebra(),))
        except Failed:
            impossible = with_facts(list(instances(places, below, search)), below, search, (Algebra(),))
        usual = search.draft.apply("order", (), [Node("le", ZERO, ONE)])
        return search.draft.apply("absurdity", [impossible, usual], [goal.conclusion])


def _ends(goal: Goal) -> Iterator[Term]:
    """The ends of the ranges of which something is assumed: n + 1 of "i <= n for all i <= n + 1"."""
    for formula in goal.context:
        schema = schema_of(formula)
        ends = [end for guard in schema.guards if isinstance(guard, Node) and guard.op == "le" for end in guard.args]
        yield from (end for end in ends if not symbols(end) & {*schema.variables})


def _numbers(goal: Goal) -> list[Number]:
    """Where something that is assumed of all integers may fail: k - 2 != 0 at 2, k + 1 != 0 at -1."""
    spoken_of = (part for formula in goal.context for part in subterms(formula))
    whole = {part.value for part in spoken_of if isinstance(part, Number) and part.value.denominator == 1}
    places = sorted(whole | {-value for value in whole}, key=lambda value: (abs(value), value))
    return [Number(value) for value in places[:MOST_NUMBERS]]
