"""Every claim of the catalog is proved, at points that exist, and its certificate stands on its own."""

from __future__ import annotations

import json

import pytest

from derivations.declared import as_declared
from derivations.discovery import discover
from derivations.judging import Lines
from derivations.pipeline import Run
from derivations.stated import Stated
from derivations.transcript import Line
from symbolic.kernel import check
from symbolic.kernel.files import read, write
from symbolic.verdict import Outcome

CATALOG = discover([])
CLAIMS = [claim for one in CATALOG.chosen for claim in one.claims if isinstance(claim, Stated)]
LINES = [line for one in CATALOG.chosen for line in one.claims if isinstance(line, Line)]
RUN = Run(seed=1)
PAGES = Lines(RUN)


def test_the_catalog_is_read_without_a_problem() -> None:
    assert CATALOG.bad == ()
    assert {"Question 2.1", "Question 2.2"} <= {claim.source for claim in CLAIMS}


@pytest.mark.parametrize("claim", CLAIMS, ids=[claim.id for claim in CLAIMS])
def test_a_claim_of_the_catalog(claim: Stated) -> None:
    judged = RUN.judged(claim)
    assert judged.verdict.outcome is Outcome.PROVED
    assert judged.verdict.evidence.agrees is True
    assert judged.certificate is not None
    stored = json.loads(json.dumps(write(judged.certificate)))
    assert check(read(stored)) == judged.verdict.theorem


@pytest.mark.parametrize("line", LINES, ids=[line.id for line in LINES])
def test_a_line_of_the_catalog_has_the_bits_that_are_recorded(line: Line) -> None:
    judged = PAGES.judged(line)
    assert as_declared(judged)
    assert (judged.finding is None) or judged.finding.counterexample
    assert all(check(read(json.loads(json.dumps(write(one))))) for one in judged.certificates)


def test_the_errors_of_the_written_answers_are_found_and_mended() -> None:
    findings = {line.id: PAGES.judged(line).finding for line in LINES}
    found = {name: (one.kind, one.consequence_of) for name, one in findings.items() if one is not None}
    assert found["momentum_answers/answer-2-1/line-6"] == ("false", None)
    assert found["momentum_answers/answer-2-1/line-7"] == ("non-sequitur", None)
    assert found["running_average_answers/answer-2-2/line-5"] == ("undeclared", None)
    assert found["running_average_answers/answer-2-2/line-7"] == ("undeclared", 5)
    corrections = [one.correction for one in findings.values() if one is not None and one.correction is not None]
    assert len(corrections) >= 3
    assert all(correction.proved for correction in corrections)
