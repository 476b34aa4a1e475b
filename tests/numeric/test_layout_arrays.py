"""Definitions of vectors and matrices, as a whole and entry by entry, run forward."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from numeric.arithmetics import Exact
from numeric.drafts import Draft, model_of
from numeric.errors import Undefined
from numeric.evaluate import evaluate
from numeric.heads import head_of
from numeric.layout import Layout, arrange
from numeric.models import complete_model
from numeric.sampling import Sampler
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    constant_matrix,
    entries,
    eq,
    forall,
    implies,
    le,
    matmul,
    matrix,
    mul,
    named_matrix,
    sequence_sort,
    sort_of,
    summation,
    transpose,
)

n, t, i, j = (Symbol(name, INTEGER) for name in "ntij")
h, S = Symbol("h", sequence_sort(0, 2)), Symbol("S", sequence_sort(0, 3))
A, H, b = Symbol("A", sequence_sort(1, 2)), Symbol("H", sequence_sort(1, 2)), Symbol("b", sequence_sort(1))
SQUARE = named_matrix(A, n, n)
AFTER = add(t, ONE)
TWO = Number(2)


def vector(time: Term) -> Term:
    return named_matrix(h, n, ONE, time)


def always(relation: Term) -> Term:
    return forall(abstract(implies(le(ZERO, t), relation), t))


def within(relation: Term, *places: Symbol) -> Term:
    for place in places:
        relation = forall(abstract(implies(le(ONE, place), implies(le(place, n), relation)), place))
    return relation


def layout(*assumptions: Term) -> Layout:
    goal = eq(add(apply(h, t, ONE), apply(A, ONE, ONE), apply(H, ONE, ONE)), ZERO)
    return arrange(Claim("a/b/c", "", "", (le(ONE, n),), assumptions, (), goal))


def draft(found: Layout, **scalars: int) -> Draft:
    """The simplest draft, but with A = 1 2, 3 4, with first elements 5 6, and with what is said of numbers."""
    simplest = next(Sampler(found).simplest()) or {}
    chosen = {(A, number): Fraction(value) for number, value in enumerate((1, 2, 3, 4, 0, 0, 0, 0, 0))}
    first = {(Symbol("h(0)", sequence_sort(1)), number): Fraction(value) for number, value in enumerate((4, 1, 0, 0))}
    settings: Mapping[object, Fraction] = {
        **chosen,
        **first,
        **{(Symbol(name, INTEGER), 0): Fraction(value) for name, value in scalars.items()},
    }
    return {knob: settings.get(knob, value) for knob, value in simplest.items()}


def value(term: Term, found: Layout, **scalars: int) -> object:
    return evaluate(term, model_of(draft(found, **scalars), found), Exact(), found)


WHOLE = always(eq(vector(AFTER), matmul(SQUARE, vector(t))))
ENTRY = add(summation(ONE, n, abstract(mul(apply(A, i, j), apply(h, t, j)), j)))
BY_ENTRIES = always(within(eq(apply(h, AFTER, i), ENTRY), i))


@pytest.mark.parametrize("recurrence", [WHOLE, BY_ENTRIES])
def test_recurrences_of_vectors_leave_the_first_one_open(recurrence: Term) -> None:
    found = layout(recurrence)
    assert found.initial == ((h, 0),)
    assert found.free == (A, H, n, t)
    assert found.tests == (le(ONE, n),)
    assert [value(apply(h, ONE, Number(row)), found, n=2) for row in (1, 2)] == [17, 39]
    assert value(apply(h, Number(3), ONE), found, n=2) == 17 * 7 + 39 * 10
    assert value(apply(h, Number(3), ONE), found, n=1) == 5


@pytest.mark.parametrize("recurrence", [WHOLE, BY_ENTRIES])
@pytest.mark.parametrize("row", [0, 3])
def test_vectors_have_no_entries_outside_their_shape(recurrence: Term, row: int) -> None:
    with pytest.raises(Undefined):
        value(apply(h, ONE, Number(row)), layout(recurrence), n=2)


@pytest.mark.parametrize("recurrence", [WHOLE, BY_ENTRIES])
@pytest.mark.parametrize(
    "base",
    [
        eq(vector(ZERO), constant_matrix(n, ONE, ONE)),
        eq(constant_matrix(n, ONE, ONE), vector(ZERO)),
        within(eq(apply(h, ZERO, i), ONE), i),
        forall(abstract(eq(apply(h, ZERO, i), ONE), i)),
    ],
)
def test_bases_of_vectors(base: Term, recurrence: Term) -> None:
    found = layout(recurrence, base)
    assert found.initial == ()
    assert list(found.bases) == [(h, 0)]
    assert [value(apply(h, ONE, Number(row)), found, n=2) for row in (1, 2)] == [3, 7]


def test_a_base_holds_only_where_its_guard_does() -> None:
    found = layout(BY_ENTRIES, within(eq(apply(h, ZERO, i), ONE), i))
    with pytest.raises(Undefined):
        value(apply(h, ZERO, Number(3)), found, n=2)


def test_recurrences_of_matrices() -> None:
    whole = named_matrix(S, n, n, t)
    found = layout(
        always(eq(named_matrix(S, n, n, AFTER), matmul(whole, SQUARE))), eq(named_matrix(S, n, n, ZERO), SQUARE)
    )
    assert value(apply(S, ONE, TWO, ONE), found, n=2) == 15


def test_matrices_that_equations_define_as_a_whole() -> None:
    squared = eq(named_matrix(H, n, n), matmul(SQUARE, SQUARE))
    found = layout(squared)
    assert found.equated == {H: matmul(SQUARE, SQUARE)}
    assert value(apply(H, TWO, ONE), found, n=2) == 15
    with pytest.raises(Undefined):
        value(apply(H, TWO, ONE), found, n=1)


def test_a_matrix_defined_by_itself_is_left_to_the_tests() -> None:
    symmetric = eq(SQUARE, transpose(SQUARE))
    found = layout(symmetric)
    assert found.equated == {}
    assert symmetric in found.tests


def test_matrices_that_are_defined_by_entries() -> None:
    found = layout(within(eq(apply(H, i, j), add(apply(A, j, i), i)), j, i))
    assert value(apply(H, ONE, TWO), found, n=2) == 4
    with pytest.raises(Undefined):
        value(apply(H, ONE, TWO), found, n=1)


def test_shapes_tell_which_integers_are_sizes() -> None:
    assert layout(WHOLE).sizes == {n}
    slot = next(slot for slot in Sampler(layout(WHOLE)).slots if slot.symbol == n)
    assert slot.candidates == ((Fraction(1),), (Fraction(2),), (Fraction(3),))


def test_models_say_what_the_first_vector_is() -> None:
    found = layout(WHOLE)
    (first,) = model_of(draft(found, n=2), found).definitions
    assert sort_of(first).name == "formula"
    assert first == eq(named_matrix(h, TWO, ONE, ZERO), matrix(TWO, ONE, entries(add(Number(4), Bound(1)))))


def test_complete_models_hold_the_entries_of_what_equations_define() -> None:
    found = layout(eq(named_matrix(H, n, n), matmul(SQUARE, SQUARE)))
    model = complete_model(draft(found, n=2), found)
    assert evaluate(apply(H, TWO, ONE), model, Exact()) == 15
    assert evaluate(apply(H, Number(3), ONE), model, Exact()) == 0
    assert evaluate(apply(H, TWO, ONE), model, Exact(), found) == 15


@pytest.mark.parametrize(
    "side",
    [
        matrix(n, n, entries(apply(A, Bound(0), Bound(1)))),
        matrix(n, n, entries(apply(A, Bound(1), Bound(1)))),
        matrix(n, n, entries(apply(b, Bound(1)))),
        matrix(n, n, entries(apply(h, Bound(0), Bound(1)))),
        transpose(SQUARE),
        Node("add", SQUARE, SQUARE),
        n,
    ],
)
def test_what_does_not_name_each_entry_once_defines_no_matrix(side: Term) -> None:
    assert head_of(side) is None


@pytest.mark.parametrize("by_rows", [True, False])
@pytest.mark.parametrize(("size", "accepted"), [(t, True), (add(t, ONE), False)])
def test_elements_in_a_matrix_have_to_come_earlier(by_rows: bool, size: Term, accepted: bool) -> None:
    v = Symbol("v", sequence_sort())
    earlier = (
        matrix(size, ONE, entries(apply(v, Bound(1)))) if by_rows else matrix(ONE, size, entries(apply(v, Bound(0))))
    )
    found = layout(always(eq(apply(v, AFTER), Node("dot", earlier, earlier))))
    assert (v in found.schemas) is accepted
    if accepted:
        scalars = {(v, 0): Fraction(3)}
        model = model_of({**draft(found), **scalars}, found)
        assert evaluate(apply(v, TWO), model, Exact(), found) == 0
