"""Forged certificate files prove nothing wrong and raise nothing unforeseen; nor does a patched search.

A thousand files here; `python -m benchmarks.forgeries` makes as many as it is asked for.
"""

import json
from dataclasses import replace
from random import Random

import pytest
import sympy

from derivations import check as judged
from derivations import pipeline
from derivations.bad_input import Refused
from derivations.derivation import Derivation
from derivations.pipeline import Run
from symbolic.certificate import Certificate, Sequent, Step
from symbolic.kernel import Rejected, Theorem, check
from symbolic.kernel.files import write
from symbolic.terms import FALSE
from symbolic.verdict import Outcome
from tests.soundness.forged_files import accepted, forged, is_wrong
from tests.symbolic.kernel.proofs import certificates

FILES = 1000


@pytest.fixture(scope="module")
def texts():
    return [json.dumps(write(certificate)) for certificate in certificates()]


def test_forged_files_prove_nothing_wrong(texts):
    originals = [accepted(text) for text in texts]
    assert all(originals)
    random, refused = Random(9), 0
    for _ in range(FILES):
        at, text = forged(texts, random)
        theorem = accepted(text)
        refused += theorem is None
        assert theorem is None or not is_wrong(theorem, originals[at]), text
    assert refused > FILES / 2


def test_a_wrong_theorem_would_be_noticed(texts):
    """The judgement of what is accepted can fail: here of a proof that claims to need no hypotheses."""
    theorem = next(one for one in map(accepted, texts) if one.sequent.hypotheses)
    assert is_wrong(_forged_theorem(theorem), theorem)


def _forged_theorem(theorem):
    made = object.__new__(Theorem)
    other = Sequent(frozenset({FALSE}), theorem.sequent.conclusion)
    vars(made).update({**vars(theorem), "sequent": other})
    return made


FALSE_CLAIM = Derivation("Forged").show("false", "a + b == a")
TRUE_CLAIM = Derivation("Forged").show("true", "a + b == b + a")


@pytest.mark.parametrize("rule", ["assume", "linear", "absurdity", "trust me"])
def test_a_patched_search_proves_nothing_false(monkeypatch, rule):
    def forge(claim, by=None, using=()):
        conclusion = Sequent(frozenset(), claim.goal)
        return Certificate(claim, (Step(rule, (), (claim.goal,), conclusion),))

    monkeypatch.setattr(pipeline, "settle", forge)
    judged_false = Run().judged(FALSE_CLAIM)
    assert judged_false.outcome is Outcome.REFUTED
    assert not judged_false.alarm


def test_a_patched_search_that_hands_in_the_proof_of_another_claim_proves_nothing(monkeypatch):
    proof = Run().judged(TRUE_CLAIM).certificate
    monkeypatch.setattr(pipeline, "settle", lambda claim, by, using: proof)
    assert Run().judged(FALSE_CLAIM).outcome is Outcome.REFUTED
    monkeypatch.setattr(pipeline, "settle", lambda claim, by, using: replace(proof, claim=claim))
    assert Run().judged(FALSE_CLAIM).outcome is Outcome.REFUTED


def test_nobody_else_makes_theorems():
    theorem = check(Run().judged(TRUE_CLAIM).certificate)
    with pytest.raises(Rejected):
        replace(theorem, claim=Run().judged(FALSE_CLAIM).verdict.claim, maker=object())


class Hostile(sympy.Symbol):
    """A symbol that says it is whatever it is compared with."""

    def __eq__(self, other):
        return True

    __hash__ = sympy.Symbol.__hash__

    def equals(self, other, failing_expression=False):
        return True

    def _eval_simplify(self, **options):
        return sympy.Integer(0)


def test_a_hostile_subclass_of_a_symbol_makes_nothing_false_provable():
    a, b = Hostile("a", real=True), sympy.Symbol("b", real=True)
    try:
        outcome = Run().judged(Derivation("Hostile").show("false", a + 1, 2 * a * b + 3)).outcome
    except Refused:
        return
    assert outcome is not Outcome.PROVED


def test_text_evaluates_nothing():
    with pytest.raises(Exception, match=r"__import__|grammar|expected|call|name"):
        judged("__import__('os').getcwd() == 1")
