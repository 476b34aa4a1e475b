"""The limit of what is made of a sequence that is known to be one thing at all times; other limits are refuted."""

import pytest

from symbolic.kernel import check
from symbolic.prover import prove, refute_beyond_numbers, settle
from symbolic.verdict import Stuck

IDEMPOTENT = "array((2 - i)*j, i, 2, j, 2)"  # of norm 5^(1/2)
POWERS = ("P[0] == identity(2)", (f"P[t + 1] == {IDEMPOTENT}*P[t]", "t"))
KNOWN = ("norm(P[k]) == a", "k")


@pytest.mark.parametrize(
    "goal",
    ["tends(-norm(P[t]), t, -a)", "tends(norm(P[t])/2, t, a/2)", "tends(beta**t + norm(P[t + 1])**2, t, a**2)"],
)
def test_what_is_known_at_all_times_may_stand_in_a_term(read, goal):
    assert "constant limit" in check(prove(read(goal, KNOWN))).rules


BOUND = ("norm(h[k]) <= 3*beta**k", "k")


@pytest.mark.parametrize("goal", ["-norm(h[t]), t, 0", "norm(h[t])**2, t, 0", "2*norm(h[t])/(1 + norm(h[t])), t, 0"])
def test_what_a_known_bound_forces_to_a_limit_may_stand_in_a_term(read, goal):
    assert "squeeze" in check(prove(read(f"tends({goal})", BOUND))).rules


@pytest.mark.parametrize("bound", ["norm(h[k]) <= 3*beta**k + 1", "norm(h[k]) <= norm(h[k + 1])"])
def test_other_bounds_force_nothing(read, bound):
    assert isinstance(prove(read("tends(-norm(h[t]), t, 0)", (bound, "k")), seconds=3), Stuck)


@pytest.mark.parametrize("goal", ["tends(-norm(P[t]), t, a)", "tends(norm(h[t])/2, t, a/2)"])
def test_what_is_not_known_is_not_proved(read, goal):
    assert isinstance(prove(read(goal, KNOWN, "a >= 1")), Stuck)


@pytest.mark.parametrize("value", ["norm(P[t + 1]), t, 1", "-norm(P[t + 1]), t, sqrt(5)", "norm(P[t]), t, 2"])
def test_another_limit_is_refuted_where_the_sequence_comes_to_rest(read, value):
    assert check(refute_beyond_numbers(read(f"tends({value})", *POWERS))).refuted


def test_the_limit_itself_is_not(read):
    assert isinstance(refute_beyond_numbers(read("tends(norm(P[t + 1]), t, sqrt(5))", *POWERS)), Stuck)


SCALED = ("v(0) == 1", ("v(t + 1) == x*v(t)", "t"))


@pytest.mark.parametrize(
    ("goal", "limit"),
    [("x > 2", "oo"), ("v(3) > 8", "oo"), ("x == 0", "0"), ("x >= 0", "0"), ("tends(v(t), t, 1)", "0")],
)
def test_a_point_that_meets_what_is_assumed_of_the_long_run_refutes(read, goal, limit):
    """Of 2^t, (1/2)^t, (-1/2)^t and 0."""
    assert check(settle(read(goal, *SCALED, f"tends(v(t), t, {limit})"))).refuted


@pytest.mark.parametrize(("goal", "limit"), [("x > 1", "oo"), ("x != 1", "0"), ("x != -1", "0")])
def test_what_only_looks_like_it_refutes_nothing(read, goal, limit):
    assert isinstance(refute_beyond_numbers(read(goal, *SCALED, f"tends(v(t), t, {limit})")), Stuck)
