"""The hypothesis that would close a goal, where a simple one does: "holds if x >= 0"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from symbolic.methods.algebra import Algebra
from symbolic.methods.draft import Draft
from symbolic.methods.search import Failed, Goal, Search
from symbolic.terms import INTEGER, ONE, REAL, ZERO, Node, Term, le, lt, ne, sub, symbols

MOST_TRIED: Final = 24


def closing(goal: Goal) -> Term | None:
    """A relation about the symbols of the goal under which plain arithmetic proves it; the weakest that is found."""
    for hypothesis in islice(_candidates(goal), MOST_TRIED):
        search = Search(Draft(), (Algebra(),))
        try:
            search.prove(goal.wanting(goal.conclusion, hypothesis))
        except Failed:
            continue
        return hypothesis
    return None


def _candidates(goal: Goal) -> Iterator[Term]:
    """Nonzero and sign conditions on single symbols, then order among two, each unless it is the goal itself."""
    if not isinstance(goal.conclusion, Node):
        return
    scalars = sorted((s for s in symbols(goal.conclusion) if s.sort in (REAL, INTEGER)), key=lambda s: s.name)
    for shape in _SHAPES:
        yield from (formula for symbol in scalars if (formula := shape(symbol)) != goal.conclusion)


_SHAPES: Final[tuple[Callable[[Term], Term], ...]] = (
    lambda symbol: ne(symbol, ZERO),
    lambda symbol: ne(sub(ONE, symbol), ZERO),
    lambda symbol: le(ZERO, symbol),
    lambda symbol: lt(ZERO, symbol),
)
