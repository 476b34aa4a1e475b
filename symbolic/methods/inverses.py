"""Inverse matrices: of diagonal ones as diagonal ones, of others by what it means that they are invertible."""

from __future__ import annotations

from collections.abc import Iterator

from symbolic.kernel import Rejected
from symbolic.methods.algebra import Algebra
from symbolic.methods.cases import Cases
from symbolic.methods.concrete import inverted
from symbolic.methods.entries import Entrywise, known_shape
from symbolic.methods.enumeration import Enumeration
from symbolic.methods.instances import Instances, with_facts
from symbolic.methods.search import Failed, Goal, Method, Search, is_closed
from symbolic.methods.structure import Given, Structure
from symbolic.terms import (
    MATRIX,
    ONE,
    Bound,
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
    subterms,
)

_PLAIN = (Given(), Enumeration(), Structure(), Entrywise(), Algebra(), Instances(), Cases())


class Inverses(Method):
    """A^-1 = B from A B = I; any other goal with what is known of the inverses in it and in what is assumed."""

    def attempt(self, goal: Goal, search: Search) -> int:
        match goal.conclusion:
            case Node(op="eq", args=(Node(op="inverse", args=(array,)), other)):
                unit = identity(known_shape(array)[0])
                product = search.prove(goal.wanting(eq(matmul(array, other), unit)))
                return search.show("a right inverse", search.draft.apply("inverse", [product], [goal.conclusion]))
            case Node(op="invertible", args=(array,)):
                return search.draft.apply(
                    "inverse", [_product(array, inverted(array), goal, search)], [goal.conclusion]
                )
        # Of what is found about an inverse, which speaks of it as well, no more is found: that would have no end.
        others = [method for method in search.active if method is not self]
        return with_facts(list(_known(goal, search)), goal, search, others)


def _known(goal: Goal, search: Search) -> Iterator[int]:
    parts = dict.fromkeys(part for formula in (goal.conclusion, *goal.context) for part in subterms(formula))
    for part in parts:
        if isinstance(part, Node) and part.op == "inverse" and is_closed(part):
            try:
                yield from _about(part, list(parts), goal, search)
            except (Failed, Rejected):
                continue


def _about(inverse: Node, parts: list[Term], goal: Goal, search: Search) -> Iterator[int]:
    """What is known of an inverse: what it is, if it is diagonal, or how it cancels against what stands beside it."""
    (array,) = inverse.args
    try:
        found = _reciprocals(array) or inverted(array)
        yield search.draft.apply("inverse", [_product(array, found, goal, search)], [eq(inverse, found)])
        return
    except Failed:  # it has no plain form: what is left is what invertible means
        pass
    invertible = search.prove_aside(goal.wanting(Node("invertible", array)), (Given(),))
    unit = identity(known_shape(array)[0])
    right = search.draft.apply("cancel", [invertible], [eq(matmul(array, inverse), unit)])
    left = search.draft.apply("cancel", [invertible], [eq(matmul(inverse, array), unit)])
    yield from _beside(array, inverse, right, parts, goal, search)
    yield from _solved(array, left, goal, search)
    yield from (left, right)


def _reciprocals(array: Term) -> Term | None:
    """diag(1/v), for diag(v)."""
    match array:
        case Node(op="diag", args=(vector,)):
            rows = known_shape(array)[0]
            return Node("diag", matrix(rows, ONE, entries(div(ONE, entry(vector, Bound(1), ONE)))))
    return None


def _product(array: Term, other: Term, goal: Goal, search: Search) -> int:
    """The step that their product is I."""
    unit = identity(known_shape(array)[0])
    return search.prove_aside(goal.wanting(eq(matmul(array, other), unit)), _PLAIN)


def _beside(array: Term, inverse: Term, cancelled: int, parts: list[Term], goal: Goal, search: Search) -> Iterator[int]:
    """A (A^-1 C) = C, for each A^-1 C that occurs; of A^-1 A more is known."""
    for part in parts:
        match part:
            case Node(op="matmul", args=(first, factor)) if first == inverse and factor != array and is_closed(factor):
                yield _cancelled(matmul(array, part), cancelled, factor, goal, search)


def _solved(array: Term, cancelled: int, goal: Goal, search: Search) -> Iterator[int]:
    """C = A^-1 R, for each A C = R that is assumed."""
    inverse = Node("inverse", array)
    for formula in goal.context:
        match formula:
            case Node(op="eq", args=(Node(op="matmul", args=(first, factor)) as product, right)) if first == array:
                back = _cancelled(matmul(inverse, product), cancelled, factor, goal, search)
                hole = Lambda(MATRIX, eq(matmul(inverse, Bound(0)), factor))
                step = search.draft.apply("replace", [search.draft.assume(formula), back], [hole])
                itself = search.draft.apply("reflexive", (), [matmul(inverse, right)])
                yield search.draft.apply(
                    "replace", [step, itself], [Lambda(MATRIX, eq(Bound(0), matmul(inverse, right)))]
                )


def _cancelled(whole: Term, cancelled: int, factor: Term, goal: Goal, search: Search) -> int:
    """A (B C) = C from A B = I; ``whole`` is A (B C)."""
    product, unit = search.draft.sides(cancelled)
    itself = search.draft.apply("reflexive", (), [matmul(product, factor)])
    hole = Lambda(MATRIX, eq(matmul(product, factor), matmul(Bound(0), factor)))
    multiplied = search.draft.apply("replace", [cancelled, itself], [hole])
    step = search.prove_aside(goal.wanting(eq(whole, matmul(product, factor))), _PLAIN)
    alone = search.prove_aside(goal.wanting(eq(matmul(unit, factor), factor)), _PLAIN)
    for equation in (multiplied, alone):
        step = search.draft.apply("replace", [equation, step], [Lambda(MATRIX, eq(whole, Bound(0)))])
    return step
