"""The command line, read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from derivations.options import Options, read_options


def test_without_arguments_everything_is_judged_with_seed_0() -> None:
    assert read_options([]) == Options(
        (), None, False, 0, "text", None, None, None, None, False, False, None, False, 120, 4096, os.cpu_count() or 1
    )


def test_every_option_is_read() -> None:
    line = "notes.py momentum --only 2.* --list --seed 7 --format json --certificates made --latex proofs --explain c"
    line += " --plots drawn --strict --mutate --mutants 9 --debug --timeout 2.5 --memory 1024 --jobs 3"
    folders = Path("made"), Path("proofs"), Path("drawn")
    expected = Options(
        ("notes.py", "momentum"), "2.*", True, 7, "json", *folders, "c", True, True, 9, True, 2.5, 1024, 3
    )
    assert read_options(line.split()) == expected


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--timeout 0", "argument --timeout: found 0.0, expected at least 0.01"),
        ("--timeout nan", "argument --timeout: found nan"),
        ("--timeout inf", "argument --timeout: found inf"),
        ("--memory 100", "argument --memory: found 100, expected at least 512"),
        ("--jobs -1", "argument --jobs: found -1, expected at least 0"),
        ("--mutants 0", "argument --mutants: found 0, expected at least 1"),
        ("--jobs two", "argument --jobs: invalid jobs value"),
    ],
)
def test_limits_that_nothing_fits_in_are_bad_usage(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        read_options(line.split())
    assert end.value.code == 2
    assert said in capsys.readouterr().err
