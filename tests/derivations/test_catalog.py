"""Every claim of the catalog is proved, at points that exist, and its certificate stands on its own."""

from __future__ import annotations

import json

import pytest

from derivations.discovery import discover
from derivations.pipeline import Run
from derivations.stated import Stated
from symbolic.kernel import check
from symbolic.kernel.files import read, write
from symbolic.verdict import Outcome

CATALOG = discover([])
CLAIMS = [claim for one in CATALOG.chosen for claim in one.claims]
RUN = Run(seed=1)


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
