"""The derivative of a term by a real variable or an entry of a vector or matrix: a rule table over smooth primitives.

`derivative` also collects what must hold at the point for each line of the table to apply.  Each of these is an open
condition or one about all points, so that it holds in a neighbourhood, where the total semantics of the term is the
usual one.  What is not in the table is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from symbolic.kernel.arrays import total, unfolded, within
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.naming import fresh
from symbolic.kernel.normal.polynomial import integral
from symbolic.kernel.normal.reading import normalise
from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    delta,
    diff,
    div,
    instantiate,
    lt,
    mul,
    ne,
    neg,
    partial,
    power,
    sub,
    substitute,
    summation,
    symbols,
)

Range = tuple[Symbol, Term, Term]  # an index and its ends


@dataclass(frozen=True)
class Condition:
    """``formula``, for all values of the indices within ``ranges``; ``natural`` would do instead if given."""

    formula: Term
    ranges: tuple[Range, ...]
    natural: Term | None = None


@dataclass
class Differentiation:
    """Differentiation by ``variable``: a real symbol, or a vector or matrix of which the entry ``index`` varies."""

    variable: Symbol
    index: tuple[Term, ...] = ()
    ranges: tuple[Range, ...] = ()
    conditions: list[Condition] = field(default_factory=list)

    def derivative(self, term: Term) -> Term:
        """The derivative of ``term``; raises `Rejected` where the table has no line for it."""
        if self.variable not in symbols(term):
            return ZERO
        if term == self.variable:
            return ONE
        if isinstance(term, Node) and term.op in _TABLE:
            return _TABLE[term.op](self, term.args)
        raise Rejected(f"no rule for the derivative of {term!r}")

    def require(self, formula: Term, natural: Term | None = None) -> None:
        self.conditions.append(Condition(formula, self.ranges, natural))

    def _product(self, args: Sequence[Term]) -> Term:
        terms = []
        for position, factor in enumerate(args):
            if self.variable in symbols(factor):
                terms.append(mul(*args[:position], self.derivative(factor), *args[position + 1 :]))
        return add(*terms)

    def _quotient(self, args: Sequence[Term]) -> Term:
        above, below = args
        if self.variable not in symbols(below):
            return div(self.derivative(above), below)
        self.require(ne(below, ZERO))
        change = sub(mul(self.derivative(above), below), mul(above, self.derivative(below)))
        return div(change, power(below, Number(2)))

    def _power(self, args: Sequence[Term]) -> Term:
        """u^c for constant c, and c^v for constant c; anything else is exp(v log u) and wants writing so."""
        base, exponent = args
        if self.variable not in symbols(exponent):
            if integral(normalise(exponent, Facts())):
                self.require(ne(base, ZERO), natural=exponent)
            else:
                self.require(lt(ZERO, base))
            return mul(exponent, power(base, sub(exponent, ONE)), self.derivative(base))
        if self.variable in symbols(base):
            raise Rejected("no rule for a power whose base and exponent both vary")
        self.require(lt(ZERO, base))
        return mul(power(base, exponent), Node("log", base), self.derivative(exponent))

    def _logarithm(self, args: Sequence[Term]) -> Term:
        self.require(lt(ZERO, args[0]))
        return div(self.derivative(args[0]), args[0])

    def _sigmoid(self, args: Sequence[Term]) -> Term:
        value = Node("sigmoid", *args)
        return mul(value, sub(ONE, value), self.derivative(args[0]))

    def _tanh(self, args: Sequence[Term]) -> Term:
        value = Node("tanh", *args)
        return mul(sub(ONE, power(value, Number(2))), self.derivative(args[0]))

    def _sine(self, args: Sequence[Term]) -> Term:
        return mul(Node("cos", *args), self.derivative(args[0]))

    def _cosine(self, args: Sequence[Term]) -> Term:
        return neg(mul(Node("sin", *args), self.derivative(args[0])))

    def _sum(self, args: Sequence[Term]) -> Term:
        """A finite sum over a range that does not depend on the variable is differentiated term by term."""
        lower, upper, body = args
        if not isinstance(body, Lambda) or self.variable in symbols(lower) | symbols(upper):
            raise Rejected("the range of a sum depends on the variable")
        index = fresh()  # of a sort of its own: no fact about a symbol of the claim speaks of it
        inside = Differentiation(self.variable, self.index, (*self.ranges, (index, lower, upper)), self.conditions)
        change = abstract(inside.derivative(instantiate(body, index)), index)
        return summation(lower, upper, Lambda(INTEGER, change.body, body.hint))

    def _derivative(self, args: Sequence[Term]) -> Term:
        """d/dx f'(u): what f' needs at u are open conditions, so that f' is given by the table near the point too."""
        body, point = args
        if not isinstance(body, Lambda) or self.variable in symbols(body):
            raise Rejected("no rule for a derivative whose function itself varies")
        inner = Differentiation(fresh(), (), self.ranges)
        change = substitute(inner.derivative(instantiate(body, inner.variable)), {inner.variable: point})
        self.conditions += (_moved(condition, inner.variable, point) for condition in inner.conditions)
        return self.derivative(change)

    def _application(self, args: Sequence[Term]) -> Term:
        function, argument, *rest = args
        if self.index and function == self.variable:
            return mul(*(delta(place, moved) for place, moved in zip(args[1:], self.index, strict=True)))
        if not isinstance(function, Symbol):
            raise Rejected(f"no rule for the derivative of {function!r} applied")
        if function.sort.name == "functional" and self.index and argument == self.variable:
            body = Lambda(self.variable.sort, apply(function, Bound(0), *rest), self.variable.name)
            self.require(Node("differentiable", body if rest else function))
            return partial(body, self.variable, *self.index)
        if function.sort.name == "function" and not rest:
            self.require(Node("differentiable", function))
            return mul(diff(Lambda(REAL, apply(function, Bound(0)), "x"), argument), self.derivative(argument))
        raise Rejected(f"no rule for the derivative of {function.name}")

    def _entry(self, args: Sequence[Term]) -> Term:
        """An entry is what its matrix is made to have there, if the place lies within the shape."""
        array, row, column = args
        found = unfolded(array, row, column)
        if found is None:
            raise Rejected(f"no rule for the derivative of an entry of {array!r}")
        for place in within(array, row, column):
            self.require(place)
        return self.derivative(found)


def _moved(condition: Condition, variable: Symbol, point: Term) -> Condition:
    at = {variable: point}
    ranges = tuple((index, substitute(lower, at), substitute(upper, at)) for index, lower, upper in condition.ranges)
    return Condition(substitute(condition.formula, at), ranges, condition.natural)


_TABLE: Final[Mapping[str, Callable[[Differentiation, Sequence[Term]], Term]]] = {
    "add": lambda d, args: add(*map(d.derivative, args)),
    "sub": lambda d, args: sub(*map(d.derivative, args)),
    "neg": lambda d, args: neg(d.derivative(args[0])),
    "mul": Differentiation._product,
    "div": Differentiation._quotient,
    "pow": Differentiation._power,
    "exp": lambda d, args: mul(Node("exp", *args), d.derivative(args[0])),
    "log": Differentiation._logarithm,
    "sigmoid": Differentiation._sigmoid,
    "tanh": Differentiation._tanh,
    "sin": Differentiation._sine,
    "cos": Differentiation._cosine,
    "sum": Differentiation._sum,
    "apply": Differentiation._application,
    "diff": Differentiation._derivative,
    "entry": Differentiation._entry,
    "trace": lambda d, args: d.derivative(total("trace", tuple(args))),
    "dot": lambda d, args: d.derivative(total("dot", tuple(args))),
}
