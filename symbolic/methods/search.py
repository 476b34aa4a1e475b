"""What all methods share: goals, failures, and the recursion from a goal to the goals it comes down to."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from symbolic.certificate import Row
from symbolic.kernel import Rejected
from symbolic.methods.draft import Draft
from symbolic.terms import RELATIONS, IllFormed, Node, Sort, Symbol, Term, sort_of, symbols

DEEPEST: int = 12

_numbers = [0]  # of fresh symbols: each search begins anew, so that none depends on what ran before


@dataclass(frozen=True)
class Goal:
    """``conclusion`` is wanted from ``context`` (formulas to assume at will) and ``lemmas`` (steps already proved)."""

    conclusion: Term
    context: tuple[Term, ...]
    lemmas: tuple[int, ...] = ()

    def wanting(self, conclusion: Term, *more: Term) -> Goal:
        """The same goal for another conclusion, with ``more`` to assume; what is assumed last is tried first."""
        return replace(self, conclusion=conclusion, context=(*more, *self.context))

    def without(self, symbol: Symbol) -> Goal:
        """The same goal, with nothing in the context that speaks of ``symbol``."""
        return replace(self, context=tuple(formula for formula in self.context if symbol not in symbols(formula)))


class Failed(Exception):
    """A method gave up; ``residual`` is what is left of lhs - rhs, where there is such a thing."""

    def __init__(self, reason: str, residual: Term | None = None) -> None:
        super().__init__(reason)
        self.residual = residual


class Method(ABC):
    """An untrusted way to prove a goal; a script may pass one as ``by=``."""

    @property
    def name(self) -> str:
        return type(self).__name__.lower()

    @abstractmethod
    def attempt(self, goal: Goal, search: Search) -> int:
        """The step of ``search.draft`` that concludes the goal; raises `Failed` or what a rule raises."""


@dataclass
class Search:
    """One search: the draft it writes, the methods it may use, and what it tried."""

    draft: Draft
    methods: Sequence[Method]
    tried: list[str] = field(default_factory=list)
    residual: Term | None = None
    outline: list[Row] = field(default_factory=list)
    depth: int = 0
    active: Sequence[Method] = ()
    _lemmas: dict[Goal, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.active = self.methods
        _numbers[0] = 0

    def prove(self, goal: Goal, methods: Sequence[Method] | None = None) -> int:
        """The step that concludes ``goal``, by the first of ``methods`` that finds one; for goals on the way the same
        methods are used, unless others are named.

        Raises `Failed` with the residual of the first failure that had one.
        """
        if self.depth >= DEEPEST:
            raise Failed("the search is too deep")
        before, self.active = self.active, self.active if methods is None else methods
        self.depth += 1
        try:
            return self._first(goal, self.active)
        finally:
            self.active = before
            self.depth -= 1

    def prove_aside(self, goal: Goal, methods: Sequence[Method] | None = None) -> int:
        """As `prove`, for side conditions: what leads up to them, or was tried for them, is no part of what is told."""
        rows, tried, residual = len(self.outline), len(self.tried), self.residual
        try:
            return self.prove(goal, methods)
        finally:
            del self.outline[rows:], self.tried[tried:]
            self.residual = residual

    def lemma(self, goal: Goal, methods: Sequence[Method]) -> int:
        """As `prove_aside`, once for each goal: for what does not depend on where it is needed."""
        if goal not in self._lemmas:
            self._lemmas[goal] = self.prove_aside(goal, methods)
        return self._lemmas[goal]

    def _first(self, goal: Goal, methods: Sequence[Method]) -> int:
        residual: Term | None = None
        for method in methods:
            rows = len(self.outline)
            self.draft.expect_time()
            try:
                return method.attempt(goal, self)
            except (Failed, Rejected, ValueError, RecursionError) as failure:
                del self.outline[rows:]
                self._note(method, failure)
                residual = residual or getattr(failure, "residual", None)
        raise Failed(f"no method proves {goal.conclusion!r}", residual)

    def _note(self, method: Method, failure: Exception) -> None:
        if self.depth == 1:
            self.tried.append(f"{method.name}: {failure}")
            self.residual = self.residual or getattr(failure, "residual", None)

    def without_induction(self) -> list[Method]:
        """The methods for base and step: nested inductions are not searched for."""
        return [method for method in self.methods if method.name != "induction"]

    def inner(self) -> list[Method]:
        """The methods in use, but for induction: for goals on the way to one that is not shown by it."""
        return [method for method in self.active if method.name != "induction"]

    def show(self, reason: str, step: int, rows_from: int | None = None) -> int:
        """Add a row to the outline; rows added since ``rows_from`` become the lines that lead up to it."""
        inner: tuple[Row, ...] = ()
        if rows_from is not None:
            inner = tuple(self.outline[rows_from:])
            del self.outline[rows_from:]
        self.outline.append(Row(reason, step, inner))
        return step


def relations(context: Sequence[Term]) -> list[Term]:
    """What the normal form can use: relations, and which moments exist."""
    return [formula for formula in context if isinstance(formula, Node) and formula.op in (*RELATIONS, "moments")]


def is_closed(part: Term) -> bool:
    """Whether a part of a formula stands below no binder that it speaks of."""
    try:
        sort_of(part)
    except IllFormed:
        return False
    return True


def fresh_symbol(hint: str, sort: Sort) -> Symbol:
    """A symbol no script can write, for a variable that is being generalised."""
    _numbers[0] += 1
    return Symbol(f"{hint}\N{PRIME}{_numbers[0]}", sort)
