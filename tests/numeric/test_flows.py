"""States as functions of the first one: run forward from every vector, and differentiated by it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from numeric.arithmetics import Exact
from numeric.crosscheck import crosscheck
from numeric.errors import Undefined
from numeric.evaluate import evaluate
from numeric.layout import arrange
from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.prover import settle
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    eq,
    forall,
    functional_sort,
    implies,
    le,
    mul,
    named_matrix,
    partial,
    sequence_sort,
)

h, z = Symbol("h", functional_sort(3)), Symbol("z", sequence_sort(1))
t, i = Symbol("t", INTEGER), Symbol("i", INTEGER)
TWO = Number(2)


def for_each(formula: Term, *variables: Symbol) -> Term:
    for variable in reversed(variables):
        formula = forall(abstract(formula, variable))
    return formula


def whole(vector: Term, time: Term) -> Term:
    return named_matrix(h, TWO, ONE, vector, time)


START = for_each(eq(apply(h, z, ZERO, i), apply(z, i)), z, i)
SQUARES = for_each(
    implies(le(ZERO, t), eq(apply(h, z, add(t, ONE), i), mul(apply(h, z, t, i), apply(h, z, t, ONE)))), z, t, i
)
DOUBLES = for_each(implies(le(ZERO, t), eq(whole(z, add(t, ONE)), mul(TWO, whole(z, t)))), t, z)
PLACES = Model(((z, Lambda(INTEGER, add(Bound(0), ONE))),))  # z(1) = 2, z(2) = 3


def slope(time: int, entry: int, by: int) -> Term:
    return partial(abstract(apply(h, z, Number(time), Number(entry)), z), z, Number(by))


def value(term: Term, *assumptions: Term) -> object:
    claim = Claim("made/by/hand", "", "", (), assumptions, (), eq(term, term))
    return evaluate(term, PLACES, Exact(), arrange(claim))


def test_a_recurrence_is_run_from_the_vector_asked_for() -> None:
    assert value(apply(h, z, TWO, TWO), START, SQUARES) == 3 * 2 * 4
    assert value(apply(h, z, Number(3), ONE), START, DOUBLES) == 2 * 8


def test_a_recurrence_is_differentiated_by_its_first_vector() -> None:
    """h(z, 2) = (z_1^4, z_1^3 z_2) at (2, 3)."""
    found = [[value(slope(2, entry, by), START, SQUARES) for by in (1, 2)] for entry in (1, 2)]
    assert found == [[32, 0], [36, 8]]
    assert value(slope(2, 1, 1), START, DOUBLES) == 4


def test_without_a_start_it_has_no_value() -> None:
    with pytest.raises(Undefined, match=r"nothing gives h\(0\) a value"):
        value(apply(h, z, ONE, ONE), SQUARES)


def test_a_claim_about_it_is_tried_and_refuted() -> None:
    wrong = Claim("f/d/wrong", "", "", (le(ZERO, t),), (START, DOUBLES), (), eq(apply(h, z, t, ONE), apply(z, ONE)))
    evidence = crosscheck(wrong)
    assert evidence.counterexample is not None
    assert ("t", "1") in evidence.display
    assert any(name.startswith("h(z, ") for name, _ in evidence.display)
    found = settle(wrong)
    assert getattr(found, "model", None) is not None


def test_what_nothing_defines_is_some_polynomial_of_vector_and_time() -> None:
    free = Claim("f/d/free", "", "", (le(ZERO, t), le(ONE, i)), (), (), eq(apply(h, z, t, i), apply(z, i)))
    assert crosscheck(free).counterexample is not None


def test_a_claim_for_every_vector_is_tried_at_some() -> None:
    assert value(apply(z, ONE)) == Fraction(2)
    positive = for_each(le(ZERO, apply(z, ONE)), z)
    assert value(positive) is False
