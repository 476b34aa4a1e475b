"""How the symbols of a claim get their values: what is free, what assumptions define, and what remains to be tested."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from numeric.flows import is_flow
from numeric.indices import ANYWHERE
from numeric.schemas import Schema, bases, equations, schemas
from symbolic.claim import Claim
from symbolic.terms import INTEGER, Node, Symbol, Term, subterms, symbols


@dataclass(frozen=True, eq=False)
class Layout:
    """A claim, sorted out for sampling.

    Attributes:
        free: the symbols that may take any value, by name.
        initial: the first elements that recurrences leave open.
        schemas: the sequences and functions that assumptions define for all indices from some first one on.
        bases: single elements that assumptions define, below the first index of their schema.
        equated: the numbers, and the vectors and matrices as a whole, that equations define.
        sizes: the integers of which the shapes of matrices are made.
        tests: everything else that a point must satisfy.
    """

    free: tuple[Symbol, ...] = ()
    initial: tuple[tuple[Symbol, int], ...] = ()
    schemas: Mapping[Symbol, Schema] = field(default_factory=dict)
    bases: Mapping[tuple[Symbol, int], Schema] = field(default_factory=dict)
    equated: Mapping[Symbol, Term] = field(default_factory=dict)
    sizes: frozenset[Symbol] = frozenset()
    tests: tuple[Term, ...] = ()

    @cached_property
    def tied(self) -> frozenset[Symbol]:
        """The symbols of which equations among the tests speak: values drawn at random will hardly meet them."""
        return self.reached_from(*filter(has_equation, self.tests))

    def reached_from(self, *terms: Term) -> frozenset[Symbol]:
        """The symbols on which the values of ``terms`` may depend, through definitions, too."""
        reached: set[Symbol] = set()
        new = {symbol for term in terms for symbol in symbols(term)}
        while new:
            reached |= new
            parts = (part for symbol in new for part in self._defining(symbol))
            new = {symbol for part in parts for symbol in symbols(part)} - reached
        return frozenset(reached)

    def _defining(self, symbol: Symbol) -> Iterator[Term]:
        if symbol in self.equated:
            yield self.equated[symbol]
        definitions = [schema for (sequence, _), schema in self.bases.items() if sequence == symbol]
        for schema in (*definitions, *filter(None, [self.schemas.get(symbol)])):
            yield from (schema.body, *schema.guards)


def has_equation(test: Term) -> bool:
    """Whether sampled values will hardly meet ``test`` by chance."""
    return any(isinstance(part, Node) and part.op == "eq" for part in subterms(test))


def arrange(claim: Claim) -> Layout:
    """Read as many assumptions as possible as definitions that can be run forward.

    >>> from symbolic.terms import *
    >>> x, y = Symbol("x"), Symbol("y")
    >>> layout = arrange(Claim("f/d/c", "", "", (), (eq(y, add(x, ONE)),), (), lt(x, y)))
    >>> layout.free, layout.equated
    ((x,), {y: (add x 1)})
    """
    return _Arrangement(claim).layout()


class _Arrangement:
    def __init__(self, claim: Claim) -> None:
        self._claim = claim
        self._schemas: dict[Symbol, Schema] = {}
        self._bases: dict[tuple[Symbol, int], Schema] = {}
        self._equated: dict[Symbol, Term] = {}
        self._latest: dict[tuple[Symbol, Symbol], float] = {}

    def layout(self) -> Layout:
        # Recurrences first: `u(t) = w(t)` shall not define a sequence that has a recurrence of its own.
        rest = [formula for formula in self._claim.assumptions if not self._accept_recurrence(formula)]
        rest = [formula for formula in rest if not self._accept_schema(formula)]
        rest = [formula for formula in rest if not self._accept_base(formula)]
        rest = [formula for formula in rest if not self._accept_equation(formula)]
        tests = (*self._claim.domains, *self._claim.conditions, *rest)
        return Layout(
            self._free(), self._initial(), self._schemas, self._bases, self._equated, _sizes(self._claim), tests
        )

    def _accept_recurrence(self, formula: Term) -> bool:
        own = (schema for schema in schemas(formula) if schema.symbol in symbols(schema.body))
        return any(self._accept(schema) for schema in own)

    def _accept_schema(self, formula: Term) -> bool:
        return any(self._accept(schema) for schema in schemas(formula))

    def _accept(self, schema: Schema) -> bool:
        if schema.symbol in self._schemas or not self._ground(schema.symbol, schema.looks_at()):
            return False
        self._schemas[schema.symbol] = schema
        return True

    def _accept_base(self, formula: Term) -> bool:
        return any(self._accept_element(base) for base in bases(formula))

    def _accept_element(self, base: Schema) -> bool:
        schema, key = self._schemas.get(base.symbol), (base.symbol, base.first)
        if schema is None or key in self._bases or not (base.symbol.sort.start or 0) <= base.first < schema.first:
            return False
        if not self._ground(base.symbol, base.looks_at()):
            return False
        self._bases[key] = base
        return True

    def _accept_equation(self, formula: Term) -> bool:
        for symbol, term in equations(formula):
            needs = ((other, ANYWHERE) for other in sorted(symbols(term), key=_name))
            if symbol not in {*self._equated, *self._schemas} and self._ground(symbol, needs):
                self._equated[symbol] = term
                return True
        return False

    def _ground(self, symbol: Symbol, needs: Iterator[tuple[Symbol, float]]) -> bool:
        """Whether ``symbol`` may need all of that without ever needing itself; if so, this is kept."""
        latest = dict(self._latest)
        for other, ahead in needs:
            latest[symbol, other] = max(ahead, latest.get((symbol, other), -ANYWHERE))
        if not _well_founded(latest):
            return False
        self._latest = latest
        return True

    def _free(self) -> tuple[Symbol, ...]:
        defined = {*self._schemas, *self._equated}
        return tuple(symbol for symbol in sorted(self._claim.symbols, key=_name) if symbol not in defined)

    def _initial(self) -> tuple[tuple[Symbol, int], ...]:
        places = (
            (symbol, index)
            for symbol in sorted(self._schemas, key=_name)
            if not is_flow(symbol)  # what it is at first it would be for each vector
            for index in range(symbol.sort.start or 0, self._schemas[symbol].first)
        )
        return tuple(place for place in places if place not in self._bases)


def _well_founded(latest: Mapping[tuple[Symbol, Symbol], float]) -> bool:
    """Whether every cycle of needs leads to a smaller index: longest paths, by Floyd and Warshall."""
    nodes = list(dict.fromkeys(node for edge in latest for node in edge))
    longest = dict(latest)
    for middle, start, end in product(nodes, repeat=3):
        if (start, middle) in longest and (middle, end) in longest:
            through = longest[start, middle] + longest[middle, end]
            longest[start, end] = max(through, longest.get((start, end), -ANYWHERE))
    return all(longest.get((node, node), -1) < 0 for node in nodes)


def _sizes(claim: Claim) -> frozenset[Symbol]:
    parts = (part for formula in (*claim.hypotheses, claim.goal) for part in subterms(formula))
    shapes = [part.args[:2] for part in parts if isinstance(part, Node) and part.op == "matrix"]
    return frozenset(symbol for shape in shapes for size in shape for symbol in symbols(size) if symbol.sort == INTEGER)


def _name(symbol: Symbol) -> tuple[str, str]:
    return symbol.name, symbol.sort.name
