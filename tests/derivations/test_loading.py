"""Scripts are run with care: everything they state counts, and every way to fail is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from derivations.loading import load

HEAD = "from derivations import Derivation\n"


def _write(folder: Path, text: str, name: str = "notes.py") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_name_bound_twice_loses_no_derivation(tmp_path: Path) -> None:
    one = "d = Derivation('{0}')\nd.show('claim', 1, 1)\n"
    loaded = load(_write(tmp_path, HEAD + one.format("First") + one.format("Second")))
    assert [derivation.title for derivation in loaded.derivations] == ["First", "Second"]
    assert loaded.bad == ()


def test_an_imported_derivation_belongs_to_its_own_file(tmp_path: Path) -> None:
    _write(tmp_path, HEAD + "lemma = Derivation('Lemma')\nlemma.show('l', 1, 1)\n", "_neighbour_of_notes.py")
    text = HEAD + "from _neighbour_of_notes import lemma\nd = Derivation('Own')\nd.show('o', 1, 1)\n"
    assert [derivation.title for derivation in load(_write(tmp_path, text)).derivations] == ["Own"]


def test_a_derivation_made_by_a_function_belongs_to_the_calling_file(tmp_path: Path) -> None:
    _write(tmp_path, HEAD + "def make():\n    d = Derivation('Made')\n    d.show('o', 1, 1)\n", "_factory_of_notes.py")
    path = _write(tmp_path, "from _factory_of_notes import make\nmake()\n")
    (made,) = load(path).derivations
    assert (made.title, made.place.file, made.place.line) == ("Made", str(path), 2)


def test_what_a_script_states_before_it_stops_still_counts(tmp_path: Path) -> None:
    path = _write(tmp_path, HEAD + "d = Derivation('Half')\nd.show('one', 1, 1)\nd.show('two', 1 / 0)\n")
    loaded = load(path)
    assert [claim.title for claim in loaded.derivations[0].claims] == ["one"]
    assert [str(bad) for bad in loaded.bad] == [
        f"{path}:4: the script stopped here with ZeroDivisionError: division by zero"
    ]


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("x = (", ":1", "this is not Python"),
        ("import no_such_module_anywhere\n", ":1", "No module named"),
        ("import sys\n\nsys.exit(0)\n", ":3", "SystemExit"),
        ("x = 1\n", "", "found no Derivation"),
        (HEAD + "\nd = Derivation('Bare')\n", ":3", "in derivation 'Bare': found no claim"),
    ],
)
def test_a_file_that_states_nothing_is_bad_input(tmp_path: Path, text: str, where: str, said: str) -> None:
    path = _write(tmp_path, text)
    (bad,) = load(path).bad
    assert str(bad).startswith(f"{path}{where}:")
    assert said in str(bad)
    assert "\n" not in str(bad)


def test_a_file_of_other_bytes_is_bad_input(tmp_path: Path) -> None:
    path = tmp_path / "notes.py"
    path.write_bytes(b"x = '\xff\xfe'\n\x00")
    (bad,) = load(path).bad
    assert str(bad).startswith(str(path))


def test_what_a_script_prints_stays_out_of_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load(_write(tmp_path, HEAD + "print('chatter')\nDerivation('D').show('one', 1, 1)\n"))
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "chatter\n"
