"""What is known of positive numbers serves for negative ones."""

import pytest

from symbolic.methods import Algebra, Reflection
from symbolic.prover import prove
from symbolic.verdict import Stuck


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("log(x**2) == 2*log(-x)", ["x < 0"]),
        ("log(x*y) == log(-x) + log(-y)", ["x < 0", "y < 0"]),
    ],
)
def test_what_algebra_lacks(read, goal, assume):
    claim = read(goal, *assume)
    assert isinstance(prove(claim, by=Algebra()), Stuck)
    assert not isinstance(prove(claim), Stuck)


@pytest.mark.parametrize(
    ("goal", "assume"),
    [("sqrt(x**2) == x", ["x <= 0"]), ("log(x**2) == 2*log(-x)", []), ("log(x**2) == log(-x)", ["x < 0"])],
)
def test_what_it_must_not_prove(residual, goal, assume):
    residual(Reflection(), goal, *assume)
