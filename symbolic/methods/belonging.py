"""That a function is in a class: one constant serves at all sizes, since each monomial is bounded.

`Bounding` and `Scaling` find the constant; here the definition is put around it.
"""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.kernel.rules.classes import bounded, definition
from symbolic.methods.bounding import Bounding
from symbolic.methods.costs import at_fresh_sizes, problem, turned, upper
from symbolic.methods.scaling import Scaling, fixed_symbols
from symbolic.methods.search import Search
from symbolic.terms import (
    ONE,
    ZERO,
    Compared,
    Node,
    Number,
    Term,
    implies,
    le,
    mul,
    negation,
)


def inside(formula: Node, context: Sequence[Term], search: Search) -> int:
    """The formula, from what is assumed in ``context``."""
    draft = search.draft
    if formula.op == "big_o":
        return _bounded(formula, context, search)
    if formula.op == "big_omega":
        return draft.apply("defined", [_bounded(turned(formula), context, search)], [formula])
    above, below = _bounded(upper(formula), context, search), _bounded(turned(formula), context, search)
    denied = implies(upper(formula), negation(turned(formula)))
    absurd = draft.apply("detach", [draft.apply("detach", [draft.assume(denied), above]), below])
    return draft.apply("defined", [draft.apply("discharge", [absurd], [denied])], [formula])


def _bounded(formula: Node, context: Sequence[Term], search: Search) -> int:
    """f = O(g), by a constant."""
    draft, parts = search.draft, at_fresh_sizes(formula)
    found = _by_fixed_symbols if fixed_symbols(parts) else _by_numbers
    constant, bounds, known = found(parts, context, search)
    step = _named(bounded(formula, constant), _for_all_sizes(parts, constant, bounds, known, search), search)
    search.show("one constant for all sizes", step)
    wanted = definition(formula)
    none = wanted.args[0] if isinstance(wanted, Node) else wanted
    denied = draft.apply("instance", [draft.assume(none)], [constant])
    absurd = draft.apply("discharge", [draft.apply("detach", [denied, step])], [none])
    return search.show("by definition", draft.apply("defined", [absurd], [formula]))


Bounds = tuple[Term, list[int], list[int]]
"""A constant C, steps from which f <= C g follows by addition, and that what both speak of is at least 1."""


def _by_numbers(parts: Compared, context: Sequence[Term], search: Search) -> Bounds:
    writing = Bounding(problem(parts), context, search.draft)
    found = writing.bounds()
    for bound in found.values():
        low, high = search.draft.sides(bound.step)
        if low != high:
            search.show("by a weighted geometric mean" if len(bound.bounds) > 1 else "sizes are at least 1", bound.step)
    steps = [*(bound.step for bound in found.values()), *writing.positive()]
    return Number(writing.constant(found)), steps, writing.sizes


def _by_fixed_symbols(parts: Compared, context: Sequence[Term], search: Search) -> Bounds:
    writing = Scaling(parts, context, search.draft)
    constant, steps = writing.bounded()
    return constant, steps, writing.every.sizes


def _named(wanted: Term, step: int, search: Search) -> int:
    """The same formula with the author's names for its sizes."""
    draft = search.draft
    return draft.apply("detach", [draft.apply("discharge", [draft.assume(wanted)], [wanted]), step])


def _for_all_sizes(parts: Compared, constant: Term, bounds: list[int], known: list[int], search: Search) -> int:
    """|f| <= C |g| at all sizes of the regime."""
    draft, (function, other) = search.draft, (parts.function, parts.other)
    signs = [draft.apply("order", known, [le(ZERO, side)]) for side in (function, other)]
    plain = draft.apply("order", bounds, [le(function, mul(constant, other))])
    step = draft.apply("order", [plain, *signs, *known], [le(Node("abs", function), mul(constant, Node("abs", other)))])
    return over_all_sizes(parts, step, search)


def over_all_sizes(parts: Compared, step: int, search: Search) -> int:
    """What ``step`` says of the sizes of ``parts``, from 1 on and within their regime, of all that there are."""
    draft = search.draft
    for guard in reversed(parts.regime):
        step = draft.apply("discharge", [step], [guard])
    for size in reversed(parts.sizes):
        step = draft.apply("generalise", [draft.apply("discharge", [step], [le(ONE, size)])], [size])
    return step
