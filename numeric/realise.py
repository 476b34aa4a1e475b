"""What stands in for a symbol that nothing defines: a small polynomial, in the index, arguments, entries or coins.

Matrices are given by their first few entries instead, and sequences of them by polynomials for each of those; a
function of one number may also bend.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache, reduce
from typing import Final

from numeric.outcomes import BIASED, FAIR, coin
from numeric.places import factors_at, places
from symbolic.terms import (
    FUNCTIONAL,
    INTEGER,
    OUTCOME,
    REAL,
    Bound,
    Lambda,
    Node,
    Number,
    Sort,
    Symbol,
    Term,
    add,
    apply,
    function_sort,
    mul,
    neg,
    power,
    sequence_sort,
    sub,
)

HIGHEST_DEGREE: Final = 3
COMMON_COIN: Final = coin("kappa", FAIR, 1)
COMMON_COINS: Final = coin("zeta", BIASED, 2)


@lru_cache(maxsize=1024)
def monomials(symbol: Symbol) -> tuple[Term, ...]:
    """What a polynomial that realises ``symbol`` is made of, simplest first; its last variable is ``Bound(0)``."""
    return _MONOMIALS[symbol.sort.name](symbol)


@lru_cache(maxsize=1024)
def polynomial(symbol: Symbol, coefficients: tuple[Fraction, ...]) -> Lambda:
    """The polynomial that realises ``symbol``, written as a reader would.

    >>> from symbolic.terms import *
    >>> polynomial(Symbol("g", sequence_sort()), (Fraction(1), Fraction(0), Fraction(2)))
    (fun i (add 1 (mul 2 (pow #0 2))))
    """
    terms = list(zip(coefficients, monomials(symbol), strict=False))
    added = [_scaled(factor, monomial) for factor, monomial in terms if factor > 0]
    taken = [_scaled(-factor, monomial) for factor, monomial in terms if factor < 0]
    return _under_binders(symbol, _difference(added, taken))


def _difference(added: list[Term], taken: list[Term]) -> Term:
    if not added and taken:
        first, *taken = taken
        added = [Number(-first.value) if isinstance(first, Number) else neg(first)]
    return reduce(sub, taken, add(*added))


def _scaled(factor: Fraction, monomial: Term) -> Term:
    if isinstance(monomial, Number):
        return Number(factor)
    return monomial if factor == 1 else mul(Number(factor), *_factors(monomial))


def _factors(monomial: Term) -> tuple[Term, ...]:
    return monomial.args if isinstance(monomial, Node) and monomial.op == "mul" else (monomial,)


def _powers(symbol: Symbol) -> tuple[Term, ...]:
    """Of one number, or, for a function of several, the arguments and their product."""
    arguments = [Bound(index) for index in reversed(range(symbol.sort.arity))]
    if len(arguments) == 1:
        return (Number(1), *arguments, *(power(Bound(0), Number(n)) for n in range(2, HIGHEST_DEGREE + 1)))
    return (Number(1), *arguments, mul(*arguments))


def _of_index(symbol: Symbol) -> tuple[Term, ...]:
    """Of the index of a sequence; for a matrix or a sequence of them, one for each entry."""
    if symbol.sort.arity == 1:
        return _powers(symbol)
    return tuple(mul(*factors_at(symbol, place)) for place in places(symbol))


def _bending(symbol: Symbol) -> tuple[Term, ...]:
    return (*_powers(symbol), *([Node("tanh", Bound(0))] if symbol.sort == function_sort() else []))


def _of_entries(symbol: Symbol) -> tuple[Term, ...]:
    """Of the entries 1, 2 and 3 of a vector."""
    first, second, third = (apply(Bound(0), Number(entry)) for entry in (1, 2, 3))
    return (first, mul(first, first), mul(first, second), second, power(third, Number(3)), Number(1))


def _of_vector_and_index(symbol: Symbol) -> tuple[Term, ...]:
    """Of the entry of the vector at the same place, and of the time."""
    vector, time, *place = (Bound(index) for index in reversed(range(symbol.sort.arity)))
    entry = apply(vector, place[0] if place else Number(1))
    return (entry, mul(time, entry), Number(1), mul(entry, entry), time)


def _of_coins(symbol: Symbol) -> tuple[Term, ...]:
    """A mean, fair coins of the symbol's own (one an index), and coins that all random symbols share.

    With only own coins, or only those of `COMMON_COINS`, the elements are independent; with the latter, the elements
    of one index of different symbols are not.  `COMMON_COIN` makes all elements correlated; as a random spread of the
    own coins it leaves them uncorrelated, but dependent.
    """
    place: list[Term] = [Bound(index) for index in range(1, symbol.sort.arity)]
    outcome = Bound(0)
    own = apply(coin(f"xi_{symbol.name}", FAIR, symbol.sort.arity), *place, outcome)
    shared, biased = apply(COMMON_COIN, outcome), apply(COMMON_COINS, *(place or [Number(1)]), outcome)
    spread = mul(own, add(Number(1), shared))
    return (Number(1), shared, own, biased, spread, *place, *(mul(index, own) for index in place))


_MONOMIALS: Final[dict[str, Callable[[Symbol], tuple[Term, ...]]]] = {
    "real": lambda symbol: (Number(1),),
    "integer": lambda symbol: (Number(1),),
    "outcome": lambda symbol: (Number(1),),
    "sequence": _of_index,
    "function": _bending,
    "functional": lambda symbol: _of_entries(symbol) if symbol.sort == FUNCTIONAL else _of_vector_and_index(symbol),
    "random": _of_coins,
}


def _under_binders(symbol: Symbol, body: Term) -> Lambda:
    result = body
    for hint, sort in reversed(_variables(symbol)):
        result = Lambda(sort, result, hint)
    if not isinstance(result, Lambda):
        raise TypeError(f"{symbol.name} takes no arguments, and needs no polynomial")
    return result


def _variables(symbol: Symbol) -> list[tuple[str, Sort]]:
    match symbol.sort.name:
        case "sequence":
            return [(hint, INTEGER) for hint in ("i", "ij", "tij")[symbol.sort.arity - 1]]
        case "functional":
            return [("a", sequence_sort()), *((hint, INTEGER) for hint in "tij"[: symbol.sort.arity - 1])]
        case "random":
            return [("i", INTEGER)] * (symbol.sort.arity - 1) + [("omega", OUTCOME)]
    return [(hint, REAL) for hint in "xyzuvwrs"[: symbol.sort.arity]]
