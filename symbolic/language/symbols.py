"""What a script names: scalars with their domains, sequences and functions, as SymPy objects.

A domain is part of a symbol's identity: two symbols of the same name and different domains differ, and a claim
that contains both is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import sympy

from symbolic.language.entrywise import DeclaredFunction
from symbolic.language.sequences import Sequence
from symbolic.language.unreadable import Unreadable

BOUNDS: Final[tuple[str, ...]] = ("above", "at_least", "below", "at_most")
_IMPLIED: Final[dict[str, Callable[[Any], dict[str, bool]]]] = {
    "above": lambda bound: {"positive": True} if bound >= 0 else {},
    "at_least": lambda bound: {"positive": True} if bound > 0 else {"nonnegative": True} if bound == 0 else {},
    "below": lambda bound: {"negative": True} if bound <= 0 else {},
    "at_most": lambda bound: {"negative": True} if bound < 0 else {"nonpositive": True} if bound == 0 else {},
    "nonzero": lambda _: {"nonzero": True},
}


class Variable(sympy.Symbol):  # type: ignore[misc]
    """A symbol that carries its domain, pairs such as ``("above", 0)``; SymPy knows of it what the domain implies."""

    __slots__ = ("domain", "sort")
    domain: tuple[tuple[str, sympy.Expr], ...]
    sort: str

    def __new__(cls, name: str, sort: str = "real", domain: tuple[tuple[str, sympy.Expr], ...] = ()) -> Variable:
        variable: Variable = sympy.Symbol.__xnew__(cls, name, **_implied(sort, domain))
        variable.domain, variable.sort = domain, sort
        return variable

    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, bool]]:
        return (self.name, self.sort, self.domain), {}

    def _hashable_content(self) -> tuple[Any, ...]:
        return (*super()._hashable_content(), self.domain)


def _implied(sort: str, domain: tuple[tuple[str, sympy.Expr], ...]) -> dict[str, bool]:
    facts = {sort: True}
    for word, bound in domain:
        facts |= _IMPLIED[word](bound) if bound.is_Rational else {}
    return facts


def real(names: str, *, nonzero: bool = False, **bounds: Any) -> Any:
    """Real scalars, one for each of ``names``; a tuple where there are several.

    ``above`` and ``below`` are strict bounds, ``at_least`` and ``at_most`` are not; each is a number or an
    expression in other symbols.  Raises `Unreadable` for a float, an unknown bound or an empty domain.

    >>> beta = real("beta", above=0, below=1)
    >>> beta.is_positive, real("x y")
    (True, (x, y))
    """
    return _each(names, "real", nonzero, bounds)


def integer(names: str, *, nonzero: bool = False, **bounds: Any) -> Any:
    """Integers, with bounds as for `real`.

    >>> integer("k", at_least=1).is_positive
    True
    """
    return _each(names, "integer", nonzero, bounds)


def time(names: str, **bounds: Any) -> Any:
    """Integers from 0 on, with further bounds as for `real`."""
    return integer(names, **{"at_least": 0, **bounds})


def size(names: str, **bounds: Any) -> Any:
    """Integers from 1 on, with further bounds as for `real`."""
    return integer(names, **{"at_least": 1, **bounds})


def sequence(names: str, start: int = 0) -> Any:
    """Real sequences whose first index is ``start``; ``v(t)`` and ``v[t]`` are both its element.

    >>> v = sequence("v")
    >>> v(3) == v[3]
    True
    """
    return single([Sequence(name, first_index(names, start)) for name in split(names)])


def function(names: str, arity: int = 1) -> Any:
    """Real functions, defined everywhere, of ``arity`` real arguments; one of a matrix is of each of its entries.

    >>> f = function("f")
    >>> f(0)
    f(0)
    """
    if type(arity) is not int or not 1 <= arity <= 8:
        raise Unreadable(names, f"arity={arity!r}", "a number of arguments from 1 to 8")
    return single([DeclaredFunction(name, nargs=arity) for name in split(names)])


def _each(names: str, sort: str, nonzero: bool, bounds: dict[str, Any]) -> Any:
    unknown = sorted(set(bounds) - set(BOUNDS))
    if unknown:
        raise Unreadable(names, f"the bound {unknown[0]!r}", ", ".join((*BOUNDS, "nonzero")))
    exact = {word: _exact(names, word, bounds[word]) for word in BOUNDS if word in bounds}
    _refuse_empty(names, exact)
    domain = (*exact.items(), *([("nonzero", sympy.S.Zero)] if nonzero else []))
    return single([Variable(name, sort, domain) for name in split(names)])


def _exact(names: str, word: str, bound: Any) -> sympy.Expr:
    try:
        exact = sympy.sympify(bound, strict=True)
    except sympy.SympifyError:
        exact = None
    if not isinstance(exact, sympy.Expr) or exact.has(sympy.Float):
        raise Unreadable(names, f"{word}={bound!r}", "an exact number or an expression; write Rational(1, 2) for 0.5")
    return exact


def _refuse_empty(names: str, bounds: dict[str, sympy.Expr]) -> None:
    """A domain without a point makes every claim vacuous; only numbers are compared."""
    numbers = {word: bound for word, bound in bounds.items() if bound.is_Rational}
    for low in {"above", "at_least"} & set(numbers):
        for high in {"below", "at_most"} & set(numbers):
            if numbers[low] > numbers[high] or (
                numbers[low] == numbers[high] and (low, high) != ("at_least", "at_most")
            ):
                raise Unreadable(names, f"{low}={numbers[low]}, {high}={numbers[high]}", "bounds with a number between")


def first_index(names: str, start: Any) -> int:
    """``start``, where sequences may start there."""
    if type(start) is not int:
        raise Unreadable(names, f"start={start!r}", "the first index, an integer")
    return start


def split(names: str) -> list[str]:
    found = re.split(r"[\s,]+", names.strip(" ,")) if isinstance(names, str) else []
    if not all(found) or not found:
        raise Unreadable(names, "no name", "names separated by spaces or commas")
    return found


def single(made: list[Any]) -> Any:
    return made[0] if len(made) == 1 else tuple(made)
