"""What the letters of a transcript's line mean: the question's, those that earlier lines introduce, and the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from derivations.bad_input import Refused, of_claim
from derivations.clashes import clashing, shadowed
from derivations.lets import definition, new_matrix
from derivations.said import meaningful, relations, statements
from derivations.transcript import Line
from symbolic.language.conventions import declare
from symbolic.language.symbols import Variable, integer, real
from symbolic.language.text import read_rows
from symbolic.language.unreadable import Unreadable
from symbolic.terms import INTEGER, OUTCOME, REAL, ZERO, sort_of, symbols


@dataclass(frozen=True)
class Letters:
    """The letters of one line.

    Attributes:
        names: what each stands for.
        undeclared: those that nothing has introduced; each is taken as a fresh real, or integer where only one fits.
        clashing: those that are bound in a formula of the line and also stand free in it.
        shadowed: those that are bound again where they are bound already.
    """

    names: dict[str, Any]
    undeclared: tuple[str, ...]
    clashing: tuple[str, ...]
    shadowed: tuple[str, ...] = ()


def letters(line: Line) -> Letters:
    """The letters of ``line``; raises `Unreadable` for text that says nothing."""
    known = _known(line)
    introduced = _introduced(line, known)
    found = meaningful(lambda: _letters(line, {**_every(line, known), **introduced}, {*known, *introduced}))
    # Where a real has no meaning, as the end of a range, the letter can only be meant for an integer.
    return found or _letters(line, {**_every(line, known, integer), **introduced}, {*known, *introduced})


def refuse_undeclared(line: Line) -> None:
    """A script that declares names declares all that its assumptions speak of, lest a domain be lost; raises `Refused`.

    Those of its lines are the document's, where a letter that nothing introduces is a finding.
    """
    declared = {**line.names, **line.notation}
    for assumed in line.assumptions if line.names else ():
        for text in _texts([assumed.statement]):
            try:
                meaningful(partial(read_rows, text, declared))
            except Unreadable as error:
                raise Refused(of_claim(line, str(error), assumed.place, error)) from error


def names_in(line: Line) -> dict[str, Any]:
    """What the names in ``line`` stand for, whether or not it means something as a whole."""
    known = _known(line)
    return {**_every(line, known, integer), **_introduced(line, known)}


def _letters(line: Line, names: dict[str, Any], known: set[str]) -> Letters:
    formulas = [formula for statement in _stated(line, names) for formula in relations(statement, names)]
    free = {symbol.name for formula in formulas for symbol in symbols(formula) if symbol.sort != OUTCOME}
    both = {name for formula in formulas for name in clashing(formula)}
    twice = {name for formula in formulas for name in shadowed(formula)}
    return Letters(names, tuple(sorted(free - known)), tuple(sorted(both)), tuple(sorted(twice)))


def _stated(line: Line, names: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """`statements`, without the step from a row that has no meaning itself."""
    relations(line.statement, names)
    for statement in statements(line):
        if statement is not line.step or meaningful(partial(relations, statement, names)) is not None:
            yield statement


def _known(line: Line) -> dict[str, Any]:
    """The names of the script, those in the assumptions, and those that earlier lines introduce."""
    names = declare(*_texts(one.statement for one in line.assumptions), names=line.names)
    names |= line.notation
    for one in line.earlier:
        names |= _introduced(one, names)
    return names


def _every(line: Line, known: dict[str, Any], scalar: Callable[[str], Any] = real) -> dict[str, Any]:
    """Besides what is ``known``: a scalar for every letter up to here, a sequence or function for what is applied."""
    texts = _texts(statement for one in (*line.earlier, line) for statement in statements(one))
    every = declare(*texts, names=known)
    scalars = {name for name, meant in every.items() if name not in known and isinstance(meant, Variable)}
    return {name: scalar(name) if name in scalars else meant for name, meant in every.items()}


def _texts(stated: Iterable[tuple[Any, ...]]) -> list[str]:
    return [part for statement in stated for part in statement if isinstance(part, str)]


def _introduced(line: Line, known: dict[str, Any]) -> dict[str, Any]:
    """The name that a let-line gives its right side, unless it is known already."""
    if line.kind != "let":
        return {}
    names = _every(line, known)
    names |= new_matrix(line, known, names)
    name, right = meaningful(partial(definition, line, names)) or (None, ZERO)
    if name is None or name.name in known:
        return {}
    scalar = integer if sort_of(right) == INTEGER else real
    return {name.name: names[name.name] if name.sort != REAL else scalar(name.name)}
