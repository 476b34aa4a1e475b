"""Near-misses of what is proved: none is proved unless it is true too, and what numbers refute, the kernel refutes.

A spread sample, since all take hours; `check_all --mutate` attacks every one.
"""

from dataclasses import replace

import pytest

from derivations.mutation import Fate, attack, mutants_of, tried
from numeric.points import at_points
from symbolic.certificate import Certificate
from symbolic.prover import contradict
from symbolic.terms import is_limit
from tests.soundness import far_out

MOST = 60  # mutants that are attacked, spread evenly over those of all claims
STEPS = 150  # a mutant of a claim with a longer proof may take a minute: the search ends only when it has tried enough


@pytest.fixture(scope="module")
def attacked(catalog, run):
    """What became of mutants of every claim, each with the lemmas that the claim itself may cite."""
    cheap = [judged for judged in catalog if len(judged.certificate.steps) < STEPS]
    made = [(judged.stated, mutant) for judged in cheap for mutant in mutants_of(judged.verdict.claim, None)]
    found = []
    for stated, mutant in made[:: -(-len(made) // MOST)]:
        using = tuple(filter(None, (run.judged(cited).certificate for cited in stated.using)))
        found.append(tried(mutant, attack(mutant.claim, using, seed=0)))
    return found


def named(found):
    return [f"{one.mutant.claim.id}: {one.mutant.description}" for one in found]


def of(attacked, fate):
    return [one for one in attacked if one.fate is fate]


def test_the_sample_is_worth_its_time(attacked):
    assert len(attacked) > MOST // 2
    of_classes = [one for one in attacked if is_limit(one.mutant.claim.goal)]
    others = [one for one in attacked if one not in of_classes]
    assert len(of(others, Fate.REFUTED)) > 0.6 * len(others)
    wrong = [one for one in of_classes if one.fate is not Fate.STILL_TRUE]  # half of all edits change none
    assert len(of(wrong, Fate.REFUTED)) >= 0.6 * len(wrong)


def test_no_mutant_is_proved_that_is_refuted_or_that_numbers_contradict(attacked):
    assert not named(of(attacked, Fate.WRONGLY_PROVED))


def test_every_mutant_that_is_proved_is_true_at_many_other_points_too(attacked):
    """Or its hypotheses contradict each other, as an index within n and one place after it do."""
    proved = of(attacked, Fate.STILL_TRUE)
    assert proved
    points = []
    for claim in (one.mutant.claim for one in proved):
        if isinstance(contradict(claim), Certificate):
            continue
        if far_out.is_about_a_sequence(claim):
            assert not far_out.contradicts(claim), claim.goal
            continue
        again = at_points(replace(claim, id="other points"), seed=1, points=200)
        assert again.agrees is not False, claim.goal
        points.append(again.points)
    assert points
    assert sum(points) >= 20 * len(points)  # a claim that binds all it speaks of has one point, or none by numbers


def test_nineteen_of_twenty_mutants_with_an_exact_counterexample_are_refuted_by_the_kernel(attacked):
    known_to_fail = [one for one in attacked if one.evidence.counterexample is not None]
    open_still = [one for one in known_to_fail if one.fate is not Fate.REFUTED]
    assert len(open_still) <= len(known_to_fail) / 20, named(open_still)


def test_a_refutation_names_the_claim_it_refutes_and_the_contrary_of_its_goal(attacked):
    theorems = [one.refuted for one in of(attacked, Fate.REFUTED)]
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
