"""Normal forms, equalities and answers about signs against brute force, at random terms and random hypotheses.

Every normal form is evaluated by itself, so a wrong step shows even where it makes no two terms equal.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from symbolic.kernel.normal import facts as facts_module
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import Poly, TooLarge
from symbolic.kernel.normal.reading import difference, facts_from, vanishes
from symbolic.terms import ZERO, IllFormed, Term, eq, sort_of
from tests.symbolic.kernel.brute import Skipped, Values, value
from tests.symbolic.kernel.brute_polynomials import value_of
from tests.symbolic.kernel.generation import Pick, points, scalar, some_facts, total
from tests.symbolic.kernel.mutation import mutated

modest = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@pytest.fixture(autouse=True, scope="module")
def _base_two() -> Iterator[None]:
    """Brute force takes 2 for e, so nothing may rest on how large e is; enclosures have tests of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts_module, "enclosed_sign", lambda poly: 0)
        yield


def picker(data: st.DataObject) -> Pick:
    return lambda options: data.draw(st.sampled_from(list(options)))


def defined(compute: Callable[..., Any], *args: Any) -> Any:
    """The value, or None where brute force does not know it."""
    try:
        return compute(*args)
    except Skipped:
        return None


def normal(term: Term, other: Term, facts: Facts) -> Poly:
    """The normal form of a difference; what is too large, or too deep, is no example."""
    try:
        return difference(term, other, facts)
    except (TooLarge, RecursionError):
        assume(False)
        raise


def sampled(formulas: list[Term], data: st.DataObject) -> list[Values]:
    return points(formulas, Random(data.draw(st.integers(0, 10**6))), 8, 80)


@modest
@given(st.data())
def test_a_normal_form_has_the_value_of_its_term(data: st.DataObject) -> None:
    pick = picker(data)
    formulas, term = some_facts(pick), scalar(pick, 3)
    poly = normal(term, ZERO, facts_from(formulas))
    for point in sampled(formulas, data):
        expected, found = defined(value, term, point), defined(value_of, poly, point)
        assert None in (expected, found) or expected == found, (term, formulas, point)


@modest
@given(st.data())
def test_terms_that_are_seen_to_be_equal_are_equal(data: st.DataObject) -> None:
    pick = picker(data)
    formulas, left = some_facts(pick), total(pick, 2)
    right = mutated(pick, mutated(pick, left))
    assume(well_formed(eq(left, right)))
    facts = facts_from(formulas)
    if vanishes(normal(left, right, facts), facts):
        for point in sampled(formulas, data):
            one, other = defined(value, left, point), defined(value, right, point)
            assert None in (one, other) or one == other, (left, right, formulas, point)


def well_formed(formula: Term) -> bool:
    try:
        sort_of(formula)
    except IllFormed:
        return False
    return True


@modest
@given(st.data())
def test_answers_about_signs_are_true(data: st.DataObject) -> None:
    pick = picker(data)
    formulas, term = some_facts(pick), scalar(pick, 2)
    facts = facts_from(formulas)
    poly = normal(term, ZERO, facts)
    answers = facts.nonnegative(poly), facts.positive(poly), facts.nonzero(poly)
    for point in sampled(formulas, data):
        found = defined(value, term, point)
        if found is not None:
            truth = found >= 0, found > 0, found != 0
            assert all(true or not said for said, true in zip(answers, truth, strict=True)), (term, formulas, point)
