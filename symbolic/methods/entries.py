"""Equations of matrices come down to their entries, and equations known of matrices are used entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from symbolic.kernel import Rejected
from symbolic.kernel.rules.arrays import every_entry
from symbolic.methods.draft import Draft
from symbolic.methods.expansion import written_out
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol
from symbolic.terms import (
    INTEGER,
    MATRIX,
    ONE,
    Bound,
    Lambda,
    Node,
    Number,
    Shape,
    Term,
    entry,
    eq,
    is_array,
    le,
    ne,
    shape_of,
)


class Entrywise(Method):
    """A = B from A[i, j] = B[i, j] for every place within the shape."""

    def attempt(self, goal: Goal, search: Search) -> int:
        if not _equates_arrays(goal.conclusion, "eq"):
            raise Failed("no equation of matrices")
        rows = len(search.outline)
        every = search.prove(goal.wanting(every_entry(goal.conclusion)), search.without_induction())
        return search.show("entry by entry", search.draft.apply("entrywise", [every], [goal.conclusion]), rows)


class Distinct(Method):
    """A != B, for matrices of given sizes, from an entry in which they differ."""

    def attempt(self, goal: Goal, search: Search) -> int:
        if not isinstance(goal.conclusion, Node) or not _equates_arrays(goal.conclusion, "ne"):
            raise Failed("no inequality of matrices")
        left, right = goal.conclusion.args
        for place in _places(known_shape(left)):
            try:
                differ = search.prove_aside(goal.wanting(ne(entry(left, *place), entry(right, *place))))
            except Failed:
                continue
            return search.show("they differ in an entry", _differing(goal.conclusion, place, differ, search.draft))
        raise Failed("no entry is known to differ")


def _differing(conclusion: Node, place: tuple[Term, Term], differ: int, draft: Draft) -> int:
    """A = B would make the entries equal, so A != B."""
    equal = eq(*conclusion.args)
    absurd = draft.apply("absurdity", [at_place(draft.assume(equal), place, draft), differ], [conclusion])
    return draft.apply("cases", [draft.apply("dichotomy", (), [equal]), absurd, draft.assume(conclusion)])


def _places(shape: Shape) -> Iterator[tuple[Term, Term]]:
    match shape:
        case Number(value=rows), Number(value=columns):
            for row in range(1, int(rows) + 1):
                yield from ((Number(row), Number(column)) for column in range(1, int(columns) + 1))


def by_entries(step: int, draft: Draft, facts: Sequence[int] = ()) -> int:
    """``step``, and what it says of the entries where it equates matrices, for all times and under all conditions.

    Entries are written out where ``facts`` place them within the shapes.  An equation of matrices brings such facts
    along; what it says of entries is found once in a draft.
    """
    if not _is_of_arrays(draft.conclusion(step)):
        return _by_entries(step, draft, facts)
    if step not in draft.of_entries:
        draft.of_entries[step] = _by_entries(step, draft, facts)
    return draft.of_entries[step]


def _is_of_arrays(formula: Term) -> bool:
    """Whether matrices are equated, for all values and under conditions."""
    match formula:
        case Node(op="forall", args=(Lambda(body=body),)) | Node(op="implies", args=(_, body)):
            return _is_of_arrays(body)
    return _equates_arrays(formula, "eq")


def _by_entries(step: int, draft: Draft, facts: Sequence[int]) -> int:
    match draft.conclusion(step):
        case Node(op="forall", args=(Lambda() as body,)):
            symbol = fresh_symbol(body.hint, body.sort)
            inner = draft.apply("instance", [step], [symbol])
            found = by_entries(inner, draft, facts)
            return step if found == inner else draft.apply("generalise", [found], [symbol])
        case Node(op="implies", args=(guard, _)):
            inner = draft.apply("detach", [step, draft.assume(guard)])
            found = by_entries(inner, draft, (*facts, draft.assume(guard)))
            return step if found == inner else draft.apply("discharge", [found], [guard])
        case Node(op="eq", args=(left, right)) if is_array(left):
            return _entries_equal(step, left, right, draft)
        case Node(op="eq"):
            return _written_out(step, draft, facts)
    return step


def _written_out(step: int, draft: Draft, facts: Sequence[int]) -> int:
    """An equation of numbers, with the entries of matrices in it written out."""
    wanted = eq(*map(written_out, draft.sides(step)))
    if wanted == draft.conclusion(step):
        return step
    try:
        return draft.apply("linear", [step, *facts], [wanted, ONE])
    except Rejected:
        return step


def _entries_equal(step: int, left: Term, right: Term, draft: Draft) -> int:
    shape = known_shape(left)
    row, column = fresh_symbol("i", INTEGER), fresh_symbol("j", INTEGER)
    places = (row,) if shape[1] == ONE else (row, column)
    ranges = [le(ONE, row), le(row, shape[0]), le(ONE, column), le(column, shape[1])][: 2 * len(places)]
    step = at_place(step, (row, ONE if shape[1] == ONE else column), draft)
    step = _written_out(step, draft, draft.assume_all(ranges))
    for place, ends in zip(reversed(places), (ranges[-2:], ranges[:2]), strict=False):
        for end in reversed(ends):
            step = draft.apply("discharge", [step], [end])
        step = draft.apply("generalise", [step], [place])
    return step


def at_place(step: int, place: tuple[Term, Term], draft: Draft) -> int:
    """From A = B to A[i, j] = B[i, j], wherever the place is."""
    left, _ = draft.sides(step)
    here = entry(left, *place)
    hole = Lambda(MATRIX, eq(here, entry(Bound(0), *place)))
    return draft.apply("replace", [step, draft.apply("reflexive", (), (here,))], [hole])


def known_shape(array: Term) -> Shape:
    shape = shape_of(array)
    if shape is None:
        raise Failed(f"a matrix of unknown shape: {array!r}")
    return shape


def _equates_arrays(formula: Term, op: str) -> bool:
    return isinstance(formula, Node) and formula.op == op and is_array(formula.args[0])
