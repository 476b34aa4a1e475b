"""What a line says: its statements, read one by one, whether or not all of it means something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from derivations.transcript import Line
from symbolic.language.scope import Scope
from symbolic.language.statements import Statements
from symbolic.language.unreadable import Unreadable
from symbolic.terms import IllFormed, Node

Read = TypeVar("Read")


def statements(line: Line) -> Iterator[tuple[Any, ...]]:
    """Every relation that a line states: itself, its step in a chain, and what it supposes."""
    yield line.statement
    yield line.step
    yield from map(parts, line.said.get("when", ()))


def parts(statement: Any) -> tuple[Any, ...]:
    """A relation, a line of text or two sides, as a tuple."""
    return statement if isinstance(statement, tuple) else (statement,)


def relations(statement: tuple[Any, ...], names: dict[str, Any]) -> list[Node]:
    """``statement``, read; raises `Unreadable`."""
    return [one for one in Statements(Scope(), names).relations(statement) if isinstance(one, Node)]


def schematic(line: Line) -> set[str]:
    """The names that the line holds for all values of."""
    forall = line.said.get("forall") or ()
    return {str(one) for one in (forall if isinstance(forall, tuple | list) else (forall,))}


def meaningful(read: Callable[[], Read]) -> Read | None:
    """What is read, None where it is ill-formed; raises `Unreadable` for text that says nothing."""
    try:
        return read()
    except Unreadable as error:
        if not isinstance(error.__cause__, IllFormed):
            raise
    return None
