"""Lines whose shapes do not fit: the smallest sizes that show it, and a correction that is proved."""

from __future__ import annotations

import pytest

from derivations.declared import as_declared
from derivations.findings import Finding, JudgedLine
from derivations.judging import Lines
from derivations.pipeline import Run
from derivations.transcript import Transcript
from symbolic.language import Eq, dot, matrix, size, trace
from symbolic.terms.text import show

n, d = size("n d")
Q, K = matrix("Q K", n, d)


def _page(*assumed: str) -> Transcript:
    page = Transcript("Shapes")
    for one in assumed:
        page.assume(one)
    return page


def _judged(text: str, *assumed: str) -> JudgedLine:
    return Lines(Run()).judged(_page(*assumed).line("", text, given=[]))


def _finding(text: str, *assumed: str) -> Finding:
    judged = _judged(text, *assumed)
    assert (judged.true, judged.follows) == (None, None)
    assert judged.finding is not None
    assert judged.finding.kind == "ill-formed"
    return judged.finding


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("trace(Q*K) == dot(Q, K)", "tr(Qᵀ·K) = ⟨Q, K⟩"),
        ("(Q*K).T == K*Q.T", "(Q·Kᵀ)ᵀ = K·Qᵀ"),
        ("Q + K.T == K + Q", "Q + K = K + Q"),
        ("Q*K.T*(K*Q.T) == Q*(K.T*K*Q)", "Q·Kᵀ·(K·Qᵀ) = Q·(Kᵀ·K·Qᵀ)"),
    ],
)
def test_a_transpose_too_many_or_too_few_is_mended(text: str, mended: str) -> None:
    finding = _finding(text)
    sizes = dict(finding.counterexample)
    assert sorted((sizes["d"], sizes["n"])) == ["1", "2"]
    assert finding.correction is not None
    assert finding.correction.proved
    assert show(finding.correction.verdict.claim.goal) == mended


def test_the_two_sizes_are_among_the_counterexample() -> None:
    rows = dict(_finding("Q*K == 0*Q").counterexample)
    assert (rows["columns of Q"], rows["rows of K"]) == (rows["d"], rows["n"])


def test_what_a_script_builds_of_objects_is_mended_too() -> None:
    page = _page()
    for statement in ((trace(Q * K), dot(Q, K)), (Eq(trace(Q * K), dot(Q, K)),)):
        finding = Lines(Run()).judged(page.line("", *statement, given=[])).finding
        assert finding is not None
        assert finding.correction is not None
        assert show(finding.correction.verdict.claim.goal) == "tr(Qᵀ·K) = ⟨Q, K⟩"


def test_an_entry_is_no_matrix() -> None:
    finding = _finding("Q[1, 1] == 0*Q + Q")
    assert finding.counterexample
    assert finding.correction is not None
    assert finding.correction.edit == "the entry [1, 1] of 0*Q + Q"


def test_sizes_are_those_that_the_assumptions_allow() -> None:
    assert dict(_finding("Q + Q.T == Q", "n >= 3", "d == 2*n").counterexample)["d"] == "6"


def test_sizes_that_are_assumed_to_be_one_are_no_counterexample() -> None:
    assert _finding("Q + Q.T == Q.T + Q", "n == d").counterexample == ()


def test_a_definition_is_not_mended_since_any_edit_of_it_would_do() -> None:
    page = _page()
    judged = Lines(Run()).judged(page.let("", "F == Q*K"))
    assert judged.finding is not None
    assert judged.finding.correction is None
    assert judged.finding.counterexample


def test_a_correction_of_the_script_is_judged() -> None:
    page = _page()
    right = page.line("", "trace(Q*K) == dot(Q, K)", given=[], correction="trace(K.T*Q) == dot(Q, K)")
    wrong = page.line("", "trace(Q*K) == dot(Q, K)", given=[], correction="trace(K.T*Q) == 2*dot(Q, K)")
    judge = Lines(Run())
    assert [as_declared(judge.judged(line)) for line in (right, wrong)] == [True, False]


def test_bits_of_a_line_without_meaning_are_as_declared_when_none_is_recorded() -> None:
    page = _page()
    null = page.line("", "Q*K == 0*Q", given=[], true=None, follows=None)
    false = page.line("", "Q*K == 0*Q", given=[], true=False, follows=None)
    judged = list(map(Lines(Run()).judged, (null, false)))
    assert [as_declared(one, strict=True) for one in judged] == [True, False]


def test_what_is_ill_formed_otherwise_has_no_sizes() -> None:
    finding = _finding("Q**2 == Q")
    assert (finding.counterexample, finding.correction) == ((), None)


def test_a_line_that_could_not_be_judged_in_time_is_ill_formed_still() -> None:
    judged = Lines(Run()).stopped(_page().line("", "Q*K == 0*Q", given=[]), "out of time", 1.0)
    assert judged.finding is not None
    assert judged.finding.kind == "ill-formed"


def test_later_lines_are_judged_as_if_it_were_not_there() -> None:
    page = _page()
    page.let("", "F == Q*K")
    page.line("", "Q*K == 0*Q", given=[])
    after = Lines(Run()).judged(page.line("", "trace(Q*K.T) == trace(K.T*Q)"))
    assert (after.true, after.follows) == (True, None)


def test_a_row_after_one_that_means_nothing_is_true_or_not_by_itself() -> None:
    rows = _page().chain("trace(Q.T*K)")
    rows.row("", "== trace(Q*K)")
    after = Lines(Run()).judged(rows.row("", "== dot(Q, K)"))
    assert (after.true, after.follows, after.finding) == (True, None, None)
