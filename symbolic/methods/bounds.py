"""Upper bounds of operator norms, from how a matrix is made: of products, sums, multiples and diagonals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from symbolic.kernel import Rejected
from symbolic.methods.algebra import Algebra
from symbolic.methods.entries import Entrywise, known_shape
from symbolic.methods.equations import about
from symbolic.methods.norms import arbitrary, homogeneous, least, submultiplicative, triangle
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol, is_closed
from symbolic.methods.structure import Structure
from symbolic.terms import (
    MATRIX,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Term,
    absolute,
    add,
    entries,
    entry,
    eq,
    is_array,
    le,
    matmul,
    matrix,
    mul,
    named_matrix,
    norm,
    replace,
    sequence_sort,
    sub,
    subterms,
)

ENTRIES: Final = sequence_sort(1, 2)


def bounded(array: Term, goal: Goal, search: Search) -> int:
    """A step ``||array|| <= c``, where c holds only norms of what nothing is known of; 1 for I, and 0 for 0."""
    known = _known(array, goal, search)
    if known is not None:
        return known
    match array:
        case Node(op="matmul", args=(left, right)):
            return _of_product(left, right, goal, search)
        case Node(op="add" | "sub", args=(_, _)):
            return _of_sum(array, goal, search)
        case Node(op="mul", args=(factor, inner)) if is_array(inner) and not is_array(factor):
            return _of_multiple(array, factor, inner, goal, search)
    if isinstance(array, Node) and array.op == "diag":
        return _of_diagonal(array, goal, search)
    for bound in (ZERO, ONE):
        try:
            return least(array, bound, arbitrary(array), [], search)
        except Rejected:
            continue
    return search.draft.apply("order", (), [le(norm(array), norm(array))])


def _of_diagonal(array: Term, goal: Goal, search: Search) -> int:
    """||diag(v)|| <= c, where all values of a function are assumed to be at most c in size, and the goal has no norm
    of that diagonal for its own.
    """
    itself = search.draft.apply("order", (), [le(norm(array), norm(array))])
    if norm(array) in subterms(goal.conclusion):
        return itself
    scalars = tuple(formula for formula in goal.context if not any(map(is_array, subterms(formula))))
    extremal = [method for method in search.methods if method.name == "extremal"]
    for bound in dict.fromkeys(_sizes(goal.context)):
        try:
            return search.prove_aside(Goal(le(norm(array), bound), scalars), extremal)
        except Failed:
            continue
    return itself


def _sizes(context: Sequence[Term]) -> Iterator[Term]:
    """What absolute values are assumed to be at most, everywhere."""
    for formula in context:
        while isinstance(formula, Node) and formula.op in ("forall", "implies"):
            formula = formula.args[-1].body if isinstance(formula.args[-1], Lambda) else formula.args[-1]
        match formula:
            case Node(op="le", args=(Node(op="abs"), bound)) if is_closed(bound):
                yield bound


def _known(array: Term, goal: Goal, search: Search) -> int | None:
    """What is assumed or was shown of the norm; else the bound of another matrix that it is assumed or shown to be."""
    draft = search.draft
    for step in about(norm(array), goal, search):
        match draft.conclusion(step):
            case Node(op="le", args=(low, _)) if low == norm(array):
                return step
            case Node(op="eq", args=(low, _)) if low == norm(array):
                return draft.both_ways(step)[0]
    for step in about(array, goal, search):
        match draft.conclusion(step):
            case Node(op="eq", args=(left, right)) if left == array:
                other = bounded(right, goal, search)
                hole = Lambda(MATRIX, le(norm(Bound(0)), draft.sides(other)[1]))
                return draft.apply("replace", [draft.flipped(step), other], [hole])
    return None


def _of_product(left: Term, right: Term, goal: Goal, search: Search) -> int:
    """||PQ|| <= p q from ||P|| <= p and ||Q|| <= q"""
    draft = search.draft
    step = _of_any((left, right), partial(submultiplicative, search=search), search)
    first, second = bounded(left, goal, search), bounded(right, goal, search)
    (one, p), (other, q) = draft.sides(first), draft.sides(second)
    wider = draft.apply("order", [first], [le(ZERO, mul(sub(p, one), other))])
    higher = draft.apply("order", [first, second], [le(ZERO, mul(p, sub(q, other)))])
    return draft.apply("order", [step, wider, higher], [le(norm(matmul(left, right)), mul(p, q))])


def _of_sum(array: Node, goal: Goal, search: Search) -> int:
    """||P + Q|| <= p + q from ||P|| <= p and ||Q|| <= q"""
    draft, (left, right) = search.draft, array.args
    step = _of_any((left, right), partial(triangle, array.op, search=search), search)
    first, second = bounded(left, goal, search), bounded(right, goal, search)
    total = add(draft.sides(first)[1], draft.sides(second)[1])
    return draft.apply("order", [step, first, second], [le(norm(array), total)])


def _of_multiple(array: Term, factor: Term, inner: Term, goal: Goal, search: Search) -> int:
    """||c P|| <= |c| p from ||P|| <= p"""
    draft = search.draft
    step = homogeneous(array, factor, inner, search)
    bound = bounded(inner, goal, search)
    low, high = draft.sides(bound)
    wider = draft.apply("order", [bound], [le(ZERO, mul(absolute(factor), sub(high, low)))])
    return draft.apply("order", [step, wider], [le(norm(array), mul(absolute(factor), high))])


def _of_any(arrays: Sequence[Term], prove: Callable[..., int], search: Search) -> int:
    """For ``arrays`` what ``prove`` shows of any matrices of their shapes: written out, these here are sums of sums."""
    draft = search.draft
    names = [fresh_symbol("M", ENTRIES) for _ in arrays]
    step = prove(*(named_matrix(name, *known_shape(array)) for name, array in zip(names, arrays, strict=True)))
    for name in reversed(names):
        step = draft.apply("generalise", [step], [name])
    for array in arrays:
        step = draft.apply("instance", [step], [_entries_of(array)])
    for array in arrays:
        written = matrix(*known_shape(array), _entries_of(array))
        same = search.prove(Goal(eq(written, array), ()), (Structure(), Entrywise(), Algebra()))
        hole = Lambda(MATRIX, replace(draft.conclusion(step), written, Bound(0)))
        step = draft.apply("replace", [same, step], [hole])
    return step


def _entries_of(array: Term) -> Lambda:
    return entries(entry(array, Bound(1), Bound(0)))
