"""What laying out a term yields, and what laying out an operator may ask for."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from symbolic.terms.notation import Level, Notation
from symbolic.terms.tree import Lambda, Term

Names = tuple[str, ...]


class Piece(NamedTuple):
    """Text, and how tightly it holds together."""

    text: str
    level: Level


class Setting(Protocol):
    """The surroundings of an operator; `symbolic.terms.layout.Layout` is one."""

    notation: Notation

    def at(self, term: Term, names: Names, level: Level) -> str: ...

    def enter(self, binder: Lambda, names: Names) -> tuple[str, Names]: ...
