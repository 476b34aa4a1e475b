"""That a function is outside a class: along a ray of sizes any constant would bound N, which is not bounded.

`ray` finds the sizes and `Outgrowing` shows that N is bounded; here the definition is taken apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from symbolic.kernel.rules.classes import bounded
from symbolic.methods.costs import Problem, at_fresh_sizes, problem, turned, upper
from symbolic.methods.outgrowing import Outgrowing, Ray, ray
from symbolic.methods.search import Failed, Search, fresh_symbol
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    Bound,
    Compared,
    Lambda,
    Node,
    Symbol,
    Term,
    compared,
    hints,
    le,
    negation,
    substitute,
)
from symbolic.terms.text import show

SHOWN: Final = (10, 100, 1000)


def outside(formula: Node, search: Search) -> int:
    """That the formula is false."""
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
    draft, posed = search.draft, problem(at_fresh_sizes(formula))
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
    search.show(f"along {_described(formula, posed, found)}", step)
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
    parts = _substituted(formula, sizes)
    for guard in parts.regime:
        within = draft.apply("order", [writing.start, *writing.ladder], [guard])
        step = draft.apply("detach", [step, within])
    return parts, step


def _substituted(formula: Node, sizes: Sequence[Term]) -> Compared:
    """The parts of ``formula`` with terms for its sizes."""
    names = [fresh_symbol("n", INTEGER) for _ in sizes]
    parts = compared(formula, names)
    values = dict(zip(names, sizes, strict=True))
    function, other, *regime = (substitute(part, values) for part in (parts.function, parts.other, *parts.regime))
    return Compared(parts.sizes, function, other, tuple(regime))


def _described(formula: Node, posed: Problem, found: Ray) -> str:
    """The ray, and three numbers that show what it is about: ``n = N^2, d = N, ratio 10, 100, 1000 at N = ...``."""
    values = found.at(Symbol("N", INTEGER))
    sizes = ", ".join(f"{hint} = {show(value)}" for hint, value in zip(hints(formula), values, strict=True))
    ratios = ", ".join(_rounded(found.ratio(posed, number)) for number in SHOWN)
    return f"{sizes}, ratio {ratios} at N = {', '.join(map(str, SHOWN))}"


def _rounded(ratio: Fraction | None) -> str:
    """For readers; no float, which steep rays are too large for."""
    return "∞" if ratio is None else f"{Decimal(ratio.numerator) / ratio.denominator:.4g}"
