"""Equations of norms, eigenvalues and greatest values, used where order is asked for."""

import pytest

from symbolic.methods import Algebra, Combination, Equal, Squaring
from symbolic.prover import prove
from symbolic.verdict import Stuck
from tests.symbolic.methods.conftest import alone

SQUARED = "norm(W)**2 == lambda1(W.T*W)"
ARITHMETIC = (Algebra(), Combination(), Squaring())
BY_ORDER = (Equal(), *ARITHMETIC)


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("norm(W) <= 1/2", ["norm(W) == 1/3"]),
        ("norm(W)*norm(M) <= 1", ["norm(W) == 1/norm(M)", "norm(M) > 0"]),
        ("norm(W)**2 < 2", [SQUARED, "lambda1(W.T*W) < 2"]),
        ("norm(W) <= beta", [SQUARED, "lambda1(W.T*W) <= beta**2"]),
        ("norm(W) > beta", [SQUARED, "lambda1(W.T*W) > beta**2"]),
        ("1 <= lambda1(W.T*W)", [SQUARED, "1 <= norm(W)"]),
    ],
)
def test_an_equation_bounds_from_both_sides(theorem, goal, assume):
    assert not theorem(BY_ORDER, goal, *assume).refuted


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("norm(W) < 1/3", ["norm(W) == 1/3"]),
        ("norm(W) <= beta**2", [SQUARED, "lambda1(W.T*W) <= beta**2"]),
        ("norm(W) <= beta", ["norm(W) == lambda1(W.T*W)", "lambda1(W.T*W) <= beta**2 + 1"]),
        ("norm(W) >= beta", [SQUARED, "lambda1(W.T*W) >= beta**2 - 1/2"]),
        ("norm(W) == norm(W)**2", [SQUARED]),
    ],
)
def test_what_does_not_follow_is_left(read, goal, assume):
    assert isinstance(prove(read(goal, *assume), by=alone(BY_ORDER)), Stuck)


def test_without_the_equation_there_is_no_bound(read):
    claim = read("norm(W) <= beta", "lambda1(W.T*W) <= beta**2")
    assert isinstance(prove(claim, by=alone(BY_ORDER)), Stuck)


def test_arithmetic_alone_does_not_put_the_eigenvalue_in(read):
    claim = read("norm(W)**2 < 2", SQUARED, "lambda1(W.T*W) < 2")
    assert isinstance(prove(claim, by=alone(ARITHMETIC)), Stuck)


def test_equations_of_other_numbers_are_left_to_arithmetic(read):
    claim = read("beta <= 1/2", "beta == v(0)", "v(0) <= 1/2")
    assert isinstance(prove(claim, by=alone(BY_ORDER[:1])), Stuck)
    assert not isinstance(prove(claim, by=alone(BY_ORDER)), Stuck)
