"""Ranges of a few places are gone through; what fails at one of them is not proved."""

import pytest

from symbolic.methods import Algebra, Enumeration
from symbolic.methods.draft import Draft
from symbolic.methods.search import Failed, Goal, Search
from symbolic.terms import INTEGER, Bound, Lambda, Node, Number, Symbol, forall, implies, le, lt, mul, ne

METHODS = (Enumeration(), Algebra())
I = Bound(0)  # noqa: E741 - the index


def every(low, high, body):
    return forall(Lambda(INTEGER, implies(le(low, I), implies(le(I, high), body)), "i"))


def proved(formula, *context):
    search = Search(Draft(), METHODS)
    step = search.prove(Goal(formula, context))
    assert search.draft.conclusion(step) == formula
    return search.draft.sequent(step).hypotheses


@pytest.mark.parametrize(("low", "high"), [(1, 1), (1, 2), (-2, 3), (0, 5)])
def test_what_holds_at_each_place_holds_for_all(low, high):
    square = mul(I, I)
    assert proved(every(Number(low), Number(high), le(I, square))) == frozenset()


@pytest.mark.parametrize("odd_one_out", [1, 2, 3])
def test_one_place_where_it_fails_is_enough(odd_one_out):
    with pytest.raises(Failed):
        proved(every(Number(1), Number(3), ne(I, Number(odd_one_out))))


def test_places_beside_the_range_do_not_matter():
    assert not proved(every(Number(1), Number(3), ne(mul(I, Node("sub", I, Number(4))), Number(0))))


@pytest.mark.parametrize(
    "formula",
    [
        every(Number(1), Number(7), lt(Number(0), I)),  # too many
        every(Number(2), Number(1), lt(I, I)),  # no place at all
        every(Number(1), Symbol("n", INTEGER), lt(Number(0), I)),
        every(I, Number(2), lt(Number(0), I)),
        forall(Lambda(INTEGER, implies(le(Number(1), I), lt(Number(0), I)), "i")),
        lt(Number(0), Number(1)),
    ],
)
def test_what_is_no_range_of_a_few_places(formula):
    with pytest.raises(Failed, match="no range of a few places"):
        Enumeration().attempt(Goal(formula, ()), Search(Draft(), METHODS))


def test_what_is_assumed_may_be_used_at_every_place():
    x = Symbol("x")
    assert proved(every(Number(1), Number(2), lt(Number(0), x)), lt(Number(1), x)) == {lt(Number(1), x)}
