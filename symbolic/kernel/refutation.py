"""When values and recurrences describe a model, so that what they entail can refute a claim.

A model gives every symbol of a claim a value, except for sequences that the claim's own assumptions define by
recurrence: ``v(0) = c`` and ``forall t >= 0: v(t + 1) = F(t, v(t))``, of numbers or of vectors.  Such definitions have
a model when each element is defined once, and by elements that come earlier in the order (index, sequence), for a
fixed order of the sequences.  Then whatever follows from them is true in that model.  What varies with chance does so
with fair coins (see `coins`), of which the definitions say what is true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Final

from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.kernel.coins import coins_of, fair, is_independent, tosses
from symbolic.kernel.definitions import Definition, index_first, read_definition, shift_of
from symbolic.kernel.derivative import Differentiation
from symbolic.kernel.normal.naming import fresh
from symbolic.kernel.rule import Rejected, expect
from symbolic.terms import (
    FORMULA,
    INTEGER,
    OUTCOME,
    REAL,
    Lambda,
    Node,
    Number,
    Sort,
    Symbol,
    Term,
    instantiate,
    sort_of,
    substitute,
    subterms,
    symbols,
)

_DOMAINS: Final[Mapping[str, Callable[[int], list[str]]]] = {
    "real": lambda _: [],
    "integer": lambda _: [],
    "sequence": lambda arity: ["integer"] * arity,
    "function": lambda arity: ["real"] * arity,
    "random": lambda arity: ["integer"] * (arity - 1) + ["outcome"],
    "functional": lambda arity: ["sequence"] + ["integer"] * (arity - 1),
}


def instances(claim: Claim, model: Model) -> tuple[frozenset[Term], Term]:
    """The claim's hypotheses and its goal in ``model``.

    Raises `Rejected` if the values do not fit their symbols or the definitions may have no model.
    """
    values, coins = dict(model.values), coins_of(model.definitions)
    for symbol, value in values.items():
        _expect_value(symbol, value, coins)
    stated = [formula for formula in claim.hypotheses if not _holds(formula, values)]
    hypotheses = frozenset(substitute(formula, values) for formula in stated)
    goal = substitute(claim.goal, values)
    every = (*model.definitions, *hypotheses, goal)
    _expect_model(model.definitions, coins, frozenset().union(*map(symbols, every)))
    return hypotheses, goal


def _expect_value(symbol: Symbol, value: Term, coins: frozenset[Symbol]) -> None:
    """A value is closed, but for the coins of what is random, and of the symbol's sort; functions are lambdas."""
    known = coins if symbol.sort.name == "random" else frozenset()
    expect(symbols(value) <= known, f"the value of {symbol.name} holds symbols")
    expect(symbol.sort.name in _DOMAINS, f"a model gives no value to {symbol.name} of sort {symbol.sort.name}")
    tosses(value)
    sorts: list[Sort] = []
    for domain in _DOMAINS[symbol.sort.name](symbol.sort.arity):
        if not isinstance(value, Lambda) or value.sort.name != domain:
            raise Rejected(f"{symbol.name} needs a function of {symbol.sort.arity} arguments")
        sorts.insert(0, value.sort)
        value = value.body
    found = sort_of(value, tuple(sorts))
    fits = found == INTEGER or (found == REAL and symbol.sort != INTEGER)
    expect(fits, f"{symbol.name} is {symbol.sort.name}, its value {found.name}")


def _holds(formula: Term, values: Mapping[Symbol, Term]) -> bool:
    """Whether ``formula`` says of a symbol with a value what such values have.

    Random symbols with a value take finitely many values each, so they have all moments, and `is_independent` tells
    whether they are.  A function whose derivative the table gives without conditions is differentiable.
    """
    match formula:
        case Node(op="moments", args=(Symbol() as random, _)):
            return random in values
        case Node(op="independent", args=(Symbol() as random,)) if random in values:
            return is_independent(values[random])
        case Node(op="differentiable", args=(Symbol() as function,)) if function in values:
            return _smooth(values[function])
    return False


def _smooth(function: Term) -> bool:
    """Whether a function of one argument, a number or a vector, is a polynomial of it for the rule table."""
    if not isinstance(function, Lambda) or isinstance(function.body, Lambda):
        return False
    variable = Symbol(fresh().name, function.sort)
    work = Differentiation(variable, (fresh(),) * function.sort.arity if function.sort.name == "sequence" else ())
    work.derivative(instantiate(function, variable))
    return all(isinstance(c.natural, Number) and c.natural.value >= 0 for c in work.conditions)


def _expect_model(definitions: Iterable[Term], coins: frozenset[Symbol], open_symbols: frozenset[Symbol]) -> None:
    """The definitions give every open symbol but coins, all of them sequences, its elements; an outcome may be any."""
    told = {formula for coin in coins for formula in fair(coin)}
    read = [_definition_of(formula) for formula in dict.fromkeys(definitions) if formula not in told]
    defined = {definition.sequence for definition in read}
    expect(not defined & coins, "fair coins whose faces are defined")
    missing = [symbol.name for symbol in open_symbols - defined - coins if symbol.sort != OUTCOME]
    expect(not missing, f"no value for {sorted(missing)}")
    _expect_single(read)
    _expect_whole_before(read, defined)
    uses = {sequence: set[Symbol]() for sequence in defined}
    for definition in read:
        uses[definition.sequence] |= set(_same_index(definition, defined))
    try:
        TopologicalSorter(uses).prepare()
    except CycleError as error:
        raise Rejected("elements of the same index define each other in a circle") from error


def _expect_single(definitions: Iterable[Definition]) -> None:
    """No element is defined twice."""
    recurrences: dict[Symbol, Definition] = {}
    given: set[tuple[Symbol, int]] = set()
    for definition in sorted(definitions, key=lambda d: d.time is None):
        sequence, first = definition.sequence, definition.start + definition.shift
        known = recurrences.get(sequence)
        twice = (sequence, first) in given or (known is not None and first >= known.start + known.shift)
        expect(not twice and (known is None or definition.time is None), f"{sequence.name} is defined twice")
        if definition.time is None:
            given.add((sequence, first))
        else:
            recurrences[sequence] = definition


def _definition_of(formula: Term) -> Definition:
    expect(sort_of(formula) == FORMULA, f"no formula: {formula!r}")
    definition = read_definition(formula)
    if definition is None:
        raise Rejected(f"no definition of elements of a sequence: {formula!r}")
    return definition


def _same_index(definition: Definition, defined: set[Symbol]) -> Iterator[Symbol]:
    """The defined sequences whose element of the same index is used; rejects uses of later ones."""
    for part in _applied(definition.value):
        sequence, *arguments = part.args
        if isinstance(sequence, Symbol) and sequence in defined:
            index, _ = index_first(sequence, arguments)
            distance = _distance(definition, index)
            expect(distance <= 0, f"{definition.sequence.name} is defined by a later element of {sequence.name}")
            if distance == 0:
                yield sequence


def _applied(term: Term) -> list[Node]:
    return [part for part in subterms(term) if isinstance(part, Node) and part.op == "apply"]


def _expect_whole_before(definitions: Sequence[Definition], defined: set[Symbol]) -> None:
    """A sequence that is used as a whole, by a derivative say, is defined without the one that uses it."""
    uses = {sequence: set[Symbol]() for sequence in defined}
    for definition in definitions:
        uses[definition.sequence] |= symbols(definition.value) & defined
    for definition in definitions:
        for part in defined & symbols(definition.value):
            mentions = sum(inner == part for inner in subterms(definition.value))
            whole = mentions > sum(node.args[0] == part for node in _applied(definition.value))
            if whole and definition.sequence in _reached(part, uses):
                raise Rejected(f"{definition.sequence.name} is defined by all of {part.name}, and that by it")


def _reached(start: Symbol, uses: Mapping[Symbol, set[Symbol]]) -> set[Symbol]:
    found, waiting = {start}, [start]
    while waiting:
        more = uses[waiting.pop()] - found
        found |= more
        waiting += more
    return found


def _distance(definition: Definition, index: Term) -> int:
    """At most how far after the defined element ``index`` lies, for all times."""
    if isinstance(index, Number):
        return int(index.value) - (definition.start + definition.shift)
    shift = None if definition.time is None else shift_of(index, definition.time)
    if shift is None:
        raise Rejected(f"cannot tell which element {index!r} names")
    return shift - definition.shift
