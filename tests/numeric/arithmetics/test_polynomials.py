"""Exact expectations of polynomials of normal variables, held against moments and quadrature."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from numeric.arithmetics import Exact, Precise
from numeric.errors import Inexact, TooCostly

EXACT = Exact()
BODIES: dict[str, tuple[Callable[[Any], Any], Fraction]] = {
    "a constant": (lambda x: Fraction(3, 2), Fraction(3, 2)),
    "what cancels": (lambda x: EXACT.multiply(0, x(0, 1, 1)), Fraction(0)),
    "a variable": (lambda x: x(0, 1, 1), Fraction(0)),
    "a shifted square": (lambda x: EXACT.power(EXACT.add(x(0, 1, 1), Fraction(-3)), 2), Fraction(10)),
    "a sixth power": (lambda x: EXACT.power(x(0, 2, 1), 6), Fraction(15)),
    "two of them": (lambda x: EXACT.power(EXACT.multiply(x(0, 1, 1), x(0, 1, 2)), 2), Fraction(1)),
    "one twice": (lambda x: EXACT.multiply(x(0, 1, 1), x(0, 1, 1)), Fraction(1)),
    "the same place of two vectors": (lambda x: EXACT.multiply(x(0, 1, 1), x(1, 1, 1)), Fraction(0)),
    "over a number": (lambda x: EXACT.divide(EXACT.power(x(0, 1, 1), 4), 2), Fraction(3, 2)),
    "a number less it": (lambda x: EXACT.gap(1, EXACT.power(x(0, 1, 1), 2)), Fraction(0)),
}


@pytest.mark.parametrize("name", sorted(BODIES))
def test_means_are_exact(name: str) -> None:
    body, mean = BODIES[name]
    assert EXACT.mean(body, None) == mean


def test_of_an_expectation_below_another_the_variables_are_others() -> None:
    """E[x E[x y]] over y, then x: 0, and not E[x^3], where both are entry 1 of a vector."""

    def outer(x: Any) -> Any:
        inner = EXACT.mean(lambda y: EXACT.multiply(x(0, 1, 1), EXACT.power(y(0, 1, 1), 2)), None)
        return EXACT.multiply(x(0, 1, 1), inner)

    assert EXACT.mean(outer, None) == 1
    assert EXACT.mean(lambda x: EXACT.mean(lambda y: EXACT.multiply(x(0, 1, 1), y(0, 1, 1)), None), None) == 0


@pytest.mark.parametrize(
    "body",
    [
        lambda x: EXACT.elementary("exp", x(0, 1, 1)),
        lambda x: EXACT.divide(1, x(0, 1, 1)),
        lambda x: abs(x(0, 1, 1)),
        lambda x: int(x(0, 1, 1) <= 1),
        lambda x: int(x(0, 1, 1) == 0),
        lambda x: EXACT.power(x(0, 1, 1), Fraction(1, 2)),
        lambda x: EXACT.power(x(0, 1, 1), -1),
        lambda x: EXACT.power(2, x(0, 1, 1)),
    ],
)
def test_what_is_no_polynomial_has_no_exact_mean(body: Callable[[Any], Any]) -> None:
    with pytest.raises(Inexact):
        EXACT.mean(body, None)


@pytest.mark.parametrize("power", [13, 400])
def test_high_powers_are_too_costly(power: int) -> None:
    with pytest.raises(TooCostly):
        EXACT.mean(lambda x: EXACT.power(x(0, 1, 1), power), None)


def test_quadrature_agrees() -> None:
    def body(arithmetic: Any) -> Callable[[Any], Any]:
        return lambda x: arithmetic.power(arithmetic.add(1, arithmetic.multiply(2, x(0, 1, 1))), 4)

    precise = Precise(30)
    assert abs(precise.mean(body(precise), None) - EXACT.mean(body(EXACT), None)) < 1e-12
