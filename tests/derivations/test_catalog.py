"""Every claim of the catalog is proved, at points that exist, and its certificate stands on its own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from derivations import Derivation
from derivations.catalog import bias, weight_decay
from derivations.declared import as_declared
from derivations.stated import Stated
from derivations.transcript import Line
from symbolic.claim import Claim
from symbolic.kernel import check
from symbolic.kernel.files import read, write
from symbolic.language import E, Eq, Lt, finite_moments, variance
from symbolic.terms import Node, subterms
from symbolic.verdict import Outcome
from tests.judged import CATALOG, PAGES, RUN

CLAIMS = [claim for one in CATALOG.chosen for claim in one.claims if isinstance(claim, Stated)]
LINES = [line for one in CATALOG.chosen for line in one.claims if isinstance(line, Line)]


def test_the_catalog_is_read_without_a_problem() -> None:
    assert CATALOG.bad == ()
    assert {f"Question {part}" for part in ("2.1", "2.2", "2.3", "4.1")} <= {claim.source for claim in CLAIMS}
    assert {f"Question {part}" for part in ("1.1", "3.1", "3.2", "3.3", "3.5")} <= {line.source for line in LINES}


def beyond_numbers(claim: Claim) -> bool:
    """Whether a claim speaks of limits, which no finite calculation decides."""
    parts = (part for formula in (*claim.hypotheses, claim.goal) for part in subterms(formula))
    return any(isinstance(part, Node) and part.op in ("tends", "grows", "lim") for part in parts)


@pytest.mark.parametrize("claim", CLAIMS, ids=[claim.id for claim in CLAIMS])
def test_a_claim_of_the_catalog(claim: Stated) -> None:
    judged = RUN.judged(claim)
    assert judged.verdict.outcome is Outcome.PROVED
    agrees = judged.verdict.evidence.agrees
    assert agrees or (agrees is None and beyond_numbers(judged.verdict.claim))
    assert judged.certificate is not None
    stored = json.loads(json.dumps(write(judged.certificate)))
    assert check(read(stored)) == judged.verdict.theorem


@pytest.mark.parametrize("line", LINES, ids=[line.id for line in LINES])
def test_a_line_of_the_catalog_has_the_bits_that_are_recorded(line: Line) -> None:
    judged = PAGES.judged(line)
    assert as_declared(judged)
    shown = judged.finding is None or judged.finding.counterexample
    assert shown or beyond_numbers(judged.entailed.verdict.claim)
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


SEPARABLE, ATTENTION = "separable_attention_answers/answer-3-2", "attention_answers/answer-3-3"
VANISHING = "vanishing_answers/answer-1-2"


@pytest.mark.parametrize(
    ("line", "kind", "edit"),
    [
        (f"{SEPARABLE}/line-3", "ill-formed", "the transpose of softmax_col(K)"),
        (f"{SEPARABLE}/line-9", "false", "no second range of j"),
        (f"{SEPARABLE}/line-10", "non-sequitur", None),
        (f"{SEPARABLE}/line-12", "false", "row and column of softmax_col(K)[i, j]"),
        (f"{SEPARABLE}-third-part/line-1", "false", None),
        (f"{VANISHING}/line-2", "ill-formed", "as the script says"),
        (f"{VANISHING}/line-5", "false", "as the script says"),
        (f"{VANISHING}/line-6", "false", "as the script says"),
        (f"{VANISHING}/line-11", "ill-formed", "as the script says"),
        (f"{ATTENTION}/line-2", "ill-formed", "a letter of its own for the bound j"),
        (f"{ATTENTION}/line-8", "ill-formed", "the entry [i, j] of softmax_row(Q*K.T)"),
    ],
)
def test_the_errors_of_the_answers_about_matrices_are_found_and_mended(line: str, kind: str, edit: str | None) -> None:
    (stated,) = (one for one in LINES if one.id == line)
    finding = PAGES.judged(stated).finding
    assert finding is not None
    assert finding.kind == kind
    assert (finding.correction.edit if finding.correction else None) == edit


def test_the_errors_of_the_answers_about_adam_are_found_and_mended() -> None:
    findings = {line.id: PAGES.judged(line).finding for line in LINES if line.id.startswith("adam_")}
    found = {name.split("/", 1)[1]: one for name, one in findings.items() if one is not None}
    words = "answers-4-3-and-4-4-in-words"
    assert {name: one.kind for name, one in found.items()} == {
        "answer-4-2/line-1": "false",
        **{f"answer-4-3/line-{number}": "false" for number in range(6, 12)},
        f"{words}/line-2": "false",
        f"{words}/line-3": "false",
        f"{words}/line-4": "incomplete",
    }
    assert all(one.correction and one.correction.proved for one in found.values() if one.kind == "false")


def test_the_answer_to_1_1_stands() -> None:
    lines = [line for line in LINES if line.id.startswith("cells_answers/")]
    assert lines
    assert [PAGES.judged(line).finding for line in lines] == [None] * len(lines)


def outcome_of(goal: Any, *assumed: tuple[Any, Any]) -> Outcome:
    """Of ``goal``, under assumptions that are pairs: what is assumed, and the symbol it is a schema in."""
    derivation = Derivation("near miss")
    for one, variable in assumed:
        derivation.assume(one, forall=variable)
    return RUN.judged(derivation.show("goal", goal)).outcome


@pytest.mark.parametrize(
    "goal",
    [
        Eq(E(bias.v(bias.t)), bias.mu),
        Eq(E(bias.v(bias.t)), (1 - bias.beta ** (bias.t + 1)) * bias.mu),
        Eq(E(bias.v(bias.s)) - E(bias.g(bias.s)), bias.beta**bias.s * bias.mu),
        Eq(E(bias.v(bias.s) / (1 - bias.beta)), bias.mu),
    ],
)
def test_the_mean_of_the_running_average_is_no_other(goal: Any) -> None:
    average = Eq(bias.v(bias.t), bias.unrolled), bias.t
    mean = Eq(E(bias.g(bias.i)), bias.mu), bias.i
    moments = finite_moments(bias.g, 1), None
    assert outcome_of(goal, moments, mean, average) not in (Outcome.PROVED, Outcome.SUPPORTED)


def test_the_biased_average_is_not_always_closer() -> None:
    average = Eq(bias.v(bias.t), bias.unrolled), bias.t
    mean = Eq(E(bias.g(bias.i)), bias.mu), bias.i
    spread = Eq(variance(bias.g(bias.i)), bias.nu), bias.i
    moments = finite_moments(bias.g, 2), None
    found = outcome_of(Lt(0, bias.its - bias.ours), moments, mean, spread, average)
    assert found not in (Outcome.PROVED, Outcome.SUPPORTED)


@pytest.mark.parametrize("rate", [-2, 1, 0])
def test_another_rate_is_no_weight_decay(rate: int) -> None:
    tied = Eq(weight_decay.lamda, rate * weight_decay.eta * weight_decay.gamma), None
    smooth = weight_decay.differentiable(weight_decay.L), None
    same = Eq(weight_decay.descent, weight_decay.decay)
    assert outcome_of(same, smooth, tied) not in (Outcome.PROVED, Outcome.SUPPORTED)


def test_another_factor_is_not_what_the_weights_decay_by() -> None:
    step = Eq(weight_decay.w(weight_decay.t + 1), weight_decay.w(weight_decay.t) * (1 - 2 * weight_decay.gamma))
    goal = Eq(weight_decay.w(weight_decay.t), (1 - weight_decay.gamma) ** weight_decay.t * weight_decay.w(0))
    assert outcome_of(goal, (step, weight_decay.t)) is Outcome.REFUTED
