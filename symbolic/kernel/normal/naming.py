"""Names for the indices of a net that do not depend on the names they had: the least key over all orders.

Naming decides only which equal sums are seen to be equal; a net under any names means the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, permutations, product
from typing import Any, Final, TypeVar

from symbolic.kernel.normal.polynomial import INDEX, Atom, Monomial, Poly
from symbolic.terms import Symbol

MOST_ORDERS: Final = 720
_MARKED, _OTHER = Symbol("*", INDEX), Symbol("o", INDEX)
Part = TypeVar("Part", Poly, Monomial, Atom)


def renamed(part: Part, names: Mapping[Symbol, Symbol]) -> Part:
    """``part`` with other names for its free symbols, otherwise untouched."""
    if not part.symbols & names.keys():
        return part
    if isinstance(part, Poly):
        return Poly({renamed(monomial, names): value for monomial, value in part.terms.items()})
    if isinstance(part, Monomial):
        return Monomial({renamed(atom, names): renamed(exponent, names) for atom, exponent in part.factors.items()})
    return Atom(part.kind, *(_renamed_part(piece, names) for piece in part.parts))


def _renamed_part(piece: Any, names: Mapping[Symbol, Symbol]) -> Any:
    match piece:
        case Symbol():
            return names.get(piece, piece)
        case tuple():
            return tuple(_renamed_part(each, names) for each in piece)
        case int():
            return piece
    return renamed(piece, names)


def canonical(indices: Sequence[Symbol], constraints: Sequence[Poly], monomial: Monomial) -> Atom:
    """The net with its indices named by level and number, numbered such that its key is the least."""
    level = 1 + max((part.level for part in (*constraints, monomial)), default=0)
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
    roles: dict[str, list[Symbol]] = {}
    for index in indices:
        view = {other: _MARKED if other == index else _OTHER for other in indices}
        roles.setdefault(_net(view, constraints, monomial).key, []).append(index)
    classes = (permutations(roles[role]) for role in sorted(roles))
    return (list(chain.from_iterable(order)) for order in product(*classes))
