"""Values that turn a pattern into a term."""

import pytest

from symbolic.methods.fitting import fits, same
from symbolic.terms import INTEGER, ONE, REAL, Bound, Lambda, Number, Symbol, add, apply, mul, power, sequence_sort, sub

x, y, u, v = (Symbol(name, REAL) for name in "xyuv")
t = Symbol("t", INTEGER)
f, g = (Symbol(name, sequence_sort(0, 1)) for name in "fg")
later = add(t, ONE)


@pytest.mark.parametrize(
    ("pattern", "term", "values"),
    [
        (mul(x, add(y, ONE)), mul(add(ONE, v), u), [{x: u, y: v}]),
        (sub(x, y), sub(u, v), [{x: u, y: v}]),
        (mul(x, x), mul(u, u), [{x: u}]),
        (mul(x, x), mul(u, v), []),
        (apply(f, later), apply(g, later), [{f: g}]),
        (
            apply(f, later),
            power(apply(g, later), Number(2)),
            [{f: Lambda(INTEGER, power(apply(g, Bound(0)), Number(2)))}],
        ),
        (apply(f, later), apply(g, add(later, t)), []),
        (x, apply(g, t), [{x: apply(g, t)}]),
        (t, u, []),
    ],
)
def test_the_values_that_fit(pattern, term, values):
    found = list(fits(pattern, term, (x, y, f, t) if pattern == t else (x, y, f), {}))
    assert all(one in found for one in values)
    assert all(one in values for one in found)


def test_sums_are_the_same_in_any_order_and_differences_are_not():
    assert same(add(x, mul(y, u)), add(mul(u, y), x))
    assert not same(sub(x, y), sub(y, x))
    assert not same(add(x, x, y), add(x, y, y))


def test_what_a_binder_holds_does_not_leave_it():
    inner = Lambda(INTEGER, add(Bound(0), ONE))
    assert not list(fits(Lambda(INTEGER, x), inner, (x,), {}))
    assert list(fits(Lambda(INTEGER, add(Bound(0), x)), inner, (x,), {})) == [{x: ONE}]


def test_without_fuel_no_more_orders_are_tried():
    assert len(list(fits(add(x, y), add(u, v), (x, y), {}, [1]))) == 0
    assert len(list(fits(add(x, y), add(u, v), (x, y), {}))) == 2
