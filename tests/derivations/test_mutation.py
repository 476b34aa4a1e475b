"""The mutants of what is proved: what becomes of each, who may say so, and how a run ends."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from derivations import mutation, worker
from derivations.check_all import main
from derivations.declared import exit_code
from derivations.derivation import Derivation
from derivations.desk import Here
from derivations.isolation import Limits, Workers
from derivations.mutation import NOT_TESTED, Attack, Fate, Mutation, attack, counted, mutants_of, tried
from derivations.pipeline import Run
from derivations.report.mutants import mutation_lines, mutation_summary
from symbolic.certificate import Certificate
from symbolic.mutate import Mutant
from symbolic.verdict import Stuck

NOTES = """
from derivations import Derivation

notes = Derivation("Notes")
square = notes.show("square", "(a + b)**2 == a**2 + 2*a*b + b**2")
notes.show("says nothing", "0 == 0", using=[square])
notes.show("false", "a == b")
notes.conjecture("open", "a < 2**a", reason="to see")
"""
RUN, DERIVATION = Run(), Derivation("Mutants")
SQUARE = RUN.judged(DERIVATION.show("a square", "0 <= a**2")).verdict.claim
FALSE = RUN.judged(DERIVATION.show("false", "a < a**2")).verdict.claim
NOWHERE = RUN.judged(DERIVATION.show("defined nowhere", "sum(1/k, k, 0, 3) == a")).verdict.claim


def found(claim: Any) -> Attack:
    return attack(claim, (), 0)


def fate(claim: Any, found: Attack) -> Fate:
    return tried(Mutant("as it is", claim), found).fate


def test_what_is_proved_is_still_true_and_what_fails_is_refuted() -> None:
    assert fate(SQUARE, found(SQUARE)) is Fate.STILL_TRUE
    assert fate(FALSE, found(FALSE)) is Fate.REFUTED
    assert fate(FALSE, Attack()) is Fate.UNKNOWN


def test_what_is_defined_nowhere_says_nothing_and_is_still_true() -> None:
    assert found(NOWHERE).evidence.points == 0
    assert fate(NOWHERE, found(NOWHERE)) is Fate.STILL_TRUE


def test_a_mutant_whose_first_counterexample_is_not_confirmed_is_tried_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mutation, "refute", lambda claim, model: Stuck())
    assert fate(FALSE, found(FALSE)) is Fate.REFUTED


def test_what_is_cited_in_vain_does_not_hide_a_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    cited = mutation.prove(SQUARE)
    assert isinstance(cited, Certificate)
    monkeypatch.setattr(mutation, "prove", lambda claim, by, using, *limit: Stuck() if using else cited)
    assert fate(SQUARE, attack(SQUARE, (cited,), 0)) is Fate.STILL_TRUE


def test_a_proof_that_numbers_contradict_is_wrong() -> None:
    disagreeing = replace(NOT_TESTED, points=1, tried=1, agrees=False)
    assert fate(SQUARE, replace(found(SQUARE), evidence=disagreeing)) is Fate.WRONGLY_PROVED


def test_a_claim_that_the_kernel_both_proves_and_refutes_is_wrongly_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    theorems = {
        "for": tried(Mutant("", SQUARE), found(SQUARE)).proved,
        "against": tried(Mutant("", FALSE), found(FALSE)).refuted,
    }
    monkeypatch.setattr(mutation, "_theorem", lambda claim, text: theorems[text])
    assert fate(SQUARE, Attack("for", "against")) is Fate.WRONGLY_PROVED


def test_an_attack_counts_only_as_far_as_the_kernel_replays_it() -> None:
    """A worker may hand in anything: the certificate of another claim, of the contrary, or no certificate."""
    for forged in (found(SQUARE).proof, found(FALSE).refutation, "{}"):
        assert fate(FALSE, Attack(proof=forged)) is Fate.UNKNOWN
        assert fate(SQUARE, Attack(refutation=forged)) is Fate.UNKNOWN


def test_a_claim_without_a_refuted_mutant_is_weak() -> None:
    still_true, refuted = tried(Mutant("", SQUARE), found(SQUARE)), tried(Mutant("", FALSE), found(FALSE))
    assert Mutation((still_true,)).weak
    assert not Mutation((still_true, refuted)).weak
    assert Mutation(()).weak
    assert counted([Mutation((still_true, refuted))]) == {
        "made": 2, "still_true": 1, "refuted": 1, "unknown": 0, "wrongly_proved": 0,
    }  # fmt: skip


def test_what_is_wrongly_proved_is_the_gravest_of_all_and_said_aloud() -> None:
    judged = RUN.judged(DERIVATION.show("fine", "a == a"))
    disagreeing = replace(found(SQUARE), evidence=replace(NOT_TESTED, points=1, tried=1, agrees=False))
    wrong = Mutation((tried(Mutant("an edit", SQUARE), disagreeing),))
    assert exit_code([judged], True, mutations=[wrong]) == 3
    assert "SOUNDNESS ALARM" in "\n".join(map(str, mutation_lines(wrong)))
    assert "1 wrongly proved" in str(mutation_summary([wrong]))


def test_a_sample_is_spread_over_all_mutants() -> None:
    every, some = mutants_of(FALSE, None), mutants_of(FALSE, 5)
    assert 3 <= len(some) <= 5
    assert some[0] == every[0]
    assert some[-1] in every[len(every) // 2 :]


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The report of `NOTES`, judged here and in workers."""
    path = tmp_path_factory.mktemp("notes") / "notes.py"
    path.write_text(NOTES, encoding="utf-8")
    return {jobs: _report(path, jobs) for jobs in ("0", "2")}


def _report(path: Path, jobs: str) -> dict[str, Any]:
    with pytest.MonkeyPatch.context() as patch:
        written: list[str] = []
        patch.setattr("rich.console.Console.print", lambda self, text: written.append(str(text)))
        assert main([str(path), "--mutate", "--mutants", "12", "--format", "json", "--jobs", jobs]) == 1
        return dict(json.loads(written[0]))


def test_the_report_counts_the_mutants_of_each_proved_claim(reported: dict[str, dict[str, Any]]) -> None:
    claims = {claim["title"]: claim["mutants"] for claim in reported["2"]["derivations"][0]["claims"]}
    assert claims["false"] is None
    assert claims["open"] is None
    assert claims["says nothing"]["weak"]
    square = claims["square"]
    assert not square["weak"]
    assert square["made"] == len(square["tried"]) == square["still_true"] + square["refuted"] + square["unknown"]
    assert square["refuted"] > square["made"] / 2
    summary = reported["2"]["summary"]["mutants"]
    assert summary == {key: square[key] + claims["says nothing"][key] for key in summary}
    assert summary["wrongly_proved"] == 0


def test_the_report_is_the_same_for_any_number_of_workers(reported: dict[str, dict[str, Any]]) -> None:
    here, workers = ([one["mutants"] for one in reported[jobs]["derivations"][0]["claims"]] for jobs in ("0", "2"))
    assert here == workers


def test_a_mutant_is_attacked_by_the_claim_itself_and_its_lemmas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen = tmp_path / "notes.py", list[list[str]]()
    path.write_text(NOTES, encoding="utf-8")

    def attacked(self: Here, mutants: Any, using: Any) -> list[Attack]:
        seen.append([one.claim.title for one in using])
        return [Attack() for _ in mutants]

    monkeypatch.setattr(Here, "attacked", attacked)
    main([str(path), "--mutate", "--jobs", "0"])
    assert seen == [["square"], ["square", "says nothing"]]


def test_without_the_option_there_are_no_mutants(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notes.py"
    path.write_text(NOTES, encoding="utf-8")
    main([str(path), "--format", "json", "--jobs", "0"])
    report = json.loads(capsys.readouterr().out)
    assert report["summary"]["mutants"] is None


def test_a_mutant_that_takes_too_long_is_unknown_and_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "attack", lambda claim, *rest: sleep(60) if claim == SQUARE else attack(claim, *rest))
    desk = Workers(0, Limits(seconds=3, megabytes=4096, jobs=1))
    try:
        hanging, other = desk.attacked([Mutant("", SQUARE), Mutant("", FALSE)], ())
    finally:
        desk.close()
    assert hanging.stopped == "out of time: more than 3 s"
    assert fate(SQUARE, hanging) is Fate.UNKNOWN
    assert fate(FALSE, other) is Fate.REFUTED
