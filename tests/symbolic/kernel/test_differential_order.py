"""Absolute values, roots of squares, powers of powers, and comparisons with 1 and with numbers, against brute force.

Hypotheses are drawn such that they hold at some point.  What is unspecified has, for brute force, some value that obeys
no law, so that whoever says anything about it is caught.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from random import Random

import pytest

from symbolic.kernel.normal import facts as facts_module
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import Poly, TooLarge
from symbolic.kernel.normal.reading import difference, facts_from, vanishes
from symbolic.kernel.rules.algebra import sign_of
from symbolic.terms import ZERO, Term
from tests.symbolic.kernel.brute import Skipped, Values
from tests.symbolic.kernel.brute_polynomials import value_of
from tests.symbolic.kernel.generation import Pick
from tests.symbolic.kernel.generation_order import (
    around,
    beside_a_number,
    hypotheses,
    known,
    law,
    point,
    shaped,
)

TERMS = 150


@pytest.fixture(autouse=True, scope="module")
def _base_two() -> Iterator[None]:
    """Brute force takes 2 for e, so nothing may rest on how large e is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts_module, "enclosed_sign", lambda poly, boxes=None: 0)
        yield


Example = tuple[Term, Term, Facts, Poly, list[Values]]


def a_term(pick: Pick) -> tuple[Term, Term]:
    return shaped(pick, pick((1, 2, 2, 3))), ZERO


def a_comparison(pick: Pick) -> tuple[Term, Term]:
    return beside_a_number(pick), ZERO


def examples(seed: int, drawn: Callable[[Pick], tuple[Term, Term]]) -> Iterator[Example]:
    """Two terms, facts, the normal form of their difference, and points at which the facts hold."""
    for number in range(TERMS):
        random = Random(seed * TERMS + number)
        first = point(random)
        formulas = hypotheses(random.choice, first)
        left, right = drawn(random.choice)
        try:
            facts = facts_from(formulas)
            yield left, right, facts, difference(left, right, facts), around(random, formulas, first)
        except (TooLarge, RecursionError):
            continue


def of_form(poly: Poly, candidate: Values) -> Fraction | None:
    try:
        return value_of(poly, candidate)
    except Skipped:
        return None


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("drawn", [a_term, law])
def test_normal_forms_keep_values(seed: int, drawn: Callable[[Pick], tuple[Term, Term]]) -> None:
    compared = 0
    for left, right, facts, poly, candidates in examples(seed, drawn):
        equal = vanishes(poly, facts)
        for candidate in candidates:
            one, other, form = known(left, candidate), known(right, candidate), of_form(poly, candidate)
            if one is None or other is None:
                continue
            compared += 1
            assert form is None or form == one - other, (left, right, candidate)
            assert one == other or not equal, (left, right, candidate)
    assert compared > TERMS


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("drawn", [a_term, a_comparison])
def test_signs_are_those_of_values(seed: int, drawn: Callable[[Pick], tuple[Term, Term]]) -> None:
    answered = 0
    for term, _, facts, poly, candidates in examples(seed, drawn):
        direction, strict = sign_of(term, facts)
        answers = facts.nonnegative(poly), facts.positive(poly), facts.nonzero(poly), facts.nonnegative(-poly)
        answered += bool(direction)
        for candidate in candidates:
            if (found := known(term, candidate)) is not None:
                truth = found >= 0, found > 0, found != 0, found <= 0
                assert all(true or not said for said, true in zip(answers, truth, strict=True)), (term, candidate)
                assert direction * found >= 0, (term, candidate)
                assert found != 0 or not strict, (term, candidate)
    assert answered > TERMS // 10
