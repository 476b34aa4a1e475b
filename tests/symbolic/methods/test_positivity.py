"""Roots are differentiated where what stands below them is positive by its shape."""

import pytest

from symbolic.methods import METHODS, Positivity

OTHERS = tuple(method for method in METHODS if not isinstance(method, Positivity))


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("gradient(sqrt(dot(p, p) + b), p) == p/sqrt(dot(p, p) + b)", ["0 < b"]),
        ("gradient(sqrt(dot(p, p)/n + b), p) == p/(n*sqrt(dot(p, p)/n + b))", ["0 < b"]),
        ("gradient(sqrt(1 + trace(A.T*A)), A) == A/sqrt(1 + trace(A.T*A))", []),
    ],
)
def test_what_it_proves(theorem, goal, assume):
    assert "derivative" in theorem(METHODS, goal, *assume).rules


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("gradient(sqrt(dot(p, p) + b), p) == p/sqrt(dot(p, p) + b)", ["0 <= b"]),
        ("gradient(sqrt(dot(p, q) + b), p) == q/(2*sqrt(dot(p, q) + b))", ["0 < b"]),
    ],
)
def test_what_it_must_not_prove(residual, goal, assume):
    residual((Positivity(), *OTHERS), goal, *assume)


def test_without_a_root_nothing_more_is_known(residual):
    residual(Positivity(), "x + y == y + x")
    residual(Positivity(), "x**2 == y**2")
