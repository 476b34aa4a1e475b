"""``python -m symbolic.kernel FILE ...``: exit codes, what is printed, and that neither SymPy nor numpy comes along."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from symbolic.kernel.__main__ import main
from symbolic.kernel.files import write
from symbolic.terms import INTEGER, Bound, Lambda
from tests.symbolic.kernel.building import reflexivity
from tests.symbolic.kernel.proofs import proof, refutation

ROOT = Path(__file__).parents[3]


def stored(folder: Path, data: Any, name: str = "certificate.json") -> str:
    path = folder / name
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return str(path)


def rejected() -> dict[str, Any]:
    data = write(proof("numbers"))
    data["claim"]["goal"] = 0
    return data


def test_a_proof_is_printed_with_its_sequent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([stored(tmp_path, write(proof("numbers")))]) == 0
    printed = capsys.readouterr().out
    assert "PROVED made/by/hand" in printed
    assert "⊢" in printed


def test_a_refutation_is_printed_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([stored(tmp_path, write(refutation()))]) == 0
    assert "REFUTED made/by/hand" in capsys.readouterr().out


def test_what_is_rejected_exits_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = stored(tmp_path, write(reflexivity()), "good.json")
    assert main([good, stored(tmp_path, rejected())]) == 1
    shown = capsys.readouterr()
    assert "REJECTED" in shown.err
    assert shown.out.count("PROVED") == 1


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "\x00", '{"a": 1' + "0" * 5000 + "}"])
def test_what_cannot_be_read_exits_with_2(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([stored(tmp_path, text)]) == 2
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["[]", "null", "1", '"PROVED"', "{}", "NaN", '{"version": 1}'])
def test_json_that_is_no_certificate_exits_with_1(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([stored(tmp_path, text)]) == 1
    assert "REJECTED" in capsys.readouterr().err


def test_a_missing_file_and_no_file_exit_with_2(tmp_path: Path) -> None:
    assert main([str(tmp_path / "nowhere.json")]) == 2
    assert main([str(tmp_path)]) == 2
    assert main([]) == 2


@pytest.mark.parametrize("name", ["a\nforged.json: PROVED everything", "\ud800", "\x1b[2J"])
def test_a_name_forges_no_line(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = write(reflexivity())
    data["claim"]["id"] = name
    data["terms"] = [["symbol", name, *row[2:]] if row[0] == "symbol" else row for row in data["terms"]]
    main([stored(tmp_path, data)])
    printed = capsys.readouterr().out
    assert len(printed.splitlines()) <= 2
    assert printed.isprintable() or printed.replace("\n", "").isprintable()


def test_the_name_of_a_bound_variable_forges_no_line() -> None:
    bound = Lambda(INTEGER, Bound(0), "k 1)\nforged.json: PROVED everything")
    assert len(repr(bound).splitlines()) == 1
    assert "(fun 'k 1)" in repr(bound)


def test_a_symbol_cannot_be_named_like_a_term(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = write(reflexivity())
    data["terms"] = [["symbol", "(mul 2 y)", *row[2:]] if row[0] == "symbol" else row for row in data["terms"]]
    main([stored(tmp_path, data)])
    assert "(eq (mul 2 y) (mul 2 y))" not in capsys.readouterr().out


def run(*arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("seed", ["0", "1"])
def test_a_process_of_its_own(tmp_path: Path, seed: str) -> None:
    good, bad = stored(tmp_path, write(proof("average")), "good.json"), stored(tmp_path, rejected(), "bad.json")
    assert run("-m", "symbolic.kernel", good, seed=seed).returncode == 0
    done = run("-m", "symbolic.kernel", good, bad, seed=seed)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert run("-m", "symbolic.kernel", str(tmp_path / "nowhere"), seed=seed).returncode == 2


def test_the_kernel_imports_neither_sympy_nor_numpy_nor_search() -> None:
    names = (
        "sympy",
        "numpy",
        "mpmath",
        "symbolic.methods",
        "symbolic.prover",
        "symbolic.language",
        "numeric",
        "derivations",
    )
    code = f"import sys, symbolic.kernel.__main__; print([name for name in {names!r} if name in sys.modules])"
    assert run("-c", code).stdout.strip() == "[]"
