"""Running a script to collect the derivations that it makes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb
from types import ModuleType

from derivations.bad_input import BadInput
from derivations.derivation import Derivation
from derivations.scripts import MADE
from derivations.transcript import Transcript


@dataclass(frozen=True)
class Loaded:
    """The derivations of one file, in the order it makes them, and why it may not have run to its end."""

    derivations: tuple[Derivation | Transcript, ...]
    bad: tuple[BadInput, ...]


def load(path: Path) -> Loaded:
    """Run ``path``; what it states before an error counts, and the error is reported besides."""
    path = from_here(path)
    module = ModuleType(f"derivations_in_{path.stem}")
    module.__file__ = str(path)
    try:
        code = compile(path.read_bytes(), str(path), "exec")
    except (SyntaxError, ValueError, OSError) as error:
        return Loaded((), (_unreadable(path, error),))
    bad = _run(code, module, path)
    made = tuple(vars(module).get(MADE, ()))
    return Loaded(made, bad or _empty(made, path))


def _run(code: object, module: ModuleType, path: Path) -> tuple[BadInput, ...]:
    try:
        with _as_imported(module, path):
            exec(code, vars(module))  # type: ignore[arg-type]  # running the user's own script is the point
    except (Exception, SystemExit) as error:  # a script may raise anything
        return (_stopped(path, error),)
    return ()


@contextmanager
def _as_imported(module: ModuleType, path: Path) -> Iterator[None]:
    """Let the script import its neighbours and keep what it prints out of the report."""
    folder = str(path.resolve().parent)
    sys.modules[module.__name__] = module
    sys.path.append(folder)
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        sys.path.remove(folder)


def from_here(path: Path) -> Path:
    """``path`` as short as a reader standing in the current folder would write it."""
    here = Path.cwd()
    return path.resolve().relative_to(here) if path.resolve().is_relative_to(here) else path


def _unreadable(path: Path, error: Exception) -> BadInput:
    if isinstance(error, SyntaxError):
        return BadInput(f"{path}:{error.lineno or 1}", f"this is not Python: {error.msg}", cause=error)
    return BadInput(str(path), f"this file cannot be read as Python: {error}", cause=error)


def _stopped(path: Path, error: BaseException) -> BadInput:
    lines = [frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == str(path)]
    where = f"{path}:{lines[-1]}" if lines else str(path)
    return BadInput(where, f"the script stopped here with {type(error).__name__}: {error}", cause=error)


def _empty(made: tuple[Derivation | Transcript, ...], path: Path) -> tuple[BadInput, ...]:
    """Nothing to check must not look like everything checked."""
    if not made:
        hint = "(in a folder, files whose names begin with _ are passed over)"
        return (BadInput(str(path), f"found no Derivation or Transcript in this file, expected at least one {hint}"),)
    expected = "found no claim, expected a have, show, chain or conjecture"
    return tuple(BadInput(str(one.place), expected, str(one.title)) for one in made if not one.claims)
