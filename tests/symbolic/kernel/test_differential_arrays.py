"""Normal forms of entries, traces and products of matrices against brute force, at small sizes, 0 and below too."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from symbolic.kernel.normal import facts as facts_module
from symbolic.kernel.normal.reading import facts_from, vanishes
from symbolic.terms import (
    FORMULA,
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    entry,
    eq,
    instantiate,
    mul,
    neg,
    sort_of,
    sub,
    substitute,
)
from tests.symbolic.kernel.brute import Values, array, value
from tests.symbolic.kernel.brute_polynomials import value_of
from tests.symbolic.kernel.generation import points
from tests.symbolic.kernel.generation_arrays import SIZES, W, f, i, j, n, point, scalar, some_facts
from tests.symbolic.kernel.generation_arrays import array as some_array
from tests.symbolic.kernel.laws_arrays import pair
from tests.symbolic.kernel.test_differential import defined, normal, picker

modest = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@pytest.fixture(autouse=True, scope="module")
def _base_two() -> Iterator[None]:
    """Brute force takes 2 for e here too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts_module, "enclosed_sign", lambda poly: 0)
        yield


def sampled(formulas: list[Term], data: st.DataObject) -> list[Values]:
    return points(formulas, Random(data.draw(st.integers(0, 10**6))), 8, 80, point)


@modest
@given(st.data())
def test_a_normal_form_has_the_value_of_its_term(data: st.DataObject) -> None:
    pick = picker(data)
    formulas, term = some_facts(pick), scalar(pick, 3)
    assert sort_of(term).name in ("real", "integer")
    poly = normal(term, ZERO, facts_from(formulas))
    for at in sampled(formulas, data):
        expected, found = defined(value, term, at), defined(value_of, poly, at)
        assert None in (expected, found) or expected == found, (term, formulas, at)


@modest
@given(st.data())
def test_laws_that_are_seen_to_hold_do_hold(data: st.DataObject) -> None:
    pick = picker(data)
    formulas, (left, right) = some_facts(pick), pair(pick)
    assert sort_of(eq(left, right)) == FORMULA
    facts = facts_from(formulas)
    assume(vanishes(normal(left, right, facts), facts))
    for at in sampled(formulas, data):
        one, other = defined(value, left, at), defined(value, right, at)
        assert None in (one, other) or one == other, (left, right, formulas, at)


@modest
@given(st.data())
def test_the_shape_of_a_matrix_is_that_of_its_table(data: st.DataObject) -> None:
    pick = picker(data)
    rows, columns = pick(SIZES), pick(SIZES)
    whole = some_array(pick, rows, columns, 3)
    assert sort_of(entry(whole, ONE, ONE)) == REAL
    for at in sampled([], data):
        table = defined(array, whole, at)
        if table is not None:
            assert [table.rows, table.columns] == [max(0, int(value(size, at))) for size in (rows, columns)]


SQUARE = Lambda(REAL, sub(mul(Bound(0), Bound(0)), ONE))  # not 0 at 0
TABLE = Lambda(INTEGER, Lambda(INTEGER, add(mul(Number(2), Bound(1)), neg(Bound(0)))))


@modest
@given(st.data())
def test_values_put_in_for_names_are_those_of_the_names(data: st.DataObject) -> None:
    """Of a function, which meets each entry of a matrix; of a family; of a place, which may be a row of the term."""
    term = scalar(picker(data), 3)
    closed = substitute(term, {f: SQUARE, W: TABLE, i: Number(2), n: Number(2)})
    assert sort_of(closed) in (REAL, INTEGER)
    for at in sampled([], data):
        given_names = {f: lambda x: x * x - 1, W: lambda row, column: 2 * row - column, i: 2, n: 2}
        found, expected = defined(value, closed, at), defined(value, term, {**at, **given_names})
        assert None in (found, expected) or found == expected, (term, at)


@modest
@given(st.data())
def test_a_bound_name_is_the_name(data: st.DataObject) -> None:
    term = scalar(picker(data), 3)
    body, by = abstract(term, i), Symbol("k", INTEGER)
    assert instantiate(body, i) == term
    for at in sampled([], data):
        place = value(add(j, n), at)
        found = defined(value, substitute(instantiate(body, by), {by: add(j, n)}), at)
        expected = defined(value, term, {**at, i: place})
        assert None in (found, expected) or found == expected, (term, at)
