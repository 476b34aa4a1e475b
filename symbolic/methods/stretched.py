"""Norms and largest eigenvalues are at least what a vector is stretched by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from symbolic.kernel import Rejected
from symbolic.methods.extremes import ARITHMETIC, is_extreme
from symbolic.methods.norms import TWO, square
from symbolic.methods.search import Failed, Goal, Search
from symbolic.terms import (
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Term,
    div,
    entries,
    entry,
    eq,
    le,
    lt,
    matrix,
    mul,
    power,
    shape_of,
    sub,
    subterms,
)

MOST_ROWS: Final = 3


def by_a_row(goal: Goal, conclusion: Node, search: Search) -> int:
    """b <= m, for an eigenvalue m or a norm, since a row of the matrix is stretched so much."""
    low, extreme = conclusion.args
    if conclusion.op != "le" or not isinstance(extreme, Node) or extreme.op not in ("norm", "eigenmax"):
        raise Failed("no norm or eigenvalue stands alone on the right")
    for vector in _own_vectors(extreme.args[0]):
        try:
            return at_least(low, extreme, vector, goal, search)
        except (Failed, Rejected):
            continue
    raise Failed("no row is stretched so much")


def at_least(low: Term, extreme: Node, vector: Term, goal: Goal, search: Search) -> int:
    """low <= a largest eigenvalue, or a norm, since ``vector`` is stretched so much."""
    if extreme.op == "eigenmax":
        return _stretched("eigenvalue bound", low, extreme, vector, goal, search)
    squared = _stretched("norm bound", power(low, TWO), power(extreme, TWO), vector, goal, search)
    return search.draft.apply("root order", [squared, search.draft.apply("order", (), [le(ZERO, extreme)])])


def _stretched(rule: str, low: Term, high: Term, vector: Term, goal: Goal, search: Search) -> int:
    """low <= high from low <x, x> <= <x, Sx> <= high <x, x> and 0 < <x, x>, or from <Ax, Ax> instead."""
    draft, length_of_it = search.draft, square(vector)
    array = next(part.args[0] for part in subterms(high) if isinstance(part, Node) and is_extreme(part))
    most = draft.apply(rule, (), [array, vector])
    least_of_it = search.prove_aside(goal.wanting(le(mul(low, length_of_it), draft.sides(most)[0])), ARITHMETIC)
    positive = search.prove_aside(goal.wanting(lt(ZERO, length_of_it)), ARITHMETIC)
    gap = sub(mul(high, length_of_it), mul(low, length_of_it))
    scaled = draft.apply("order", [most, least_of_it], [le(ZERO, gap)])
    divided = draft.apply("order", [scaled, positive], [le(ZERO, div(gap, length_of_it))])
    same = draft.apply("linear", [positive], [eq(div(gap, length_of_it), sub(high, low))])
    plain = draft.apply("replace", [same, divided], [Lambda(REAL, le(ZERO, Bound(0)))])
    return draft.apply("order", [plain], [le(low, high)])


def _own_vectors(array: Term) -> Iterator[Term]:
    """The rows of a matrix of few rows, each as a column: what it stretches most is often among them."""
    shape = shape_of(array)
    if shape is None or not isinstance(shape[0], Number) or shape[0].value > MOST_ROWS:
        return
    for row in range(1, int(shape[0].value) + 1):
        yield matrix(shape[1], ONE, entries(entry(array, Number(row), Bound(1))))
