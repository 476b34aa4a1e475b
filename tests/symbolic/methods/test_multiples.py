"""The norm of a multiple is that multiple of the norm, and a transpose has the same norm; nothing else has."""

import pytest

from symbolic.methods import Algebra, Extremal, Given, Multiples

ALONE = (Given(), Algebra(), Multiples())


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("norm(-A) == norm(A)", []),
        ("norm(-(A*B)) == norm(A*B)", []),
        ("norm(-3*A) == 3*norm(A)", []),
        ("norm(A/2) == norm(A)/2", []),
        ("norm(-p) < norm(2*p)", ["0 < norm(p)"]),
        ("x < beta*norm(-A)", ["x < beta*norm(A)"]),
        ("norm(-(2*A)) == 2*norm(A)", []),
        ("norm(A.T) == norm(A)", []),
        ("norm(-(W.T)) == norm(W)", []),
        ("norm((A*B).T) == norm(A*B)", []),
        ("x < beta*norm(A.T)", ["x < beta*norm(A)"]),
    ],
)
def test_what_it_proves(theorem, goal, assume):
    assert "norm least" in theorem(ALONE, goal, *assume).rules


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("norm(-A) == -norm(A)", []),
        ("norm(-3*A) == -3*norm(A)", []),
        ("norm(x*A) == x*norm(A)", []),
        ("norm(0*A) == norm(A)", []),
        ("norm(-A) < norm(2*A)", []),
        ("norm(A - B) == norm(A + B)", []),
        ("norm((A*B).T) == norm(B*A)", []),
        ("norm(A.T) < norm(A)", []),
    ],
)
def test_what_it_must_not_prove(residual, goal, assume):
    residual(ALONE, goal, *assume)


def test_without_it_a_strict_bound_of_a_multiple_is_not_found(residual):
    residual((Given(), Algebra(), Extremal()), "x < beta*norm(-A)", "x < beta*norm(A)")
