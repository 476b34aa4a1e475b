"""No random claim is accepted that brute force or numbers contradict; a few of each sort here.

`python -m benchmarks.random_claims` draws a hundred thousand.
"""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.soundness import random_claims
from tests.soundness.random_claims import SORTS, a_sum, drawn

EXAMPLES = dict.fromkeys(SORTS, 40) | {random_claims.a_claim: 8}


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.__name__)
def test_no_claim_is_accepted_that_fails(sort):
    @settings(max_examples=EXAMPLES[sort], deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.integers(0, 10**9))
    def attempt(seed):
        assert drawn(sort, Random(seed)) != "WRONG", f"{sort.__name__} with the seed {seed}"

    attempt()


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.__name__)
def test_of_each_sort_some_are_accepted(sort):
    assert "accepted" in {drawn(sort, Random(seed)) for seed in range(6)}


def test_a_kernel_that_accepts_everything_is_caught(monkeypatch):
    monkeypatch.setattr(random_claims, "vanishes", lambda *_: True)
    assert "WRONG" in {drawn(a_sum, Random(seed)) for seed in range(60)}
