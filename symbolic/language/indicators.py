"""Indicators of relations, 1 where they hold and 0 elsewhere, and probabilities, which are their expectations."""

from __future__ import annotations

from typing import Any, Final

import sympy

from symbolic.language.family import Plain, Reader, exact
from symbolic.language.probability import expectation
from symbolic.language.unreadable import Unreadable
from symbolic.terms import ONE, ZERO, Node, Term, sub


class Heaviside(Plain):
    """1 where a scalar is at least 0, else 0; SymPy's own leaves open what it is at 0."""

    __slots__ = ()

    def _sympystr(self, printer: Any) -> str:
        return f"indicator({printer._print(self.args[0])} >= 0)"

    _sympyrepr = _sympystr


def indicator(relation: Any) -> Any:
    """1 where ``relation``, one with <=, <, >= or > between scalars, holds, and 0 where it does not.

    >>> from symbolic.language import real
    >>> x, y = real("x y")
    >>> indicator(x <= y), indicator(x < y)
    (indicator(-x + y >= 0), 1 - indicator(x - y >= 0))
    """
    match relation:
        case sympy.Le(args=(low, high)) | sympy.Ge(args=(high, low)):
            return Heaviside(exact(high - low, "indicator"))
        case sympy.Lt(args=(low, high)) | sympy.Gt(args=(high, low)):
            return 1 - Heaviside(exact(low - high, "indicator"))
    raise Unreadable(relation, f"the event {relation!r}", "a relation between scalars: Le, Lt, Ge or Gt")


def probability(relation: Any, *over: Any) -> Any:
    """The expectation of the indicator of ``relation``, ``P`` for short; ``over`` as in `expectation`.

    >>> from symbolic.language import P, column
    >>> x = column("x", 3)
    >>> P(x[1] >= 0, x)
    E(indicator(x[1] >= 0), x)
    """
    return expectation(indicator(relation), *over)


P = probability


def indicator_of(relation: Term) -> Term | None:
    """The indicator of an order relation; None for anything else."""
    match relation:
        case Node(op="le", args=(low, high)):
            return _at_least(high, low)
        case Node(op="lt", args=(low, high)):
            return sub(ONE, _at_least(low, high))
    return None


def _at_least(high: Term, low: Term) -> Term:
    return Node("heaviside", high if low == ZERO else sub(high, low))


READERS: Final[dict[Any, Reader]] = {
    Heaviside: lambda reading, expression: Node("heaviside", *map(reading.read, expression.args)),
}
