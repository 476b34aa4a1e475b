"""Elements of a model's sequences at fixed times, one after the other: each is found from the short forms of earlier
ones, where putting recurrences in to the end would write an element of theirs out once for each time that it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from symbolic.kernel import Rejected
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import normalise
from symbolic.methods.algebra import by_facts, residual
from symbolic.methods.equations import Equation, equations
from symbolic.methods.rewriting import Rewriter
from symbolic.methods.search import Failed, Goal, Search, is_closed
from symbolic.terms import ZERO, Node, Number, Symbol, Term, apply, eq, substitute, subterms, symbols

MOST_ELEMENTS: Final = 60


def elements(formulas: Iterable[Term], goal: Goal, search: Search) -> tuple[int, ...]:
    """Steps that say what number each element is of which ``formulas`` speak, and those that it is made from.

    What no equation gives, or what depends on more than numbers, is left out; so is what needs too many of them.
    """
    known = _Elements(goal, search)
    for formula in formulas:
        with suppress(Failed):
            known.find_all(formula)
    return tuple(equation.step for equation in known.found)


class _Elements:
    def __init__(self, goal: Goal, search: Search) -> None:
        self._goal, self._search = goal, search
        self._rules, _ = equations(goal, search)
        self._tried: set[Term] = set()
        self.found: list[Equation] = []

    def find_all(self, term: Term) -> None:
        for element in _at_fixed_times(term):
            if len(self._tried) >= MOST_ELEMENTS:
                raise Failed("too many elements")
            if element not in self._tried:
                self._tried.add(element)
                self._find(element)

    def _find(self, element: Term) -> None:
        for rule in self._rules:
            values = rule.matching(element)
            if values is not None:
                for part in (*rule.guards, rule.right):
                    self.find_all(substitute(part, values))
        try:
            step, value = self._short(element)
        except (Failed, Rejected):
            return
        if not symbols(value):
            self.found.append(Equation(step, (), (), element, value, False))

    def _short(self, element: Term) -> tuple[int, Term]:
        """The normal form of an element, and the step that says that it is its value."""
        value, step = Rewriter(self._goal, self._search, [*self.found, *self._rules]).rewritten(element)
        short = residual(self._goal.wanting(eq(value, ZERO)))
        if short is None:
            raise Failed("no normal form that is a term")
        same = by_facts(self._goal.wanting(eq(value, short)), self._search, [], [])
        return self._search.draft.chained(step, same), short


def _at_fixed_times(term: Term) -> Iterator[Term]:
    """The elements of sequences of numbers whose index is one, as a number."""
    for part in dict.fromkeys(subterms(term)):
        match part:
            case Node(op="apply", args=(Symbol(sort=sort) as sequence, index)) if sort.name == "sequence":
                time = normalise(index, Facts()).constant if is_closed(index) else None
                if time is not None and time.denominator == 1 and time >= (sort.start or 0):
                    yield apply(sequence, Number(time))
