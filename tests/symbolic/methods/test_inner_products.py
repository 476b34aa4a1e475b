"""Inner products as letters: what is known of vectors is put in, and arithmetic does the rest."""

import pytest

from symbolic.methods import InnerProducts
from symbolic.prover import prove
from symbolic.verdict import Stuck

STRETCHES = ("dot(r, r) <= dot(A*r, A*r)", "r")


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("dot(p, p) <= dot(A*p, A*p)", [STRETCHES]),
        ("dot(p, p) <= dot(A*B*p, A*B*p)", [STRETCHES, ("dot(r, r) <= dot(B*r, B*r)", "r")]),
        ("dot(p, p) <= dot(A*(A*p), A*(A*p))", [STRETCHES]),
        ("beta*dot(p, q) <= 1", ["dot(p, q) <= 1/beta"]),
        ("dot(p, q) <= 2", ["dot(q, p) <= 1"]),
        ("dot(p, p) <= 3", ["dot(p, p) + dot(q, q) == 2"]),
        ("dot(h[k], h[k]) <= 2", [("dot(h[t], h[t]) <= 1", "t"), "k >= 0"]),
    ],
)
def test_what_it_proves(theorem, goal, assume):
    assert not theorem(InnerProducts(), goal, *assume).refuted


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("2*dot(p, p) <= dot(A*p, A*p)", [STRETCHES]),
        ("dot(p, p) < dot(A*p, A*p)", [STRETCHES]),
        ("dot(p, p) <= dot(B*p, B*p)", [STRETCHES]),
        ("dot(p, p) <= dot(A*B*p, A*B*p)", [STRETCHES]),
        ("dot(p, p) <= dot(A*p, A*p)", ["dot(q, q) <= dot(A*q, A*q)"]),
        ("dot(p, q) <= 1", ["dot(p, r) <= 1"]),
        ("0 <= dot(p, q)", []),
        ("dot(h[k], h[k]) <= 2", [("dot(h[t + 1], h[t + 1]) <= 1", "t")]),
    ],
)
def test_what_does_not_follow_is_left(read, goal, assume):
    assert isinstance(prove(read(goal, *assume), by=InnerProducts()), Stuck)
