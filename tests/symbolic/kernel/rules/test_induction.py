"""Induction from a start: base, step and start must be the ones that the conclusion speaks of."""

import pytest

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    IllFormed,
    Lambda,
    Number,
    add,
    apply,
    eq,
    forall,
    implies,
    le,
)
from tests.symbolic.kernel.building import conclude, given, m, n, t, v, x

ZEROES = Lambda(INTEGER, eq(apply(v, Bound(0)), ZERO), "t")
BASE = eq(apply(v, ONE), ZERO)


def stepping(start: object, further: int = 1) -> object:
    hypothesis, next_one = eq(apply(v, Bound(0)), ZERO), eq(apply(v, add(Bound(0), Number(further))), ZERO)
    return forall(Lambda(INTEGER, implies(le(start, Bound(0)), implies(hypothesis, next_one))))


def test_induction_from_its_start() -> None:
    result = conclude("induction", given(BASE, stepping(ONE)), ONE, ZEROES)
    assert result.conclusion == forall(Lambda(INTEGER, implies(le(ONE, Bound(0)), eq(apply(v, Bound(0)), ZERO))))
    assert result.hypotheses == {BASE, stepping(ONE)}


def test_induction_from_a_symbol() -> None:
    base = eq(apply(v, n), ZERO)
    assert conclude("induction", given(base, stepping(n)), n, ZEROES).conclusion.args[0].body.args[0] == le(n, Bound(0))


@pytest.mark.parametrize("start", [ZERO, Number(2), n])
def test_the_base_is_at_the_start(start: object) -> None:
    with pytest.raises(Rejected, match="the base is not"):
        conclude("induction", given(BASE, stepping(start)), start, ZEROES)


@pytest.mark.parametrize("start", [Number(2), n])
def test_the_step_covers_all_from_the_start(start: object) -> None:
    with pytest.raises(Rejected, match="the step is not"):
        conclude("induction", given(BASE, stepping(start)), ONE, ZEROES)


@pytest.mark.parametrize("further", [0, 2, -1])
def test_the_step_goes_by_one(further: int) -> None:
    with pytest.raises(Rejected, match="the step is not"):
        conclude("induction", given(BASE, stepping(ONE, further)), ONE, ZEROES)


def test_the_step_assumes_no_more_than_the_hypothesis() -> None:
    assuming = implies(le(ONE, Bound(0)), implies(le(Bound(0), m), stepping(ONE).args[0].body))
    stronger = forall(Lambda(INTEGER, assuming))
    with pytest.raises(Rejected, match="the step is not"):
        conclude("induction", given(BASE, stronger), ONE, ZEROES)


def test_a_step_for_one_time_only_is_no_step() -> None:
    """A step about a free t may rest on hypotheses about that t; only the quantifier keeps them out."""
    single = implies(le(ONE, t), implies(eq(apply(v, t), ZERO), eq(apply(v, add(t, ONE)), ZERO)))
    with pytest.raises(Rejected, match="the step is not"):
        conclude("induction", given(BASE, single), ONE, ZEROES)


def test_the_time_of_the_step_is_free_in_no_hypothesis() -> None:
    assumed = eq(apply(v, add(t, ONE)), ZERO)
    single = Sequent(frozenset([assumed]), implies(le(ONE, t), implies(eq(apply(v, t), ZERO), assumed)))
    with pytest.raises(Rejected, match="t is free in the hypothesis"):
        conclude("generalise", [single], t)


def test_a_missing_base() -> None:
    with pytest.raises(ValueError, match="unpack"):
        conclude("induction", given(stepping(ONE)), ONE, ZEROES)


def test_the_start_is_an_integer() -> None:
    with pytest.raises(Rejected, match="no integer"):
        conclude("induction", given(eq(apply(v, x), ZERO), stepping(x)), x, ZEROES)


def test_the_start_is_closed() -> None:
    with pytest.raises(IllFormed, match="bound variable"):
        conclude("induction", given(BASE, stepping(ONE)), Bound(0), ZEROES)


@pytest.mark.parametrize("formula", [Lambda(REAL, le(Bound(0), ONE)), BASE])
def test_induction_is_over_integers(formula: object) -> None:
    with pytest.raises(Rejected, match="integer hole"):
        conclude("induction", given(BASE, stepping(ONE)), ONE, formula)
