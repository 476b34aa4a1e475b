"""The script that is being run: where it stands, what it calls things, and what it has made."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from types import FrameType
from typing import Any, Final

from sympy.core.function import UndefinedFunction

from derivations.stated import Place
from symbolic.language.statements import NAMED, Statement, names_of

MADE: Final = "__derivations__"
_NAMED: Final = (*NAMED, UndefinedFunction)
_OURS: Final = Path(__file__).parent


def remember(made: Any) -> Place:
    """Where the script makes ``made``; its module remembers all, for it may bind one name to several in turn."""
    top = _top_level(_caller())
    top.f_globals.setdefault(MADE, []).append(made)
    return Place(top.f_code.co_filename, top.f_lineno)


def line_of(script: Place) -> Place:
    """The line of ``script`` that is being run."""
    frame: FrameType | None = _caller()
    while frame is not None and frame.f_code.co_filename != script.file:
        frame = frame.f_back
    return Place(script.file, frame.f_lineno) if frame else script


def names_for(statements: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    """What the script and ``statements`` call symbols: under their own names, then under the script's."""
    caller = _caller()
    visible = {**caller.f_globals, **caller.f_locals}
    called = {name: value for name, value in visible.items() if isinstance(value, _NAMED)}
    own = {str(value): value for value in called.values()}
    return {**names_of(map(Statement, statements)), **own, **called}


def _caller() -> FrameType:
    """The script's own frame that is calling into this package."""
    frame = sys._getframe(1)
    while Path(frame.f_code.co_filename).parent == _OURS and frame.f_back is not None:
        frame = frame.f_back
    return frame


def _top_level(frame: FrameType) -> FrameType:
    """The nearest running module: a derivation made by a function belongs to the file that called it."""
    while frame.f_code.co_name != "<module>" and frame.f_back is not None:
        frame = frame.f_back
    return frame
