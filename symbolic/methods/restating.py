"""A class from the same class of functions that are written otherwise: Theta(n d + d n) from what is known of 2 n d.

What is known need not be about polynomials, nor be true: the functions are compared, and nothing else is asked of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from symbolic.kernel import Rejected
from symbolic.kernel.rules.classes import bounded, definition
from symbolic.methods.belonging import over_all_sizes
from symbolic.methods.costs import at_fresh_sizes, turned, upper
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol
from symbolic.terms import CLASSES, FALSE, ONE, REAL, Node, Term, compared, depth, implies, le, mul, negation


def restated(formula: Node, goal: Goal, search: Search) -> int:
    """The formula, from one about the same class that is assumed, or was shown before."""
    for step, known in _known(formula, goal, search):
        try:
            return search.show("the same functions, written otherwise", _from(step, known, formula, search))
        except (Failed, Rejected):
            continue
    raise Failed("the class is not known of the same functions")


def _known(formula: Node, goal: Goal, search: Search) -> Iterator[tuple[int, Node]]:
    for step in (*goal.lemmas, *map(search.draft.assume, goal.context)):
        known = search.draft.conclusion(step)
        if isinstance(known, Node) and known.op == formula.op in CLASSES and depth(known) == depth(formula):
            yield step, known


def _from(step: int, known: Node, formula: Node, search: Search) -> int:
    """``formula``, from ``step``, which concludes ``known``."""
    draft = search.draft
    if formula.op == "big_o":
        return _bounded(step, known, formula, search)
    meant = draft.apply("by definition", [step])
    if formula.op == "big_omega":
        return draft.apply("defined", [_bounded(meant, turned(known), turned(formula), search)], [formula])
    above, below = (
        _bounded(draft.assume(one), one, other, search)
        for one, other in ((upper(known), upper(formula)), (turned(known), turned(formula)))
    )
    denied = implies(upper(formula), negation(turned(formula)))
    absurd = draft.apply("detach", [draft.apply("detach", [draft.assume(denied), above]), below])
    not_below = draft.apply("discharge", [absurd], [turned(known)])
    absurd = draft.apply("detach", [meant, draft.apply("discharge", [not_below], [upper(known)])])
    return draft.apply("defined", [draft.apply("discharge", [absurd], [denied])], [formula])


def _bounded(step: int, known: Node, formula: Node, search: Search) -> int:
    """f = O(g), from u = O(v): whatever constant there is for these, |u| <= C |v|, serves for those."""
    draft, constant = search.draft, fresh_symbol("C", REAL)
    supposed, meant = bounded(known, constant), definition(formula)
    none = meant.args[0] if isinstance(meant, Node) else FALSE
    serves = _for_all_sizes(draft.assume(supposed), known, formula, constant, search)
    absurd = draft.apply("detach", [draft.apply("instance", [draft.assume(none)], [constant]), serves])
    every = draft.apply("generalise", [draft.apply("discharge", [absurd], [supposed])], [constant])
    absurd = draft.apply("detach", [draft.apply("by definition", [step]), every])
    return draft.apply("defined", [draft.apply("discharge", [absurd], [none])], [formula])


def _for_all_sizes(step: int, known: Node, formula: Node, constant: Term, search: Search) -> int:
    """|f| <= C |g| at all sizes of the regime, from ``step``, which says that of ``known``."""
    draft, parts = search.draft, at_fresh_sizes(formula)
    facts = draft.assume_all([*(le(ONE, size) for size in parts.sizes), *parts.regime])
    for size, least in zip(parts.sizes, facts, strict=False):
        step = draft.apply("detach", [draft.apply("instance", [step], [size]), least])
    for guard in compared(known, parts.sizes).regime:
        step = draft.apply("detach", [step, draft.apply("order", facts, [guard])])
    wanted = le(Node("abs", parts.function), mul(constant, Node("abs", parts.other)))
    return over_all_sizes(parts, draft.apply("order", [step, *facts], [wanted]), search)
