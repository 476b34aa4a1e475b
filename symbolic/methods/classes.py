"""O, Omega and Theta of polynomials in sizes, decided: one constant for all of them, or a ray that none survives."""

from __future__ import annotations

from symbolic.kernel import Rejected
from symbolic.methods.belonging import inside
from symbolic.methods.exclusion import outside
from symbolic.methods.restating import restated
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.terms import CLASSES, FALSE, Node


class Classes(Method):
    """f = O(g), Omega(g) and Theta(g), and that they are not."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(op=op) as formula if op in CLASSES:
                return _inside(formula, goal, search)
            case Node(op="implies", args=(Node(op=op) as denied, consequence)) if (
                op in CLASSES and consequence == FALSE
            ):
                return outside(denied, search)
        raise Failed("nothing about a class")


def _inside(formula: Node, goal: Goal, search: Search) -> int:
    """By what the functions are, else by what is known of the class; a failure says why the first did not do."""
    try:
        return inside(formula, goal.context, search)
    except (Failed, Rejected) as undecided:
        try:
            return restated(formula, goal, search)
        except Failed:
            raise undecided from None
