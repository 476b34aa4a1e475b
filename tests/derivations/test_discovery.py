"""Files, folders and names lead to derivations, each once; what leads nowhere is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from derivations.discovery import CATALOG, Found, discover

SCRIPT = """from derivations import Derivation
first = Derivation("First", source="Question 2.1")
first.show("one", 1, 1)
first.show("two", 1, 1)
second = Derivation("Second", source="Appendix B")
second.show("one", 1, 1)
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "notes.py"
    path.write_text(SCRIPT)
    return path


def _ids(found: Found) -> list[str]:
    return [claim.id for one in found.chosen for claim in one.claims]


def test_every_claim_of_a_file_in_order(script: Path) -> None:
    assert _ids(discover([str(script)])) == ["notes/first/one", "notes/first/two", "notes/second/one"]


def test_a_file_asked_for_twice_is_read_once(script: Path) -> None:
    found = discover([str(script), str(script.parent), str(script.parent / "." / "notes.py")])
    assert len(_ids(found)) == 3
    assert found.bad == ()


def test_a_folder_passes_over_private_and_hidden_files(script: Path) -> None:
    for name in ("_private.py", ".hidden.py", "__init__.py"):
        (script.parent / name).write_text("1/0\n")
    (script.parent / "deeper").mkdir()
    (script.parent / "deeper" / "more.py").write_text(SCRIPT)
    found = discover([str(script.parent)])
    assert found.bad == ()
    assert len(_ids(found)) == 6


def test_without_arguments_the_whole_catalog() -> None:
    stems = {claim_id.split("/")[0] for claim_id in _ids(discover([]))}
    assert stems == {path.stem for path in CATALOG.glob("[!_]*.py")}


def test_names_mean_files_derivations_and_claims_of_the_catalog() -> None:
    every = _ids(discover([]))
    claim = every[0]
    stem, derivation, _ = claim.split("/")
    assert _ids(discover([claim])) == [claim]
    assert _ids(discover([stem])) == [one for one in every if one.startswith(f"{stem}/")]
    for name in (derivation, f"{stem}/{derivation}"):
        assert _ids(discover([name])) == [one for one in every if one.startswith(f"{stem}/{derivation}/")]


def test_an_unknown_name_is_one_line_with_the_nearest_known_one() -> None:
    (bad,) = discover(["momentun"]).bad
    assert "did you mean 'momentum'?" in str(bad)


def test_an_empty_folder_is_bad_input(tmp_path: Path) -> None:
    (bad,) = discover([str(tmp_path)]).bad
    assert str(bad) == f"{tmp_path}: found no Python file in this folder, expected derivations"


def test_the_second_claim_of_an_id_is_bad_input_and_the_first_is_kept(script: Path) -> None:
    script.write_text(SCRIPT + "second.show('ONE!', 1, 2)\n")
    found = discover([str(script)])
    assert _ids(found) == ["notes/first/one", "notes/first/two", "notes/second/one"]
    (bad,) = found.bad
    assert str(bad) == (
        f"{script}:7: in derivation 'Second', claim 'ONE!': found the id notes/second/one again, first at {script}:6"
    )


@pytest.mark.parametrize(
    ("glob", "expected"),
    [
        ("notes/*/one", ["notes/first/one", "notes/second/one"]),
        ("2.1", ["notes/first/one", "notes/first/two"]),
        ("Question 2.?", ["notes/first/one", "notes/first/two"]),
        ("nothing", []),
    ],
)
def test_only_matches_ids_and_sources(script: Path, glob: str, expected: list[str]) -> None:
    assert _ids(discover([str(script)]).only(glob)) == expected


@pytest.mark.parametrize("name", ["notes/first/two", "first/two", "two"])
def test_a_claim_is_named_by_its_id_or_the_end_of_it_or_its_title(script: Path, name: str) -> None:
    assert _ids(discover([str(script)]).named(name)) == ["notes/first/two"]
