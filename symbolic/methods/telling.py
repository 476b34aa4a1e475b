"""The limit of a sequence, where none is named: by what is known of it."""

from __future__ import annotations

from symbolic.kernel import Rejected
from symbolic.methods.algebra import residual
from symbolic.methods.eventually import known_bounds
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol
from symbolic.methods.tending import carried, limit_of_body, tends
from symbolic.terms import INTEGER, ZERO, Lambda, Term, eq, instantiate, le, symbols


def limit_of(sequence: Term, goal: Goal, search: Search) -> int:
    """A step f -> u, for what is known to be f(T) at each T."""
    if not isinstance(sequence, Lambda):
        raise Failed("no sequence")
    try:
        return tends(sequence, _constant_value(sequence, goal), goal, search)
    except (Failed, Rejected):
        pass
    try:
        made = limit_of_body(sequence.body, goal, search)
        return carried(made, sequence, search.draft.sides(made)[1], goal, search)
    except (Failed, Rejected):
        pass
    for bound in known_bounds(sequence, goal, search):
        try:
            value = search.draft.sides(limit_of_body(bound.body, goal, search))[1]
            return tends(sequence, value, goal, search)
        except (Failed, Rejected):
            continue
    raise Failed("the limit is not known")


def _constant_value(sequence: Lambda, goal: Goal) -> Term:
    """What the elements of a sequence all are, up to arithmetic."""
    index = fresh_symbol("T", INTEGER)
    found = residual(goal.wanting(eq(instantiate(sequence, index), ZERO), le(ZERO, index)))
    if found is None or index in symbols(found):
        raise Failed("the elements differ")
    return found
