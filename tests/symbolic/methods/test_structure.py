"""Quantifiers are opened, conditions assumed, alternatives tried; what is given is taken."""

import pytest

from symbolic.methods import METHODS, Algebra, Given, Structure
from symbolic.methods.draft import Draft
from symbolic.methods.search import Failed, Goal, Search
from symbolic.terms import INTEGER, ONE, ZERO, Bound, Lambda, Symbol, add, either, eq, forall, implies, le, lt, ne

X = Symbol("x")


OPENING = (Structure(), Algebra())


def concluded(formula, *context, methods=OPENING):
    search = Search(Draft(), METHODS)
    step = search.prove(Goal(formula, context), methods)
    assert search.draft.conclusion(step) == formula
    return search.draft.sequent(step).hypotheses


@pytest.mark.parametrize(
    "formula",
    [
        forall(Lambda(INTEGER, implies(le(ZERO, Bound(0)), lt(ZERO, add(Bound(0), ONE))), "t")),
        implies(lt(ZERO, X), ne(X, ZERO)),
        either(eq(X, add(X, ONE)), le(X, add(X, ONE))),
        either(lt(X, add(X, ONE)), eq(X, ONE)),
    ],
)
def test_what_it_proves_needs_nothing_from_outside(formula):
    assert concluded(formula) == frozenset()


@pytest.mark.parametrize(
    "formula",
    [
        forall(Lambda(INTEGER, lt(ZERO, Bound(0)), "t")),
        implies(le(ZERO, X), ne(X, ZERO)),
        either(lt(X, ZERO), lt(ZERO, X)),
    ],
)
def test_what_it_must_not_prove(formula):
    with pytest.raises(Failed):
        concluded(formula)


def test_a_quantified_symbol_is_fresh():
    formula = forall(Lambda(INTEGER, lt(ZERO, Bound(0)), "t"))
    with pytest.raises(Failed):
        concluded(formula, lt(ZERO, Symbol("t", INTEGER)))


def test_what_is_given_is_assumed_word_for_word():
    assert concluded(lt(ZERO, X), lt(ZERO, X), methods=[Given()]) == {lt(ZERO, X)}
    with pytest.raises(Failed):
        concluded(lt(ZERO, X), le(ONE, X), methods=[Given()])


def test_lemmas_are_taken_as_they_were_shown():
    search = Search(Draft(), METHODS)
    lemma = search.draft.apply("reflexive", (), (X,))
    assert Given().attempt(Goal(eq(X, X), (), (lemma,)), search) == lemma
