"""The README shows what really happens: its files are written out, its commands run, its outputs compared."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FILES = re.findall(r"```python\n(# (\S+\.py)\n.*?)```", README, flags=re.DOTALL)
SESSIONS = re.findall(r"```console\n\$ (python -m derivations\.check_all .*?)\n(.*?)```", README, flags=re.DOTALL)


def _without_seconds(text: str) -> str:
    return re.sub(r"\d+\.\d+ s\b", "… s", text).strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for text, name in FILES:
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("command", "expected"), SESSIONS, ids=[command for command, _ in SESSIONS])
def test_a_session_of_the_readme(folder: Path, command: str, expected: str) -> None:
    arguments = shlex.split(command)[1:]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert _without_seconds(run.stdout + run.stderr) == _without_seconds(expected)


def test_the_readme_shows_a_file_that_holds_and_one_with_an_error() -> None:
    assert len(FILES) >= 2
    assert all(len(text.splitlines()) <= 20 for text, _ in FILES)
    assert any("REFUTED" in expected for _, expected in SESSIONS)
    assert any("REFUTED" not in expected for _, expected in SESSIONS)


def test_the_prompt_of_the_readme() -> None:
    import doctest  # noqa: PLC0415
