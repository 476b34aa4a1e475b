"""Equations from two inequalities, and none from one; numbers that differ since one is the smaller."""

import pytest

from symbolic.methods import Antisymmetry, Apart
from symbolic.prover import prove
from symbolic.verdict import Stuck


@pytest.mark.parametrize(
    ("goal", "assumed"),
    [
        ("x == y", ["x <= y", "y <= x"]),
        ("n == 1", ["n < 2"]),
        ("x == 0", ["x <= 0", "y <= x", "0 <= y"]),
    ],
)
def test_each_is_at_most_the_other(theorem, goal, assumed):
    assert "antisymmetry" in theorem(Antisymmetry(), goal, *assumed).rules


@pytest.mark.parametrize(
    ("goal", "assumed"),
    [("x == y", ["x <= y"]), ("x == y", ["abs(x - y) <= 1"]), ("n == 1", ["n < 3"]), ("x <= y", ["x <= y"])],
)
def test_one_inequality_is_not_enough(read, goal, assumed):
    assert isinstance(prove(read(goal, *assumed), by=Antisymmetry()), Stuck)


@pytest.mark.parametrize(
    ("goal", "assumed"),
    [
        ("x*y != 2", ["0 <= x", "0 <= y", "x <= 1", "y <= 1"]),
        ("3 != x*y", ["0 <= x", "0 <= y", "x <= 1", "y <= 2"]),
    ],
)
def test_one_is_the_smaller(theorem, goal, assumed):
    assert "order" in theorem(None, goal, *assumed).rules


@pytest.mark.parametrize("bounds", [["x <= 1", "y <= 2"], ["x <= 2", "y <= 2"], ["x <= 1"]])
def test_what_may_be_equal_is_not_told_apart(read, bounds):
    assert isinstance(prove(read("x*y != 2", "0 <= x", "0 <= y", *bounds)), Stuck)


def test_only_numbers_are_told_apart_by_size(read):
    assert isinstance(prove(read("x == y", "x < y"), by=Apart()), Stuck)
