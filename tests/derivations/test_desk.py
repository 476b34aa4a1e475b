"""The budget of false alarms, split over the claims of a run."""

import json
from pathlib import Path

import pytest

from derivations import Derivation
from derivations.check_all import main
from derivations.desk import Here, share
from derivations.transcript import Transcript
from numeric.crosscheck import FALSE_ALARMS

SCRIPT = """
from derivations import Derivation
from symbolic.language import E, column, dot, exp, size

d = size("d")
q, w = column("q w", d)
normal = Derivation("Normal vectors")
normal.conjecture("squares", E(dot(w, q) ** 4, w), 3 * dot(q, q) ** 2, reason="to be drawn")
normal.conjecture("one percent off", 100 * E(exp(dot(w, q)), w), 101 * exp(dot(q, q) / 2), reason="to be drawn")
normal.conjecture("bounded", E(exp(-dot(w, w)), w) <= 1, reason="to be drawn")
"""


def test_shares_add_up_to_the_budget_of_the_run() -> None:
    derivation, transcript = Derivation("Claims"), Transcript("Lines")
    claims = [derivation.show(name, "a + b == b + a") for name in ("one", "two")]
    lines = [transcript.line("", "a + b == b + a"), transcript.line("", "b + a == a + b")]
    assert share(claims) == FALSE_ALARMS / 2
    assert share([*claims, *lines]) * (len(claims) + 3 * len(lines)) == pytest.approx(FALSE_ALARMS)
    assert share([]) == FALSE_ALARMS


def drawn(path: Path, capsys, *options: str) -> dict[str, list[dict[str, float]]]:
    main([str(path), "--format", "json", *options])
    (derivation,) = json.loads(capsys.readouterr().out)["derivations"]
    return {claim["title"]: claim["evidence"]["estimates"] for claim in derivation["claims"]}


def test_any_number_of_workers_draws_the_same_numbers(tmp_path: Path, capsys) -> None:
    path = tmp_path / "normal.py"
    path.write_text(SCRIPT)
    alone, many, here = (drawn(path, capsys, "--jobs", jobs) for jobs in "140")
    assert alone == many == here
    assert {one["alarm"] for one in alone["squares"]} == {FALSE_ALARMS / 3 / 2}
    path.write_text("\n".join([*SCRIPT.splitlines()[:-3], *reversed(SCRIPT.splitlines()[-3:])]))
    assert drawn(path, capsys, "--jobs", "2") == alone
    assert drawn(path, capsys, "--jobs", "0", "--seed", "1") != alone


def test_who_asks_for_one_claim_gives_it_the_whole_budget(tmp_path: Path, capsys) -> None:
    path = tmp_path / "normal.py"
    path.write_text(SCRIPT)
    alone = drawn(path, capsys, "--jobs", "0", "--only", "*/squares")
    assert {one["alarm"] for one in alone["squares"]} == {FALSE_ALARMS / 2}


def test_a_desk_without_workers_knows_its_claims() -> None:
    claims = [Derivation("Claims").show("one", "a + b == b + a")]
    desk = Here()
    desk.begin(claims * 4)
    assert desk._run.alarm == FALSE_ALARMS / 4
