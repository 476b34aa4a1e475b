"""Negative numbers as the opposites of positive ones, of which powers and logarithms are known."""

from __future__ import annotations

from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol
from symbolic.terms import REAL, ZERO, Node, Symbol, Term, abstract, eq, neg, substitute, symbols


class Reflection(Method):
    """The goal for x <= 0 from the goal for -y in place of x, where 0 <= y."""

    def attempt(self, goal: Goal, search: Search) -> int:
        symbol, draft, rows = _negative(goal), search.draft, len(search.outline)
        opposite = fresh_symbol(symbol.name, REAL)
        values: dict[Symbol, Term] = {symbol: neg(opposite)}
        spoken = [formula for formula in goal.context if symbol in symbols(formula)]
        context = tuple(substitute(formula, values) for formula in goal.context)
        step = search.prove(Goal(substitute(goal.conclusion, values), context, goal.lemmas))
        owed = [formula for formula in spoken if substitute(formula, values) in draft.sequent(step).hypotheses]
        for formula in owed:
            step = draft.apply("discharge", [step], [substitute(formula, values)])
        step = draft.apply("instance", [draft.apply("generalise", [step], [opposite])], [neg(symbol)])
        twice = draft.apply("linear", [], [eq(neg(neg(symbol)), symbol)])
        back = draft.apply("linear", [], [eq(symbol, neg(neg(symbol)))])
        for formula in reversed(owed):
            premise = draft.apply("replace", [back, draft.assume(formula)], [abstract(formula, symbol)])
            step = draft.apply("detach", [step, premise])
        step = draft.apply("replace", [twice, step], [abstract(goal.conclusion, symbol)])
        return search.show(f"with -y for {symbol.name}", step, rows)


def _negative(goal: Goal) -> Symbol:
    """A real symbol of the goal that is assumed not to be positive."""
    for formula in goal.context:
        match formula:
            case Node(op="lt" | "le", args=(Symbol() as symbol, bound)) if bound == ZERO and symbol.sort == REAL:
                if symbol in symbols(goal.conclusion):
                    return symbol
    raise Failed("no symbol is assumed to be negative")
