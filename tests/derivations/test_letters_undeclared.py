"""A script that declares some names declares all that it assumes; the document's own letters are findings."""

from __future__ import annotations

import pytest

from derivations.bad_input import Refused
from derivations.findings import JudgedLine
from derivations.judging import Lines
from derivations.pipeline import Run
from derivations.transcript import Line, Transcript
from symbolic.language import real, sequence, time

beta, t = real("beta", above=0, below=1), time("t")
v = sequence("v")


def _judged(line: Line) -> JudgedLine:
    return Lines(Run()).judged(line)


def test_an_assumption_speaks_of_declared_letters_only() -> None:
    page = Transcript("A domain that would be lost")
    page.assume("v(t + 1) == rate*v(t)", forall="t")
    with pytest.raises(Refused, match="found the unknown name 'rate'"):
        _judged(page.line("v_1 = rate v_0", "v(1) == beta*v(0)", given=[]))


def test_a_sequence_is_a_letter_too() -> None:
    page = Transcript("A sequence that would begin at 0")
    page.assume("v(t) == beta*loss(t)", forall="t")
    with pytest.raises(Refused, match="found the unknown name 'loss'"):
        _judged(page.line("v_1 = v_1", "v(1) == v(1)", given=[]))


def test_the_refusal_names_the_assumption() -> None:
    page = Transcript("Two assumptions")
    page.assume("v(0) == beta")
    page.assume("v(1) == rate")
    with pytest.raises(Refused) as refused:
        _judged(page.line("v_0 = beta", "v(0) == beta", given=[]))
    place = page.line("", "v(0) == 1").assumptions[1].place
    assert str(place) in str(refused.value.bad)


def test_what_the_table_of_notation_says_is_declared() -> None:
    page = Transcript("Notation", notation={"twice": 2 * beta})
    page.assume("v(0) == twice")
    judged = _judged(page.line("v_0 = 2 beta", "v(0) == 2*beta", given=[]))
    assert judged.true is True


def test_bound_letters_need_no_declaration() -> None:
    page = Transcript("Bound")
    page.assume("v(t) == sum(beta**j, j, 1, t)", forall="t")
    assert _judged(page.line("v_1 = beta", "v(1) == beta", given=[])).true is True


def test_a_letter_of_the_document_is_a_finding_and_no_refusal() -> None:
    page = Transcript("A letter of the document")
    page.assume("v(t + 1) == beta*v(t)", forall="t")
    finding = _judged(page.line("v_1 = b v_0", "v(1) == b*v(0)", given=[])).finding
    assert finding is not None
    assert (finding.kind, finding.words) == ("undeclared", "never introduced: b")


def test_an_assumption_without_meaning_is_not_taken_for_a_lost_letter() -> None:
    page = Transcript("Meaningless")
    page.assume("v(1/2) == beta")
    with pytest.raises(Refused, match="is applied to real"):
        _judged(page.line("beta = beta", "beta == beta", given=[]))
