"""Equations from two inequalities, and none from one."""

import pytest

from symbolic.methods import Antisymmetry
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
