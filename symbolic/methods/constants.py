"""Limits of what is one thing from some index on, since an assumption or an earlier claim says so of a part of it."""

from __future__ import annotations

from symbolic.methods.equations import about
from symbolic.methods.eventually import STARTS
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol, is_closed
from symbolic.terms import (
    INTEGER,
    Lambda,
    Node,
    Symbol,
    Term,
    abstract,
    eq,
    instantiate,
    le,
    replace,
    sort_of,
    subterms,
    symbols,
)


def limit_of_a_constant(body: Term, goal: Goal, search: Search) -> int:
    """By what is known of a part of it at all later T, that it is one thing: ||P(T + 1)|| where P(T + 1) = M."""
    index = fresh_symbol("T", INTEGER)
    guard, whole = le(STARTS[-1], index), instantiate(Lambda(INTEGER, body), index)
    for part in dict.fromkeys(part for part in subterms(whole) if index in symbols(part) and is_closed(part)):
        for step in about(part, goal.wanting(guard, guard), search):
            match search.draft.conclusion(step):
                case Node(op="eq", args=(left, right)) if left == part:
                    value = replace(whole, part, right)
                    if index not in symbols(value):
                        return _at_last(_put_in(step, whole, search), index, search)
    raise Failed(f"no rule for the limit of {body!r}")


def _put_in(equation: int, whole: Term, search: Search) -> int:
    """whole = value, where what is equal to a part of it is put in."""
    part = search.draft.sides(equation)[0]
    hole = Symbol("~part", sort_of(part))  # no script can write it
    context = abstract(eq(whole, replace(whole, part, hole)), hole)
    return search.draft.apply("replace", [equation, search.draft.apply("reflexive", (), [whole])], [context])


def _at_last(equation: int, index: Symbol, search: Search) -> int:
    """f -> v from f(T) = v at all later T."""
    draft, (whole, value) = search.draft, search.draft.sides(equation)
    above, below = (
        draft.apply("generalise", [draft.apply("discharge", [side], [le(STARTS[-1], index)])], [index])
        for side in draft.both_ways(equation)
    )
    made = draft.apply("constant limit", (), [value])
    return draft.apply("squeeze", [made, made, below, above], [abstract(whole, index, "T"), STARTS[-1]])
