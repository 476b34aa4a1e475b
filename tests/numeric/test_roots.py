"""Roots by a few values: all rational ones of quadratics over affine functions, and of nothing else."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from numeric.roots import NEEDED, affine_roots, rational_roots

numbers = st.fractions(min_value=-20, max_value=20, max_denominator=12)


def sampled(function):
    return [Fraction(function(Fraction(x))) for x in range(NEEDED)]


@given(numbers, numbers.filter(bool))
def test_the_root_of_a_line(root, rise):
    assert affine_roots([rise * (x - root) for x in range(3)]) == [root]


@given(numbers, numbers, numbers.filter(bool), numbers.filter(lambda pole: pole > 0))
def test_both_roots_of_a_quadratic_by_an_affine_function(one, other, scale, slope):
    assume(1 + slope * one and 1 + slope * other)  # a common factor leaves a line
    values = sampled(lambda x: scale * (x - one) * (x - other) / (1 + slope * x))
    assert set(rational_roots(values)) == {one, other}


@pytest.mark.parametrize(
    "values", [sampled(lambda x: x**3 - 1), sampled(lambda x: x**2 - 2), sampled(lambda x: x**2 + 1)]
)
def test_of_cubics_and_where_roots_are_irrational_or_imaginary_there_are_none(values):
    assert rational_roots(values) == []


@pytest.mark.parametrize(("function", "root"), [(lambda x: 2 / (x + 1) - 1, 1), (lambda x: 3 - x, 3)])
def test_a_quotient_of_lines_has_one(function, root):
    assert rational_roots(sampled(function)) == [root]


def test_a_value_that_no_such_function_has_there_is_no_accident():
    assert rational_roots(list(map(Fraction, (0, 1, 4, 7, 16)))) == []


def test_where_the_denominator_vanishes_there_is_no_root():
    """x - 7 is (x - 7)(x - 2)/(x - 2), but for what was said of it at 2."""
    assert rational_roots([Fraction(3) if x == 2 else Fraction(x - 7) for x in range(NEEDED)]) == [7]


def test_what_is_level_has_none():
    assert rational_roots([Fraction(3)] * NEEDED) == []
    assert affine_roots([Fraction(3)] * 3) == []
