"""Hypotheses from which the kernel derives 0 = 1, and some like them that hold somewhere."""

import pytest

from symbolic.certificate import Certificate
from symbolic.kernel import check
from symbolic.language import integer, matrix, sequence, size
from symbolic.language.reading import Statement, read_claim
from symbolic.prover import contradict
from symbolic.terms import ONE, ZERO, eq

NAMES = {"n": size("n"), "k": integer("k"), "x": matrix("x", size("n"), size("n")), "v": sequence("v", start=1)}


def contradiction(goal):
    """The certificate that ``goal`` is defined nowhere, if one is found."""
    found = contradict(read_claim("some/contra/diction", "", "", (), Statement((goal,)), names=NAMES))
    return found if isinstance(found, Certificate) else None


@pytest.mark.parametrize(
    "goal",
    [
        "1/(n - n) == 1",
        "sum(1/k, k, 0, n) == 1",
        "sum(1/(k - 2), k, 1, n + 1) == 1",
        "sum(1/(k*(k + 1)), k, -3, n) == 1",
        "prod(1/(3 - k), k, 3, n + 2) == 1",
    ],
)
def test_a_pole_within_the_range(goal):
    assert check(contradiction(goal)).sequent.conclusion == eq(ZERO, ONE)


@pytest.mark.parametrize(
    "goal",
    [
        "sum(1/k, k, 1, n) == 1",
        "sum(1/(k - 2), k, 1, n) == 1",
        "sum(1/(k + 1), k, 0, n) == 1",
        "sum(1/(2*k - 1), k, 0, n) == 1",
    ],
)
def test_a_pole_that_is_not_met_everywhere(goal):
    assert contradiction(goal) is None


@pytest.mark.parametrize(
    "goal",
    ["sum(x[1, k], k, 1, n + 1) == 1", "sum(x[k - 1, k], k, 1, n) == 1", "sum(v(k), k, 0, n) == 1", "v(0) == 1"],
)
def test_a_place_outside_at_an_end_of_the_range(goal):
    assert check(contradiction(goal)).sequent.conclusion == eq(ZERO, ONE)


@pytest.mark.parametrize("goal", ["sum(x[1, k], k, 1, n - 1) == 1", "sum(x[k - 1, k], k, 2, n) == 1", "v(n) == 1"])
def test_places_that_are_not_outside_at_an_end(goal):
    assert contradiction(goal) is None
