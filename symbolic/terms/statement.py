"""A claim as it was understood, fully quantified, in pieces that a report arranges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from symbolic.terms.arrays import Shape
from symbolic.terms.families import shapes
from symbolic.terms.layout import Layout
from symbolic.terms.notation import Level, Notation
from symbolic.terms.quantified import chained
from symbolic.terms.tree import INTEGER, ONE, OUTCOME, REAL, Node, Number, Sort, Symbol, Term

_APPLIED: Final[dict[str, Callable[[Sort], bool]]] = {
    "sequence": lambda sort: sort.name == "sequence",
    "function": lambda sort: sort.name == "function",
    "random sequence": lambda sort: sort.name == "random" and sort.start is not None,
    "random variable": lambda sort: sort.name == "random" and sort.start is None,
    "real functional": lambda sort: sort.name == "functional",
}


class Stated(Protocol):
    """What a statement is made from; `symbolic.claim.Claim` is one."""

    @property
    def symbols(self) -> tuple[Symbol, ...]: ...
    @property
    def domains(self) -> tuple[Term, ...]: ...
    @property
    def assumptions(self) -> tuple[Term, ...]: ...
    @property
    def conditions(self) -> tuple[Term, ...]: ...
    @property
    def goal(self) -> Term: ...


@dataclass(frozen=True)
class Pieces:
    """The parts of a statement, each printed.

    Attributes:
        quantified: what the statement is for all of, such as ``"integers t ≥ 0"``.
        given: the assumptions.
        where: the conditions under which everything as written is defined.
        goal: what is claimed.
    """

    quantified: tuple[str, ...]
    given: tuple[str, ...]
    where: tuple[str, ...]
    goal: str

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The pieces that there are, each under its word, for one row each."""
        rows = (
            ("for all", ", ".join(self.quantified)),
            ("given", "; ".join(self.given)),
            ("where", "; ".join(self.where)),
            ("then", self.goal),
        )
        return tuple((word, text) for word, text in rows if text)

    def __str__(self) -> str:
        return "; ".join(f"{word} {text}" for word, text in self.rows) if len(self.rows) > 1 else self.goal


def pieces(claim: Stated, notation: Notation) -> Pieces:
    """The parts of ``claim`` in ``notation``."""

    def shown(term: Term) -> str:
        return Layout(notation, term).at(term, (), Level.FORMULA)

    def bounded(term: Term) -> str:
        return Layout(notation, term).bounds((term,), ()) if _compares(term) else shown(term)

    return Pieces(
        _quantified(claim, notation),
        tuple(map(shown, claim.assumptions)),
        tuple(map(bounded, claim.conditions)),
        shown(claim.goal),
    )


def _quantified(claim: Stated, notation: Notation) -> tuple[str, ...]:
    kinds = ((REAL, "real"), (INTEGER, "integers"))
    scalars = [_scalars(word, _of(claim, sort), claim.domains, notation) for sort, word in kinds]
    formulas = (*claim.domains, *claim.assumptions, *claim.conditions, claim.goal)
    named = shapes(formulas)
    others = [symbol for symbol in claim.symbols if symbol not in named]
    applied = [_applied(word, others, notation) for word in _APPLIED]
    outcomes = "outcomes" if _of(claim, OUTCOME) else ""
    return tuple(text for text in (*scalars, *_matrices(named, notation), *applied, outcomes) if text)


def _matrices(named: dict[Symbol, tuple[Shape, bool]], notation: Notation) -> tuple[str, ...]:
    """``matrices Q, K of n × d``, ``column b of n``, ``sequence of columns h of n from 0``."""
    groups: dict[tuple[Shape, int | None], list[str]] = {}
    for symbol, (shape, indexed) in sorted(named.items(), key=lambda item: item[0].name):
        start = symbol.sort.start if indexed else None
        groups.setdefault((shape, start), []).append(notation.inline(notation.name(symbol.name)))
    return tuple(_group(shape, start, names, notation) for (shape, start), names in groups.items())


def _group(shape: Shape, start: int | None, names: list[str], notation: Notation) -> str:
    one, many = ("column", "columns") if shape[1] == ONE else ("matrix", "matrices")
    single, several = (one, many) if start is None else (f"sequence of {many}", f"sequences of {many}")
    sizes = shape[:1] if shape[1] == ONE else shape
    extent = f" {notation.signs['by']} ".join(Layout(notation, size).at(size, (), Level.TERMS) for size in sizes)
    from_start = "" if start is None else f" from {start}"
    return f"{several if len(names) > 1 else single} {', '.join(names)} of {notation.inline(extent)}{from_start}"


def _of(claim: Stated, sort: Sort) -> list[Symbol]:
    return [symbol for symbol in claim.symbols if symbol.sort == sort]


def _scalars(word: str, symbols: Sequence[Symbol], domains: Sequence[Term], notation: Notation) -> str:
    """``real β, x with 0 < β < 1``; a bound stands with the symbol that it bounds."""
    groups = [group for group in chained(domains) if _subject(group) in symbols]
    bounds = [notation.inline(Layout(notation, group[0]).bounds(group, ())) for group in groups]
    if not symbols:
        return ""
    if len(symbols) == 1 == len(bounds) and _evident(groups[0]):
        return f"{word} {bounds[0]}"
    names = ", ".join(notation.inline(notation.name(symbol.name)) for symbol in symbols)
    return f"{word} {names}" + (f" with {', '.join(bounds)}" if bounds else "")


def _subject(group: tuple[Term, ...]) -> Term:
    """The symbol that a domain bounds: the middle of a chain, else the side that is a symbol (the right one first)."""
    match group:
        case (Node(args=(_, Symbol() as middle)), _):
            return middle
        case (Node(args=(Number(), Symbol() as right)),):
            return right
        case (Node(args=(Symbol() as left, Number())),):
            return left
        case (Node(args=(left, right)),):
            return right if isinstance(right, Symbol) else left
    return group[0]


def _compares(term: Term) -> bool:
    return isinstance(term, Node) and term.op in ("le", "lt")


def _evident(group: tuple[Term, ...]) -> bool:
    return len(group) == 2 or any(isinstance(side, Number) for side in getattr(group[0], "args", ()))


def _applied(word: str, every: Sequence[Symbol], notation: Notation) -> str:
    symbols = [symbol for symbol in every if _APPLIED[word](symbol.sort)]
    names = [notation.inline(notation.name(symbol.name)) + _extent(symbol.sort) for symbol in symbols]
    plural = "s" if len(names) > 1 else ""
    return f"{word}{plural} {', '.join(names)}" if names else ""


def _extent(sort: Sort) -> str:
    if sort.start is not None:
        return f" from {sort.start}"
    return "" if sort.arity <= 1 else f" of {sort.arity} arguments"
