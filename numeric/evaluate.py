"""The value of a term in a model, by the table of meanings, in any of the three arithmetics."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from numeric.arithmetics import Arithmetic, Value
from numeric.errors import TooCostly, Undefined
from numeric.layout import Layout
from numeric.schemas import Schema
from numeric.semantics import MEANINGS, Environment
from symbolic.certificate import Model
from symbolic.terms import INTEGER, Bound, Lambda, Node, Number, Symbol, Term

MOST_NODES: Final = 200_000
LARGEST_INDEX: Final = 2_000


def evaluate(term: Term, model: Model, arithmetic: Arithmetic, layout: Layout | None = None) -> Value:
    """The value of ``term`` in ``model``; sequences that ``layout`` defines are run forward.

    Raises:
        Undefined: a partial operation outside its domain.
        Inexact: an irrational value, in exact arithmetic.
        TooCostly: huge exponents, ranges or numbers.
        LookupError: a symbol that has no value.

    >>> from numeric.arithmetics import Exact
    >>> from symbolic.terms import *
    >>> x = Symbol("x")
    >>> evaluate(div(x, add(x, ONE)), Model(((x, Number(2)),)), Exact())
    Fraction(2, 3)
    """
    return evaluation_at(model, arithmetic, layout or Layout()).value(term)


def evaluation_at(model: Model, arithmetic: Arithmetic, layout: Layout) -> Evaluation:
    """An evaluation in which the symbols have the values of ``model``."""
    values = {symbol: _denoted(term, arithmetic) for symbol, term in model.values}
    initial: dict[tuple[Symbol, int], Value] = {}
    for equation in model.definitions:
        match equation:
            case Node(op="eq", args=(Node(op="apply", args=(Symbol() as sequence, Number(value=index))), right)):
                initial[sequence, int(index)] = _denoted(right, arithmetic)
            case _:
                raise ValueError(f"an initial element is an equation such as v(0) = 1, found {equation!r}")
    return Evaluation(values, initial, arithmetic, layout)


def _denoted(term: Term, arithmetic: Arithmetic) -> Value:
    return arithmetic.number(term.value) if isinstance(term, Number) else term


class Evaluation:
    """One assignment of values, at which any number of terms are evaluated; elements of sequences are kept.

    ``values`` gives scalars numbers of the arithmetic (arrays, in a batch) and gives functions a `Lambda`.
    """

    def __init__(
        self,
        values: Mapping[Symbol, Value],
        initial: Mapping[tuple[Symbol, int], Value],
        arithmetic: Arithmetic,
        layout: Layout,
    ) -> None:
        self.arithmetic = arithmetic
        self.elements: dict[tuple[Symbol, int], Value] = dict(initial)
        self._values = dict(values)
        self._layout = layout
        self._nodes = 0

    def value(self, term: Term, environment: Environment = ()) -> Value:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise TooCostly(f"more than {MOST_NODES} operations at one point")
        match term:
            case Node(op=op, args=args):
                return MEANINGS[op](self, args, environment)
            case Number(value=value):
                return self.arithmetic.number(value)
            case Bound(index=index):
                return environment[index]
            case Symbol():
                return self._scalar(term)
        raise TypeError(f"only scalars and formulas have a value of their own, found {term!r}")

    def apply(self, function: Symbol, arguments: Environment) -> Value:
        """The value of a sequence or function symbol at ``arguments``."""
        if function.sort.name == "sequence":
            return self._at(function, arguments[0])
        schema = self._layout.schemas.get(function)
        return self._lambda(function, arguments) if schema is None else self._instance(schema, arguments[0])

    def _scalar(self, symbol: Symbol) -> Value:
        if symbol not in self._values and symbol in self._layout.scalars:
            value = self.value(self._layout.scalars[symbol])
            self._values[symbol] = self._integer(symbol, value) if symbol.sort == INTEGER else value
        return self.denoted(symbol)

    def _integer(self, symbol: Symbol, value: Value) -> int:
        if not isinstance(value, int) and getattr(value, "denominator", 0) != 1:
            raise Undefined(f"{symbol.name} is an integer, and would be {value}")
        return int(value)

    def denoted(self, symbol: Symbol) -> Value:
        """What the model says of ``symbol``: a number of the arithmetic, or a `Lambda`."""
        if symbol not in self._values:
            raise LookupError(f"the model gives no value to {symbol.name}")
        return self._values[symbol]

    def _at(self, sequence: Symbol, place: Value) -> Value:
        index, start = self._integer(sequence, place), sequence.sort.start or 0
        if index < start:
            raise Undefined(f"{sequence.name}({index}): the sequence starts at {start}")
        if sequence not in self._layout.schemas:
            return self._lambda(sequence, (index,))
        return self._element(sequence, index)

    def _lambda(self, function: Symbol, arguments: Environment) -> Value:
        body = self.denoted(function)
        for _ in arguments:
            if not isinstance(body, Lambda):
                raise TypeError(f"{function.name} takes {len(arguments)} arguments, its value is {body!r}")
            body = body.body
        return self.value(body, tuple(reversed(arguments)))

    def _element(self, sequence: Symbol, index: int) -> Value:
        if index > LARGEST_INDEX:
            raise TooCostly(f"{sequence.name}({index}); indices up to {LARGEST_INDEX}")
        # From the start upwards, so that a late element does not recurse through all earlier ones.
        for earlier in range(sequence.sort.start or 0, index + 1):
            if (sequence, earlier) not in self.elements:
                self.elements[sequence, earlier] = self._computed(sequence, earlier)
        element = self.elements[sequence, index]
        if isinstance(element, Undefined):
            raise Undefined(*element.args)
        return element

    def _computed(self, sequence: Symbol, index: int) -> Value:
        """The element, or the reason why it has none: later elements may not depend on it."""
        schema = self._layout.bases.get((sequence, index), self._layout.schemas[sequence])
        if index < schema.first:
            return Undefined(f"nothing gives {sequence.name}({index}) a value")
        try:
            return self._instance(schema, index - schema.shift)
        except Undefined as reason:
            return reason

    def _instance(self, schema: Schema, at: Value) -> Value:
        environment = (at,)
        truths = [self.value(guard, environment) for guard in schema.guards]
        if any(truth is False for truth in truths):
            raise Undefined(f"a guard of the schema of {schema.symbol.name} fails")
        result = self.value(schema.body, environment)
        for truth in truths:
            if truth is not True:
                result = self.arithmetic.where(truth, result)
        return result
