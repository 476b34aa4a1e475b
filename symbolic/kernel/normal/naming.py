"""Names for the indices of a net that do not depend on the names they had: the least key over all orders.

Naming decides only which equal sums are seen to be equal; a net under any names means the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, islice, permutations
from typing import Any, Final, TypeVar

from symbolic.kernel.normal.polynomial import INDEX, Atom, Monomial, Poly, deepest
from symbolic.terms import Symbol

MOST_ORDERS: Final = 720
_numbers = count()
_MARKED, _OTHER = Symbol("*", INDEX), Symbol("o", INDEX)
Part = TypeVar("Part", Poly, Monomial, Atom)


def renamed(part: Part, names: Mapping[Symbol, Symbol]) -> Part:
    """``part`` with other names for its free symbols, otherwise untouched."""
    result: Part = _renamed(part, names)
    return result


def _renamed(piece: Any, names: Mapping[Symbol, Symbol]) -> Any:
    match piece:
        case Symbol():
            return names.get(piece, piece)
        case tuple():
            return tuple(_renamed(each, names) for each in piece)
        case Poly() | Monomial() | Atom() if piece.symbols.isdisjoint(names):
            return piece
        case Poly():
            return Poly({_renamed(monomial, names): value for monomial, value in piece.terms.items()})
        case Monomial():
            return Monomial({_renamed(a, names): _renamed(e, names) for a, e in piece.factors.items()})
        case Atom():
            return Atom(piece.kind, *(_renamed(each, names) for each in piece.parts))
    return piece


def fresh() -> Symbol:
    """An index that occurs nowhere else."""
    return Symbol(f"~{next(_numbers)}", INDEX)


def opened(net: Atom) -> tuple[list[Symbol], list[Poly], Monomial]:
    """The parts of a net with fresh names for its indices."""
    indices, constraints, monomial = net.parts
    names = {index: fresh() for index in indices}
    return list(names.values()), [renamed(row, names) for row in constraints], renamed(monomial, names)


def canonical(indices: Sequence[Symbol], constraints: Sequence[Poly], monomial: Monomial) -> Atom:
    """The net with its indices named by level and number, numbered such that its key is the least."""
    level = 1 + deepest((*constraints, monomial))
    numbered = [Symbol(f"{level}.{number}", INDEX) for number in range(len(indices))]
    orders = islice(_orders(indices, constraints, monomial), MOST_ORDERS)
    nets = (_net(dict(zip(order, numbered, strict=True)), constraints, monomial) for order in orders)
    return min(nets, key=lambda net: net.key)


def _net(names: Mapping[Symbol, Symbol], constraints: Iterable[Poly], monomial: Monomial) -> Atom:
    rows = sorted((renamed(row, names) for row in constraints), key=lambda row: row.key)
    indices = sorted(names.values(), key=lambda index: index.name)
    return Atom("net", tuple(indices), tuple(rows), renamed(monomial, names))


def _orders(indices: Sequence[Symbol], constraints: Sequence[Poly], monomial: Monomial) -> Iterator[list[Symbol]]:
    """All orders of the indices that keep those apart which play different roles."""
    if len(indices) == 1:
        return iter([list(indices)])
    roles: dict[str, list[Symbol]] = {}
    for index in indices:
        view = {other: _MARKED if other == index else _OTHER for other in indices}
        roles.setdefault(_net(view, constraints, monomial).key, []).append(index)
    return _arranged([roles[role] for role in sorted(roles)])


def _arranged(classes: Sequence[Sequence[Symbol]]) -> Iterator[list[Symbol]]:
    """The indices class by class, in every order within each; made one by one, for there may be very many."""
    if not classes:
        yield []
        return
    for first in permutations(classes[0]):
        for rest in _arranged(classes[1:]):
            yield [*first, *rest]
