"""Goals that are no relations come down to relations: quantifiers opened, conditions assumed, alternatives tried."""

from __future__ import annotations

from symbolic.kernel import Rejected
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol
from symbolic.terms import Lambda, Node, instantiate


class Structure(Method):
    """``forall``, ``implies`` and ``or``, by the rules that introduce them."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(op="forall", args=(Lambda() as body,)):
                symbol = fresh_symbol(body.hint, body.sort)
                step = search.prove(goal.wanting(instantiate(body, symbol)))
                return search.draft.apply("generalise", [step], [symbol])
            case Node(op="implies", args=(condition, conclusion)):
                step = search.prove(goal.wanting(conclusion, condition))
                return search.draft.apply("discharge", [step], [condition])
            case Node(op="or"):
                return self._either(goal, search)
        raise Failed("a relation")

    def _either(self, goal: Goal, search: Search) -> int:
        if not isinstance(goal.conclusion, Node):
            raise Failed("no alternative")
        left, right = goal.conclusion.args
        for rule, wanted, other in (("left", left, right), ("right", right, left)):
            try:
                return search.draft.apply(rule, [search.prove(goal.wanting(wanted))], [other])
            except (Failed, Rejected):
                continue
        raise Failed("neither alternative is proved")


class Given(Method):
    """The goal stands among what may be assumed."""

    def attempt(self, goal: Goal, search: Search) -> int:
        if goal.conclusion in goal.context:
            return search.show("assumed", search.draft.assume(goal.conclusion))
        for lemma in goal.lemmas:
            if search.draft.conclusion(lemma) == goal.conclusion:
                return search.show("shown before", lemma)
        raise Failed("not assumed")
