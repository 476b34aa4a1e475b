"""A relation between two numbers from that between their squares, where one is assumed of a square."""

import pytest

from symbolic.methods import METHODS


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("x <= y", ["x**2 <= y**2", "y >= 0"]),
        ("x*z <= y", ["x**2 <= y**2/z**2", "z > 0", "y >= 0"]),
        ("x < y", ["x**2 < y**2", "y >= 0"]),
        ("x > 0", ["x**2 > 0", "x >= 0"]),
    ],
)
def test_what_it_proves(theorem, goal, assume):
    assert theorem(METHODS, goal, *assume).rules


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("x <= y", ["x**2 <= y**2"]),
        ("x >= y", ["x**2 <= y**2", "y >= 0"]),
        ("x > 0", ["x**2 > 0"]),
    ],
)
def test_what_it_must_not_prove(residual, goal, assume):
    residual(METHODS, goal, *assume)
