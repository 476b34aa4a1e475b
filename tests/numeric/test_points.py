"""Points that meet what is assumed, whatever the goal says: where a limit is looked at by others."""

from numeric.points import at_points, simplest_models
from symbolic.claim import Claim
from symbolic.terms import INTEGER, ONE, Lambda, Number, Symbol, add, eq, le, tends_to

D, X = Symbol("d", INTEGER), Symbol("x")
LIMIT = tends_to(Lambda(INTEGER, add(D, X), "T"), ONE)


def claim(*assumed):
    return Claim("f/d/c", "", "", (le(Number(3), D),), assumed, (), LIMIT)


def test_models_meet_what_is_assumed():
    found = [dict(model.values) for model in simplest_models(claim(eq(X, add(D, ONE))), 2)]
    assert len(found) == 2
    assert all(values[D].value >= 3 and values[X].value == values[D].value + 1 for values in found)


def test_no_model_is_made_up_where_none_is_found():
    assert simplest_models(claim(le(D, Number(2))), 3) == []


def test_numbers_do_not_decide_a_limit():
    assert at_points(claim()).points == 0
