"""Letters of a line: matrices that a let introduces, letters bound twice, letters bound and free."""

from __future__ import annotations

from derivations.findings import JudgedLine
from derivations.judging import Lines
from derivations.pipeline import Run
from derivations.transcript import Line, Transcript
from symbolic.language import integer, matrix, sequence, size
from symbolic.terms.text import show

n, d = size("n d")
j = integer("j", at_least=1, at_most=n)
Q, K = matrix("Q K", n, d)
A = matrix("A", n, n)
a = sequence("a", start=1)


def _judged(*lines: Line) -> list[JudgedLine]:
    judge = Lines(Run())
    return [judge.judged(line) for line in lines]


def test_a_let_may_introduce_a_matrix_or_a_column() -> None:
    page = Transcript("Lets")
    product = page.let("F = QK^T", "F == Q*K.T")
    means = page.let("u", "u == array(F[1, i], i, n)")
    use = page.line("u_1 = F_11", "u[1] == dot(array(Q[1, i], i, d), array(K[1, i], i, d))", given=[])
    again = page.let("F = 2F", "F == 2*F")
    judged = _judged(product, means, use, again)
    assert [(one.true, one.follows) for one in judged[:3]] == [(True, True)] * 3
    assert judged[3].true is False


def test_a_definition_that_nothing_speaks_of_is_no_premise() -> None:
    page = Transcript("Lets")
    page.let("F = QK^T", "F == Q*K.T")
    (judged,) = _judged(page.line("", "trace(Q.T*K) == dot(Q, K)", given=[]))
    assert judged.entailed is not None
    assert judged.entailed.verdict.claim.assumptions == ()


def test_a_letter_bound_again_is_named_and_mended() -> None:
    page = Transcript("Shadows")
    line = page.line("", "sum(a(j)*sum(a(j), j, 1, n), j, 1, n) == sum(a(j)*a(j), j, 1, n)", given=[])
    (judged,) = _judged(line)
    finding = judged.finding
    assert finding is not None
    assert (finding.kind, finding.words) == (
        "false",
        "it contradicts what is assumed; bound again where it is bound already: j",
    )
    assert finding.correction is not None
    assert finding.correction.edit == "no second range of j"
    assert show(finding.correction.verdict.claim.goal) == "Σ_{j=1}^{n} a(j)·a(j) = Σ_{j=1}^{n} a(j)·a(j)"


def test_a_letter_bound_again_to_no_harm_is_no_finding() -> None:
    page = Transcript("Shadows")
    line = page.line("", "sum(sum(a(j), j, 1, n), j, 1, n) == n*sum(a(j), j, 1, n)", given=[])
    assert _judged(line)[0].finding is None


def test_where_it_matters_which_of_two_letters_is_meant_is_shown() -> None:
    page = Transcript("Clashes")
    (judged,) = _judged(page.line("", "sum(A[j, j], j, 1, n) + A[j, j] == trace(A) + A[j, j]", given=[]))
    finding = judged.finding
    assert judged.true is True
    assert finding is not None
    assert (finding.kind, finding.words) == ("ill-formed", "bound here, and free as well: j")
    assert dict(finding.counterexample)["n"] == "2"
    assert finding.correction is not None
    assert finding.correction.proved
    assert "j′" in show(finding.correction.verdict.claim.goal)
