"""A document's lines, judged by two bits: planted errors are found where they are made, and told from consequences."""

from __future__ import annotations

import pytest

from derivations.bad_input import Refused
from derivations.declared import as_declared
from derivations.findings import JudgedLine
from derivations.judging import Lines
from derivations.pipeline import Run
from derivations.transcript import Line, Transcript
from symbolic.terms.text import show
from symbolic.verdict import Outcome


def _judged(*lines: Line) -> list[JudgedLine]:
    judge = Lines(Run())
    return [judge.judged(line) for line in lines]


def _bits(*lines: Line) -> list[tuple[bool | None, bool | None]]:
    return [(one.true, one.follows) for one in _judged(*lines)]


def _doubling() -> Transcript:
    transcript = Transcript("Doubling")
    transcript.assume("x(0) == 1")
    transcript.assume("x(t + 1) == 2*x(t)", forall="t")
    return transcript


def test_a_line_is_true_by_the_assumptions_and_follows_from_the_line_before() -> None:
    page = _doubling()
    first = page.line("x_1 = 2", "x(1) == 2", given=[page.given("x_{t+1} = 2x_t", "x(t + 1) == 2*x(t)", forall="t")])
    second = page.line("3 x_1 = 6", "3*x(1) == 6")
    assert _bits(first, second) == [(True, False), (True, True)]


def test_what_is_missing_from_the_named_premises_is_named() -> None:
    page = _doubling()
    rule = page.given("x_{t+1} = 2x_t", "x(t + 1) == 2*x(t)", forall="t")
    (judged,) = _judged(page.line("x_1 = 2", "x(1) == 2", given=[rule]))
    finding = judged.finding
    assert finding is not None
    assert (finding.kind, "x(0) = 1" in finding.words) == ("incomplete", True)
    assert finding.correction is not None
    assert finding.correction.proved


def test_the_first_error_is_told_from_its_consequences() -> None:
    page = _doubling()
    rule = page.given("x_{t+1} = 2x_t", "x(t + 1) == 2*x(t)", forall="t")
    start = page.given("x_0 = 1", "x(0) == 1")
    error = page.line("x_1 = 3", "x(1) == 3", given=[rule, start])
    later = page.line("x_2 = 6", "x(2) == 6", given=[rule, error])
    latest = page.line("x_2 + 1 = 7", "x(2) + 1 == 7")
    judged = _judged(error, later, latest)
    assert [(one.true, one.follows) for one in judged] == [(False, False), (False, True), (False, True)]
    assert [one.finding and one.finding.consequence_of for one in judged] == [None, error.number, error.number]
    assert all(one.finding and one.finding.kind == "false" for one in judged)


def test_errors_that_cancel_leave_a_true_row_that_does_not_follow() -> None:
    rows = Transcript("Cancelling").chain("(a + b)**2")
    right = rows.row("= a^2 + 2ab + b^2", "== a**2 + 2*a*b + b**2")
    slip = rows.row("= a^2 - 2ab + b^2", "== a**2 - 2*a*b + b**2")
    back = rows.row("= (b + a)^2", "== (b + a)**2")
    judged = _judged(right, slip, back)
    assert [(one.true, one.follows) for one in judged] == [(True, True), (False, False), (True, False)]
    assert judged[2].finding is not None
    assert judged[2].finding.kind == "non-sequitur"
    assert judged[2].finding.counterexample


def test_an_error_in_a_chain_propagates_to_the_rows_after_it() -> None:
    rows = Transcript("Propagating").chain("(a + b)**2 - b**2")
    slip = rows.row("= a^2 - 2ab", "== a**2 - 2*a*b")
    later = rows.row("= a(a - 2b)", "== a*(a - 2*b)")
    judged = _judged(slip, later)
    assert [(one.true, one.follows) for one in judged] == [(False, False), (False, True)]
    assert judged[1].finding is not None
    assert judged[1].finding.consequence_of == slip.number


def test_signs_of_a_chain_compose() -> None:
    page = Transcript("Estimates")
    page.assume("a < b")
    rows = page.chain("a")
    lines = [rows.row("< b", "< b"), rows.row("= b + 0", "== b + 0"), rows.row(r"\leq b + c^2", "<= b + c**2")]
    assert [line.statement for line in lines] == [("a < b",), ("a < b + 0",), ("a < b + c**2",)]
    assert _bits(*lines[:2]) == [(True, True), (True, True)]
    with pytest.raises(ValueError, match="signs that compose"):
        rows.row(r"\geq 0", ">= 0")
    with pytest.raises(ValueError, match="found no sign"):
        rows.row("b", "b")


def test_a_letter_never_introduced_is_a_fresh_real_with_a_value_that_shows_it() -> None:
    page = _doubling()
    line = page.line("x_t = B^t", "x(t) == B**t", given=[])
    finding = _judged(line)[0].finding
    assert finding is not None
    assert finding.kind == "undeclared"
    assert finding.words == "never introduced: B"
    assert "B" in dict(finding.counterexample)


def test_a_letter_whose_value_does_not_matter_is_no_finding() -> None:
    page = _doubling()
    page.given("x_0 = 1", "x(0) == 1")
    (judged,) = _judged(page.line("x_0 + c - c = 1", "x(0) + c - c == 1"))
    assert (judged.true, judged.finding) == (True, None)


def test_a_let_with_a_fresh_name_is_a_definition_that_later_lines_rest_on() -> None:
    page = _doubling()
    let = page.let(r"y := x_1 - 1", "y == x(1) - 1")
    use = page.line("y + 1 = x_1", "y + 1 == x(1)", given=[])
    value = page.line("y = 1", "y == 1", given=[page.given("x_1 = 2", "x(1) == 2")])
    assert _bits(let, use, value) == [(True, True)] * 3


def test_a_let_whose_name_is_taken_is_an_equation_and_wants_a_name_of_its_own() -> None:
    page = Transcript("Rescaling")
    page.assume("v(t + 1) == v(t)/2 + g(t)/2", forall="t")
    (judged,) = _judged(page.let(r"v_t = \frac{v_t}{1 - 2^{-t}}", "v(t) == v(t)/(1 - (1/2)**t)"))
    assert judged.true is False
    assert judged.finding is not None
    assert judged.finding.kind == "false"
    correction = judged.finding.correction
    assert correction is not None
    assert correction.proved
    assert show(correction.verdict.claim.goal) == "v'(t) = v(t)/(1 − (1/2)^t)"


@pytest.mark.parametrize(
    ("statement", "forall"), [("y == y + 1", None), ("w(t - t) == t", "t"), ("f(f(x)) == x", None)]
)
def test_what_defines_nothing_is_no_definition(statement: str, forall: str | None) -> None:
    page = Transcript("No definitions")
    (judged,) = _judged(page.let("", statement, forall=forall))
    assert judged.true is not True


def test_a_name_with_a_domain_is_not_free_to_be_defined() -> None:
    page = Transcript("Domains")
    page.assume("rate > 0")
    (judged,) = _judged(page.let("rate := -1", "rate == -1"))
    assert judged.true is False


def test_a_bound_variable_that_is_also_free_is_ill_formed() -> None:
    page = _doubling()
    (judged,) = _judged(page.line(r"\sum_{i=1}^{i} x_i = x_i", "sum(x(i), i, 0, i) == x(i)"))
    assert judged.finding is not None
    assert (judged.finding.kind, judged.finding.words) == ("ill-formed", "bound here, and free as well: i")


def test_a_line_without_meaning_is_ill_formed_and_neither_true_nor_false() -> None:
    page = _doubling()
    broken = page.line("x_{1/2} = 1", "x(1/2) == 1")
    after = page.line("x_0 = 1", "x(0) == 1")
    judged = _judged(broken, after)
    assert (judged[0].true, judged[0].follows, judged[0].outcome) == (None, None, Outcome.UNKNOWN)
    assert judged[0].finding is not None
    assert judged[0].finding.kind == "ill-formed"
    assert (judged[1].true, judged[1].follows) == (True, None)


def test_what_follows_from_a_contradiction_follows_vacuously() -> None:
    page = Transcript("Contradiction")
    wrong = page.line("a = a + 1", "a == a + 1", given=[])
    (judged,) = _judged(page.line("a = 7", "a == 7", given=[wrong]))
    assert (judged.true, judged.follows, judged.vacuous) == (False, None, True)


def test_a_sentence_supposes_what_it_says() -> None:
    page = Transcript("Sentences")
    line = page.sentence("the double grows if x exceeds 1", "2*x > 2", when=["x > 1"], given=[])
    without = page.sentence("the double grows", "2*x > 2", given=[])
    assert _bits(line, without) == [(True, True), (False, False)]
    with pytest.raises(Refused, match="expected the same when="):
        _judged(page.line("", "3*x > 3", given=[line]))


def test_a_schema_does_not_rest_on_one_value() -> None:
    page = _doubling()
    one = page.line("x_t = 1", "x(t) == 1")
    with pytest.raises(Refused, match="speaks of one t"):
        _judged(page.line("x_{t+1} = 2", "x(t + 1) == 2", forall="t", given=[one]))


def test_a_premise_is_not_cited_beside_itself() -> None:
    page = _doubling()
    premise, aside = page.line("x_1 = 2", "x(1) == 2"), page.line("y + y = 2y", "y + y == 2*y")
    (judged,) = _judged(page.line("3 x_1 = 6", "3*x(1) == 6", given=[premise], using=[premise, aside]))
    assert (judged.true, judged.follows) == (True, True)
    cited = [one.certificate.cites for one in (judged.entailed, judged.inferred) if one and one.certificate]
    assert [[one.rpartition("/")[2] for one in names] for names in cited] == [["line-1", "line-2"], ["line-2"]]


def test_definitions_of_the_question_need_not_be_named() -> None:
    page = Transcript("Definitions")
    page.define("d(t) == x(t)**2", forall="t")
    page.assume("x(1) == 3")
    third = page.line("x_1 = 3", "x(1) == 3", given=[])
    assert _bits(third, page.line("d_1 = 9", "d(1) == 9")) == [(True, False), (True, True)]


def test_a_correction_of_the_script_is_proved_or_the_line_is_not_as_declared() -> None:
    page = _doubling()
    good = page.line("x_1 = 3", "x(1) == 3", true=False, follows=False, correction="x(1) == 2")
    bad = page.line("x_1 = 3", "x(1) == 3", given=[], true=False, follows=False, correction="x(1) == 4")
    judged = _judged(good, bad)
    assert [as_declared(one) for one in judged] == [True, False]


def test_a_line_wants_the_bits_that_are_recorded() -> None:
    page = _doubling()
    lines = [
        page.line("x_1 = 2", "x(1) == 2", given=[], true=True, follows=False),
        page.line("x_1 = 2", "x(1) == 2", given=[], true=True, follows=True),
        page.line("x_1 = 2", "x(1) == 2", given=[]),
        page.line("x_1 = 2", "x(1) == 2", given=[], true=None, follows=False),
    ]
    judged = _judged(*lines)
    assert [as_declared(one) for one in judged] == [True, False, True, False]
    assert [as_declared(one, strict=True) for one in judged] == [True, False, False, False]


def test_text_that_cannot_be_read_is_bad_input_and_no_finding() -> None:
    with pytest.raises(Refused, match="line 1"):
        _judged(Transcript("Unreadable").line("", "a == = b"))
