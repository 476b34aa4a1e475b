"""Powers grow with their base where it is not negative, and are positive where it is positive."""

import pytest

from symbolic.methods import METHODS, Powers


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("x**t <= y**t", ["x >= 0", "x <= y"]),
        ("(x*y)**t <= 1", ["x >= 0", "y >= 0", "x <= 1", "y <= 1"]),
        ("(x*y)**t <= z**t", ["x >= 0", "y >= 0", "z >= 0", "x**2*y**2 <= z**2"]),
    ],
)
def test_they_grow_with_their_base(theorem, goal, assume):
    assert "power order" in theorem(METHODS, goal, *assume).rules


@pytest.mark.parametrize(
    ("goal", "assume"), [("x**t > 0", ["x > 0"]), ("(x*y)**t > 0", ["x > 0", "y**2 > 0", "y >= 0"])]
)
def test_they_are_positive(theorem, goal, assume):
    assert theorem((Powers(), *METHODS), goal, *assume).rules


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("x**t <= y**t", ["x <= y"]),
        ("x**t <= y**t", ["x >= 0", "y <= x"]),
        ("x**k <= y**k", ["x > 0", "x <= y"]),
        ("x**t < y**t", ["x >= 0", "x < y"]),
        ("(x*y)**t > 0", ["x >= 0", "y > 0"]),
    ],
)
def test_what_it_must_not_prove(residual, goal, assume):
    residual(METHODS, goal, *assume)
