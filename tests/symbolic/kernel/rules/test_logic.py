"""Hypotheses, implication, quantifiers, cases: each rule used rightly, and in every way that it forbids."""

import pytest

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    FALSE,
    INTEGER,
    OUTCOME,
    REAL,
    ZERO,
    Bound,
    IllFormed,
    Lambda,
    Number,
    Symbol,
    add,
    apply,
    either,
    eq,
    forall,
    implies,
    le,
    lt,
    ne,
    power,
    random_sort,
    sort_of,
    summation,
)
from tests.symbolic.kernel.building import conclude, f, given, m, n, schema, v, x, y

P, Q = le(ZERO, x), lt(x, y)


def test_assume_rests_on_what_it_assumes() -> None:
    assert conclude("assume", [], P) == Sequent(frozenset([P]), P)


def test_discharge_moves_a_hypothesis_into_the_conclusion() -> None:
    premise = Sequent(frozenset([P, Q]), le(x, y))
    assert conclude("discharge", [premise], P) == Sequent(frozenset([Q]), implies(P, le(x, y)))
    assert conclude("discharge", given(P), Q) == Sequent(frozenset([P]), implies(Q, P))


def test_detach() -> None:
    assert conclude("detach", given(implies(P, Q), P)) == Sequent(frozenset([implies(P, Q), P]), Q)


@pytest.mark.parametrize("minor", [Q, ne(x, ZERO), lt(ZERO, x)])
def test_detach_wants_the_very_condition(minor: object) -> None:
    with pytest.raises(Rejected, match="is not the condition"):
        conclude("detach", given(implies(P, Q), minor))


def test_detach_wants_an_implication() -> None:
    with pytest.raises(Rejected, match="expected 'implies'"):
        conclude("detach", given(either(P, Q), P))


def test_generalise() -> None:
    premise = Sequent(frozenset([le(ZERO, y)]), eq(x, x))
    assert conclude("generalise", [premise], x).conclusion == forall(Lambda(REAL, eq(Bound(0), Bound(0))))


def test_no_generalisation_over_what_is_free_in_a_hypothesis() -> None:
    with pytest.raises(Rejected, match="x is free in the hypothesis"):
        conclude("generalise", given(P), x)


def test_a_symbol_of_the_same_name_and_another_sort_is_another_symbol() -> None:
    other = Symbol("x", INTEGER)
    assert conclude("generalise", given(P), other).conclusion == forall(Lambda(INTEGER, P))


@pytest.mark.parametrize("variable", [f, Number(1), add(x, y), Symbol("w", random_sort())])
def test_only_scalars_outcomes_and_vectors_are_generalised(variable: object) -> None:
    with pytest.raises(Rejected, match="are generalised"):
        conclude("generalise", [Sequent(frozenset(), eq(x, x))], variable)


EVERY_REAL = forall(Lambda(REAL, le(ZERO, power(Bound(0), Number(2)))))
EVERY_INTEGER = forall(Lambda(INTEGER, le(ZERO, apply(v, Bound(0)))))


def test_an_instance_may_be_more_special_than_its_variable() -> None:
    assert conclude("instance", given(EVERY_REAL), n).conclusion == le(ZERO, power(n, Number(2)))
    assert conclude("instance", given(EVERY_INTEGER), add(n, m)).conclusion == le(ZERO, apply(v, add(n, m)))


@pytest.mark.parametrize("term", [x, power(n, m), apply(v, n), Symbol("w", OUTCOME)])
def test_no_instance_of_an_integer_at_something_else(term: object) -> None:
    with pytest.raises(Rejected, match="is not integer"):
        conclude("instance", given(EVERY_INTEGER), term)


@pytest.mark.parametrize("term", [v, P, Symbol("w", OUTCOME)])
def test_no_instance_of_a_real_at_something_else(term: object) -> None:
    with pytest.raises(Rejected, match="is not real"):
        conclude("instance", given(EVERY_REAL), term)


def test_a_loose_bound_variable_is_no_instance() -> None:
    with pytest.raises(IllFormed, match="bound variable 0"):
        conclude("instance", given(EVERY_INTEGER), Bound(0))


def test_an_instance_of_a_schema_keeps_its_domain() -> None:
    rule = schema(lambda t: eq(apply(v, t), ZERO))
    assert conclude("instance", given(rule), Number(-1)).conclusion == implies(
        le(ZERO, Number(-1)), eq(apply(v, Number(-1)), ZERO)
    )


def test_an_instance_does_not_capture() -> None:
    inner = forall(Lambda(INTEGER, le(Bound(1), add(Bound(1), Bound(0)))))
    result = conclude("instance", given(forall(Lambda(INTEGER, inner))), n).conclusion
    assert result == forall(Lambda(INTEGER, le(n, add(n, Bound(0)))))


def test_only_quantified_formulas_have_instances() -> None:
    with pytest.raises(Rejected, match="expected 'forall'"):
        conclude("instance", given(P), x)


def test_an_alternative_keeps_its_sides() -> None:
    assert conclude("left", given(P), Q).conclusion == either(P, Q)
    assert conclude("right", given(P), Q).conclusion == either(Q, P)


def test_cases_keep_the_other_hypotheses() -> None:
    alternative = Sequent(frozenset([FALSE]), either(P, Q))
    first, second = Sequent(frozenset([P, eq(x, y)]), ne(x, y)), Sequent(frozenset([Q, P]), ne(x, y))
    assert conclude("cases", [alternative, first, second]) == Sequent(frozenset([FALSE, eq(x, y), P]), ne(x, y))


def test_cases_conclude_one_thing() -> None:
    with pytest.raises(Rejected, match="conclude different things"):
        conclude("cases", given(either(P, Q), P, Q))


def test_cases_of_an_alternative_only() -> None:
    with pytest.raises(Rejected, match="expected 'or'"):
        conclude("cases", given(P, Q, Q))


@pytest.mark.parametrize(
    ("relation", "other"),
    [(eq(x, y), ne(x, y)), (ne(x, y), eq(x, y)), (le(x, y), lt(y, x)), (lt(x, y), le(y, x))],
)
def test_dichotomy(relation: object, other: object) -> None:
    assert conclude("dichotomy", [], relation) == Sequent(frozenset(), either(relation, other))
    assert conclude("absurdity", given(relation, other), FALSE).conclusion == FALSE


@pytest.mark.parametrize("formula", [implies(P, Q), FALSE, either(P, Q), EVERY_REAL])
def test_dichotomy_is_of_relations(formula: object) -> None:
    with pytest.raises(Rejected, match="expected a relation"):
        conclude("dichotomy", [], formula)


@pytest.mark.parametrize("other", [lt(x, y), le(y, x), eq(x, y), ne(y, x)])
def test_absurdity_wants_a_contradiction(other: object) -> None:
    with pytest.raises(Rejected, match="do not contradict"):
        conclude("absurdity", given(le(x, y), other), FALSE)


def test_absurdity_concludes_a_formula() -> None:
    with pytest.raises(Rejected, match="no formula"):
        conclude("absurdity", given(le(x, y), lt(y, x)), x)


@pytest.mark.parametrize(
    "rule", ["assume", "detach", "generalise", "instance", "cases", "dichotomy", "absurdity", "discharge"]
)
def test_rules_count_their_premises_and_arguments(rule: str) -> None:
    with pytest.raises(ValueError, match="unpack"):
        conclude(rule, given(P, P, P, P), x, y, x)


def test_sums_in_instances_stay_well_formed() -> None:
    total = forall(Lambda(INTEGER, eq(summation(ZERO, Bound(0), Lambda(INTEGER, Bound(1))), ZERO)))
    assert sort_of(conclude("instance", given(total), n).conclusion).name == "formula"
