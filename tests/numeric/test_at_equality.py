"""A strict relation is tried where its sides are equal, at whatever number that is."""

import pytest

from numeric.at_equality import at_equality
from symbolic.claim import Claim
from symbolic.terms import INTEGER, ONE, ZERO, Node, Symbol, add, eq, le, lt, mul, ne, symbols

X, Y, N = Symbol("x"), Symbol("y"), Symbol("n", INTEGER)
EXP = Node("exp", X)


def models(goal, *assumed, amount=2):
    return [dict(model.values) for model in at_equality(Claim("f/d/c", "", "", (), assumed, (), goal), amount)]


@pytest.mark.parametrize("goal", [lt(EXP, Y), lt(Y, EXP), ne(EXP, Y), ne(Y, EXP)])
def test_the_other_side_is_put_in_for_a_number(goal):
    (first, *_) = models(goal, le(ONE, X), le(EXP, Y))
    assert first == {X: ONE, Y: Node("exp", ONE)}


@pytest.mark.parametrize(
    "goal", [le(EXP, Y), eq(EXP, Y), lt(EXP, mul(Y, Y)), lt(add(Y, ONE), Y), lt(mul(X, X), N), lt(ZERO, ONE)]
)
def test_nothing_is_put_in_elsewhere(goal):
    assert models(goal, le(ONE, X)) == []


def test_what_is_assumed_is_met_there():
    found = models(lt(EXP, Y), le(Y, add(ONE, ONE)), lt(ZERO, X))
    assert found
    assert all(0 < values[X].value < 1 for values in found)
    assert models(lt(EXP, Y), lt(EXP, Y)) == []


def test_every_symbol_has_a_value():
    (first,) = models(lt(mul(X, N), Y), amount=1)
    assert first.keys() == {X, Y, N}
    assert not any(symbols(value) for value in first.values())
