"""The smallest single edit that is proved mends a wrong line; nothing else does."""

from __future__ import annotations

import pytest

from derivations.judging import Lines
from derivations.pipeline import Run, decide
from derivations.repair import Correction, edits, repaired
from derivations.transcript import Transcript
from symbolic.claim import Claim
from symbolic.language.reading import Statement, read_claim
from symbolic.terms import symbols
from symbolic.terms.text import show


def _claim(goal: str, *assumed: str) -> Claim:
    return read_claim("f/d/c", "wrong", "", [Statement((one,)) for one in assumed], Statement((goal,)))


def _repaired(goal: str, *assumed: str, undeclared: tuple[str, ...] = ()) -> Correction | None:
    return repaired(_claim(goal, *assumed), undeclared, 0, lambda claim: decide(claim, None, (), 0))


@pytest.mark.parametrize(
    ("goal", "assumed", "mended"),
    [
        ("(a - b)**2 == a**2 - 2*a*b - b**2", (), "(a − b)^2 = a^2 − 2·a·b + b^2"),
        ("y == 2*a*x", ("y == a*x",), "y = a·x"),
        ("sum(i, i, 1, t - 1) == t*(t + 1)/2", (), "Σ_{i=1}^{t − 1} i = t·(t − 1)/2"),
        ("sum(i, i, 1, t) == t*t/2 + t/3", (), "Σ_{i=1}^{t} i = t·t/2 + t/2"),
        ("x(t - 1) == 3*x(t) + 1", ("x(t) == 3*x(t - 1) + 1",), "x(t) = 3·x(t − 1) + 1"),
        ("x == y/z", ("x == z/y", "y > 0", "z > 0"), "x = z/y"),
    ],
)
def test_a_slip_is_mended(goal: str, assumed: tuple[str, ...], mended: str) -> None:
    found = _repaired(goal, *assumed)
    assert found is not None
    assert found.proved
    assert show(found.verdict.claim.goal) == mended


def test_undeclared_letters_are_replaced_jointly_and_everywhere() -> None:
    found = _repaired("y == B*a + b**2", "y == x*a + x**2", undeclared=("B", "b"))
    assert found is not None
    assert found.edit == "x for B, x for b"
    assert not {symbol.name for symbol in symbols(found.verdict.claim.goal)} & {"B", "b"}


def test_a_lost_factor_is_put_on_the_side_that_lacks_it() -> None:
    found = _repaired("x + y == a*x + a*y", "x > 0")
    assert found is not None
    assert found.proved
    assert {"a·(x + y) = a·x + a·y", "x + y = x + a·y"} & {show(found.verdict.claim.goal)}


def test_what_no_single_edit_mends_is_left_alone() -> None:
    assert _repaired("a**2 + b == c**3 - 7*d") is None


def test_edits_are_the_same_each_time_and_the_least_change_comes_first() -> None:
    claim = _claim("a*x + b == y")
    sizes = [abs(len(show(edit.claim.goal)) - len(show(claim.goal))) for edit in edits(claim)]
    assert edits(claim) == edits(claim)
    assert sizes[0] == 0
    assert sizes[0] < sizes[-1]


def test_no_edit_is_true_for_a_reason_that_is_not_the_authors() -> None:
    goals = [edit.claim.goal for edit in edits(_claim("x == x*c"), ["c"])]
    assert goals
    assert all(goal.op == "eq" and goal.args[0] != goal.args[1] for goal in goals)
    assert not any(symbol.name == "c" for goal in goals for symbol in symbols(goal))


def test_what_a_sentence_supposes_may_be_what_is_wrong() -> None:
    page = Transcript("Suppositions")
    page.assume("p == x - 2*c*x")
    page.assume("q == x - r*x")
    line = page.sentence("both are the same if r = -2c", "p == q", when=["r == -2*c"], given=[])
    finding = Lines(Run()).judged(line).finding
    assert finding is not None
    assert finding.correction is not None
    assert finding.correction.proved
    assert [show(formula) for formula in finding.correction.formulas] == ["p = q", "r = 2·c"]
