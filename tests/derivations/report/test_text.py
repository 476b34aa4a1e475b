"""What a reader has to know is on the page: what was not tested, what was assumed, what is left."""

from __future__ import annotations

from dataclasses import replace

from derivations.derivation import Derivation
from derivations.pipeline import Judged, Run
from derivations.report.text import ALARM, claim_lines, heading, remarks, summary
from symbolic.evidence import Evidence
from symbolic.language import size, tends
from symbolic.terms import Symbol
from symbolic.verdict import Outcome, Stuck

DERIVATION = Derivation("Text", source="Appendix B")
PROVED = Run().judged(DERIVATION.show("proved", "a + b == b + a"))


def _with(judged: Judged, **changes: object) -> Judged:
    return replace(judged, verdict=replace(judged.verdict, **changes))  # type: ignore[arg-type]


def test_a_proved_claim_needs_no_remark() -> None:
    assert list(remarks(PROVED)) == []
    assert [line.plain for line in claim_lines(PROVED)] == [
        "  ✓ PROVED    test_text/text/proved  proved",
        "    for all real a, b",
        "    then    a + b = b + a",
    ]


def test_a_contradiction_between_proof_and_numbers_is_an_alarm() -> None:
    assert ALARM in list(remarks(_with(PROVED, evidence=Evidence(points=3, tried=3, agrees=False))))


def test_a_proof_without_a_tested_point_says_so() -> None:
    (remark,) = remarks(_with(PROVED, evidence=Evidence(points=0, tried=5, agrees=None)))
    assert remark.startswith("no model found; not tested: none of 5 points")


def test_a_wrong_limit_is_shown_where_the_kernel_refutes_it() -> None:
    n, d = size("n d")
    slip = Derivation("Slip").show("a limit", tends(2 + 4 * d / n, n, 2 * d + 1))
    assert list(remarks(Run().judged(slip))) == ["counterexample: d = 1"]


def test_what_is_left_is_shown_in_the_notation_of_the_statement() -> None:
    stuck = Stuck(Symbol("beta"), ("algebra",))
    lines = list(remarks(_with(PROVED, theorem=None, outcome=Outcome.UNKNOWN, stuck=stuck)))
    assert lines[0].startswith(Outcome.UNKNOWN.value)
    assert lines[1] == "left of lhs - rhs: β"


def test_a_goal_among_its_own_assumptions_is_called_assumed() -> None:
    derivation = Derivation("Circular")
    derivation.assume("a == b")
    judged = Run().judged(derivation.show("circular", "a == b"))
    assert "assumed: the goal stands among its own assumptions" in list(remarks(judged))


def test_headings_and_summaries() -> None:
    assert heading(DERIVATION).plain.startswith("Text  (Appendix B)  ")
    line = summary([PROVED], unread=2, strict=False, seconds=1.23)
    assert line.plain == "1 claim: 1 proved; 1 as declared, 2 could not be read; 1.2 s"
