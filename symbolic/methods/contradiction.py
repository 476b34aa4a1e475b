"""Assumptions that contradict each other, from which everything follows: worth a word of their own."""

from __future__ import annotations

from symbolic.kernel import Rejected
from symbolic.kernel.rule import contrary
from symbolic.methods.algebra import Algebra
from symbolic.methods.classes import Classes
from symbolic.methods.elimination import Rewriting
from symbolic.methods.instances import instances, with_facts
from symbolic.methods.search import Failed, Goal, Method, Search, relations
from symbolic.terms import INTEGER, ONE, ZERO, Node, is_limit, lt, symbols


class Contradiction(Method):
    """0 = 1: from a class that does not hold, equations that combine to it, order relations, or an unequal pair."""

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
        for relation in relations(goal.context):
            if isinstance(relation, Node) and relation.op == "ne":
                try:
                    equal = search.prove(goal.wanting(Node("eq", *relation.args)), (Algebra(), Rewriting()))
                except (Failed, Rejected):
                    continue
                return search.draft.apply("absurdity", [equal, search.draft.assume(relation)], [goal.conclusion])
        return self._from_order(goal, search)

    def _from_order(self, goal: Goal, search: Search) -> int:
        below = goal.wanting(lt(ONE, ZERO))
        sizes = sorted({s for formula in goal.context for s in symbols(formula) if s.sort == INTEGER}, key=repr)
        try:
            impossible = search.prove(below, (Algebra(),))
        except Failed:
            impossible = with_facts(list(instances(sizes, below, search)), below, search, (Algebra(),))
        usual = search.draft.apply("order", (), [Node("le", ZERO, ONE)])
        return search.draft.apply("absurdity", [impossible, usual], [goal.conclusion])
