"""Roots are differentiated where what stands below them is positive by its shape."""

from symbolic.methods import METHODS, Positivity

OTHERS = tuple(method for method in METHODS if not isinstance(method, Positivity))


def test_without_a_root_nothing_more_is_known(residual):
    residual(Positivity(), "x + y == y + x")
    residual(Positivity(), "x**2 == y**2")
