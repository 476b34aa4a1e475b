"""Norms and largest eigenvalues of matrices of numbers: by their values, or by numbers around them."""

import pytest

from symbolic.methods import Algebra, Extremal, Spectra

ALONE = (Algebra(), Spectra())
ROWS = "array({}, i, 2, j, 2)".format  # i and j are numbers of rows and columns
CUBIC = "array(i*j + (i - j)**2, i, 3, j, 3)"
SHEAR = ROWS("1 - (i - 1)*(2 - j)")


@pytest.mark.parametrize(
    "goal",
    [
        f"norm({ROWS('(2 - i)*j')}) == sqrt(5)",
        f"norm({SHEAR}) == (1 + sqrt(5))/2",
        f"norm(2*{SHEAR}) == 1 + sqrt(5)",
        f"norm({SHEAR}*{SHEAR}) == 1 + sqrt(2)",
        "norm(array(i, i, 3)) == sqrt(14)",
        "norm(zeros(2, 3)) == 0",
        "norm(-3*identity(4)) == 3",
        "lambda1(-identity(2)) == -1",
        f"lambda1({ROWS('i*j')}) == 5",
        f"lambda1({ROWS('i + j')}) == 3 + sqrt(10)",
        f"lambda1({ROWS('i + j')}) != 6",
        f"lambda1({ROWS('i + j')})**2 != norm({SHEAR})",
        f"norm({SHEAR}) < 2",
        f"norm({SHEAR})**3 != norm({SHEAR})**2",
    ],
)
def test_what_it_proves(theorem, goal):
    assert {"eigenvalue least", "norm least"} & set(theorem(ALONE, goal).rules)


@pytest.mark.parametrize(
    "goal",
    [
        f"lambda1({CUBIC}) != 14",
        f"lambda1({CUBIC}) > 17",
        f"norm({CUBIC}) < 87/5",
        f"norm({CUBIC})**2 - lambda1({CUBIC}) != 0",
    ],
)
def test_a_root_of_degree_3_lies_between_numbers(theorem, goal):
    assert "enclosed" in theorem(ALONE, goal).rules


@pytest.mark.parametrize(
    "goal",
    [
        f"norm({SHEAR}) == 3/2",
        f"norm({SHEAR}) < 3/2",
        f"norm({SHEAR}) != (1 + sqrt(5))/2",
        f"lambda1({CUBIC}) < 17",
        f"norm({CUBIC}) != lambda1({CUBIC})",
        "lambda1(x*identity(2)) == x",
        "norm(identity(n)) == 1",
        "norm(identity(5)) == 1",
    ],
)
def test_what_it_must_not_prove(residual, goal):
    residual(ALONE, goal)


def test_bounds_alone_do_not_tell_a_norm_from_another_number(residual):
    residual((Algebra(), Extremal()), f"norm({SHEAR}) != 3/2")
