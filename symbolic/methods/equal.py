"""Equations of norms, eigenvalues and greatest values, where order is asked for: each as two order relations."""

from __future__ import annotations

from symbolic.methods.chained import shown
from symbolic.methods.extremes import speaks_of_extremes
from symbolic.methods.instances import with_facts
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.terms import Node, Term, is_array


class Equal(Method):
    """a <= b and b <= a from a = b: arithmetic takes norms for letters, and puts nothing in for them."""

    def attempt(self, goal: Goal, search: Search) -> int:
        if not isinstance(goal.conclusion, Node) or goal.conclusion.op not in ("le", "lt"):
            raise Failed("no order relation")
        assumed = [search.draft.assume(formula) for formula in goal.context if _is_of_extremes(formula)]
        known = [step for step in shown(goal, search) if _is_of_extremes(search.draft.conclusion(step))]
        steps = [order for step in (*assumed, *known) for order in search.draft.both_ways(step)]
        return search.show("from both sides", with_facts(steps, goal, search))


def _is_of_extremes(formula: Term) -> bool:
    match formula:
        case Node(op="eq", args=(left, _)):
            return not is_array(left) and speaks_of_extremes(formula)
    return False
