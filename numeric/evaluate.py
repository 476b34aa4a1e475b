"""The value of a term in a model, by the table of meanings, in any of the three arithmetics."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from copy import copy
from functools import partial
from itertools import count
from typing import Final

from numeric.arithmetics import Arithmetic, Value
from numeric.arrays import Array
from numeric.elements import Place, element, instance
from numeric.errors import TooCostly, Undefined
from numeric.flows import entry_of, time_first
from numeric.layout import Layout
from numeric.outcomes import LAWS, outcome_named
from numeric.schemas import Schema, bases
from numeric.semantics import MEANINGS, Element, Environment
from symbolic.certificate import Model
from symbolic.terms import INTEGER, OUTCOME, Bound, Lambda, Node, Number, Symbol, Term

MOST_NODES: Final = 200_000


def evaluate(term: Term, model: Model, arithmetic: Arithmetic, layout: Layout | None = None) -> Value:
    """The value of ``term`` in ``model``; sequences that ``layout`` defines are run forward.

    Raises:
        Undefined: a partial operation outside its domain.
        Inexact: an irrational value, in exact arithmetic.
        TooCostly: huge exponents, ranges or numbers, or too many outcomes.
        Unrealised: what stands in for a symbol does not settle the value.
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
    values = {symbol: _value_of(symbol, term, arithmetic) for symbol, term in model.values}
    here = Evaluation(values, {}, arithmetic, layout)
    for equation in model.definitions:
        base = next(bases(equation), None)
        if base is None:
            raise ValueError(f"an initial element is an equation such as v(0) = 1, found {equation!r}")
        here.elements[base.symbol, base.first] = here.value(base.body, (base.first,))
    return here


def _value_of(symbol: Symbol, term: Term, arithmetic: Arithmetic) -> Value:
    if symbol.sort == OUTCOME and isinstance(term, Number):
        return outcome_named(int(term.value))
    return _denoted(term, arithmetic)


def _denoted(term: Term, arithmetic: Arithmetic) -> Value:
    return arithmetic.number(term.value) if isinstance(term, Number) else term


class Evaluation:
    """One assignment of values, at which any number of terms are evaluated; elements of sequences are kept.

    ``values`` gives scalars numbers of the arithmetic (arrays, in a batch) and gives functions a `Lambda`, or in a
    batch what can be called at integers.
    ``kept`` keeps the expectations and sums that depend on indices alone.
    """

    def __init__(
        self,
        values: Mapping[Symbol, Value],
        initial: Mapping[Element, Value],
        arithmetic: Arithmetic,
        layout: Layout,
    ) -> None:
        self.arithmetic = arithmetic
        self.elements: dict[Element, Value] = dict(initial)
        self.looked_at: set[Element] = set()
        self.kept: dict[Hashable, Value] = {}
        self._values = dict(values)
        self._layout = layout
        self._vectors: dict[Symbol, Value] = {}
        self._nodes = count()

    def operations(self) -> int:
        """How many operations this took so far; asking is one more."""
        return next(self._nodes)

    def over(self, arithmetic: Arithmetic) -> Evaluation:
        """The same values in an arithmetic that extends this one; both share what they keep, and the budget."""
        extended = copy(self)
        extended.arithmetic = arithmetic
        return extended

    def value(self, term: Term, environment: Environment = ()) -> Value:
        if next(self._nodes) > MOST_NODES:
            raise TooCostly(f"more than {MOST_NODES} operations at one point")
        if isinstance(term, Node):
            return MEANINGS[term.op](self, term.args, environment)
        if isinstance(term, Number):
            return self.arithmetic.number(term.value)
        if isinstance(term, Bound):
            return environment[term.index]
        if isinstance(term, Symbol):
            return self._vector(term) if term.sort.name == "sequence" else self.whole(term)
        raise TypeError(f"a function has no value of its own, found {term!r}")

    def _vector(self, symbol: Symbol) -> Value:
        """The function of an index that ``symbol`` is: always the same one, by which what depends on it is kept."""
        return self._vectors.setdefault(symbol, partial(self.apply, symbol))

    def name_of(self, vector: Value) -> Symbol | None:
        """The symbol whose value ``vector`` is."""
        return next((symbol for symbol, known in self._vectors.items() if known is vector), None)

    def apply(self, function: Symbol, *arguments: Value) -> Value:
        """The value of a sequence, function, functional, random symbol or coin at ``arguments``."""
        if function.sort.name in LAWS:
            return self.arithmetic.number(arguments[-1].toss(function.sort.name, (function, *arguments[:-1])))
        if function.sort.start is not None:
            return self._at(function, *time_first(function, arguments))
        schema = self._layout.schemas.get(function)
        if schema is None:
            return self._lambda(function, arguments)
        # A random variable has the outcome for its only argument, and no time.
        return instance(self, schema, (0, *arguments) if function.sort.name == "random" else arguments)

    def definition(self, symbol: Symbol) -> Schema | None:
        """How assumptions define ``symbol``, if they do."""
        return self._layout.schemas.get(symbol)

    def whole(self, symbol: Symbol) -> Value:
        """What the model or an equation gives: a number, a vector or a matrix, or a `Lambda`."""
        if symbol not in self._values and symbol in self._layout.equated:
            value = self.value(self._layout.equated[symbol])
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

    def _at(self, sequence: Symbol, place: Value, *path: Value) -> Value:
        index, start = self._integer(sequence, place), sequence.sort.start or 0
        if index < start:
            raise Undefined(f"{sequence.name}({index}): the sequence starts at {start}")
        places = () if sequence.sort.name == "random" else entry_of(sequence, path)
        if any(place < 1 for place in places):
            raise Undefined(f"{sequence.name}({index}, ...) at {places}: entries are counted from 1")
        if sequence in self._layout.schemas:
            return element(self, self._layout, Place(sequence, index, path))
        known = self.whole(sequence)
        if isinstance(known, Array):
            return known.at(index, *places)
        self.looked_at.add((sequence, index, *places))
        return self._lambda(sequence, time_first(sequence, (index, *path)))

    def _lambda(self, function: Symbol, arguments: Environment) -> Value:
        body = self.denoted(function)
        if callable(body):
            return body(*arguments)
        for _ in arguments:
            if not isinstance(body, Lambda):
                raise TypeError(f"{function.name} takes {len(arguments)} arguments, its value is {body!r}")
            body = body.body
        if isinstance(body, Lambda):  # a functional takes a vector's one place; of a matrix it would need two
            raise Undefined(f"{function.name} at one place: functions of all of a matrix have no numbers yet")
        return self.value(body, tuple(reversed(arguments)))
