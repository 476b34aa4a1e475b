"""Recurrences unfold, definitions are put in, bodies of sums are rewritten; the rest is eliminated."""

import pytest

from symbolic.methods import Rewriting

AVERAGE = ("v(t + 1) == beta*v(t) + (1 - beta)*g(t + 1)", "t")


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("v(t) == beta*v(t - 1) + (1 - beta)*g(t)", [AVERAGE]),
        ("v(t) == beta**2*v(t - 2) + beta*(1 - beta)*g(t - 1) + (1 - beta)*g(t)", [AVERAGE]),
        ("x == a + 1", ["x == y + 1", "y == a"]),
        ("sum(v(i), i, 1, n) == sum(2*u(i), i, 1, n)", [("v(t) == 2*u(t)", "t")]),
        ("v(3) == 8*v(0)", [("v(t + 1) == 2*v(t)", "t")]),
        ("x <= y", ["x == a", "y == a + 1"]),
        ("a == b", ["2*a + c == 5", "2*b + c == 5"]),
        ("x == y", ["a*x == a*y", "0 < a"]),
        ("c*x/(a*b) == c*y/a", ["x/b == y"]),
        ("z*exp(x)*a == z*exp(x)*b", ["exp(x)*a == exp(x)*b"]),
        ("trace(A*B) == trace(B*A)", []),
        ("dot(A, B) == trace(A.T*B)", []),
        ("(A*p)[1] == sum(A[1, k]*p[k], k, 1, n)", []),
        ("sum(p[i], i, 1, n) == sum(q[i], i, 1, n)", ["p == q"]),
    ],
)
def test_what_it_proves(theorem, goal, assume):
    assert not theorem(Rewriting(), goal, *assume).refuted


def test_a_guard_that_speaks_of_a_fixed_time_is_computed(theorem, residual):
    roots, steps = ("u(t + 1) == sqrt(v(t + 1))", "t"), ("v(t + 1) == v(t) + 4", "t")
    assert not theorem(Rewriting(), "u(1) == 3", roots, steps, "v(0) == 5").refuted
    assert residual(Rewriting(), "u(1) == 3", roots, steps, "v(0) == 4") is not None
    assert residual(Rewriting(), "u(1)**2 == v(1)", roots, steps, "v(0) == -9") is not None


def test_without_the_factor_of_the_new_gradient_it_is_what_is_left(residual):
    left = residual(Rewriting(), "v(t) == beta*v(t - 1) + g(t)", AVERAGE)
    assert left == "−g(t)·β"


def test_a_schema_does_not_reach_below_its_domain(residual):
    assert residual(Rewriting(), "v(0) == 2*v(-1)", ("v(t + 1) == 2*v(t)", "t")) is not None


def test_a_recurrence_that_grows_runs_out_of_steps_without_an_end(residual):
    residual(Rewriting(), "v(t) == 0", ("v(t) == v(t + 1) + 1", "t"))


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("x == y", ["a*x == a*y"]),
        ("x == 1", ["x*x == 1"]),
        ("v(t) == u(t)", ["v(0) == u(0)"]),
        ("a == b", ["a + c == b + d"]),
        ("a == b", ["z*a == z*b"]),
        ("trace(A*B*C) == trace(A*C*B)", []),
        ("(A*B)[1, 1] == (A.T*B)[1, 1]", []),
        ("sum(p[i], i, 1, n) == sum(q[i], i, 1, n)", ["p[1] == q[1]"]),
    ],
)
def test_what_it_must_not_prove(residual, goal, assume):
    residual(Rewriting(), goal, *assume)
