"""Symbols that an assumption ties to the variable of a derivative: to take them for constants would mislead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from symbolic.language.unreadable import Unreadable
from symbolic.terms import Node, Symbol, Term, subterms, symbols

_TIED = ("real", "integer", "sequence", "random")


def refuse_ties(formulas: Iterable[Term], assumptions: Sequence[Term]) -> None:
    """Raise `Unreadable` for a derivative in ``formulas`` of what an assumed equation ties to its variable.

    In ``y = x^2``, the derivative of y by x is 2 x to an author, but 0 where y is a symbol like any other.
    """
    equations = [one for one in assumptions if any(isinstance(p, Node) and p.op == "eq" for p in subterms(one))]
    for formula in formulas:
        for part in subterms(formula):
            match part:
                case Node(op="diff" | "partial", args=(body, Symbol() as variable, *_)):
                    _refuse(body, variable, equations)


def _refuse(body: Term, variable: Symbol, equations: Sequence[Term]) -> None:
    others = {symbol for symbol in symbols(body) if symbol.sort.name in _TIED and symbol != variable}
    for equation in equations:
        if _defines_another(equation, {variable, *others}):
            continue
        spoken = symbols(equation)
        for other in sorted(others & spoken, key=lambda symbol: symbol.name):
            if variable in spoken:
                found = f"a derivative by {variable.name} of what {other.name} occurs in, though an assumption ties it"
                expected = f"{other.name} written out in terms of {variable.name}, or as a function {other.name}(...)"
                raise Unreadable(f"derivative by {variable.name}", f"{found} to {variable.name}", expected)


def _defines_another(equation: Term, watched: set[Symbol]) -> bool:
    """Whether an equation only says what some other symbol is: ``next(k) = theta(k) - eta*...`` ties nothing else."""
    for part in subterms(equation):
        match part:
            case Node(op="eq", args=(left, right)):
                head = left.args[0] if isinstance(left, Node) and left.op == "apply" else left
                return isinstance(head, Symbol) and head not in watched | symbols(right)
    return False
