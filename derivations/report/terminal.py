"""Where lines go: styled with a spinner on a terminal, plain anywhere else."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from io import TextIOWrapper
from typing import TextIO

from rich.console import Console


def console(stream: TextIO | None = None) -> Console:
    """A console on ``stream`` (default: standard output) that styles only a terminal, and not under ``NO_COLOR``."""
    stream = sys.stdout if stream is None else stream
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")  # a poor encoding must not end a run
    styled = stream.isatty() and not os.environ.get("NO_COLOR")
    return Console(
        file=stream,
        force_terminal=stream.isatty(),
        color_system="auto" if styled else None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
    )


def working(out: Console, what: str) -> AbstractContextManager[object]:
    """A spinner beside ``what``, on a terminal."""
    return out.status(what) if out.is_terminal else nullcontext()
