"""Largest eigenvalues of small symmetric matrices, exactly or between two numbers, and sums of squares."""

import pytest
import sympy

from symbolic.methods.eigenvalues import largest_eigenvalue, squares
from symbolic.methods.search import Failed

ROOT = sympy.sqrt(5)
MATRICES = [
    sympy.Matrix(rows)
    for rows in (
        [[-3]],
        [[0, 0], [0, 0]],
        [[1, 2], [2, 1]],
        [[1, 1], [1, 2]],
        [[0, 1, 2], [1, 0, 3], [2, 3, 1]],
        [[1, 1, 0], [1, 2, 0], [0, 0, -1]],
        [[sympy.Rational(1, 3), 0], [0, sympy.Rational(1, 7)]],
        [[1, 2, 0, 0], [2, 1, 0, 5], [0, 0, 1, 3], [0, 5, 3, 1]],
    )
]


@pytest.mark.parametrize("table", MATRICES)
def test_the_eigenvalue_lies_between_the_two_numbers_which_are_close(table):
    found = largest_eigenvalue(table)
    low, high = (float(one) for one in (found.low, found.high))
    greatest = max(float(sympy.re(sympy.N(one))) for one in table.eigenvals(multiple=True))
    assert low - 1e-12 <= greatest <= high + 1e-12
    assert 0 <= high - low < 1e-7


@pytest.mark.parametrize("table", MATRICES)
def test_the_vector_is_stretched_by_the_lower_number_at_least(table):
    found = largest_eigenvalue(table)
    gap = found.vector.dot(table * found.vector) - found.low * found.vector.dot(found.vector)
    assert sympy.radsimp(sympy.expand(gap)) >= 0


@pytest.mark.parametrize("table", MATRICES)
def test_what_is_missing_to_the_upper_number_is_a_sum_of_squares(table):
    rest = largest_eigenvalue(table).high * sympy.eye(table.rows) - table
    summed = sum((weight * row.T * row for weight, row in squares(rest)), sympy.zeros(table.rows))
    assert (summed - rest).applyfunc(lambda one: sympy.radsimp(sympy.expand(one))).is_zero_matrix


def test_a_root_of_degree_2_is_exact_and_one_of_degree_3_is_not():
    golden, cubic = largest_eigenvalue(MATRICES[3]), largest_eigenvalue(MATRICES[4])
    assert golden.low == golden.high == (3 + ROOT) / 2
    assert cubic.low < cubic.high


def test_the_root_of_an_eigenvalue():
    assert largest_eigenvalue(MATRICES[3]).rooted().low == (1 + ROOT) / 2
    assert largest_eigenvalue(sympy.Matrix([[5]])).rooted().high == ROOT
    cubic = largest_eigenvalue(MATRICES[4])
    assert cubic.rooted().low ** 2 <= cubic.low < cubic.high <= cubic.rooted().high ** 2


@pytest.mark.parametrize("rows", [[[-1]], [[1, 2], [2, 1]], [[0, 1], [1, 0]]])
def test_what_is_sometimes_negative_is_no_sum_of_squares(rows):
    with pytest.raises(Failed):
        squares(sympy.Matrix(rows))
