"""A certificate that is spoilt at one place is rejected, or still proves exactly the same sequent."""

from dataclasses import replace
from itertools import islice, pairwise

import pytest

from numeric.crosscheck import crosscheck
from symbolic.certificate import Certificate
from symbolic.kernel import Rejected, check
from symbolic.mutate import mutants
from symbolic.prover import refute
from symbolic.terms import Node, symbols
from tests.soundness import corruptions
from tests.soundness.corruptions import accepted, spread

STEPS = 130
pytestmark = pytest.mark.usefixtures("rules_that_remember")
TOTAL = 6000  # corruptions of one kind, shared by all certificates and spread evenly over each
PER_PROOF = 8  # other claims, or mutants of its own, that a proof is given for


@pytest.fixture(scope="module")
def proofs(catalog):
    """Those of up to `STEPS` steps, and the shortest ones that hold the other rules of the catalog's proofs."""
    every = sorted((judged.certificate for judged in catalog), key=lambda proof: len(proof.steps))
    chosen = [proof for proof in every if len(proof.steps) <= STEPS]
    for proof in every[len(chosen) :]:
        if not _rules(proof) <= frozenset().union(*map(_rules, chosen)):
            chosen.append(proof)
    return chosen


def _rules(proof):
    return frozenset(step.rule for step in proof.steps)


@pytest.fixture(scope="module")
def refutations(catalog):
    """The refutation of one false mutant of each of a dozen claims."""
    chosen = catalog[:: -(-len(catalog) // 12)]
    return list(filter(None, (_refutation(judged.verdict.claim) for judged in chosen)))


def _refutation(claim):
    for mutant in islice(mutants(claim), 3):
        model = crosscheck(mutant.claim).counterexample
        found = None if model is None else refute(mutant.claim, model)
        if isinstance(found, Certificate):
            return found
    return None


def test_steps_of_proofs(proofs):
    for proof in proofs:
        wrong, tried = accepted(proof, corruptions.of_steps(proof), TOTAL // len(proofs))
        assert not wrong
        assert tried >= min(15 * len(proof.steps), TOTAL // len(proofs) // 2)


def test_steps_of_refutations(refutations):
    assert len(refutations) >= 3
    for refutation in refutations:
        assert not accepted(refutation, corruptions.of_steps(refutation), TOTAL // 4 // len(refutations))[0]


def test_ends(proofs):
    for proof in proofs:
        assert not accepted(proof, corruptions.of_ends(proof), TOTAL)[0]


def test_models_and_closing_steps(refutations):
    for refutation in refutations:
        wrong, tried = accepted(refutation, corruptions.of_models(refutation), TOTAL)
        assert not wrong
        assert tried > 5


def test_no_refutation_is_accepted_with_a_changed_model(refutations):
    """A value of which only properties are asked, such as that it is differentiable, may be another that has them."""
    for refutation in refutations:
        related = frozenset().union(
            *map(symbols, filter(_relates, (refutation.claim.goal, *refutation.claim.hypotheses)))
        )
        for what, spoilt in corruptions.of_models(refutation):
            if ":=" in what and what.split(" := ")[0] in {symbol.name for symbol in related}:
                with pytest.raises(Rejected):
                    check(spoilt)


def _relates(formula):
    return not (isinstance(formula, Node) and formula.op in ("differentiable", "independent", "moments"))


def test_another_claim(proofs):
    claims = [proof.claim for proof in proofs]
    for proof in proofs:
        assert not accepted(proof, corruptions.of_claims(proof, claims), PER_PROOF)[0]


def test_an_assumption_that_is_used_cannot_be_left_out(proofs):
    for proof in proofs:
        used = check(proof).sequent.hypotheses
        for formula in used:
            lacking = {
                field: tuple(other for other in getattr(proof.claim, field) if other != formula)
                for field in ("domains", "assumptions", "conditions")
            }
            with pytest.raises(Rejected, match="assumes what the claim does not"):
                check(replace(proof, claim=replace(proof.claim, **lacking)))


def test_a_mutant_does_not_inherit_the_proof(proofs):
    for proof in proofs:
        for mutant in spread(list(mutants(proof.claim)), PER_PROOF):
            with pytest.raises(Rejected, match="not the goal"):
                check(replace(proof, claim=mutant.claim))


def test_splices(proofs):
    for one, other in [*pairwise(proofs), *pairwise(reversed(proofs))]:
        for what, spliced in corruptions.of_splices(one, other):
            try:
                theorem = check(spliced)
            except Rejected:
                continue
            assert theorem.sequent.conclusion == one.claim.goal, what
            assert theorem.sequent.hypotheses <= one.claim.hypotheses


def test_what_is_for_readers_only_changes_no_sequent(proofs):
    for proof in proofs:
        bare = replace(proof, outline=(), cites=("somebody/else/claim",))
        assert check(bare).sequent == check(proof).sequent


def test_an_outline_names_steps_that_exist(proofs):
    (proof, *_) = proofs
    row = replace(proof.outline[0], step=len(proof.steps))
    with pytest.raises(Rejected):
        check(replace(proof, outline=(row,)))
