"""The command line, read."""

from __future__ import annotations

from pathlib import Path

from derivations.options import Options, read_options


def test_without_arguments_everything_is_judged_with_seed_0() -> None:
    assert read_options([]) == Options((), None, False, 0, "text", None, None, False, False)


def test_every_option_is_read() -> None:
    line = "notes.py momentum --only 2.* --list --seed 7 --format json --certificates made --explain c --strict --debug"
    expected = Options(("notes.py", "momentum"), "2.*", True, 7, "json", Path("made"), "c", True, True)
    assert read_options(line.split()) == expected
