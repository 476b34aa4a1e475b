"""What norms, largest eigenvalues and greatest values say: of vectors, and of elements at places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from symbolic.kernel import Rejected
from symbolic.methods.algebra import Algebra
from symbolic.methods.combination import Combination
from symbolic.methods.instances import indices_of
from symbolic.methods.norms import inner_products, length_squared
from symbolic.methods.search import Failed, Goal, Search, is_closed
from symbolic.methods.structure import Given
from symbolic.terms import ONE, Bound, Node, Term, delta, entries, le, matrix, shape_of, subterms

EXTREMES: Final = ("norm", "eigenmax", "max")
ARITHMETIC: Final = (Given(), Algebra(), Combination())


def is_extreme(part: Term) -> bool:
    return isinstance(part, Node) and part.op in EXTREMES


def speaks_of_extremes(formula: Term) -> bool:
    return any(map(is_extreme, subterms(formula)))


def is_column(array: Term) -> bool:
    shape = shape_of(array)
    return shape is not None and shape[1] == ONE


def arrays_measured(term: Term) -> Iterator[Term]:
    """The matrices whose norms ``term`` speaks of."""
    for part in dict.fromkeys(subterms(term)):
        match part:
            case Node(op="norm", args=(array,)) if is_closed(part):
                yield array


def facts_of(goal: Goal, search: Search) -> Iterator[int]:
    """Values at unit vectors, and elements of greatest values at the goal's places."""
    for part in dict.fromkeys(subterms(goal.conclusion)):
        if isinstance(part, Node) and is_closed(part):
            yield from (found for found in _about(part, goal, search) if found is not None)


def _about(part: Node, goal: Goal, search: Search) -> Iterator[int | None]:
    draft = search.draft
    if part.op == "max":
        yield from (_element(part, place, goal, search) for place in indices_of(goal.conclusion))
    if part.op == "dot" and is_column(part.args[0]) and part.args[0] != part.args[1]:
        yield from inner_products(part.args[0], part.args[1], search)
    if part.op not in ("norm", "eigenmax"):
        return
    (array,) = part.args
    if is_column(array):
        yield length_squared(array, search)
    for vector in (*_vectors(array, goal), *_unit_vectors(array, goal)):
        rule = "norm bound" if part.op == "norm" else "eigenvalue bound"
        try:
            yield draft.apply(rule, (), [array, vector])
        except (Rejected, ValueError):
            continue


def _element(whole: Node, place: Term, goal: Goal, search: Search) -> int | None:
    """f(k) <= max f, for an index k in the range."""
    lower, upper, _ = whole.args
    try:
        ends = [search.prove_aside(goal.wanting(end), (Algebra(),)) for end in (le(lower, place), le(place, upper))]
        return search.draft.apply("maximum bound", ends, [whole, place])
    except (Failed, Rejected):
        return None


def _vectors(array: Term, goal: Goal) -> Iterator[Term]:
    """The named columns of the goal that are as long as ``array`` has columns."""
    shape = shape_of(array)
    for part in dict.fromkeys(subterms(goal.conclusion)):
        if not isinstance(part, Node) or part.op != "matrix" or not is_closed(part) or not is_column(part):
            continue
        if shape is not None and part.args[0] == shape[1]:
            yield part


def _unit_vectors(array: Term, goal: Goal) -> Iterator[Term]:
    """The columns of the identity at the goal's places, and at the first one."""
    shape = shape_of(array)
    if shape is None:
        return
    for place in dict.fromkeys([*indices_of(goal.conclusion), ONE]):
        yield matrix(shape[1], ONE, entries(delta(Bound(1), place)))
