"""Expectations: of equal variables, of independent ones, and linear only where moments are finite."""

from typing import Any

import pytest

from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    ONE,
    OUTCOME,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    div,
    eq,
    expect,
    forall,
    le,
    lt,
    mul,
    ne,
    power,
    random_sort,
    sequence_sort,
    sub,
    summation,
)
from tests.symbolic.kernel.building import TWO, conclude, given, i, j, n, same, x, y

G, H = Symbol("G", random_sort(1)), Symbol("H", random_sort(1))
INDEPENDENT = Node("independent", G)


def moments(random: Symbol, order: int) -> Term:
    return Node("moments", random, Number(order))


def element(random: Symbol, index: Term) -> Term:
    """The random element under the binder of the outcome."""
    return apply(random, index, Bound(0))


def mean(body: Term) -> Term:
    return expect(Lambda(OUTCOME, body))


def summed(body: Term) -> Term:
    """The sum over i from 1 to n."""
    return summation(ONE, n, abstract(body, i))


SECOND = moments(G, 2)


def test_expectations_are_linear() -> None:
    left = mean(add(mul(x, element(G, i)), y))
    assert same(left, add(mul(x, mean(element(G, i))), y), moments(G, 1))
    assert same(mean(x), x)


def test_expectations_of_sums() -> None:
    inside = summation(ONE, n, Lambda(i.sort, mul(x, apply(G, Bound(0), Bound(1)))))
    assert same(mean(inside), mul(x, summed(mean(element(G, i)))), moments(G, 1))


@pytest.mark.parametrize(
    ("left", "right", "formulas"),
    [
        (mean(add(element(G, i), y)), add(mean(element(G, i)), y), []),
        (mean(add(element(G, i), element(H, i))), add(mean(element(G, i)), mean(element(H, i))), [moments(G, 1)]),
        (mean(mul(x, power(element(G, i), TWO))), mul(x, mean(power(element(G, i), TWO))), [moments(G, 1)]),
        (
            mean(mul(x, element(G, i), element(H, i))),
            mul(x, mean(mul(element(G, i), element(H, i)))),
            [SECOND, moments(H, 1)],
        ),
        (mean(mul(element(G, i), element(G, j))), mul(mean(element(G, i)), mean(element(G, j))), [SECOND]),
        (mean(power(element(G, i), TWO)), power(mean(element(G, i)), TWO), [SECOND]),
        (mean(div(x, element(G, i))), mul(x, mean(div(ONE, element(G, i)))), [moments(G, 9)]),
        (mean(add(Node("exp", element(G, i)), y)), add(mean(Node("exp", element(G, i))), y), [moments(G, 9)]),
        (mean(element(G, i)), mean(element(G, j)), [moments(G, 9)]),
        (mean(element(G, i)), mean(element(H, i)), [moments(G, 9), moments(H, 9)]),
    ],
)
def test_what_does_not_follow_about_expectations(left: Term, right: Term, formulas: list[Term]) -> None:
    assert not same(left, right, *formulas)


def test_products_want_as_many_moments_as_factors() -> None:
    product = mul(element(G, i), element(H, i))
    assert same(mean(mul(x, product)), mul(x, mean(product)), SECOND, moments(H, 2))


def test_an_expectation_has_no_known_sign() -> None:
    with pytest.raises(Rejected, match="does not follow"):
        conclude("order", given(moments(G, 9)), le(ZERO, mean(element(G, i))))


EQUAL_EVERYWHERE = forall(Lambda(OUTCOME, eq(element(G, i), element(H, j))))
WHOLE = mean(element(G, i)), mean(element(H, j))


def test_equal_variables_have_equal_expectations() -> None:
    assert conclude("pathwise", given(EQUAL_EVERYWHERE), *WHOLE).conclusion == eq(*WHOLE)


@pytest.mark.parametrize(
    "premise",
    [
        forall(Lambda(OUTCOME, eq(element(H, j), element(G, i)))),
        forall(Lambda(OUTCOME, le(element(G, i), element(H, j)))),
        eq(*(apply(random, index, Symbol("w", OUTCOME)) for random, index in ((G, i), (H, j)))),
        eq(*WHOLE),
    ],
)
def test_equal_at_one_outcome_is_not_enough(premise: Term) -> None:
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("pathwise", given(premise), *WHOLE)


# -- order --------------------------------------------------------------------------------------------


def ordered(left: Term, right: Term, *facts: Term) -> Term:
    """The expectations of two variables, of which the one is assumed to be at most the other at every outcome."""
    everywhere = forall(Lambda(OUTCOME, le(left, right)))
    return conclude("expectation order", given(everywhere, *facts), mean(left), mean(right)).conclusion


def test_ordered_variables_have_ordered_expectations() -> None:
    left, right = element(G, i), power(element(H, j), TWO)
    assert ordered(left, right, moments(G, 1), moments(H, 2)) == le(mean(left), mean(right))


@pytest.mark.parametrize("facts", [(), (moments(G, 1),), (moments(G, 1), moments(H, 1)), (moments(H, 2),)])
def test_both_expectations_must_exist(facts: tuple[Term, ...]) -> None:
    with pytest.raises(Rejected, match="integrable"):
        ordered(element(G, i), power(element(H, j), TWO), *facts)


def test_an_indicator_of_what_may_not_be_measurable_has_no_known_expectation() -> None:
    with pytest.raises(Rejected, match="integrable"):
        ordered(Node("heaviside", element(G, i)), ONE, moments(G, 1))


ORDERED_EVERYWHERE = forall(Lambda(OUTCOME, le(element(G, i), element(H, j))))


@pytest.mark.parametrize(
    ("premise", "sides"),
    [
        (forall(Lambda(OUTCOME, le(element(H, j), element(G, i)))), WHOLE),
        (forall(Lambda(OUTCOME, eq(element(G, i), element(H, j)))), WHOLE),
        (le(*(apply(random, index, Symbol("w", OUTCOME)) for random, index in ((G, i), (H, j)))), WHOLE),
        (le(*WHOLE), WHOLE),
        (ORDERED_EVERYWHERE, WHOLE[::-1]),
        (ORDERED_EVERYWHERE, (mean(element(G, j)), mean(element(H, j)))),
    ],
)
def test_order_at_one_outcome_is_not_enough(premise: Term, sides: tuple[Term, Term]) -> None:
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("expectation order", given(premise, moments(G, 1), moments(H, 1)), *sides)


@pytest.mark.parametrize(("rule", "relation"), [("pathwise", eq), ("expectation order", le)])
def test_an_expectation_over_a_vector_is_another_than_one_over_the_outcome(rule: str, relation: Any) -> None:
    """What is said of every vector says nothing of outcomes, though the formulas are the same."""
    vector = sequence_sort(1)
    everywhere, sides = Lambda(vector, relation(x, x)), (expect(Lambda(vector, x)), expect(Lambda(OUTCOME, x)))
    with pytest.raises(Rejected, match="different things"):
        conclude(rule, given(forall(everywhere)), *sides)


@pytest.mark.parametrize("rule", ["pathwise", "expectation order"])
@pytest.mark.parametrize("sides", [(), WHOLE[:1], (*WHOLE, WHOLE[0])])
def test_a_relation_has_two_sides(rule: str, sides: tuple[Term, ...]) -> None:
    with pytest.raises(ValueError, match="values to unpack"):
        conclude(rule, given(EQUAL_EVERYWHERE), *sides)


def independence(first: Term, second: Term, a: Term = ONE, b: Term = ONE, *, facts: tuple[Term, ...]) -> Term:
    return conclude("independence", given(*facts), first, second, a, b).conclusion


def test_independent_elements() -> None:
    found = independence(i, j, ONE, TWO, facts=(INDEPENDENT, ne(i, j), SECOND))
    square = power(element(G, j), TWO)
    assert found == eq(mean(mul(element(G, i), square)), mul(mean(element(G, i)), mean(square)))


@pytest.mark.parametrize(
    "facts",
    [
        (INDEPENDENT, ne(j, i), SECOND),
        (INDEPENDENT, lt(i, j), SECOND),
        (INDEPENDENT, ne(i, add(j, ONE)), SECOND),
        (Node("independent", H), ne(i, j), SECOND),
        (INDEPENDENT, ne(i, j), moments(G, 1)),
        (INDEPENDENT, ne(i, j), moments(H, 2)),
        (SECOND, ne(i, j), SECOND),
        (INDEPENDENT, ne(i, j), INDEPENDENT),
    ],
)
def test_independence_with_a_condition_missing(facts: tuple[Term, ...]) -> None:
    with pytest.raises(Rejected):
        independence(i, j, ONE, TWO, facts=facts)


@pytest.mark.parametrize("exponent", [ZERO, Number(-1), Number(10), x, div(ONE, TWO), sub(TWO, ONE)])
def test_exponents_are_small_naturals(exponent: Term) -> None:
    with pytest.raises(Rejected, match="exponent from 1 to 9"):
        independence(i, j, ONE, exponent, facts=(INDEPENDENT, ne(i, j), moments(G, 99)))


def test_an_element_is_not_independent_of_itself() -> None:
    with pytest.raises(Rejected):
        independence(i, i, facts=(INDEPENDENT, ne(i, j), SECOND))
