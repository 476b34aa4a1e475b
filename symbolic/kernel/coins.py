"""Chance in a model: fair coins, and random variables each of which is made of finitely many of them.

There is a random experiment with as many coins as one likes, one for each index, that are independent and show 1 or
-1, each with probability 1/2.  So whatever follows from what `fair` says of them can refute a claim.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from symbolic.kernel.rule import expect
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    ZERO,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    apply,
    eq,
    forall,
    instantiate,
    power,
    subterms,
    symbols,
)
from symbolic.terms import expect as expectation

HIGHEST: Final = 99  # order of moments that the language has words for
_OUTCOME: Final = Symbol("~outcome", OUTCOME)
_PLACE: Final = Symbol("~place", INTEGER)


def fair(coin: Symbol) -> tuple[Term, ...]:
    """What is true of a fair coin, or of one for each index.

    >>> from symbolic.terms import *
    >>> for formula in fair(Symbol("c", random_sort())):
    ...     print(formula)
    (moments c 99)
    (forall (fun omega (eq (pow (apply c #0) 2) 1)))
    (eq (expect (fun omega (apply c #0))) 0)
    (eq (expect (fun omega (pow (apply c #0) 2))) 1)
    """
    places = [_PLACE] * (coin.sort.arity - 1)
    face = apply(coin, *places, _OUTCOME)
    square = power(face, Number(2))
    faces = (
        forall(abstract(eq(square, ONE), _OUTCOME, "omega")),
        eq(expectation(abstract(face, _OUTCOME, "omega")), ZERO),
        eq(expectation(abstract(square, _OUTCOME, "omega")), ONE),
    )
    everywhere = (forall(abstract(formula, _PLACE, "i")) if places else formula for formula in faces)
    independent = [Node("independent", coin)] if places else []
    return (Node("moments", coin, Number(HIGHEST)), *independent, *everywhere)


def coins_of(formulas: Iterable[Term]) -> frozenset[Symbol]:
    """The random symbols of which any of ``formulas`` says that they are fair coins."""
    return frozenset(
        symbol
        for formula in formulas
        for symbol in symbols(formula)
        if symbol.sort.name == "random" and formula in fair(symbol)
    )


def is_independent(value: Term) -> bool:
    """Whether each element of ``value``, a random variable for each index, looks at no coins but those of its index."""
    return all(place == (_PLACE,) for place in tosses(value))


def tosses(value: Term) -> list[tuple[Term, ...]]:
    """The places of the coins at which a random variable looks, or one for each index.

    Raises `Rejected` unless these are numbers or the index itself, along the same outcome.  Then each element looks at
    finitely many coins, and takes finitely many values: it has all moments.
    """
    body = _opened(value)
    mentioned = [part for part in subterms(body) if isinstance(part, Symbol) and part.sort.name == "random"]
    tossed = [part.args[1:-1] for part in subterms(body) if isinstance(part, Node) and _is_toss(part)]
    expect(len(tossed) == len(mentioned), "a coin that is not at this outcome, or neither at a number nor the index")
    return tossed


def _opened(value: Term) -> Term:
    while isinstance(value, Lambda):
        value = instantiate(value, _OUTCOME if value.sort == OUTCOME else _PLACE)
    return value


def _is_toss(part: Node) -> bool:
    match part:
        case Node(op="apply", args=(Symbol() as coin, *place, last)) if coin.sort.name == "random":
            return last == _OUTCOME and all(index == _PLACE or isinstance(index, Number) for index in place)
    return False
