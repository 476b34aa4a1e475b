"""Symbols that an assumption ties to what a derivative, an expectation or an integral is over: no constants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from symbolic.language.unreadable import Unreadable
from symbolic.terms import Lambda, Node, Symbol, Term, children, subterms, symbols

_TIED = ("real", "integer", "sequence", "random")


def refuse_ties(formulas: Iterable[Term], assumptions: Sequence[Term]) -> None:
    """Raise `Unreadable` where something in ``formulas`` is over a variable to which an assumed equation ties its body.

    In ``y = x^2``, the derivative of y by x is 2 x to an author, but 0 where y is a symbol like any other; so the
    expectation of y over x is no y.
    """
    equations = [one for one in assumptions if any(isinstance(p, Node) and p.op == "eq" for p in subterms(one))]
    for formula in formulas:
        for part in subterms(formula):
            match part:
                case Node(op="diff" | "partial", args=(body, Symbol() as variable, *_)):
                    _refuse("a derivative by", body, variable, equations)
                case Node(op="expect" | "integral" as op, args=(*_, Lambda(sort=sort, hint=hint) as body)):
                    word = {"expect": "an expectation", "integral": "an integral"}[op]
                    _refuse(f"{word} over", body, Symbol(hint, sort), equations)


def _refuse(word: str, body: Term, variable: Symbol, equations: Sequence[Term]) -> None:
    others = {symbol for symbol in _spoken(body) if symbol.sort.name in _TIED and symbol != variable}
    for equation in equations:
        if _defines_another(equation, {variable, *others}):
            continue
        spoken = _spoken(equation)
        for other in sorted(others & spoken, key=lambda symbol: symbol.name):
            if variable in spoken:
                found = f"{word} {variable.name} of what {other.name} occurs in, though an assumption ties it"
                expected = f"{other.name} written out in terms of {variable.name}, or as a function {other.name}(...)"
                raise Unreadable(f"{word} {variable.name}", f"{found} to {variable.name}", expected)


def _spoken(term: Term) -> frozenset[Symbol]:
    """The free symbols of ``term``, without those that only say how large its matrices are."""
    if isinstance(term, Symbol):
        return frozenset({term})
    parts = term.args[2:] if isinstance(term, Node) and term.op == "matrix" else children(term)
    return frozenset().union(*map(_spoken, parts))


def _defines_another(equation: Term, watched: set[Symbol]) -> bool:
    """Whether an equation only says what some other symbol is: ``next(k) = theta(k) - eta*...`` ties nothing else."""
    for part in subterms(equation):
        match part:
            case Node(op="eq", args=(left, right)):
                head = _head(left)
                return isinstance(head, Symbol) and head not in watched | symbols(right)
    return False


def _head(left: Term) -> Term:
    """What an equation with this left side defines: the symbol, the sequence, or the matrix whose entries are."""
    match left:
        case Node(op="apply", args=(head, *_)):
            return head
        case Node(op="matrix", args=(_, _, Lambda(body=Lambda(body=body)))):
            return _head(body)
        case Node(op="entry", args=(whole, *_)):
            return _head(whole)
    return left
