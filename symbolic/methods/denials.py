"""That a sequence does not grow, or has not a limit: it has a bound, or another one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from symbolic.kernel import Rejected
from symbolic.methods.eventually import ARITHMETIC, STARTS, eventually, known_bounds, same_limit
from symbolic.methods.ratios import greatest_ratio, growth_in_the_end, is_constant
from symbolic.methods.search import Failed, Goal, Search
from symbolic.methods.spectra import Spectra
from symbolic.methods.telling import limit_of
from symbolic.methods.tending import limit_of_body
from symbolic.terms import FALSE, INTEGER, ONE, ZERO, Lambda, Node, Number, Term, div, eq, ne


def denied(limit: Node, goal: Goal, search: Search) -> int:
    """A step that says not f -> oo, or not f -> v, where ``limit`` is what is denied."""
    if limit.op == "grows":
        return _bounded(limit, goal, search)
    return _two_limits(limit, goal, search)


def _bounded(limit: Node, goal: Goal, search: Search) -> int:
    """f does not grow beyond all bounds, for it has one."""
    sequence = limit.args[0]
    if not isinstance(sequence, Lambda):
        raise Failed("no sequence")
    for bound in dict.fromkeys(_constant_bounds(sequence, goal, search)):
        try:
            below = eventually(ONE, sequence, Lambda(INTEGER, bound, "T"), goal, search)
        except (Failed, Rejected):
            continue
        return search.draft.apply("bounded", [below], [sequence, bound, ONE])
    raise Failed("no bound is known")


def _constant_bounds(sequence: Lambda, goal: Goal, search: Search) -> Iterator[Term]:
    with suppress(Failed):
        yield greatest_ratio(sequence.body, goal)
    yield from (bound.body for bound in known_bounds(sequence, goal, search) if is_constant(bound.body))
    yield ONE


def _two_limits(limit: Node, goal: Goal, search: Search) -> int:
    """f has no limit v: it would make two different numbers equal."""
    sequence = limit.args[0]
    if not isinstance(sequence, Lambda):
        raise Failed("no sequence")
    here = goal.wanting(FALSE)  # from what else is assumed
    for way in (_another, _of_the_reciprocal, _even_and_odd):
        try:
            return _contradicting(limit, way(sequence, search.draft.assume(limit), here, search), here, search)
        except (Failed, Rejected):
            continue
    raise Failed("no two different limits are known")


def _another(sequence: Lambda, whole: int, goal: Goal, search: Search) -> int:
    """f tends to another number."""
    return search.draft.apply("unique limit", [whole, limit_of(sequence, goal, search)])


def _of_the_reciprocal(sequence: Lambda, whole: int, goal: Goal, search: Search) -> int:
    """1/f tends to 0, say; then f (1/f) would do so, too, and is 1."""
    draft = search.draft
    times = draft.apply("limit of a product", [whole, limit_of_body(div(ONE, sequence.body), goal, search)])
    constant, (both, _) = draft.apply("constant limit", (), [ONE]), draft.sides(times)
    if not isinstance(both, Lambda):
        raise Failed("no sequence")
    starts = [*STARTS[1:], *_positive_from(sequence, goal)]
    return draft.apply("unique limit", [times, same_limit(constant, both, starts, goal, search)])


def _positive_from(sequence: Lambda, goal: Goal) -> Iterator[Number]:
    """From where on a polynomial with numbers for coefficients is positive, if it grows."""
    with suppress(Failed):
        yield growth_in_the_end(sequence.body, goal)[0]


def _even_and_odd(_: Lambda, whole: int, goal: Goal, search: Search) -> int:
    """The even and the odd elements of f would tend to the same, and they tend to different numbers."""
    draft, values = search.draft, []
    for offset in (ZERO, ONE):
        part = draft.apply("subsequence", [whole], [Number(2), offset])
        own = limit_of(draft.sides(part)[0], goal, search)
        values.append((draft.apply("unique limit", [part, own]), draft.sides(own)[1]))
    (first, one), (second, other) = values
    return draft.apply("linear", [first, second], [eq(one, other), Number(-1), ONE])


def _contradicting(limit: Node, same: int, goal: Goal, search: Search) -> int:
    """Not f -> v, since it would make two different numbers equal."""
    sides = search.draft.sides(same)
    different = search.prove_aside(goal.wanting(ne(*sides)), (*ARITHMETIC, Spectra()))
    absurd = search.draft.apply("absurdity", [same, different], [FALSE])
    return search.draft.apply("discharge", [absurd], [limit])
