"""What a script states: titled lists of assumptions and claims.  Nothing is read, proved or refused here."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from derivations.scripts import line_of, names_for, remember
from derivations.stated import Assumed, Stated


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
        self.place = remember(self)

    def assume(self, *statement: Any, forall: Any = None) -> None:
        """Assume ``lhs, rhs`` (an equation), a relation, or a line of text.

        The assumption speaks of fixed values of its symbols; ``forall=t`` makes it a schema, for every ``t``.
        It applies to the claims that follow.
        """
        self._assumed.append(Assumed(statement, forall, line_of(self.place), self._names(statement)))

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
        using = tuple(using) if isinstance(using, list) else using  # as it is now: nothing is cited before it is stated
        place, names = line_of(self.place), self._names(statement)
        stated = Stated(
            self.title, self.source, title, statement, assumptions, by, using, declared, reason, place, names
        )
        self.claims.append(stated)
        return stated

    def _names(self, statement: tuple[Any, ...]) -> dict[str, Any]:
        formulas = [one.statement for one in self._assumed] + [one.statement for one in self.claims]
        return names_for([*formulas, statement])
