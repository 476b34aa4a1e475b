"""The slips that authors make with matrices."""

from __future__ import annotations

from collections.abc import Iterator

from symbolic.mutate.places import Place
from symbolic.mutate.spelling import Edit, neighbours
from symbolic.terms import ONE, Lambda, Node, Term, entries, entry, is_array, matmul, matrix, shape_of, transpose
from symbolic.terms.families import family_of


def matrix_order(part: Term, place: Place) -> Iterator[Edit]:
    """A transpose too many or too few, factors in another order, a row for a column."""
    match part:
        case Node(op="transpose", args=(whole,)):
            yield f"without the transpose of {place.show(whole)}", whole
        case Node(op="matmul", args=(Node(op="matmul", args=(first, second)), third)):
            yield f"order of {place.show(second)} and {place.show(third)}", matmul(matmul(first, third), second)
        case Node(op="softmax_row" | "softmax_col" as op, args=(whole,)):
            other = {"softmax_row": "softmax_col", "softmax_col": "softmax_row"}[op]
            yield f"{other} for {op} of {place.show(whole)}", Node(other, whole)
        case Node(op="entry", args=(whole, row, column)):
            yield f"row and column of {place.show(part)}", entry(whole, column, row)
    if is_array(part) and not (isinstance(part, Node) and part.op == "transpose"):
        yield f"the transpose of {place.show(part)}", transpose(part)


def matrix_factor(part: Term, place: Place) -> Iterator[Edit]:
    """A factor of a matrix product too few."""
    match part:
        case Node(op="matmul" | "hadamard", args=(left, right)):
            yield f"without the factor {place.show(left)}", right
            yield f"without the factor {place.show(right)}", left


def place_index(part: Term, place: Place) -> Iterator[Edit]:
    """The index of a matrix in a sequence, the row or the column of an entry, one too large or too small."""
    match part:
        case Node(op="entry", args=(whole, row, column)):
            found = [entry(whole, shifted, column) for shifted in neighbours(row)]
            found += [entry(whole, row, shifted) for shifted in neighbours(column) if not _is_column(whole)]
            yield from ((f"place of {place.show(part)}", shifted) for shifted in found)
        case Node(op="matrix", args=(rows, columns, Lambda(body=Lambda(body=Node(args=(head, *args))))) as parts):
            family = family_of(parts)
            for at in range(len(family.indices) if family else 0):
                for shifted in neighbours(args[at]):
                    member = Node("apply", head, *args[:at], shifted, *args[at + 1 :])
                    yield f"index of {place.show(part)}", matrix(rows, columns, entries(member))


def _is_column(whole: Term) -> bool:
    shape = shape_of(whole)
    return shape is not None and shape[1] == ONE
