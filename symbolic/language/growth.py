"""What scripts say of how costs grow: that one function of sizes is O, Omega or Theta of another, or that it is not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import sympy

from symbolic.language.family import Reading, exact
from symbolic.language.symbols import Variable
from symbolic.language.unreadable import Unreadable
from symbolic.terms import INTEGER, Lambda, Node, Term, le, lt, negation

_ORDERS: Final = (sympy.Le, sympy.Lt, sympy.Ge, sympy.Gt)
_EXPECTED: Final = "sizes, such as size('n'), and then the relations between them that are supposed"


class Growth(sympy.Basic):  # type: ignore[misc]
    """That a function is in the class of another, or not: the class, both functions, sizes, relations, whether."""

    __slots__ = ()


def big_o(function: Any, other: Any, *sizes: Any) -> Growth:
    """``function`` is at most ``other`` up to a constant, one for all ``sizes`` from 1 on.

    What follows the sizes are relations between them, such as ``Le(d, n)``, in which both are compared.

    >>> from symbolic.language import size
    >>> n, d = size("n d")
    >>> big_o(n * d, n**2, n, d, d <= n)
    Growth(big_o, d*n, n**2, (n, d), (d <= n,), True)
    """
    return _growth("big_o", function, other, sizes)


def big_omega(function: Any, other: Any, *sizes: Any) -> Growth:
    """``function`` is at least ``other`` up to a constant; the rest as in `big_o`."""
    return _growth("big_omega", function, other, sizes)


def big_theta(function: Any, other: Any, *sizes: Any) -> Growth:
    """``function`` and ``other`` are the same up to constants; the rest as in `big_o`."""
    return _growth("big_theta", function, other, sizes)


def outside(growth: Growth) -> Growth:
    """The contrary of what ``growth`` says: there is no such constant."""
    return Growth(*growth.args[:5], sympy.false)


def _growth(op: str, function: Any, other: Any, sizes: Sequence[Any]) -> Growth:
    bound = [one for one in sizes if is_size(one)]
    regime = sizes[len(bound) :]
    wrong = [one for one in regime if type(one) not in _ORDERS]
    if not bound or wrong or len(set(bound)) < len(bound):
        raise Unreadable(op, f"the sizes {sizes}", _EXPECTED)
    both = (exact(function, op), exact(other, op))
    return Growth(sympy.Symbol(op), *both, sympy.Tuple(*bound), sympy.Tuple(*regime), sympy.true)


def is_size(candidate: Any) -> bool:
    """Whether a symbol is declared to be an integer from 1 on, and nothing else."""
    return isinstance(candidate, Variable) and bool(candidate.is_integer) and candidate.domain == (("at_least", 1),)


def read_growth(reading: Reading, stated: Growth) -> Term:
    """The formula that ``stated`` says."""
    op, function, other, sizes, regime, holds = stated.args
    for one in sizes:
        reading = reading.under(one, INTEGER)
    parts = [reading.read(function), reading.read(other), *(_order(reading, relation) for relation in regime)]
    formula = class_below(str(op), [str(one) for one in sizes], parts)
    return formula if holds == sympy.true else negation(formula)


def class_below(op: str, names: Sequence[str], parts: Sequence[Term]) -> Term:
    """The formula about a class whose ``parts`` were read below binders of ``names``, the last innermost."""
    for name in reversed(names):
        parts = [Lambda(INTEGER, part, name) for part in parts]
    return Node(op, *parts)


def _order(reading: Reading, relation: Any) -> Term:
    left, right = (reading.read(side) for side in (relation.lts, relation.gts))
    return (lt if type(relation) in (sympy.Lt, sympy.Gt) else le)(left, right)
