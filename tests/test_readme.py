"""The README shows what really happens: its files are written out, its commands run, its outputs compared."""

from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FILES = re.findall(r"```python\n(# (\S+\.py)\n.*?)```", README, flags=re.DOTALL)
SESSIONS = re.findall(r"```console\n\$ python (.*?)\n(.*?)```", README, flags=re.DOTALL)
PROMPT = "\n".join(re.findall(r"```pycon\n(.*?)```", README, flags=re.DOTALL))


def _without_seconds(text: str) -> str:
    return re.sub(r"\d+\.\d+ s\b", "… s", text).strip()


@pytest.mark.parametrize(("arguments", "expected"), SESSIONS, ids=[arguments for arguments, _ in SESSIONS])
def test_a_session_of_the_readme(tmp_path: Path, arguments: str, expected: str) -> None:
    for text, name in FILES:
        (tmp_path / name).write_text(text, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, *shlex.split(arguments)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert _without_seconds(run.stdout + run.stderr) == _without_seconds(expected)


def test_the_readme_shows_a_short_file_that_holds_and_one_with_an_error() -> None:
    assert [name for _, name in FILES] == ["warmup.py", "slip.py", "layer.py", "decay.py", "features.py", "costs.py"]
    assert all(len(text.splitlines()) <= 20 for text, _ in FILES)
    verdicts = {arguments.split()[-1]: "REFUTED" in expected for arguments, expected in SESSIONS}
    right, wrong = ("warmup.py", "without-bias", "12", "decay.py"), ("slip.py", "layer.py", "features.py", "costs.py")
    assert verdicts == {**dict.fromkeys(right, False), **dict.fromkeys(wrong, True)}


def test_the_prompt_of_the_readme() -> None:
    example = doctest.DocTestParser().get_doctest(PROMPT, {}, "README.md", "README.md", 0)
    result = doctest.DocTestRunner().run(example)
    assert result.attempted >= 2
    assert result.failed == 0
