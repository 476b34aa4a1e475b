"""Evidence in words."""

import pytest

from symbolic.evidence import Evidence


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (Evidence(1, 1, True, exact=1), "both sides agree at 1 point (1 exact)"),
        (
            Evidence(2, 3, False, exact=1, digits=(15, 30)),
            "both sides disagree at 2 points (1 exact, 15 and 30 digits)",
        ),
        (Evidence(0, 1, None), "not tested: none of 1 point satisfies the assumptions with both sides defined"),
        (Evidence(0, 9, None), "not tested: none of 9 points satisfies the assumptions with both sides defined"),
    ],
)
def test_points_are_counted_as_people_count(evidence, words):
    assert str(evidence) == words
