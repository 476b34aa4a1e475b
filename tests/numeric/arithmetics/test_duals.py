import math
from fractions import Fraction

import numpy as np
import pytest

from numeric.arithmetics import Batch, Duals, Exact, Precise
from numeric.errors import Inexact, Undefined, Unrealised


def test_product_and_quotient_rule() -> None:
    duals = Duals(Exact())
    x = duals.variable(Fraction(3))
    assert duals.slope(duals.multiply(x, duals.add(x, 1))) == 7
    assert duals.slope(duals.divide(1, x)) == Fraction(-1, 9)
    assert duals.slope(-x) == -1
    assert duals.slope(5) == 0


@pytest.mark.parametrize(
    ("exponent", "slope"), [(0, 0), (1, 1), (3, 48), (-1, Fraction(-1, 16)), (Fraction(1, 2), Fraction(1, 4))]
)
def test_powers_at_four(exponent: Fraction, slope: Fraction) -> None:
    duals = Duals(Exact())
    assert duals.slope(duals.power(duals.variable(4), exponent)) == slope


def test_powers_at_zero() -> None:
    duals = Duals(Exact())
    zero = duals.variable(0)
    assert [duals.slope(duals.power(zero, exponent)) for exponent in (0, 1, 2)] == [0, 1, 0]
    with pytest.raises(Undefined):
        duals.power(zero, Fraction(1, 2))


def test_exponential_slopes_owe_a_positive_base() -> None:
    duals = Duals(Precise(30))
    assert duals.slope(duals.power(2, duals.variable(3))) == pytest.approx(8 * math.log(2))
    with pytest.raises(Undefined):
        duals.power(-2, duals.variable(3))


def test_elementary_slopes_are_exact_where_the_values_are() -> None:
    duals = Duals(Exact())
    at_zero = {
        name: duals.slope(duals.elementary(name, duals.variable(0)))
        for name in ("exp", "tanh", "sigmoid", "sin", "cos")
    }
    assert at_zero == {"exp": 1, "tanh": 1, "sigmoid": Fraction(1, 4), "sin": 1, "cos": 0}
    assert duals.slope(duals.elementary("log", duals.variable(1))) == 1
    with pytest.raises(Inexact):
        duals.elementary("exp", duals.variable(1))


@pytest.mark.parametrize("name", ["exp", "log", "tanh", "sigmoid", "sin", "cos"])
def test_elementary_slopes_are_those_of_a_small_difference(name: str) -> None:
    precise, step = Precise(50), Fraction(1, 10**15)
    duals = Duals(precise)
    near, far = (precise.elementary(name, precise.number(Fraction(3, 7) + sign * step)) for sign in (-1, 1))
    slope = duals.slope(duals.elementary(name, duals.variable(precise.number(Fraction(3, 7)))))
    assert abs((far - near) / precise.number(2 * step) - slope) < 1e-25


def test_the_variable_of_an_outer_derivative_is_a_constant_of_the_inner_one() -> None:
    outer = Duals(Exact())
    inner = Duals(outer)
    x, y = outer.variable(2), inner.variable(5)
    assert outer.slope(inner.slope(inner.multiply(x, y))) == 1
    assert outer.slope(inner.slope(inner.add(x, y))) == 0


def test_slopes_are_undefined_where_values_are() -> None:
    duals, zeros = Duals(Batch()), np.array([0.0, 2.0])
    shifted = duals.add(duals.divide(1, zeros), duals.variable(np.array([1.0, 1.0])))
    assert duals.slope(shifted).tolist() == pytest.approx([math.nan, 1.0], nan_ok=True)


def test_cases_by_the_variable_have_no_slope() -> None:
    duals = Duals(Exact())
    assert duals.gap(3, 1) == 2
    with pytest.raises(Unrealised):
        duals.gap(duals.variable(3), 1)
