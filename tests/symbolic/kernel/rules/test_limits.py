"""Limits of sequences: each rule derives its figure, and is rejected where a side condition is bent."""

import pytest

from symbolic.kernel.rule import Rejected, contrary
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Number,
    add,
    apply,
    div,
    either,
    eq,
    forall,
    grows,
    implies,
    le,
    limit_of,
    lt,
    mul,
    ne,
    negation,
    power,
    tends_to,
)  # fmt: skip
from tests.symbolic.kernel.building import TWO, conclude, given, u, v, x, y

F, G = Lambda(INTEGER, apply(u, Bound(0)), "T"), Lambda(INTEGER, apply(v, Bound(0)), "T")
POWERS = Lambda(INTEGER, power(x, Bound(0)), "T")


def eventually(low, high, start=ZERO):
    return forall(Lambda(INTEGER, implies(le(start, Bound(0)), le(low.body, high.body)), "T"))


def constant(value):
    return Lambda(INTEGER, value, "T")


def test_powers_of_a_number_between_minus_one_and_one_tend_to_zero():
    premises = given(lt(Number(-1), x), lt(x, ONE))
    assert conclude("geometric limit", premises, x).conclusion == tends_to(POWERS, ZERO)


@pytest.mark.parametrize("premises", [(le(Number(-1), x), lt(x, ONE)), (lt(Number(-1), x), le(x, ONE)),
                                      (lt(Number(-1), y), lt(y, ONE))])  # fmt: skip
def test_of_no_other_number(premises):
    with pytest.raises(Rejected, match="expected"):
        conclude("geometric limit", given(*premises), x)


def test_powers_of_a_number_above_one_grow():
    assert conclude("geometric growth", given(lt(ONE, x)), x).conclusion == grows(POWERS)
    with pytest.raises(Rejected, match="expected"):
        conclude("geometric growth", given(le(ONE, x)), x)


def test_the_index_grows_and_its_reciprocal_tends_to_zero():
    growing = conclude("index growth", [])
    found = conclude("limit of a reciprocal", [growing]).conclusion
    assert found == tends_to(Lambda(INTEGER, div(ONE, Bound(0))), ZERO)


def test_a_constant_with_a_loose_index_is_none():
    assert conclude("constant limit", [], x).conclusion == tends_to(constant(x), x)
    with pytest.raises(ValueError, match="bound variable"):
        conclude("constant limit", [], Bound(0))


def test_squeeze():
    premises = given(tends_to(constant(ZERO), ZERO), tends_to(G, ZERO), eventually(constant(ZERO), F), eventually(F, G))
    assert conclude("squeeze", premises, F, ZERO).conclusion == tends_to(F, ZERO)


@pytest.mark.parametrize(
    "premises",
    [
        (tends_to(constant(ZERO), ZERO), tends_to(G, ONE), eventually(constant(ZERO), F), eventually(F, G)),
        (tends_to(constant(ZERO), ZERO), tends_to(G, ZERO), eventually(F, constant(ZERO)), eventually(F, G)),
        (tends_to(constant(ZERO), ZERO), tends_to(G, ZERO), eventually(constant(ZERO), F), eventually(G, F)),
        (tends_to(constant(ZERO), ZERO), tends_to(G, ZERO), eventually(constant(ZERO), F), eventually(F, G, ONE)),
    ],
)
def test_a_squeeze_needs_one_limit_and_both_bounds_from_one_start_on(premises):
    with pytest.raises(Rejected, match=r"different values|expected the premise"):
        conclude("squeeze", given(*premises), F, ZERO)


def test_a_start_is_an_integer_without_the_index():
    premises = given(tends_to(F, x), tends_to(F, x), eventually(F, F, y), eventually(F, F, y))
    with pytest.raises(Rejected, match="no integer"):
        conclude("squeeze", premises, F, y)
    premises = given(tends_to(F, x), tends_to(F, x), eventually(F, F, Bound(0)), eventually(F, F, Bound(0)))
    with pytest.raises(ValueError, match="bound variable"):
        conclude("squeeze", premises, F, Bound(0))


@pytest.mark.parametrize("rule", ["limit of a sum", "limit of a product", "unique limit"])
def test_what_grows_tends_to_no_number(rule):
    with pytest.raises(Rejected, match="expected 'tends'"):
        conclude(rule, given(tends_to(F, x), grows(F)))


@pytest.mark.parametrize("premise", [tends_to(F, ZERO), negation(grows(F)), eq(limit_of(F), x)])
def test_what_does_not_grow_has_no_reciprocal_here_and_what_does_not_tend_no_value(premise):
    with pytest.raises(Rejected, match="expected 'grows'"):
        conclude("limit of a reciprocal", given(premise))
    with pytest.raises(Rejected, match="expected 'tends'"):
        conclude("value of a limit", given(negation(tends_to(F, x))))


def test_sums_products_and_quotients():
    both = given(tends_to(F, x), tends_to(G, y))
    for rule, made in (("limit of a sum", add), ("limit of a product", mul)):
        assert conclude(rule, both).conclusion == tends_to(Lambda(INTEGER, made(F.body, G.body)), made(x, y))
    assert conclude("limit of a quotient", [*both, *given(ne(y, ZERO))]).conclusion.args[1] == div(x, y)
    with pytest.raises(Rejected, match="expected"):
        conclude("limit of a quotient", [*both, *given(ne(x, ZERO))])


def test_a_limit_is_unique_and_is_the_value_of_the_limit():
    assert conclude("unique limit", given(tends_to(F, x), tends_to(F, y))).conclusion == eq(x, y)
    assert conclude("value of a limit", given(tends_to(F, x))).conclusion == eq(limit_of(F), x)
    with pytest.raises(Rejected, match="different sequences"):
        conclude("unique limit", given(tends_to(F, x), tends_to(G, y)))


def test_subsequences():
    found = conclude("subsequence", given(tends_to(F, x)), TWO, ONE).conclusion
    assert found == tends_to(Lambda(INTEGER, apply(u, add(mul(TWO, Bound(0)), ONE))), x)
    for step, offset in ((ZERO, ONE), (Number(-1), ZERO), (TWO, Number(-3)), (x, ZERO)):
        with pytest.raises(Rejected, match="natural numbers"):
            conclude("subsequence", given(tends_to(F, x)), step, offset)


def test_what_lies_above_what_grows_grows():
    scaled = Lambda(INTEGER, mul(x, F.body), "T")
    premises = given(grows(F), lt(ZERO, x), eventually(scaled, G))
    assert conclude("growth", premises, G, x, ZERO).conclusion == grows(G)
    with pytest.raises(Rejected, match="expected"):
        conclude("growth", given(grows(F), le(ZERO, x), eventually(scaled, G)), G, x, ZERO)


def test_what_grows_stays_below_from_the_start_that_is_named():
    scaled = Lambda(INTEGER, mul(x, F.body), "T")
    for above, start in ((eventually(G, scaled), ZERO), (eventually(scaled, G, ONE), ZERO), (eventually(F, G), ZERO)):
        with pytest.raises(Rejected, match="expected the premise"):
            conclude("growth", given(grows(F), lt(ZERO, x), above), G, x, start)
    loose = Lambda(INTEGER, mul(Bound(0), F.body), "T")
    with pytest.raises(ValueError, match="bound variable"):
        conclude("growth", given(grows(F), lt(ZERO, Bound(0)), eventually(loose, G)), G, Bound(0), ZERO)


def test_a_bound_from_below_is_no_bound():
    for premise in (eventually(constant(x), F), eventually(F, constant(x), ONE), eventually(G, constant(x))):
        with pytest.raises(Rejected, match="expected the premise"):
            conclude("bounded", given(premise), F, x, ZERO)


def test_a_limit_holds_or_does_not_and_only_its_own_contrary_contradicts_it():
    formula = tends_to(F, x)
    assert conclude("dichotomy", [], formula).conclusion == either(formula, negation(formula))
    assert conclude("absurdity", given(formula, negation(formula)), eq(x, y)).conclusion == eq(x, y)
    for other in (negation(tends_to(F, y)), grows(F), negation(grows(F)), formula):
        with pytest.raises(Rejected, match="do not contradict"):
            conclude("absurdity", given(formula, other), eq(x, y))
    with pytest.raises(Rejected, match="expected a relation"):
        conclude("dichotomy", [], negation(negation(formula)))


def test_what_is_bounded_does_not_grow():
    assert conclude("bounded", given(eventually(F, constant(x))), F, x, ZERO).conclusion == negation(grows(F))
    with pytest.raises(ValueError, match="bound variable"):
        conclude("bounded", given(eventually(F, constant(Bound(0)))), F, Bound(0), ZERO)


def test_the_contrary_of_a_limit():
    formula = tends_to(F, x)
    assert contrary(formula) == negation(formula)
    assert contrary(negation(formula)) == formula
