"""Reflexivity, and replacing equals by equals, also below binders, where nothing may be captured."""

import pytest

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Rejected
from symbolic.terms import INTEGER, ONE, REAL, ZERO, Bound, Lambda, add, apply, eq, le, lt, mul, ne, summation
from tests.symbolic.kernel.building import claim, conclude, g, given, n, step, sums_of, x, y


def test_reflexive() -> None:
    assert conclude("reflexive", [], sums_of(g, n)) == Sequent(frozenset(), eq(sums_of(g, n), sums_of(g, n)))


def test_reflexive_has_no_premises() -> None:
    with pytest.raises(ValueError, match="unpack"):
        conclude("reflexive", given(le(x, y)), x)


UNDER_A_SUM = Lambda(REAL, eq(summation(ONE, n, Lambda(INTEGER, mul(Bound(1), apply(g, Bound(0))))), ZERO))


def test_replacing_below_a_binder() -> None:
    before = eq(summation(ONE, n, Lambda(INTEGER, mul(x, apply(g, Bound(0))))), ZERO)
    after = eq(summation(ONE, n, Lambda(INTEGER, mul(add(y, ONE), apply(g, Bound(0))))), ZERO)
    result = conclude("replace", given(eq(x, add(y, ONE)), before), UNDER_A_SUM)
    assert result == Sequent(frozenset([eq(x, add(y, ONE)), before]), after)


@pytest.mark.parametrize("relation", [le(x, y), lt(x, y), ne(x, y)])
def test_only_equals_are_replaced(relation: object) -> None:
    with pytest.raises(Rejected, match="expected 'eq'"):
        conclude("replace", given(relation, le(x, ZERO)), Lambda(REAL, le(Bound(0), ZERO)))


def test_the_premise_is_the_filled_context() -> None:
    with pytest.raises(Rejected, match="filling the hole"):
        conclude("replace", given(eq(x, y), le(y, ZERO)), Lambda(REAL, le(Bound(0), ZERO)))


def test_equals_are_replaced_from_left_to_right_only() -> None:
    with pytest.raises(Rejected, match="filling the hole"):
        conclude("replace", given(eq(x, y), le(y, x)), Lambda(REAL, le(Bound(0), Bound(0))))


def test_a_context_has_a_hole() -> None:
    with pytest.raises(Rejected, match="formula with a hole"):
        conclude("replace", given(eq(x, y), le(x, ZERO)), le(x, ZERO))


def test_a_bound_variable_is_not_replaced_by_an_equal_of_a_free_one() -> None:
    """From x = y nothing follows for the index of a sum, whatever its name was."""
    formula = eq(summation(ONE, n, Lambda(INTEGER, Bound(0), "x")), ZERO)
    context = Lambda(REAL, eq(summation(ONE, n, Lambda(INTEGER, Bound(1))), ZERO))
    with pytest.raises(Rejected, match="filling the hole"):
        conclude("replace", given(eq(x, y), formula), context)


def test_a_real_does_not_become_an_index() -> None:
    """The rule computes; `check` rejects what comes out, since a sequence has no element at a real."""
    from_integer = given(eq(n, x), eq(apply(g, n), ZERO))
    result = conclude("replace", from_integer, Lambda(INTEGER, eq(apply(g, Bound(0)), ZERO)))
    assert result.conclusion == eq(apply(g, x), ZERO)
    assert step("replace", (), (), claim(result.conclusion).goal).conclusion.conclusion == result.conclusion
