"""The command line: exit codes, reports, certificates, and bad input that hides nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from derivations import pipeline
from derivations.check_all import main
from symbolic.evidence import Evidence

HEAD = """from derivations import Derivation
from symbolic.language import real
b = real("b")
d = Derivation("Sums", source="Question 2.1")
"""
TRUE = 'd.show("square", (b + 1) ** 2, b**2 + 2 * b + 1)\n'
FALSE = 'd.show("slip", (b + 1) ** 2, b**2 + b + 1)\n'
OPEN = 'd.conjecture("open", b**2, 1, reason="nobody knows")\n'


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(*claims: str) -> str:
    Path("notes.py").write_text(HEAD + "".join(claims))
    return "notes.py"


@pytest.mark.parametrize(
    ("claims", "options", "expected"),
    [
        ([TRUE], [], 0),
        ([TRUE, FALSE], [], 1),
        ([TRUE, OPEN], [], 0),
        ([TRUE, OPEN], ["--strict"], 1),
        ([TRUE, FALSE], ["--only", "*/square"], 0),
        ([TRUE, FALSE], ["--only", "2.1"], 1),
        ([TRUE], ["--only", "2.2"], 2),
        ([TRUE], ["--explain", "no-such-claim"], 2),
        ([TRUE, "d.show('text', 'c == b')\n", FALSE], [], 2),
    ],
)
def test_exit_codes(claims: list[str], options: list[str], expected: int) -> None:
    assert main([_write(*claims), *options]) == expected


def test_a_proof_that_numbers_contradict_is_exit_code_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "crosscheck", lambda claim, seed, alarm: Evidence(points=9, tried=9, agrees=False))
    assert main([_write(TRUE)]) == 3
    assert "SOUNDNESS ALARM" in capsys.readouterr().out


def test_bad_input_is_one_line_and_hides_no_other_claim(capsys: pytest.CaptureFixture[str]) -> None:
    bad = "d.show('floating', b, 0.5)\n"
    assert main([_write(bad, TRUE, FALSE)]) == 2
    printed = capsys.readouterr()
    (line,) = printed.err.splitlines()
    assert line.startswith("error: notes.py:5: in derivation 'Sums', claim 'floating': in 0.5: found the float 0.5")
    assert "✓ PROVED    notes/sums/square" in printed.out
    assert "✗ REFUTED   notes/sums/slip" in printed.out
    assert "1 could not be read" in printed.out


def test_a_defect_of_ours_is_one_line_and_a_traceback_only_under_debug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr(pipeline, "settle", fail)
    assert main([_write(TRUE)]) == 2
    err = capsys.readouterr().err
    assert "claim 'square': the checker itself failed with KeyError: 'lost'" in err
    assert "Traceback" not in err
    assert main([_write(TRUE), "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--frmat", "json"], "unrecognized arguments: --frmat"),
        (["--format", "xml"], "invalid choice: 'xml'"),
        (["--seed", "x"], "invalid int value: 'x'"),
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


def test_list_judges_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(pipeline, "settle", None)
    assert main([_write(TRUE, OPEN), "--list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "notes/sums/square  square  (Question 2.1)",
        "notes/sums/open  open  (Question 2.1)  [conjecture]",
    ]


def test_the_text_report_spells_out_statement_and_counterexample(capsys: pytest.CaptureFixture[str]) -> None:
    main([_write(FALSE, OPEN)])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "for all real b" in out
    assert "then    (b + 1)^2 = b^2 + b + 1" in out
    assert "counterexample: b = " in out
    assert "left open because nobody knows" in out


def test_explain_shows_what_a_verdict_rests_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([_write(TRUE, FALSE), "--explain", "square"]) == 0
    out = capsys.readouterr().out
    assert "slip" not in out
    assert all(word in out for word in ("outline (", "rules", "evidence", "both sides agree at"))


def _json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_the_json_report_has_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    main([_write(TRUE, FALSE, OPEN, "d.show('text', 'c == b')\n"), "--format", "json", "--seed", "7"])
    data = _json(capsys)
    assert (data["version"], data["seed"], len(data["errors"])) == (1, 7, 1)
    (derivation,) = data["derivations"]
    assert (derivation["name"], derivation["source"], derivation["file"]) == ("Sums", "Question 2.1", "notes.py")
    promised = """id title source kind declared verdict goal true follows finding counterexample rules assumptions
        side_conditions cites evidence seconds steps"""
    assert all(set(promised.split()) <= set(claim) for claim in derivation["claims"])
    assert [claim["verdict"] for claim in derivation["claims"]] == ["proved", "refuted", "refuted"]
    assert [claim["true"] for claim in derivation["claims"]] == [True, False, False]
    assert data["summary"].pop("seconds") > 0
    assert data["summary"] == {
        "claims": 3,
        "proved": 1,
        "refuted": 2,
        "supported": 0,
        "unknown": 0,
        "findings": 0,
        "alarms": 0,
        "as_declared": 2,
        "mutants": None,
    }


def test_the_same_seed_gives_the_same_report(capsys: pytest.CaptureFixture[str]) -> None:
    reports = []
    for _ in range(2):
        main([_write(TRUE, FALSE), "--format", "json", "--seed", "3"])
        data = _json(capsys)
        claims = data["derivations"][0]["claims"]
        reports.append([{**claim, "seconds": 0} for claim in claims])
    assert reports[0] == reports[1]


def test_each_decided_claim_leaves_a_certificate_that_the_kernel_rechecks(tmp_path: Path) -> None:
    main([_write(TRUE, FALSE, OPEN), "--certificates", "made/here"])
    files = sorted(Path("made/here").iterdir())
    assert [file.name for file in files] == [
        "notes__sums__open.json",
        "notes__sums__slip.json",
        "notes__sums__square.json",
    ]
    command = [sys.executable, "-m", "symbolic.kernel", *(str(tmp_path / file) for file in files)]
    root = Path(__file__).parent.parent.parent
    run = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True)
    assert "PROVED notes/sums/square" in run.stdout
    assert "REFUTED notes/sums/slip" in run.stdout


def test_a_folder_for_certificates_that_cannot_be_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([_write(TRUE), "--certificates", "notes.py"]) == 2
    assert "error: notes.py/notes__sums__square.json: this certificate cannot be written" in capsys.readouterr().err
