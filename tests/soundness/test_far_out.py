"""The second opinion on limits sees what is wrong, and lets pass what is right or what it cannot calculate."""

import pytest

from symbolic.language.reading import Statement, read_claim
from tests.soundness.far_out import contradicts, is_about_a_sequence

RIGHT = ["tends((2*n + x)/n, n, 2)", "tends((n**2 + 1)/n, n, oo)", "tends(1/2**n, n, 0)"]
WRONG = ["tends((2*n + x)/n, n, 3)", "tends((n + 1)/n, n, oo)"]


def read(goal):
    return read_claim("f/d/c", "t", "", [], Statement((goal,)))


@pytest.mark.parametrize("goal", RIGHT)
def test_what_is_right_passes(goal):
    claim = read(goal)
    assert is_about_a_sequence(claim)
    assert not contradicts(claim)


@pytest.mark.parametrize("goal", WRONG)
def test_what_is_wrong_is_seen(goal):
    assert contradicts(read(goal))
