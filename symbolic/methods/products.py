"""Finite products: 1 over an empty range; last factors split off, down to a product that the goal speaks of as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import Poly, constant
from symbolic.kernel.normal.reading import normalise
from symbolic.methods.algebra import Algebra
from symbolic.methods.rendering import to_term
from symbolic.methods.search import Failed, Goal, Search, is_closed
from symbolic.terms import (
    ONE,
    Lambda,
    Node,
    Term,
    eq,
    instantiate,
    le,
    lt,
    mul,
    product,
    subterms,
)

MOST_FACTORS: Final = 12  # that are split off


def multiplied_out(term: Node, goal: Goal, search: Search) -> tuple[Term, int]:
    """``term``, a product over lower..upper, as 1 or as (the product over lower..upper - 1) times its last factor; and
    the step that says so.

    The last factor is split off only where that leads, by few steps, to an empty product, or to one from the same lower
    end that stands in the goal or in what is assumed: so an induction comes down to its hypothesis.

    Raises `Failed` where neither is so, or the range is not known to be empty, or not to be.
    """
    lower, upper, body = term.args
    try:
        empty = search.prove_aside(goal.wanting(lt(upper, lower)), (Algebra(),))
    except Failed:
        return _without_last(term, lower, upper, body, goal, search)
    return ONE, search.draft.apply("empty product", [empty], [term])


def _without_last(term: Term, lower: Term, upper: Term, body: Term, goal: Goal, search: Search) -> tuple[Term, int]:
    last = normalise(upper, Facts())
    if not isinstance(body, Lambda) or not any(_just_before(end, last) for end in _ends(lower, goal)):
        raise Failed("no shorter product is spoken of")
    nonempty = search.prove_aside(goal.wanting(le(lower, upper)), (Algebra(),))
    step = search.draft.apply("last factor", [nonempty], [term])
    found = mul(product(lower, to_term(last - constant(1)), body), instantiate(body, upper))
    # The rule writes the new end as upper - 1, which here reads n for (n + 1) - 1.
    return found, search.draft.apply("linear", [step], [eq(term, found), ONE])


def _just_before(end: Poly, last: Poly) -> bool:
    return (last - end).natural in range(1, MOST_FACTORS + 1)


def _ends(lower: Term, goal: Goal) -> Iterator[Poly]:
    """The end of an empty range from ``lower``, and those of the products from ``lower`` in the goal."""
    yield normalise(lower, Facts()) - constant(1)
    for part in dict.fromkeys(part for formula in (goal.conclusion, *goal.context) for part in subterms(formula)):
        match part:
            case Node(op="prod", args=(start, end, _)) if start == lower and is_closed(end):
                yield normalise(end, Facts())
