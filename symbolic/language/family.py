"""What a family of nodes needs to read itself: a family is a file with SymPy nodes and a table of their readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

import sympy

from symbolic.language.unreadable import Unreadable
from symbolic.terms import OUTCOME, Sort, Symbol, Term, add, neg, sub

ROW, COLUMN = object(), object()  # what binders of places in a matrix bind where no script names them
OMEGA: Final = Symbol("omega", OUTCOME)  # the outcome that scripts leave out, where no expectation binds it


class Reading(Protocol):
    """Reads expressions below some binders; `symbolic.language.expressions.Expressions` is one."""

    @property
    def outcome(self) -> Term:
        """The nearest outcome: that of the expectation around, else `OMEGA`."""

    def read(self, expression: Any) -> Term: ...

    def named(self, named: Any) -> Term:
        """The bound variable or the symbol that a SymPy object is."""

    def under(self, bound: Any, sort: Sort) -> Reading:
        """The same below a binder of ``bound``."""


Reader = Callable[[Reading, Any], Term]


def signed_sum(signed: Sequence[tuple[bool, Term]]) -> Term:
    """``a - b + c``, which SymPy holds as ``a + (-1)*b + c``: terms, and whether a minus sign stands before each.

    ``t - i`` rather than ``-i + t``: SymPy keeps no order, so the first term without a minus may lead.
    """
    lead = next((place for place, (negative, _) in enumerate(signed) if not negative), 0)
    negative, first = signed[lead]
    groups = [neg(first) if negative else first]
    for minus, term in (*signed[:lead], *signed[lead + 1 :]):
        groups = [sub(add(*groups), term)] if minus else [*groups, term]
    return add(*groups)


class Plain(sympy.Expr):  # type: ignore[misc]
    """A node that SymPy neither evaluates nor differentiates; it declares no assumptions but that it commutes."""

    __slots__ = ()
    is_commutative = True

    def _eval_derivative(self, symbol: Any) -> Any:
        raise Unreadable(self, "SymPy's derivative of this", "derivative(expression, x), which stays as written")


def exact(expression: Any, whole: object) -> sympy.Expr:
    """``expression`` as a SymPy scalar; raises `Unreadable`, naming the ``whole`` that it is part of."""
    try:
        found = sympy.sympify(expression, strict=True)
    except sympy.SympifyError:
        found = None
    if not isinstance(found, sympy.Expr):
        raise Unreadable(whole, f"{expression!r}, a {type(expression).__name__}", "a SymPy expression or a number")
    return found
