"""What a script states: titled lists of assumptions and claims.  Nothing is read, proved or refused here."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any, Final

from sympy import Symbol
from sympy.core.function import UndefinedFunction

from symbolic.language.sequences import Sequence
from symbolic.language.statements import Statement, names_of

MADE: Final = "__derivations__"
_NAMED: Final = (Symbol, Sequence, UndefinedFunction)


@dataclass(frozen=True)
class Place:
    """A line of a script."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, eq=False)
class Assumed:
    """An assumption as the script wrote it: a relation, two sides, or a line of text."""

    statement: tuple[Any, ...]
    forall: Any
    place: Place


@dataclass(frozen=True, eq=False, repr=False)
class Stated:
    """A claim as the script wrote it.  It is also the handle that ``using=[...]`` takes.

    Attributes:
        derivation: the title of its derivation.
        source: where the derivation comes from, such as ``"Question 2.2"``.
        title: the author's words.
        statement: a relation, two sides, or a line of text.
        assumptions: what was assumed before this claim; later assumptions do not apply to it.
        by: the method to prove it with; None tries them all.
        using: handles of earlier claims that the proof may cite.
        declared: ``"claim"`` (wants PROVED) or ``"conjecture"``.
        reason: why a conjecture is left open.
        place: where the script states it.
        names: the symbols, sequences and functions that the script has declared by then, for claims in text.
    """

    derivation: Any
    source: Any
    title: Any
    statement: tuple[Any, ...]
    assumptions: tuple[Assumed, ...]
    by: Any
    using: Any
    declared: str
    reason: str
    place: Place
    names: Mapping[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<claim {self.title!r} at {self.place}>"

    @property
    def id(self) -> str:
        """``file-stem/derivation-slug/claim-slug``."""
        return f"{Path(self.place.file).stem}/{slug(self.derivation)}/{slug(self.title)}"


class Derivation:
    """A titled list of assumptions and claims.

    >>> from sympy import Symbol
    >>> x = Symbol("x", real=True)
    >>> derivation = Derivation("Squares", source="Appendix A")
    >>> derivation.assume("x > 1")
    >>> claim = derivation.show("square of a sum", (x + 1) ** 2, x**2 + 2 * x + 1)
    >>> claim.title, len(claim.assumptions)
    ('square of a sum', 1)
    """

    def __init__(self, title: str, source: str = "") -> None:
        self.title = title
        self.source = source
        self.claims: list[Stated] = []
        self._assumed: list[Assumed] = []
        top = _top_level(_caller())
        self.place = Place(top.f_code.co_filename, top.f_lineno)
        # A script may bind the same name to one derivation after another; its module remembers them all.
        top.f_globals.setdefault(MADE, []).append(self)

    def assume(self, *statement: Any, forall: Any = None) -> None:
        """Assume ``lhs, rhs`` (an equation), a relation, or a line of text.

        The assumption speaks of fixed values of its symbols; ``forall=t`` makes it a schema, for every ``t``.
        It applies to the claims that follow.
        """
        self._assumed.append(Assumed(statement, forall, self._line()))

    def have(self, title: str, *statement: Any, by: Any = None, using: Iterable[Stated] = ()) -> Stated:
        """Claim a lemma; returns the handle that ``using=[...]`` takes."""
        return self._state(title, statement, by, using)

    def show(self, title: str, *statement: Any, by: Any = None, using: Iterable[Stated] = ()) -> Stated:
        """Claim an answer; checked exactly as `have`."""
        return self._state(title, statement, by, using)

    def conjecture(
        self, title: str, *statement: Any, reason: str, by: Any = None, using: Iterable[Stated] = ()
    ) -> Stated:
        """Declare a claim open, and why; it is reported loudly and fails a run only under ``--strict``."""
        return self._state(title, statement, by, using, declared="conjecture", reason=reason)

    def chain(
        self, title: str, rows: list[Any] | tuple[Any, ...], by: Any = None, using: Iterable[Stated] = ()
    ) -> Stated:
        """Claim that each row equals the next (``title, line 1``, ...), and so the first the last (``title``)."""
        if not isinstance(rows, list | tuple) or len(rows) < 2:
            return self._state(title, (rows,), by, using)
        if len(rows) == 2:
            return self._state(title, tuple(rows), by, using)
        lines = [
            self._state(f"{title}, line {number}", pair, by, using)
            for number, pair in enumerate(pairwise(rows), start=1)
        ]
        cited = (*using, *lines) if isinstance(using, list | tuple) else using
        return self._state(title, (rows[0], rows[-1]), by, cited)

    def _state(
        self, title: Any, statement: tuple[Any, ...], by: Any, using: Any, declared: str = "claim", reason: str = ""
    ) -> Stated:
        assumptions = tuple(self._assumed)
        place, names = self._line(), self._names(statement)
        stated = Stated(
            self.title, self.source, title, statement, assumptions, by, using, declared, reason, place, names
        )
        self.claims.append(stated)
        return stated

    def _names(self, statement: tuple[Any, ...]) -> dict[str, Any]:
        """What the script and the formulas so far call symbols: under their own names, then under the script's."""
        formulas = [Statement(one.statement) for one in self._assumed]
        formulas += [Statement(one.statement) for one in self.claims]
        caller = _caller()
        visible = {**caller.f_globals, **caller.f_locals}
        called = {name: value for name, value in visible.items() if isinstance(value, _NAMED)}
        own = {str(value): value for value in called.values()}
        return {**names_of([*formulas, Statement(statement)]), **own, **called}

    def _line(self) -> Place:
        """The line of the derivation's own file that is being run."""
        frame: FrameType | None = _caller()
        while frame is not None and frame.f_code.co_filename != self.place.file:
            frame = frame.f_back
        return Place(self.place.file, frame.f_lineno) if frame else self.place


def slug(title: Any) -> str:
    """A title as part of an id: letters and digits, in lower case, joined by ``-``.

    >>> slug("The weights sum to 1 - β^t")
    'the-weights-sum-to-1-β-t'
    """
    return "-".join(re.findall(r"[^\W_]+", str(title).lower()))


def _caller() -> FrameType:
    """The script's own frame that is calling into this file."""
    frame = sys._getframe(1)
    while frame.f_globals is globals() and frame.f_back is not None:
        frame = frame.f_back
    return frame


def _top_level(frame: FrameType) -> FrameType:
    """The nearest running module: a derivation made by a function belongs to the file that called it."""
    while frame.f_code.co_name != "<module>" and frame.f_back is not None:
        frame = frame.f_back
    return frame
