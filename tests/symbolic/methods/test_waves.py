"""Sines and cosines: identities and bounds by spreading products, and what is false of them is not shown."""

import pytest

from symbolic.methods import Waves


@pytest.mark.parametrize(
    "goal",
    [
        "cos(x)**2 + sin(x)**2 == 1",
        "cos(x + y) == cos(x)*cos(y) - sin(x)*sin(y)",
        "sin(x - y) == sin(x)*cos(y) - cos(x)*sin(y)",
        "cos(2*x) == 1 - 2*sin(x)**2",
        "sin(x)**3 == (3*sin(x) - sin(3*x))/4",
        "z*cos(x)*cos(y)*exp(x) == z*(cos(x + y) + cos(x - y))/2*exp(x)",
        "cos(dot(p, q + r)) == cos(dot(p, q))*cos(dot(p, r)) - sin(dot(p, q))*sin(dot(p, r))",
        "sin(x)**2 <= 1",
        "2*sin(x)*cos(x) <= 1",
        "-3 < cos(x)*cos(y) + sin(x)*sin(y)",
    ],
)
def test_what_it_proves(theorem, goal):
    assert theorem(Waves(), goal).rules


@pytest.mark.parametrize(
    "goal",
    [
        "cos(x)**2 - sin(x)**2 == 1",
        "cos(x + y) == cos(x)*cos(y) + sin(x)*sin(y)",
        "sin(x + y) == sin(x)*cos(y) - cos(x)*sin(y)",
        "cos(2*x) == 2*cos(x)*cos(x)",
        "sin(x)*cos(x) <= 1/3",
        "sin(x)**2 < 1",
        "sin(x)*sin(y) != 1",
        "x*x == 1",
    ],
)
def test_what_it_must_not_prove(residual, goal):
    residual(Waves(), goal)


def test_many_factors_are_left_alone(residual):
    residual(Waves(), "cos(x)**30 == 1")
