"""Induction over an integer symbol of the goal, from the start its domain gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.terms import INTEGER, ONE, Node, Number, Symbol, Term, abstract, add, instantiate, le, subterms, symbols


@dataclass(frozen=True)
class Induction(Method):
    """``by=Induction(t)``: the goal at the start of t, and at t + 1 from the goal at t.

    ``variable`` is the script's symbol; None means every integer symbol of the goal that has a least value, in turn.
    """

    variable: Any = None

    def attempt(self, goal: Goal, search: Search) -> int:
        sizes = _sizes(goal.conclusion)
        every = (symbol for symbol in symbols(goal.conclusion) if symbol.sort == INTEGER)
        candidates = sorted(every, key=lambda symbol: (symbol in sizes, symbol.name))
        if self.variable is not None:
            candidates = [symbol for symbol in candidates if symbol.name == str(self.variable)]
        last = Failed(f"the goal has no integer symbol {'' if self.variable is None else self.variable}")
        for symbol in candidates:
            try:
                return self._over(symbol, goal, search)
            except Failed as failure:
                last = failure
        raise last

    def _over(self, symbol: Symbol, goal: Goal, search: Search) -> int:
        start = start_of(symbol, goal)
        body, rest, draft = abstract(goal.conclusion, symbol), goal.without(symbol), search.draft
        domain = le(start, symbol)
        rows = len(search.outline)
        base = search.prove(rest.wanting(instantiate(body, start)), search.without_induction())
        search.show(f"base: {symbol.name} = {start!r}", base, rows)
        ahead = instantiate(body, add(symbol, ONE))
        rows_step = len(search.outline)
        step = search.prove(rest.wanting(ahead, goal.conclusion, domain), search.without_induction())
        search.show(f"step: from {symbol.name} to {symbol.name} + 1", step, rows_step)
        step = draft.apply("discharge", [step], [goal.conclusion])
        step = draft.apply("generalise", [draft.apply("discharge", [step], [domain])], [symbol])
        every = draft.apply("induction", [base, step], [start, body])
        one = draft.apply("detach", [draft.apply("instance", [every], [symbol]), draft.assume(domain)])
        return search.show(f"by induction over {symbol.name}", one, rows)


def _sizes(term: Term) -> set[Symbol]:
    """What says how large matrices are: induction over that comes last."""
    arrays = [part for part in subterms(term) if isinstance(part, Node) and part.op == "matrix"]
    return {symbol for array in arrays for size in array.args[:2] for symbol in symbols(size)}


def start_of(symbol: Symbol, goal: Goal) -> Term:
    """The least value that the context allows for ``symbol``."""
    for formula in goal.context:
        match formula:
            case Node(op="le", args=(Number() as least, bounded)) if bounded == symbol:
                return least
    raise Failed(f"{symbol.name} has no least value among the domains")
