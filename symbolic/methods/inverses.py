"""Inverse matrices: of diagonal ones as diagonal ones, of others by what it means that they are invertible."""

from __future__ import annotations

from collections.abc import Iterator

from symbolic.kernel import Rejected
from symbolic.methods.algebra import Algebra
from symbolic.methods.cases import Cases
from symbolic.methods.entries import Entrywise, known_shape
from symbolic.methods.instances import Instances, with_facts
from symbolic.methods.search import Failed, Goal, Method, Search
from symbolic.methods.structure import Given, Structure
from symbolic.terms import (
    MATRIX,
    ONE,
    Bound,
    IllFormed,
    Lambda,
    Node,
    Term,
    div,
    entries,
    entry,
    eq,
    identity,
    matmul,
    matrix,
    sort_of,
    subterms,
)

_PLAIN = (Given(), Structure(), Entrywise(), Algebra(), Instances(), Cases())


class Inverses(Method):
    """The goal with what is known of the inverses in it and in what is assumed."""

    def attempt(self, goal: Goal, search: Search) -> int:
        return with_facts(list(_known(goal, search)), goal, search)


def _known(goal: Goal, search: Search) -> Iterator[int]:
    parts = dict.fromkeys(part for formula in (goal.conclusion, *goal.context) for part in subterms(formula))
    for part in parts:
        if isinstance(part, Node) and part.op == "inverse" and _closed(part):
            try:
                yield from _about(part, list(parts), goal, search)
            except (Failed, Rejected):
                continue


def _about(inverse: Node, parts: list[Term], goal: Goal, search: Search) -> Iterator[int]:
    (array,) = inverse.args
    match array:
        case Node(op="diag", args=(vector,)):
            yield _of_diagonal(array, vector, goal, search)
            return
    invertible = search.prove_aside(goal.wanting(Node("invertible", array)), (Given(),))
    unit = identity(known_shape(array)[0])
    yield search.draft.apply("cancel", [invertible], [eq(matmul(inverse, array), unit)])
    right = search.draft.apply("cancel", [invertible], [eq(matmul(array, inverse), unit)])
    yield right
    for part in parts:
        match part:
            case Node(op="matmul", args=(first, beside)) if first == inverse and _closed(beside):
                yield _cancelled(right, array, part, goal, search)


def _of_diagonal(array: Term, vector: Term, goal: Goal, search: Search) -> int:
    """diag(v)^-1 = diag(1/v), where every v(i) is known not to be 0."""
    rows = known_shape(array)[0]
    reciprocals = Node("diag", matrix(rows, ONE, entries(div(ONE, entry(vector, Bound(1), ONE)))))
    product = search.prove_aside(goal.wanting(eq(matmul(array, reciprocals), identity(rows))), _PLAIN)
    return search.draft.apply("inverse", [product], [eq(Node("inverse", array), reciprocals)])


def _cancelled(right: int, array: Term, beside: Node, goal: Goal, search: Search) -> int:
    """A (A^-1 C) = C from A A^-1 = I."""
    _, factor = beside.args
    product, unit = search.draft.sides(right)
    both = search.draft.apply("reflexive", (), [matmul(product, factor)])
    hole = Lambda(MATRIX, eq(matmul(product, factor), matmul(Bound(0), factor)))
    multiplied = search.draft.apply("replace", [right, both], [hole])
    associated = search.prove_aside(goal.wanting(eq(matmul(array, beside), matmul(product, factor))), _PLAIN)
    alone = search.prove_aside(goal.wanting(eq(matmul(unit, factor), factor)), _PLAIN)
    step = associated
    for equation in (multiplied, alone):
        step = search.draft.apply("replace", [equation, step], [Lambda(MATRIX, eq(matmul(array, beside), Bound(0)))])
    return step


def _closed(term: Term) -> bool:
    """Whether a part of a formula stands below no binder that it speaks of."""
    try:
        sort_of(term)
    except IllFormed:
        return False
    return True
