"""Order relations on boxes: those with a gap are shown part by part; sharp, false and unbounded ones are left."""

import pytest

from symbolic.methods import Bisection
from symbolic.prover import prove
from symbolic.verdict import Stuck

UNIT = ["x >= 0", "x <= 1"]


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("exp(x)*exp(-x**2) < 3/2", UNIT),
        ("x*log(1 + x) + exp(-x) > 1/2", UNIT),
        ("tanh(x)*exp(-x) < 2/5", UNIT),
        ("sin(x) + cos(x) < 3/2", UNIT),
        ("x*exp(-y) + y*exp(-x) <= 3/2", [*UNIT, "y > 0", "y < 1"]),
        ("x*exp(-x) <= 1/2", ["0 <= x", "x <= 4"]),
        ("0 < x - log(1 + x)", ["1 <= x", "x <= 3"]),
        ("exp(x)*(1 - beta) < 3", UNIT),
        ("exp(x) != 3", UNIT),
        ("1/(1 + exp(1)) != 1/2", []),
        ("exp(x) <= 3", ["x <= 7", "x <= 1", "x >= -1", "x >= 0"]),
    ],
)
def test_what_it_proves(theorem, goal, assume):
    assert not theorem(Bisection(), goal, *assume).refuted


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("exp(x)*exp(-x**2) < 5/4", UNIT),
        ("sin(x) + cos(x) < 7/5", UNIT),
        ("x*exp(-x) <= 1/3", ["0 <= x", "x <= 4"]),
        ("0 < x - log(1 + x)", ["-1/2 <= x", "x <= 3"]),
        ("0 < log(x)", ["0 <= x", "x <= 3"]),
        ("exp(x) != 2", UNIT),
        ("exp(x) <= 3", ["x <= 1"]),
        ("exp(x) <= 3", ["x <= y", "x >= 0"]),
        ("exp(x) <= 3", ["0 <= x", "x <= 6/5"]),
        ("x*(1 - x) <= 1/2", UNIT),
    ],
)
def test_what_is_false_or_not_bounded_is_left(read, goal, assume):
    assert isinstance(prove(read(goal, *assume), by=Bisection()), Stuck)


def test_a_relation_whose_sides_meet_is_given_up_after_few_boxes(read):
    found = prove(read("1 + x <= exp(x)", "-1 <= x", "x <= 1"), by=Bisection())
    assert isinstance(found, Stuck)
    assert "however small" in " ".join(found.tried)
