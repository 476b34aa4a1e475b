"""Styles are for terminals; files, pipes and `NO_COLOR` get plain text, and a poor encoding ends no run."""

from __future__ import annotations

from io import BytesIO, StringIO, TextIOWrapper

import pytest
from rich.text import Text

from derivations.report.terminal import console, working


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def _printed(stream: StringIO) -> str:
    console(stream).print(Text("✓ PROVED", style="bold green"))
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_a_terminal_gets_styles() -> None:
    assert "\x1b[" in _printed(_Terminal())


def test_a_file_gets_plain_text() -> None:
    assert _printed(StringIO()) == "✓ PROVED\n"


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert _printed(_Terminal()) == "✓ PROVED\n"


def test_a_long_line_is_not_broken_in_a_file() -> None:
    stream = StringIO()
    console(stream).print("word " * 100)
    assert stream.getvalue().count("\n") == 1


def test_a_poor_encoding_ends_no_run() -> None:
    buffer = BytesIO()
    stream = TextIOWrapper(buffer, encoding="ascii")
    console(stream).print("β")
    stream.flush()
    assert buffer.getvalue() == b"?\n"


def test_a_file_shows_no_progress() -> None:
    stream = StringIO()
    with working(console(stream), "momentum"):
        pass
    assert stream.getvalue() == ""
