import pytest

from numeric.binders import body_of, closed_over, loose, opened
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    ZERO,
    Bound,
    Lambda,
    Symbol,
    add,
    apply,
    eq,
    forall,
    implies,
    le,
    random_sort,
    summation,
)

v = Symbol("v", random_sort(0))


def test_quantifiers_and_premises_are_stripped_in_any_order() -> None:
    step = eq(apply(v, Bound(1), Bound(0)), ZERO)
    found = opened(forall(Lambda(INTEGER, implies(le(ZERO, Bound(0)), forall(Lambda(OUTCOME, step))))))
    t, omega = found.variables
    assert (t.sort, omega.sort) == (INTEGER, OUTCOME)
    assert found.guards == (le(ZERO, t),)
    assert found.relation == eq(apply(v, t, omega), ZERO)


def test_closing_over_binds_the_first_variable_innermost() -> None:
    t, omega = Symbol("t", INTEGER), Symbol("omega", OUTCOME)
    assert closed_over(apply(v, t, omega), t, omega) == apply(v, Bound(0), Bound(1))
    total = summation(ZERO, t, Lambda(INTEGER, apply(v, Bound(0), omega)))
    assert closed_over(total, t, omega) == summation(ZERO, Bound(0), Lambda(INTEGER, apply(v, Bound(0), Bound(2))))


def test_loose_variables_are_counted_from_outside() -> None:
    assert loose(Lambda(INTEGER, add(Bound(0), Bound(1), Bound(3)))) == {0, 2}
    assert loose(Lambda(INTEGER, Bound(0))) == frozenset()


def test_bodies_are_those_of_binders() -> None:
    assert body_of(Lambda(INTEGER, ONE)) == ONE
    with pytest.raises(TypeError, match="expected a Lambda"):
        body_of(ONE)
