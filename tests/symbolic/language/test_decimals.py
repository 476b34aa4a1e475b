"""Printed decimals are intervals of half a unit of the last digit."""

import pytest
from sympy import Rational

from symbolic.language import printed


@pytest.mark.parametrize(
    ("number", "lowest", "highest"),
    [
        ("0.25", Rational(49, 200), Rational(51, 200)),
        ("3", Rational(5, 2), Rational(7, 2)),
        ("-0.50", Rational(-101, 200), Rational(-99, 200)),
        ("1.5e-03", Rational(145, 10**5), Rational(155, 10**5)),
    ],
)
def test_the_last_digit_says_how_near(number, lowest, highest):
    ((entry,),) = printed("p", number)
    assert entry.domain == (("at_least", lowest), ("at_most", highest))


def test_rows_and_columns_are_in_the_names():
    assert [[str(entry) for entry in row] for row in printed("p", "1 2\n3 4")] == [["p_11", "p_12"], ["p_21", "p_22"]]


@pytest.mark.parametrize("number", ["nan", "inf", "1/2", "x"])
def test_what_is_no_decimal_is_refused(number):
    with pytest.raises(ValueError, match="expected a decimal"):
        printed("p", number)
