from math import factorial

import numpy as np
import pytest

from numeric.arithmetics import Batch, Precise
from numeric.errors import TooCostly

ODD, EVEN = (1, 3, 9), (0, 2, 4, 8, 12)


def moment(order: int) -> int:
    """Of a standard normal variable: 1·3·5···(order - 1)."""
    return 0 if order % 2 else factorial(order) // (2 ** (order // 2) * factorial(order // 2))


@pytest.mark.parametrize("digits", [16, 24, 60])
@pytest.mark.parametrize("order", [*ODD, *EVEN])
def test_polynomials_have_their_moments_to_the_last_digits(digits: int, order: int) -> None:
    found = Precise(digits).mean(lambda w: w(1) ** order, "moment")
    assert abs(found - moment(order)) <= 10 ** (3 - digits) * moment(order + order % 2)


def test_a_lognormal_far_out_to_sixty_digits() -> None:
    arithmetic = Precise(60)
    found = arithmetic.mean(lambda w: arithmetic.elementary("exp", 4 * w(1)), "E")
    assert abs(found / arithmetic.elementary("exp", 8) - 1) < 1e-50


@pytest.mark.parametrize("rate", [0.45, 0.5, 0.6, 2])
def test_what_grows_too_fast_has_no_value(rate: float) -> None:
    arithmetic = Precise(24)
    with pytest.raises(TooCostly, match="converge"):
        arithmetic.mean(lambda w: arithmetic.elementary("exp", rate * w(1) ** 2), "E")


@pytest.mark.parametrize("body", [lambda w: abs(w(1)), lambda w: w(1) > 0.3, lambda w: abs(w(1) - 4)])
def test_kinks_and_steps_are_noticed(body) -> None:
    with pytest.raises(TooCostly, match="converge"):
        Precise(24).mean(body, "E")
    assert np.isnan(Batch().mean(body, "E"))


def test_in_floats_three_variables_at_many_points_at_once() -> None:
    c = np.linspace(-2, 2, 64)
    found = Batch().mean(lambda w: np.exp(c * (w(1) + w(2)) + w(7)), "E")
    assert np.allclose(found, np.exp(c**2 + 1 / 2), rtol=1e-11)


def test_in_floats_a_point_without_a_value_spoils_no_other() -> None:
    rates = np.array([0.1, 0.25, 0.5, 0.7])
    found = Batch().mean(lambda w: np.exp(rates * w(1) ** 2), "E")
    assert np.isnan(found[2:]).all()
    assert np.allclose(found[:2], 1 / np.sqrt(1 - 2 * rates[:2]))


@pytest.mark.parametrize("arithmetic", [Precise(16), Batch()])
def test_too_many_variables_and_none(arithmetic) -> None:
    with pytest.raises(TooCostly, match="at most"):
        arithmetic.mean(lambda w: sum(w(i) for i in range(9)), "E")
    assert arithmetic.mean(lambda w: 3, "E") == 3


def test_a_variable_that_only_some_values_look_at() -> None:
    with pytest.raises(TooCostly, match="depends on the values"):
        Precise(16).mean(lambda w: w(2) if w(1) > 1 else 0, "E")
