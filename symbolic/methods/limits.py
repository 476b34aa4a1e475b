"""Limits of sequences: that they are, that they are not, and what follows from them.  No library decides a limit."""

from __future__ import annotations

from symbolic.kernel.rule import contrary
from symbolic.methods.denials import denied
from symbolic.methods.growing import Growing
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.methods.tending import tends
from symbolic.terms import FALSE, Lambda, Node, tends_to


class Limits(Method):
    """f -> v and f -> oo, that neither is so, and lim f = v."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(op="tends", args=(Lambda() as sequence, value)):
                return search.show("the limit", tends(sequence, value, goal, search))
            case Node(op="grows"):
                return Growing().attempt(goal, search)
            case Node(op="eq", args=(Node(op="lim", args=(Lambda() as sequence,)), value)):
                step = search.prove(goal.wanting(tends_to(sequence, value)))
                return search.show("the value of the limit", search.draft.apply("value of a limit", [step]))
            case Node(op="implies", args=(Node(op="tends" | "grows") as limit, consequence)) if consequence == FALSE:
                return search.show("by contradiction", denied(limit, goal, search))
        raise Failed("no limit")


class Contrary(Method):
    """An order relation that must hold, since its contrary bounds what is assumed to grow beyond all bounds."""

    def attempt(self, goal: Goal, search: Search) -> int:
        conclusion = goal.conclusion
        growing = [formula for formula in goal.context if isinstance(formula, Node) and formula.op == "grows"]
        if not growing or not isinstance(conclusion, Node) or conclusion.op not in ("le", "lt"):
            raise Failed("nothing is assumed to grow beyond all bounds, or no order relation")
        case = contrary(conclusion)
        if case in goal.context or contrary(case) in goal.context:
            raise Failed("the contrary is assumed already")
        draft = search.draft
        for formula in growing:
            bounded = search.prove(goal.wanting(contrary(formula), case))
            absurd = draft.apply("absurdity", [draft.assume(formula), bounded], [conclusion])
            itself = draft.assume(conclusion)
            step = draft.apply("cases", [draft.apply("dichotomy", (), [conclusion]), itself, absurd])
            return search.show("otherwise there would be a bound", step)
        raise Failed("nothing grows")
