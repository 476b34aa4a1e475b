"""A few points refute what is plainly false, and never what is true."""

import pytest

from derivations.trial import fails_somewhere
from symbolic.claim import Claim
from symbolic.language.reading import Statement, read_claim


def _claim(goal: str, *assumed: str) -> Claim:
    return read_claim("f/d/c", "tried", "", [Statement((one,)) for one in assumed], Statement((goal,)))


@pytest.mark.parametrize(
    ("goal", "assumed"),
    [
        ("x**2 == x", ()),
        ("x == y", ("x**2 == y**2",)),
        ("sum(i, i, 1, t) == t*t/2", ()),
        ("x < 4", ("x > 0",)),
    ],
)
def test_a_false_claim_fails_somewhere(goal: str, assumed: tuple[str, ...]) -> None:
    assert fails_somewhere(_claim(goal, *assumed))


@pytest.mark.parametrize(
    ("goal", "assumed"),
    [
        ("(x + 1)**2 == x**2 + 2*x + 1", ()),
        ("x == 0", ("x**2 == 0",)),
        ("x/x == 1", ()),
        ("x == 1", ("x == 2", "x == 3")),
    ],
)
def test_nothing_is_said_of_what_holds_or_is_never_tested(goal: str, assumed: tuple[str, ...]) -> None:
    assert not fails_somewhere(_claim(goal, *assumed))
