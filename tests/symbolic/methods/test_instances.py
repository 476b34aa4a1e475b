"""What is assumed of every place holds at the places of the goal, and at no place outside of the domain."""

import pytest

from symbolic.methods import Algebra, Given, Instances
from symbolic.methods.instances import indices_of, integers_of, places_of
from symbolic.terms import (
    INTEGER,
    ONE,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    add,
    apply,
    delta,
    entry,
    function_sort,
    mul,
    named_matrix,
    sequence_sort,
    summation,
)

METHODS = (Instances(), Algebra(), Given())
POSITIVE = ("0 < v(i)", "i")


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("0 < v(t)", [POSITIVE]),
        ("v(t) != 0", [POSITIVE]),
        ("v(t) <= v(t) + u(t)", [("0 <= u(i)", "i")]),
        ("0 < v(t)", [("u(i) < v(i)", "i"), ("0 < u(i)", "i")]),
        ("0 < v(t)*u(t)", [POSITIVE, ("0 < u(i)", "i")]),
        ("v(t)*v(t)/v(t) == v(t)", [("v(i) != 0", "i")]),
        ("0 < g(t + 1)", [("0 < g(i)", "i")]),
        ("0 < v(0)*v(2*t)", [POSITIVE]),
        ("0 < p[1]*p[n]", [("0 < p[i]", "i")]),
        ("0 < p[k]", [("0 < p[i]", "i"), "1 <= k", "k <= n"]),
        ("0 < A[k, k]", [("0 < A[i, j]", ["i", "j"]), "1 <= k", "k <= n"]),
    ],
)
def test_what_it_proves(theorem, goal, assume):
    assert not theorem(METHODS, goal, *assume).refuted


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("0 < v(t)", [("0 <= v(i)", "i")]),
        ("0 < v(t)", [("0 < u(i)", "i")]),
        ("0 < v(t)", ["0 < v(1)"]),
        ("0 < v(t)*u(t)", [POSITIVE]),
        ("0 < A[k, 1]", [("0 < A[i, i]", "i"), "1 <= k", "k <= n"]),
        ("0 < x", [POSITIVE]),
    ],
)
def test_what_it_must_not_prove(residual, goal, assume):
    residual(METHODS, goal, *assume)


def test_a_domain_that_is_not_proved_is_no_instance(residual, theorem):
    late = ("0 < v(i + 3)", "i")  # of v(3), v(4), ...
    residual(METHODS, "0 < v(t)", late)
    assert not theorem(METHODS, "0 < v(t + 3)", late).refuted


def test_places_that_are_no_symbols():
    n, t = Symbol("n", INTEGER), Symbol("t", INTEGER)
    v, f = Symbol("v", sequence_sort()), Symbol("f", function_sort())
    assert indices_of(mul(apply(v, add(t, ONE)), apply(v, ONE), apply(v, n))) == [n, t, add(t, ONE), ONE]
    assert indices_of(apply(f, Symbol("x"))) == []
    assert indices_of(summation(ONE, n, Lambda(INTEGER, apply(v, add(Bound(0), ONE))))) == []


def test_the_integers_of_a_term_and_those_that_are_places():
    n, t = Symbol("n", INTEGER), Symbol("t", INTEGER)
    v, b = Symbol("v", sequence_sort()), named_matrix(Symbol("b", sequence_sort(1)), n, ONE)
    assert integers_of(add(n, apply(v, t), Symbol("x"))) == [n, t]
    assert places_of(add(n, apply(v, add(t, ONE)))) == [t]
    assert places_of(entry(b, t)) == [t]
    assert places_of(delta(t, n)) == [n, t]
    assert places_of(Node("mul", n, apply(v, Number(2)))) == []
