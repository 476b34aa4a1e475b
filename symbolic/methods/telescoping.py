"""Sums in closed form: SymPy's Gosper algorithm guesses an antidifference, the kernel checks that it is one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sympy
from sympy.concrete.gosper import gosper_term

from symbolic.kernel import Rejected
from symbolic.kernel.rules.sums import ranged
from symbolic.language.reading import Unreadable, read_term
from symbolic.methods.algebra import Algebra
from symbolic.methods.elimination import Rewriting
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol
from symbolic.methods.structure import Structure
from symbolic.terms import (
    INTEGER,
    ONE,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    eq,
    instantiate,
    le,
    sub,
    subterms,
)


class Telescoping(Method):
    """Every sum of the goal as a difference of its antidifference at both ends, then the goal by elimination."""

    def attempt(self, goal: Goal, search: Search) -> int:
        sums = [part for part in subterms(goal.conclusion) if isinstance(part, Node) and part.op == "sum"]
        lemmas = tuple(step for total in dict.fromkeys(sums) if (step := _telescoped(total, goal, search)) is not None)
        if not lemmas:
            raise Failed("no sum with an antidifference")
        rows = len(search.outline)
        for step in lemmas:
            search.show("the sum telescopes", step)
        widened = Goal(goal.conclusion, goal.context, (*goal.lemmas, *lemmas))
        return search.show("by telescoping", Rewriting().attempt(widened, search), rows)


def _telescoped(total: Node, goal: Goal, search: Search) -> int | None:
    lower, upper, body = total.args
    try:
        primitive = _antidifference(body)
        index = fresh_symbol("i", INTEGER)
        step = sub(instantiate(primitive, add(index, ONE)), instantiate(primitive, index))
        equation = abstract(eq(_instance(body, index), step), index)
        differences = search.prove(goal.wanting(ranged(lower, upper, equation)), (Structure(), Algebra()))
        nonempty = search.prove(goal.wanting(le(lower, add(upper, ONE))), (Algebra(),))
        return search.draft.apply("telescope", [differences, nonempty], [total, primitive])
    except (Failed, Rejected, Unreadable):
        return None


def _instance(body: Term, index: Symbol) -> Term:
    if not isinstance(body, Lambda):
        raise Failed("no body")
    return instantiate(body, index)


def _antidifference(body: Term) -> Lambda:
    """F with F(i + 1) - F(i) = body(i), as SymPy guesses it."""
    index = Symbol("i_", INTEGER)
    term = _instance(body, index)
    known = {part: _sympy_symbol(part) for part in subterms(term) if isinstance(part, Symbol)}
    summand, variable = _to_sympy(term, known), _sympy_symbol(index)
    ratio = gosper_term(summand, variable)
    if ratio is None:
        raise Failed("Gosper's algorithm finds no antidifference")
    found = read_term(sympy.simplify(ratio * summand))
    return abstract(found, index)


def _sympy_symbol(symbol: Symbol) -> sympy.Symbol:
    return sympy.Symbol(symbol.name, integer=True) if symbol.sort == INTEGER else sympy.Symbol(symbol.name, real=True)


_OPERATORS: Mapping[str, Any] = {
    "add": sympy.Add,
    "mul": sympy.Mul,
    "neg": lambda operand: -operand,
    "sub": lambda left, right: left - right,
    "div": lambda left, right: left / right,
    "pow": sympy.Pow,
}


def _to_sympy(term: Term, known: Mapping[Symbol, sympy.Symbol]) -> Any:
    match term:
        case Number(value=value):
            return sympy.Rational(value.numerator, value.denominator)
        case Symbol():
            return known[term]
        case Node(op=op, args=args) if op in _OPERATORS:
            return _OPERATORS[op](*(_to_sympy(argument, known) for argument in args))
    raise Failed(f"not hypergeometric: {term!r}")
