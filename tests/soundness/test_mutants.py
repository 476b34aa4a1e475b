"""Near-misses of what is proved: none is proved unless it is true too, and what numbers refute, the kernel refutes.

A spread sample, since all take minutes; `benchmarks/mutation.py` judges every one.
"""

from dataclasses import replace

import pytest

from derivations.pipeline import decide
from numeric.points import at_points
from symbolic.certificate import Certificate
from symbolic.mutate import mutants
from symbolic.prover import contradict, prove
from symbolic.terms import is_limit
from symbolic.verdict import Outcome, Stuck

MOST = 60  # mutants that are judged, spread evenly over those of all claims
STEPS = 150  # a mutant of a claim with a longer proof may take a minute: the search ends only when it has tried enough


@pytest.fixture(scope="module")
def judged_mutants(catalog, run):
    """(description, verdict) of the mutants of every claim, each with the lemmas that the claim itself may cite."""
    cheap = [judged for judged in catalog if len(judged.certificate.steps) < STEPS]
    made = [(judged.stated, mutant) for judged in cheap for mutant in mutants(judged.verdict.claim)]
    found = []
    for stated, mutant in made[:: -(-len(made) // MOST)]:
        using = tuple(filter(None, (run.judged(cited).certificate for cited in stated.using)))
        verdict, _ = decide(mutant.claim, None, using, seed=0)
        found.append((f"{mutant.claim.id}: {mutant.description}", verdict, using))
    return found


def named(verdicts, wanted):
    return [description for description, verdict, _ in verdicts if wanted(verdict)]


def test_the_sample_is_worth_its_time(judged_mutants):
    assert len(judged_mutants) > MOST // 2
    of_classes, others = [], []
    for entry in judged_mutants:
        (of_classes if is_limit(entry[1].claim.goal) else others).append(entry)
    assert len(_refuted(others)) > 0.6 * len(others)
    wrong = [entry for entry in of_classes if entry[1].outcome is not Outcome.PROVED]  # half of all edits change none
    assert len(_refuted(wrong)) >= 0.6 * len(wrong)


def _refuted(verdicts):
    return named(verdicts, lambda verdict: verdict.outcome is Outcome.REFUTED)


def test_no_mutant_is_proved_that_numbers_contradict(judged_mutants):
    assert not named(judged_mutants, lambda verdict: verdict.alarm)


def test_the_search_finds_no_proof_of_what_was_refuted(judged_mutants):
    refuted = [(v.claim, using) for _, v, using in judged_mutants if v.outcome is Outcome.REFUTED]
    assert refuted
    for claim, using in refuted[::4]:
        assert isinstance(prove(claim, None, using), Stuck), claim.goal


def test_every_mutant_that_is_proved_is_true_at_many_other_points_too(judged_mutants):
    """Or its hypotheses contradict each other, as an index within n and one place after it do."""
    proved = [verdict for _, verdict, _ in judged_mutants if verdict.outcome is Outcome.PROVED]
    assert proved
    for verdict in proved:
        if isinstance(contradict(verdict.claim), Certificate):
            continue
        again = at_points(replace(verdict.claim, id="other points"), seed=1, points=200)
        assert again.agrees, verdict.claim.goal
        assert again.points >= (1 if is_limit(verdict.claim.goal) else 20)  # all sizes of a class are bound


def test_nineteen_of_twenty_mutants_with_an_exact_counterexample_are_refuted_by_the_kernel(judged_mutants):
    known_to_fail = [entry for entry in judged_mutants if entry[1].evidence.counterexample is not None]
    open_still = named(known_to_fail, lambda verdict: verdict.outcome is not Outcome.REFUTED)
    assert len(open_still) <= len(known_to_fail) / 20, open_still


def test_a_refutation_names_the_claim_it_refutes_and_the_contrary_of_its_goal(judged_mutants):
    theorems = [verdict.theorem for _, verdict, _ in judged_mutants if verdict.outcome is Outcome.REFUTED]
    swapped = {"eq": "ne", "ne": "eq", "le": "lt", "lt": "le"}
    assert theorems
    for theorem in theorems:
        assert theorem.refuted
        goal, conclusion = theorem.claim.goal, theorem.sequent.conclusion
        if is_limit(goal):
            assert "implies" in (goal.op, conclusion.op)
            assert is_limit(conclusion)
            assert goal.op != conclusion.op
        else:
            assert conclusion.op == swapped[goal.op]
