"""What expectations over standard normal vectors bind, and the integrals that they define."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from symbolic.terms import (
    INTEGER,
    ONE,
    PI,
    Bound,
    Lambda,
    Node,
    Number,
    Sort,
    Symbol,
    Term,
    abstract,
    apply,
    children,
    div,
    instantiate,
    mul,
    power,
    substitute,
    summation,
)

TWO: Final = Number(2)


def at_entries(body: Lambda, entry: Callable[..., Term]) -> Term | None:
    """The body with ``entry(i)``, or ``entry(i, j)``, for the entries of its variable; None where it is more than that.

    ``entry`` must not bind anything.
    """
    vector = _placeholder(body)
    opened = instantiate(body, vector)
    if not _only_entries(opened, vector):
        return None
    places = [Bound(body.sort.arity - 1 - at) for at in range(body.sort.arity)]
    function: Term = entry(*places)
    for _ in places:
        function = Lambda(INTEGER, function)
    return substitute(opened, {vector: function})


def over_density(size: Term, body: Lambda) -> Term:
    """The expectation of ``body`` over the standard normal density of vectors of ``size`` entries.

        E[F(w) (2 pi)^(d/2) exp((w_1^2 + ... + w_d^2)/2)]

    It is what the integral of F over all vectors means.
    """
    vector = _placeholder(body)
    square = summation(ONE, size, Lambda(INTEGER, power(apply(vector, Bound(0)), TWO)))
    inverse = mul(power(mul(TWO, PI), div(size, TWO)), Node("exp", div(square, TWO)))
    return Node("expect", Lambda(body.sort, abstract(mul(instantiate(body, vector), inverse), vector).body, body.hint))


def _placeholder(body: Lambda) -> Symbol:
    """A symbol of a sort that no term has, so that it occurs nowhere."""
    return Symbol("vector", Sort("vector", body.sort.arity))


def _only_entries(term: Term, vector: Symbol) -> bool:
    """Whether ``vector`` occurs applied to places only."""
    match term:
        case Node(op="apply", args=(head, *places)) if head == vector:
            return all(_only_entries(place, vector) for place in places)
    return term != vector and all(_only_entries(part, vector) for part in children(term))
