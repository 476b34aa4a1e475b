"""Values of symbols under which a pattern becomes a term, up to the order of sums and products."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import Final

from symbolic.methods.search import fresh_symbol
from symbolic.terms import (
    INTEGER,
    REAL,
    Bound,
    Lambda,
    Node,
    Symbol,
    Term,
    abstract,
    children,
    instantiate,
    replace,
    sort_of,
    substitute,
    symbols,
)

Values = Mapping[Symbol, Term]
_UNORDERED: Final = ("add", "mul")
MOST_REORDERED: Final = 4
MOST_COMPARED: Final = 3000


def fits(
    pattern: Term, term: Term, free: Sequence[Symbol], values: Values, fuel: list[int] | None = None
) -> Iterator[Values]:
    """Each extension of ``values`` to symbols of ``free`` that turns ``pattern`` into ``term``, while there is fuel:
    the orders of nested sums and products are too many to try all.
    """
    fuel = [MOST_COMPARED] if fuel is None else fuel
    fuel[0] -= 1
    if fuel[0] < 0:
        return
    if isinstance(pattern, Symbol) and pattern in free and pattern not in values:
        if _may_be(pattern, term):
            yield {**values, pattern: term}
        return
    if not any(symbol in symbols(pattern) for symbol in free if symbol not in values):
        if same(substitute(pattern, values), term):
            yield values
        return
    match pattern, term:
        case Lambda(), Lambda():
            opened = fresh_symbol(pattern.hint, pattern.sort)
            found = fits(instantiate(pattern, opened), instantiate(term, opened), free, values, fuel)
            yield from (one for one in found if not any(opened in symbols(value) for value in one.values()))
        case Node(op="apply", args=(Symbol() as sequence, index)), _ if _is_element(sequence, term, free, values):
            yield from _as_elements(sequence, substitute(index, values), term, values)
        case Node(), Node():
            yield from _within(pattern, term, free, values, fuel)


def same(one: Term, other: Term) -> bool:
    """Equal up to the order of sums and products."""
    if not (isinstance(one, Node) and isinstance(other, Node)) or one.op not in _UNORDERED:
        match one, other:
            case (Node(), Node()) | (Lambda(), Lambda()) if type(one) is type(other) and _alike(one, other):
                return all(same(*pair) for pair in zip(children(one), children(other), strict=True))
        return one == other
    if other.op != one.op or len(one.args) != len(other.args):
        return False
    rest = list(other.args)
    for part in one.args:
        found = next((candidate for candidate in rest if same(part, candidate)), None)
        if found is None:
            return False
        rest.remove(found)
    return True


def _alike(one: Term, other: Term) -> bool:
    if isinstance(one, Lambda) and isinstance(other, Lambda):
        return one.sort == other.sort
    nodes = isinstance(one, Node) and isinstance(other, Node) and one.op == other.op
    return nodes and len(children(one)) == len(children(other))


def _may_be(symbol: Symbol, term: Term) -> bool:
    if isinstance(term, Bound | Lambda):
        return False
    return (isinstance(term, Symbol) and term.sort == symbol.sort) or _is_number(symbol, term)


def _is_number(symbol: Symbol, term: Term) -> bool:
    if isinstance(term, Symbol) and term.sort not in (REAL, INTEGER):
        return False
    found = sort_of(term)
    return found == symbol.sort or (found == INTEGER and symbol.sort == REAL)


def _is_element(sequence: Symbol, term: Term, free: Sequence[Symbol], values: Values) -> bool:
    """Whether ``term``, which is no element of a sequence, may be that of one that is free yet."""
    element = isinstance(term, Node) and term.op == "apply"
    return sequence in free and sequence not in values and sequence.sort.name == "sequence" and not element


def _as_elements(sequence: Symbol, index: Term, term: Term, values: Values) -> Iterator[Values]:
    """The sequence whose element at ``index`` is ``term``: g(t + 1)^2 at t + 1."""
    place = fresh_symbol("k", INTEGER)
    element = replace(term, index, place)
    left = symbols(index) & symbols(element)
    if not left and place in symbols(element) and sort_of(element) in (REAL, INTEGER):
        yield {**values, sequence: abstract(element, place)}


def _within(pattern: Node, term: Node, free: Sequence[Symbol], values: Values, fuel: list[int]) -> Iterator[Values]:
    if pattern.op != term.op or len(pattern.args) != len(term.args):
        return
    reordered = pattern.op in _UNORDERED and len(pattern.args) <= MOST_REORDERED
    for order in permutations(term.args) if reordered else (term.args,):
        yield from _all(tuple(zip(pattern.args, order, strict=True)), free, values, fuel)


def _all(
    pairs: Sequence[tuple[Term, Term]], free: Sequence[Symbol], values: Values, fuel: list[int]
) -> Iterator[Values]:
    if not pairs:
        yield values
        return
    for found in fits(*pairs[0], free, values, fuel):
        yield from _all(pairs[1:], free, found, fuel)
