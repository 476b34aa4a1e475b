"""Small changes of a term, as an author would write them."""

from __future__ import annotations

from collections.abc import Iterator

from symbolic.terms import Node, Number, Term, add, mul, neg, sub

Edit = tuple[str, Term]
"""What was changed, and the changed part."""


def negated(term: Term) -> Term:
    """``-term``, without a second sign."""
    match term:
        case Number(value=value):
            return Number(-value)
        case Node(op="neg", args=(operand,)):
            return operand
    return neg(term)


def twice(term: Term) -> Term:
    """``2*term``, as one product."""
    match term:
        case Number(value=value):
            return Number(2 * value)
        case Node(op="mul", args=factors):
            return mul(Number(2), *factors)
    return mul(Number(2), term)


def neighbours(term: Term) -> Iterator[Term]:
    """``term + 1`` and ``term - 1``."""
    yield from (shifted(term, step) for step in (1, -1))


def shifted(term: Term, step: int) -> Term:
    """``term + step``, as an author would write it: ``t`` rather than ``t + 1 - 1``."""
    match term:
        case Number(value=value):
            return Number(value + step)
        case Node(op="add", args=(*rest, Number(value=value))):
            return add(*rest) if value == -step else add(*rest, Number(value + step))
        case Node(op="sub", args=(left, Number(value=value))):
            return left if value == step else sub(left, Number(value - step))
    return add(term, Number(step)) if step > 0 else sub(term, Number(-step))
