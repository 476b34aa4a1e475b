"""The names of one claim: which symbol each SymPy object is, and that no two of them print alike."""

from __future__ import annotations

from typing import Any, Final

import sympy
from sympy.core.function import AppliedUndef, UndefinedFunction

from symbolic.language.array_symbols import Family, NamedArray, sort_of_named
from symbolic.language.calculus import Functional
from symbolic.language.entrywise import DeclaredFunction
from symbolic.language.family import OMEGA
from symbolic.language.parsed import RESERVED
from symbolic.language.probability import RandomSequence, RandomVariable
from symbolic.language.sequences import Sequence
from symbolic.language.symbols import Variable
from symbolic.language.unreadable import Unreadable
from symbolic.terms import FUNCTIONAL, INTEGER, REAL, Sort, Symbol, function_sort, random_sort, sequence_sort
from symbolic.terms.unicode import UNICODE

# What a plain SymPy symbol may assume; anything else either is not real or cannot be said of a term.
_HONOURED: Final = ("real", "integer", "positive", "nonnegative", "negative", "nonpositive", "nonzero")
_SORTS: Final = {RandomVariable: random_sort(), Functional: FUNCTIONAL}
_MATRICES: Final = (NamedArray, Family, sympy.MatrixSymbol)
_REAL_FUNCTION: Final = UndefinedFunction("f", real=True)._kwargs


class Scope:
    """Reads SymPy's names, jointly for all formulas of a claim; raises `Unreadable` for what is no name of ours."""

    def __init__(self) -> None:
        self._by_display: dict[str, tuple[Any, Symbol]] = {}

    def symbol(self, named: Any, arity: int = 1) -> Symbol:
        """The symbol that ``named`` is: a SymPy symbol, a sequence, a function of ``arity`` arguments, a `Symbol`."""
        symbol = Symbol(_name(named), _sort(named, arity))
        if symbol.name in RESERVED:
            raise Unreadable(symbol.name, f"a symbol called {symbol.name}", "a name that is no operator's")
        known, before = self._by_display.setdefault(UNICODE.name(symbol.name), (named, symbol))
        # A reader could not tell two objects that print alike apart.
        if before != symbol or type(known) is not type(named) or known != named:
            found = f"two that print alike but differ, {_described(known)} and {_described(named)}"
            raise Unreadable(symbol.name, found, "one object under one name")
        return symbol

    def origin(self, symbol: Symbol) -> Any:
        """The SymPy object that ``symbol`` was read from; the outcome, which no script names, comes from nowhere."""
        return None if symbol == OMEGA else self._by_display[UNICODE.name(symbol.name)][0]


def _name(named: Any) -> str:
    return str(getattr(named, "__name__" if isinstance(named, UndefinedFunction) else "name", named))


def _sort(named: Any, arity: int) -> Sort:
    if type(named) is Symbol:
        return named.sort
    if type(named) is Sequence:
        return sequence_sort(named.start)
    if type(named) is RandomSequence:
        return random_sort(named.start)
    if type(named) in _SORTS:
        return _SORTS[type(named)]
    if type(named) in _MATRICES:
        return sort_of_named(named)
    if type(named) in (UndefinedFunction, DeclaredFunction):
        return _function_sort(named, arity)
    if type(named) in (Variable, sympy.Symbol):
        return _scalar_sort(named)
    raise Unreadable(named, f"a {type(named).__name__}", "a symbol, a sequence or a function")


def _scalar_sort(symbol: sympy.Symbol) -> Sort:
    facts = symbol.assumptions0
    honoured = {fact: True for fact in _HONOURED if facts.get(fact)}
    # With only the facts that a domain can say, the symbol must know all it knows.
    foreign = set(facts.items()) - set(sympy.Symbol(symbol.name, **honoured).assumptions0.items())
    if foreign:
        given = [f"{fact}={value}" for fact, value in symbol._assumptions_orig.items() if fact not in honoured]
        expected = f"a real scalar, assuming nothing but {', '.join(_HONOURED)}"
        raise Unreadable(symbol, f"a symbol with {', '.join(given) or sorted(foreign)[0]}", expected)
    return INTEGER if facts.get("integer") else REAL


def _function_sort(function: Any, arity: int) -> Sort:
    if function.__bases__ != (AppliedUndef,):
        raise Unreadable(function, "a subclass of SymPy's functions", "a plain Function")
    if arity not in function.nargs:
        raise Unreadable(function, f"{arity} arguments", f"{function.nargs} of them")
    facts = {fact: value for fact, value in function._kwargs.items() if fact != "nargs"}
    if facts not in ({}, {"commutative": True}, _REAL_FUNCTION):
        found = [fact for fact, value in function._kwargs.items() if value and fact not in {*_REAL_FUNCTION, "nargs"}]
        raise Unreadable(function, f"a function assumed {', '.join(found)}", "a real function, assuming nothing else")
    return function_sort(arity)


def _described(named: Any) -> str:
    if isinstance(named, Variable):
        bounds = [f"{word}={bound}" for word, bound in named.domain]
        return f"{'integer' if named.is_integer else 'real'}({', '.join([repr(named.name), *bounds])})"
    if isinstance(named, sympy.Symbol):
        return str(sympy.srepr(named))
    if type(named) in _MATRICES:
        return f"{type(named).__name__} {named.name} of {named.args[1]} rows and {named.args[2]} columns"
    return f"{type(named).__name__} {named} from {named.start}" if isinstance(named, Sequence) else f"function {named}"
