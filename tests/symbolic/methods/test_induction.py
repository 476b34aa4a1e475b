"""Base at the start of the domain, step from t to t + 1; what else speaks of t stays out."""

import pytest

from symbolic.language import time
from symbolic.methods import Induction
from symbolic.prover import prove

AVERAGE = ("v(t + 1) == beta*v(t) + (1 - beta)*g(t + 1)", "t")
UNROLLED = "v(t) == beta**t*v(0) + (1 - beta)*sum(beta**(t - i)*g(i), i, 1, t)"


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        (UNROLLED, [AVERAGE]),
        ("v(t) == 2**t", [("v(t + 1) == 2*v(t)", "t"), "v(0) == 1"]),
        ("sum(i, i, 1, n) == n*(n + 1)/2", []),
        ("0 <= v(t)", [("v(t + 1) == 2*v(t)", "t"), "v(0) == 1"]),
    ],
)
def test_what_it_proves(theorem, goal, assume):
    assert "induction" in theorem(Induction(), goal, *assume).rules


def test_the_variable_is_named_by_the_script(theorem, residual):
    assert "induction" in theorem(Induction(time("t")), UNROLLED, AVERAGE).rules
    assert residual(Induction(time("s")), UNROLLED, AVERAGE) is None


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("v(t) == 0", [("v(t + 1) == 2*v(t)", "t")]),
        ("v(t) == 2**t", [("v(t + 1) == 3*v(t)", "t"), "v(0) == 1"]),
        ("v(t) == 0", [("v(t + 1) == v(t) + t - x", "t"), "v(0) == 0", "x == t"]),
        ("v(k*k) == 0", [("v(t + 1) == v(t)", "t"), "v(0) == 0"]),
    ],
)
def test_no_base_no_step_no_start_and_no_fixed_t_inside(residual, goal, assume):
    residual(Induction(), goal, *assume)


def test_the_outline_shows_base_and_step(read):
    certificate = prove(read(UNROLLED, AVERAGE), by=Induction())
    (row,) = certificate.outline
    assert row.reason == "by induction over t"
    assert [inner.reason for inner in row.rows] == ["base: t = 0", "step: from t to t + 1"]
