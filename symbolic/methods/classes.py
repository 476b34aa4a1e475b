"""O, Omega and Theta of polynomials in sizes, decided: bounds for all monomials, or a ray that no constant survives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from symbolic.kernel.rules.classes import bounded, definition
from symbolic.methods.bounding import Bounding
from symbolic.methods.costs import Problem, problem
from symbolic.methods.outgrowing import Outgrowing, Ray, ray
from symbolic.methods.scaling import Scaling, fixed_symbols
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol
from symbolic.terms import (
    CLASSES,
    FALSE,
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Compared,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    compared,
    hints,
    implies,
    le,
    mul,
    negation,
    substitute,
)
from symbolic.terms.text import show

SHOWN: Final = (10, 100, 1000)


class Classes(Method):
    """f = O(g), Omega(g) and Theta(g), and that they are not."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(op=op) as formula if op in CLASSES:
                return _inside(formula, goal.context, search)
            case Node(op="implies", args=(Node(op=op) as denied, consequence)) if (
                op in CLASSES and consequence == FALSE
            ):
                return _outside(denied, search)
        raise Failed("nothing about a class")


def turned(formula: Node) -> Node:
    """g = O(f), for a formula about f and g."""
    function, other, *regime = formula.args
    return Node("big_o", other, function, *regime)


def upper(formula: Node) -> Node:
    """f = O(g), for a formula about f and g."""
    return Node("big_o", *formula.args)


# -- in a class ---------------------------------------------------------------------------------------


def _inside(formula: Node, context: Sequence[Term], search: Search) -> int:
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
    draft, parts = search.draft, _at_fresh_sizes(formula)
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


def _at_fresh_sizes(formula: Node) -> Compared:
    return compared(formula, [fresh_symbol(hint, INTEGER) for hint in hints(formula)])


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
    for guard in reversed(parts.regime):
        step = draft.apply("discharge", [step], [guard])
    for size in reversed(parts.sizes):
        step = draft.apply("generalise", [draft.apply("discharge", [step], [le(ONE, size)])], [size])
    return step


# -- outside a class ----------------------------------------------------------------------------------


def _outside(formula: Node, search: Search) -> int:
    draft = search.draft
    if formula.op == "big_o":
        return _unbounded(formula, search)
    assumed = draft.apply("by definition", [draft.assume(formula)])
    if formula.op == "big_omega":
        absurd = draft.apply("detach", [_unbounded(turned(formula), search), assumed])
    else:
        absurd = draft.apply("detach", [assumed, _one_side_fails(formula, search)])
    return draft.apply("discharge", [absurd], [formula])


def _one_side_fails(formula: Node, search: Search) -> int:
    """f = O(g) => not g = O(f), since one of the two is wrong."""
    draft, above, below = search.draft, upper(formula), turned(formula)
    try:
        wrong = _unbounded(above, search)
    except Failed:
        return draft.apply("discharge", [_unbounded(below, search)], [above])
    absurd = draft.apply("absurdity", [draft.assume(above), wrong], [negation(below)])
    return draft.apply("discharge", [absurd], [above])


def _unbounded(formula: Node, search: Search) -> int:
    """not f = O(g), by a ray along which any constant would bound N."""
    draft, posed = search.draft, problem(_at_fresh_sizes(formula))
    found = ray(posed)
    constant = fresh_symbol("C", REAL)
    supposed = bounded(formula, constant)
    none = draft.apply("discharge", [_number_is_bounded(formula, posed, found, constant, supposed, search)], [supposed])
    every = draft.apply("generalise", [none], [constant])
    there_is = draft.apply("by definition", [draft.assume(formula)])
    return draft.apply("discharge", [draft.apply("detach", [there_is, every])], [formula])


def _number_is_bounded(
    formula: Node, posed: Problem, found: Ray, constant: Term, supposed: Term, search: Search
) -> int:
    """A contradiction, from ``supposed``: that the constant serves for all sizes."""
    draft, number = search.draft, fresh_symbol("N", INTEGER)
    writing = Outgrowing(posed, found, number, search)
    parts, step = _along(formula, found, number, draft.assume(supposed), writing)
    step = writing.bounded(step, parts.function, parts.other, constant)
    search.show(f"along {described(formula, posed, found)}", step)
    every = draft.apply("generalise", [draft.apply("discharge", [step], [le(ONE, number)])], [number])
    itself = Lambda(INTEGER, Bound(0), "N")
    bounded_number = draft.apply("bounded", [every], [itself, writing.bound(constant), ONE])
    return draft.apply("detach", [bounded_number, draft.apply("index growth")])


def _along(formula: Node, found: Ray, number: Term, supposed: int, writing: Outgrowing) -> tuple[Compared, int]:
    """Both functions along the ray, and the step that the constant serves there."""
    draft, sizes, step = writing.draft, found.at(number), supposed
    for size in sizes:
        least = draft.apply("order", [writing.start, *writing.ladder], [le(ONE, size)])
        step = draft.apply("detach", [draft.apply("instance", [step], [size]), least])
    parts = substituted(formula, sizes)
    for guard in parts.regime:
        within = draft.apply("order", [writing.start, *writing.ladder], [guard])
        step = draft.apply("detach", [step, within])
    return parts, step


def substituted(formula: Node, sizes: Sequence[Term]) -> Compared:
    """The parts of ``formula`` with terms for its sizes."""
    names = [fresh_symbol("n", INTEGER) for _ in sizes]
    parts = compared(formula, names)
    values = dict(zip(names, sizes, strict=True))
    function, other, *regime = (substitute(part, values) for part in (parts.function, parts.other, *parts.regime))
    return Compared(parts.sizes, function, other, tuple(regime))


def described(formula: Node, posed: Problem, found: Ray) -> str:
    """The ray, and three numbers that show what it is about: ``n = N^2, d = N, ratio 10, 100, 1000 at N = ...``."""
    values = found.at(Symbol("N", INTEGER))
    sizes = ", ".join(f"{hint} = {show(value)}" for hint, value in zip(hints(formula), values, strict=True))
    ratios = ", ".join(f"{float(found.ratio(posed, number)):.4g}" for number in SHOWN)
    return f"{sizes}, ratio {ratios} at N = {', '.join(map(str, SHOWN))}"
