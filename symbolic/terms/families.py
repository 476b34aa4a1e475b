"""Which matrices a name stands for: those whose entries are the elements of one family of reals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from symbolic.terms.arrays import Shape, shape_of
from symbolic.terms.substitution import instantiate
from symbolic.terms.tree import MATRIX, ONE, Bound, Lambda, Node, Symbol, Term, children, subterms

# Of a sort that no symbol of a claim has: none is taken for a place.
_ROW: Final = Symbol("the row", MATRIX)
_INDEX: Final = Symbol("the index", MATRIX)
_COLUMN: Final = Symbol("the column", MATRIX)


class Family(NamedTuple):
    """The family, and the index of the matrix in it where there are several."""

    head: Term
    indices: tuple[Term, ...]


def family_of(args: tuple[Term, ...]) -> Family | None:
    """The name of the matrix with the arguments ``args``; None where its entries are no plain elements.

    >>> from symbolic.terms import *
    >>> n, t = Symbol("n", INTEGER), Symbol("t", INTEGER)
    >>> named = named_matrix(Symbol("h", sequence_sort(0, 2)), n, ONE, t)
    >>> family_of(named.args)
    Family(head=h, indices=(t,))
    """
    match args:
        case (_, columns, Lambda(body=Lambda()) as body):
            element = _at(_at(body, _ROW), _COLUMN)
        case _:
            return None
    if not isinstance(element, Node) or element.op != "apply" or not _is_family(element.args[0]):
        return None
    head, *places = element.args
    found = 1 if columns == ONE and places[-1:] == [_ROW] else 2
    index = tuple(places[:-found])
    plain = places[-found:] == [_ROW, _COLUMN][:found] and not any(_speaks_of_a_place(part) for part in index)
    return Family(head, index) if plain else None


def sum_of_matrices(args: tuple[Term, ...]) -> tuple[Term, Term, Lambda] | None:
    """The bounds and the summand of the matrix with the arguments ``args``, where its entries are the sums of the
    entries of matrices of its shape, in the same place; else None.

    >>> from symbolic.terms import *
    >>> n, h = Symbol("n", INTEGER), Symbol("h", sequence_sort(0, 2))
    >>> inner = entry(matrix(n, ONE, entries(apply(h, Bound(2), Bound(1)))), Bound(2))
    >>> sum_of_matrices((n, ONE, entries(summation(ONE, n, Lambda(INTEGER, inner, "k")))))
    (1, n, (fun k (matrix n 1 (fun i (fun j (apply h #2 #1))))))
    """
    rows, columns, body = args
    match _at(_at(body, _ROW), _COLUMN):
        case Node(op="sum", args=(lower, upper, Lambda(body=Node(op="entry", args=(whole, *places))) as total)):
            summand = Lambda(total.sort, whole, total.hint)
            shape = shape_of(instantiate(summand, _INDEX))
            alone = not any(map(_speaks_of_a_place, (lower, upper, whole)))
            if alone and shape == (rows, columns) and places == [_ROW, ONE if columns == ONE else _COLUMN]:
                return lower, upper, summand
    return None


def shapes(terms: Iterable[Term]) -> dict[Symbol, tuple[Shape, bool]]:
    """For each symbol that matrices in ``terms`` are named by: their shape, and whether it is a sequence of them."""
    found: dict[Symbol, tuple[Shape, bool]] = {}
    for term in terms:
        for array in _matrices(term):
            family = family_of(array.args)
            if family and isinstance(family.head, Symbol) and not _is_loose(array.args[:2]):
                found.setdefault(family.head, ((array.args[0], array.args[1]), bool(family.indices)))
    return found


def _matrices(term: Term) -> Iterator[Node]:
    """The matrices in ``term`` by their entries, with names for those that a derivative binds."""
    match term:
        case Node(op="matrix"):
            yield term
        case Node(op="partial", args=(Lambda() as body, at, *_)):
            yield from _matrices(instantiate(body, at))
    for part in children(term):
        yield from _matrices(part)


def _at(body: Term, place: Symbol) -> Term:
    return instantiate(body, place) if isinstance(body, Lambda) else body


def _is_family(head: Term) -> bool:
    return isinstance(head, Bound) or (isinstance(head, Symbol) and head.sort.name in ("sequence", "functional"))


def _speaks_of_a_place(term: Term) -> bool:
    return any(part in (_ROW, _COLUMN) for part in subterms(term))


def _is_loose(sizes: tuple[Term, ...]) -> bool:
    return any(isinstance(part, Bound) for size in sizes for part in subterms(size))
