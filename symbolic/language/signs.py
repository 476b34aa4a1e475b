"""What is positive at sight: exponentials, products and sums of what is positive, entries of matrices of these."""

from __future__ import annotations

from typing import Protocol

from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    instantiate,
    is_array,
    le,
    lt,
    shape_of,
    symbols,
)


class Known(Protocol):
    """What is known, and what plainly follows from it."""

    def entail(self, condition: Term) -> bool: ...

    def within(self, *more: Term) -> Known: ...


def positive(term: Term, known: Known) -> bool:
    """Whether a scalar is seen to be positive; False says nothing."""
    match term:
        case Node(op="exp" | "sigmoid" | "pi"):
            return True
        case Node(op="mul" | "div" | "add", args=parts):
            return all(known.entail(lt(ZERO, part)) for part in parts)
        case Node(op="pow", args=(base, _)):
            return known.entail(lt(ZERO, base))
        case Node(op="sum", args=(lower, upper, Lambda() as body)):
            index = unused(term)
            inside = known.within(le(lower, index), le(index, upper))
            return known.entail(le(lower, upper)) and inside.entail(lt(ZERO, instantiate(body, index)))
        case Node(op="entry", args=(array, row, column)):
            return _inside(array, row, column, known) and _positive_entries(array, known)
    return False


def unused(*terms: Term) -> Symbol:
    """An integer symbol that occurs in none of ``terms``."""
    taken = {symbol.name for term in terms for symbol in symbols(term)}
    name = "i"
    while name in taken:
        name += "'"
    return Symbol(name, INTEGER)


def _inside(array: Term, row: Term, column: Term, known: Known) -> bool:
    shape = shape_of(array)
    places = zip((row, column), shape or (), strict=False)
    return shape is not None and all(known.entail(le(ONE, p)) and known.entail(le(p, size)) for p, size in places)


def _positive_entries(array: Term, known: Known) -> bool:
    """Whether all entries within the shape are positive."""
    match array:
        case Node(op="exp" | "sigmoid" | "softmax_row" | "softmax_col"):
            return True
        case Node(op="matrix", args=(_, _, Lambda(body=Lambda(body=Number(value=value))))):
            return value > 0
        case Node(op="transpose", args=(inner,)):
            return _positive_entries(inner, known)
        case Node(op="matmul", args=(left, right)):
            shape = shape_of(left)
            nonempty = shape is not None and known.entail(le(ONE, shape[1]))
            return nonempty and _positive_entries(left, known) and _positive_entries(right, known)
        case Node(op="add" | "hadamard" | "mul" | "div", args=parts):
            return all(
                _positive_entries(part, known) if is_array(part) else known.entail(lt(ZERO, part)) for part in parts
            )
    return False
