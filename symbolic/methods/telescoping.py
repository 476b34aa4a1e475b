"""Sums in closed form: SymPy's Gosper algorithm guesses an antidifference, the kernel checks that it is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import sympy
from sympy.concrete.gosper import gosper_term

from symbolic.kernel import Rejected
from symbolic.kernel.rules.sums import ranged
from symbolic.language.reading import Unreadable, read_term
from symbolic.methods.algebra import Algebra
from symbolic.methods.elimination import Rewriting
from symbolic.methods.search import Failed, Goal, Search, fresh_symbol
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
    mul,
    sub,
    subterms,
    summation,
)


class Telescoping(Rewriting):
    """As `Rewriting`, with the sums that are left replaced by differences of antidifferences at both ends."""

    def further(self, rest: Term, goal: Goal, search: Search) -> Iterator[int]:
        sums = [part for part in subterms(rest) if isinstance(part, Node) and part.op == "sum"]
        for total in dict.fromkeys(sums):
            step = _telescoped(total, goal, search)
            if step is not None:
                yield search.show("the sum telescopes", step)


def _telescoped(total: Node, goal: Goal, search: Search) -> int | None:
    lower, upper, body = total.args
    try:
        factor, primitive = _antidifference(body)
        index = fresh_symbol("i", INTEGER)
        summand = mul(factor, _instance(body, index))
        step = sub(instantiate(primitive, add(index, ONE)), instantiate(primitive, index))
        equation = abstract(eq(summand, step), index)
        differences = search.prove_aside(goal.wanting(ranged(lower, upper, equation)), (Structure(), Algebra()))
        nonempty = search.prove_aside(goal.wanting(le(lower, add(upper, ONE))), (Algebra(),))
        scaled = summation(lower, upper, abstract(summand, index, "i"))
        return search.draft.apply("telescope", [differences, nonempty], [scaled, primitive])
    except (Failed, Rejected, Unreadable):
        return None


def _instance(body: Term, index: Symbol) -> Term:
    if not isinstance(body, Lambda):
        raise Failed("no body")
    return instantiate(body, index)


def _antidifference(body: Term) -> tuple[Term, Lambda]:
    """d and F with F(i + 1) - F(i) = d * body(i), as SymPy guesses them: d keeps free of denominators without i."""
    index = Symbol("i_", INTEGER)
    term = _instance(body, index)
    known = {part: _sympy_symbol(part) for part in subterms(term) if isinstance(part, Symbol)}
    summand, variable = _to_sympy(term, known), _sympy_symbol(index)
    ratio = gosper_term(summand, variable)
    if ratio is None:
        raise Failed("Gosper's algorithm finds no antidifference")
    above, below = sympy.fraction(sympy.together(sympy.simplify(ratio * summand)))
    if below.has(variable):
        above, below = above / below, sympy.Integer(1)
    return read_term(below), abstract(read_term(above), index)


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
