"""A transcript prints like the page it is, and its data have the promised keys."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from derivations.check_all import main

PAGE = """from derivations.transcript import Transcript
page = Transcript("Doubling", source="Notes 7", notation={"x_t": "x(t)"})
page.assume("x(0) == 1")
page.assume("x(t + 1) == 2*x(t)", forall="t")
start = page.given("x_0 = 1", "x(0) == 1", true=True, follows=True)
rule = page.given("x_{t+1} = 2 x_t", "x(t + 1) == 2*x(t)", forall="t", true=True, follows=True)
slip = page.line("x_1 = 3", "x(1) == 3", given=[start, rule], true=False, follows=False)
page.line("x_1 - 1 = 2", "x(1) - 1 == 2", true=False, follows=True)
"""
PROMISED = """id title source kind declared verdict goal true follows finding counterexample rules assumptions
    side_conditions cites evidence seconds steps"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(text: str) -> str:
    Path("notes.py").write_text(text)
    return "notes.py"


def test_the_page_shows_the_line_its_reading_the_bits_and_the_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([_write(PAGE)]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "notation x_t reads x(t)" in out
    assert "✓ 2 x_{t+1} = 2 x_t reads x(t + 1) = 2·x(t)" in out
    assert "given x(0) = 1 ∀ t ≥ 0: x(t + 1) = 2·x(t)" in out
    assert "✗ 3 x_1 = 3 reads x(1) = 3" in out
    assert "from line 1, line 2 FALSE, DOES NOT FOLLOW false" in out
    assert "left side = 2, right side = 3" in out
    assert "FALSE, follows false it contradicts what is assumed (a consequence of line 3)" in out
    assert "2 findings; 4 as declared" in out


def test_a_bit_that_differs_from_the_record_fails_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([_write(PAGE.replace("true=False, follows=True", "true=True, follows=True"))]) == 1
    assert "recorded true, follows" in " ".join(capsys.readouterr().out.split())


def test_bits_without_a_record_pass_unless_strict(capsys: pytest.CaptureFixture[str]) -> None:
    unrecorded = PAGE.replace(", true=False, follows=True", "")
    assert main([_write(unrecorded)]) == 0
    assert "not in the script yet" in capsys.readouterr().out
    assert main([_write(unrecorded), "--strict"]) == 1


def test_the_data_of_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    main([_write(PAGE), "--format", "json"])
    data = json.loads(capsys.readouterr().out)
    (derivation,) = data["derivations"]
    lines = derivation["claims"]
    assert derivation["notation"] == {"x_t": "x(t)"}
    assert data["summary"]["findings"] == 2
    assert all(set(PROMISED.split()) <= set(line) for line in lines)
    assert {line["kind"] for line in lines} == {"transcript"}
    assert [(line["true"], line["follows"]) for line in lines] == [(True, True)] * 2 + [(False, False), (False, True)]
    assert lines[2]["latex"] == "x_1 = 3"
    assert lines[2]["id"] == "notes/doubling/line-3"
    finding = lines[2]["finding"]
    assert (finding["kind"], finding["consequence_of"]) == ("false", None)
    assert finding["counterexample"]["left side"] == "2"
    assert finding["correction"]["verdict"] == "proved"
    assert lines[3]["finding"]["consequence_of"] == 3


def test_an_ill_formed_line_is_reported_with_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([_write(PAGE + 'page.line("x_{1/2} = 1", "x(1/2) == 1")\n'), "--format", "json"]) == 0
    line = json.loads(capsys.readouterr().out)["derivations"][0]["claims"][-1]
    assert set(PROMISED.split()) <= set(line)
    assert (line["true"], line["follows"], line["finding"]["kind"]) == (None, None, "ill-formed")


def test_the_certificates_of_a_line_are_those_of_its_bits_and_its_correction() -> None:
    main([_write(PAGE), "--only", "*/line-3", "--certificates", "made"])
    names = sorted(path.name for path in Path("made").iterdir())
    assert "notes__doubling__line-3.json" in names
    assert "notes__doubling__line-3-follows.json" in names
