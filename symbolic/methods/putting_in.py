"""Equals put in for equals: in what is to be shown, and in what was."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.methods.draft import Draft
from symbolic.methods.search import Goal, Method, Search
from symbolic.terms import Lambda, Symbol, Term, abstract, replace, sort_of


def with_other_side(equation: int, goal: Goal, search: Search, methods: Sequence[Method] | None = None) -> int:
    """The goal from the one in which the right side of an equation stands for the left one, by ``methods`` if named."""
    left, right = search.draft.sides(equation)
    rest = search.prove(goal.wanting(replace(goal.conclusion, left, right)), methods)
    return search.draft.apply("replace", [search.draft.flipped(equation), rest], [_without(left, goal.conclusion)])


def put_in(equation: int, step: int, draft: Draft) -> int:
    """What ``step`` concludes, with the right side of an equation for the left one."""
    return draft.apply("replace", [equation, step], [_without(draft.sides(equation)[0], draft.conclusion(step))])


def _without(part: Term, formula: Term) -> Lambda:
    """``formula`` as a function of what stands for ``part``."""
    hole = Symbol("~part", sort_of(part))  # no script can write it
    return abstract(replace(formula, part, hole), hole)
