"""Names that a search has made up, as a reader wants to see them."""

from __future__ import annotations

from collections.abc import Iterable

from symbolic.terms import Symbol, Term, substitute, symbols


def readable(terms: Iterable[Term]) -> list[Term]:
    """``terms`` with names that a search has made up, such as ``i′27``, turned into primed ones.

    >>> [term.name for term in readable(map(Symbol, ("i", "i′27")))]
    ['i', "i'"]
    """
    kept = list(terms)
    known = {symbol.name for term in kept for symbol in symbols(term)}
    renamed: dict[Symbol, Term] = {}
    for symbol in sorted({part for term in kept for part in symbols(term) if "′" in part.name}, key=lambda s: s.name):
        name = symbol.name.partition("′")[0] + "'"
        while name in known:
            name += "'"
        known.add(name)
        renamed[symbol] = Symbol(name, symbol.sort)
    return [substitute(term, renamed) for term in kept]
