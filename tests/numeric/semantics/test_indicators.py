"""Indicators in numbers: exact where numbers are, and undecided where rounding would decide."""

from contextlib import suppress
from fractions import Fraction

import numpy as np
import pytest

from numeric.arithmetics import Arithmetic, Batch, Exact, Precise
from numeric.arithmetics.samples import Samples
from numeric.errors import TooCostly, Undefined, Unevaluated
from numeric.evaluate import Evaluation, evaluate
from numeric.layout import Layout
from symbolic.certificate import Model
from symbolic.terms import (
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    apply,
    diff,
    div,
    expect,
    mul,
    power,
    sequence_sort,
    sub,
)

W = Symbol("w", sequence_sort(1))
X = Symbol("x")
HALF = Number(Fraction(1, 2))
ROOT = power(Number(2), HALF)
EVERY = [Exact(), Precise(30), Batch()]


def named(arithmetic: object) -> str:
    return type(arithmetic).__name__


def indicator(body: Term) -> Term:
    return Node("heaviside", body)


@pytest.mark.parametrize("arithmetic", EVERY, ids=named)
@pytest.mark.parametrize(("at", "value"), [(ZERO, 1), (ONE, 1), (Number(-1), 0), (HALF, 1), (sub(HALF, ONE), 0)])
def test_a_number(arithmetic: Arithmetic, at: Term, value: int) -> None:
    assert evaluate(indicator(at), Model(), arithmetic) == value


@pytest.mark.parametrize("arithmetic", EVERY[1:], ids=named)
def test_an_irrational_number(arithmetic: Arithmetic) -> None:
    assert evaluate(indicator(sub(ROOT, ONE)), Model(), arithmetic) == 1
    assert evaluate(indicator(sub(ONE, ROOT)), Model(), arithmetic) == 0


def test_a_jump_that_rounding_decides_is_none() -> None:
    """The difference of 2 and the square of its root is 0, or so."""
    close = indicator(sub(mul(ROOT, ROOT), Number(2)))
    with pytest.raises(Undefined):
        evaluate(close, Model(), Precise(30))
    assert np.isnan(evaluate(close, Model(), Batch()))


def test_large_sides_are_compared_relatively() -> None:
    huge = mul(Number(10**12), ROOT)
    close = indicator(sub(mul(huge, huge), Number(2 * 10**24 + 1)))
    assert np.isnan(evaluate(close, Model(), Batch()))


def test_at_many_points_at_once() -> None:
    points = np.array([-2.0, 0.0, 1e-12, 3.0])
    found = Evaluation({X: points}, {}, Batch(), Layout()).value(indicator(X))
    assert found.tolist()[::3] == [0, 1]
    assert np.isnan(found[1:3]).all()


@pytest.mark.parametrize("arithmetic", EVERY, ids=named)
def test_it_has_no_derivative(arithmetic: Arithmetic) -> None:
    with pytest.raises(Unevaluated):
        evaluate(diff(Lambda(REAL, indicator(Bound(0)), "x"), ONE), Model(), arithmetic)


@pytest.mark.parametrize("arithmetic", EVERY[1:], ids=named)
def test_no_quadrature_takes_a_jump_for_smooth(arithmetic: Arithmetic) -> None:
    chance = expect(abstract(indicator(sub(apply(W, ONE), div(ONE, Number(3)))), W))
    with suppress(TooCostly):
        assert np.isnan(evaluate(chance, Model(), arithmetic))


def test_draws_give_a_probability() -> None:
    samples = Samples(np.random.default_rng(0), 10**5)
    chance = expect(abstract(indicator(sub(apply(W, ONE), ONE)), W))
    assert evaluate(chance, Model(), samples) == pytest.approx(0.158655, abs=0.005)


def test_a_jump_at_every_draw_is_undefined_by_draws() -> None:
    samples = Samples(np.random.default_rng(0), 100)
    entry = apply(W, ONE)
    with np.errstate(invalid="raise"), pytest.raises(FloatingPointError):
        evaluate(expect(abstract(indicator(sub(mul(ROOT, ROOT, entry), mul(Number(2), entry))), W)), Model(), samples)
