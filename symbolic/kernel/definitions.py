"""Formulas read as definitions of elements of a sequence: one element, or all from a first one on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import normalise
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    Bound,
    Lambda,
    Node,
    Number,
    Sort,
    Symbol,
    Term,
    instantiate,
    subterms,
    symbols,
)

MOST_PLACES: Final = 3  # of a sequence of matrices: the time, the row and the column
_TIMES: Final = tuple(Symbol(f"~time{number}", INTEGER) for number in range(MOST_PLACES))
_OUTCOME: Final = Symbol("~outcome", OUTCOME)


@dataclass(frozen=True)
class Definition:
    """``sequence(n + shift) = value(n)`` for n >= start, or ``sequence(start) = value`` if ``time`` is None.

    For a sequence of vectors ``value`` holds the values of all entries.
    """

    sequence: Symbol
    start: int
    shift: int
    value: Term
    time: Symbol | None


def read_definition(formula: Term) -> Definition | None:
    """``v(c) = term``, or ``forall t: c <= t => ... => v(t + k) = term``, read off the shape.

    For a random sequence all of it stands under ``forall w``, for every outcome w, in any order of the quantifiers.
    For a sequence of vectors the left side is one as a whole, or each of its entries, under ``forall`` for each place.
    One that depends on a vector, ``h(z, t)``, is defined for every vector z.
    """
    opened, starts, formula = _opened(formula)
    found = _defined_element(formula)
    if found is None:
        return None
    times = () if isinstance(found.position, Number) else tuple(time for time in _TIMES[:1] if time in opened)
    if not found.stands_for_all(opened, _TIMES[len(times) :]):
        return None
    # Else it is one element that is said to have many values: forall t, i: v(t) = i.
    if not symbols(found.value) & frozenset(opened) <= {*times, *found.rest}:
        return None
    return _definition(found.sequence, found.position, found.value, next(iter(times), None), starts)


class _Element(NamedTuple):
    """What an equation defines: ``sequence`` at ``position``, there at ``rest``; if ``whole``, at all places of it."""

    sequence: Symbol
    position: Term
    rest: tuple[Term, ...]
    whole: bool
    value: Term

    def stands_for_all(self, opened: Iterable[Symbol], places: tuple[Symbol, ...]) -> bool:
        """Whether the arguments besides the index are quantified variables, each another one; ``places`` in order."""
        arity, vectors = self.sequence.sort.arity, [symbol for symbol in opened if symbol.sort.name == "sequence"]
        if self.sequence.sort.name == "random":
            return self.rest == (_OUTCOME,) * (arity - 1)
        before = vectors[:1] if self.sequence.sort.name == "functional" else []
        return self.rest == (*before, *(() if self.whole else places[: arity - len(before) - 1]))


def _defined_element(formula: Term) -> _Element | None:
    match formula:
        case Node(op="eq", args=(Node(op="apply", args=(Symbol() as v, *arguments)), value)) if _has_elements(v):
            return _Element(v, *index_first(v, arguments), False, value)
        case Node(op="eq", args=(Node(op="matrix", args=(_, columns, Lambda(body=Lambda(body=element)))), value)):
            match element:
                case Node(op="apply", args=(Symbol() as v, *arguments)) if v.sort.name in ("sequence", "functional"):
                    position, further = index_first(v, arguments)
                    vectors = further[: v.sort.name == "functional"]
                    if _names_each(further[len(vectors) :], columns):
                        return _Element(v, position, vectors, True, value)
    return None


def _has_elements(symbol: Symbol) -> bool:
    """Whether ``symbol`` has an element for each index, from a first one on, or is a random variable."""
    return symbol.sort.start is not None or symbol.sort.name == "random"


def index_first(sequence: Symbol, arguments: Sequence[Term]) -> tuple[Term, tuple[Term, ...]]:
    """The index and the other arguments; the vector on which a sequence depends stands before the index."""
    at = 1 if sequence.sort.name == "functional" else 0
    return arguments[at], (*arguments[:at], *arguments[at + 1 :])


def _names_each(places: Sequence[Term], columns: Term) -> bool:
    """Whether the entries of a matrix, at ``places``, are different elements: else it says that some are equal."""
    return list(places) == [Bound(1), Bound(0)] or (list(places) == [Bound(1)] and columns == ONE)


def _opened(formula: Term) -> tuple[list[Symbol], list[tuple[Term, Term]], Term]:
    """The quantified symbols, the lower bounds among the guards, and what is left of a schema."""
    opened: list[Symbol] = []
    bounds: list[tuple[Term, Term]] = []
    while isinstance(formula, Node) and formula.op in ("forall", "implies"):
        body = formula.args[0]
        if isinstance(body, Lambda):
            left = [name for name in _names(body.sort) if name not in opened]
            if not left:
                break
            opened.append(left[0])
            formula = instantiate(body, left[0])
        else:
            bounds += [(body.args[0], body.args[1])] if isinstance(body, Node) and body.op == "le" else []
            formula = formula.args[1]
    return opened, bounds, formula


def _names(sort: Sort) -> tuple[Symbol, ...]:
    """What the variables of a schema are called; it quantifies over one vector and one outcome at most."""
    if sort.name == "sequence":
        return (Symbol("~vector", sort),)
    return _TIMES if sort == INTEGER else (_OUTCOME,) if sort == OUTCOME else ()


def _definition(
    sequence: Symbol, index: Term, value: Term, time: Symbol | None, bounds: Iterable[tuple[Term, Term]]
) -> Definition | None:
    if time is None:
        return Definition(sequence, int(index.value), 0, value, None) if isinstance(index, Number) else None
    starts = [int(low.value) for low, high in bounds if isinstance(low, Number) and high == time]
    shift = shift_of(index, time)
    return Definition(sequence, max(starts), shift, value, time) if starts and shift is not None else None


def shift_of(index: Term, time: Symbol) -> int | None:
    """k, if ``index`` is ``time + k``."""
    if symbols(index) - {time} or any(isinstance(part, Bound) for part in subterms(index)):
        return None
    rest = (normalise(index, Facts()) - normalise(time, Facts())).constant
    return None if rest is None or rest.denominator != 1 else int(rest)
