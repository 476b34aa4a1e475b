"""When values and recurrences describe a model, so that what they entail can refute a claim.

A model gives every symbol of a claim a value, except for sequences that the claim's own assumptions define by
recurrence: ``v(0) = c`` and ``forall t >= 0: v(t + 1) = F(t, v(t))``, of numbers or of vectors.  Such definitions have
a model when each element is defined once, and by elements that come earlier in the order (index, sequence), for a
fixed order of the sequences.  Then whatever follows from them is true in that model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Final

from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.kernel.derivative import Differentiation
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.naming import fresh
from symbolic.kernel.normal.reading import normalise
from symbolic.kernel.rule import Rejected, expect
from symbolic.terms import (
    FORMULA,
    INTEGER,
    ONE,
    OUTCOME,
    REAL,
    Bound,
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


MOST_PLACES: Final = 3  # of a sequence of matrices: the time, the row and the column


@dataclass(frozen=True)
class Definition:
    """``sequence(n + shift) = value(n)`` for n >= start, or ``sequence(start) = value`` if ``time`` is None.

    For a sequence of vectors ``value`` holds the values of all entries.
    """

    sequence: Symbol
    start: int
    shift: int
    value: Term
    time: Symbol | None


def instances(claim: Claim, model: Model) -> tuple[frozenset[Term], Term]:
    """The claim's hypotheses and its goal in ``model``.

    Raises `Rejected` if the values do not fit their symbols or the definitions may have no model.
    """
    values = dict(model.values)
    for symbol, value in values.items():
        _expect_value(symbol, value)
    stated = [formula for formula in claim.hypotheses if not _holds(formula, values)]
    hypotheses = frozenset(substitute(formula, values) for formula in stated)
    goal = substitute(claim.goal, values)
    _expect_model(model.definitions, frozenset().union(*map(symbols, (*model.definitions, *hypotheses, goal))))
    return hypotheses, goal


def _expect_value(symbol: Symbol, value: Term) -> None:
    """A value is closed and of the symbol's sort; functions and sequences are given by lambdas."""
    expect(not symbols(value), f"the value of {symbol.name} holds symbols")
    expect(symbol.sort.name in _DOMAINS, f"a model gives no value to {symbol.name} of sort {symbol.sort.name}")
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

    The value of a random symbol is closed, so it does not vary with the outcome: constants are independent and have
    all moments.  A function whose derivative the table gives without conditions is differentiable.
    """
    match formula:
        case Node(op="moments" | "independent", args=(Symbol() as random, *_)):
            return random in values
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


def _expect_model(definitions: Iterable[Term], open_symbols: frozenset[Symbol]) -> None:
    """The definitions give every open symbol, all of them sequences, its elements; an outcome may be any."""
    read = [_definition_of(formula) for formula in dict.fromkeys(definitions)]
    defined = {definition.sequence for definition in read}
    missing = [symbol.name for symbol in open_symbols - defined if symbol.sort != OUTCOME]
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


def read_definition(formula: Term) -> Definition | None:
    """``v(c) = term``, or ``forall t: c <= t => ... => v(t + k) = term``, read off the shape.

    For a random sequence all of it stands under ``forall w``, for every outcome w, in any order of the quantifiers.
    For a sequence of vectors the left side is one as a whole, or each of its entries, under ``forall`` for each place.
    """
    times = [Symbol(f"~time{number}", INTEGER) for number in range(MOST_PLACES)]
    outcome = Symbol("~outcome", OUTCOME)
    opened, starts, formula = _opened(formula, {INTEGER: times, OUTCOME: [outcome]})
    found = _defined_element(formula)
    if found is None:
        return None
    v, index, rest, value = found
    wanted = [outcome] * (v.sort.arity - 1) if v.sort.name == "random" else times[1 : v.sort.arity]
    if rest is not None and rest != wanted:
        return None
    # Else it is one element that is said to have many values: forall t, i: v(t) = i.
    if not symbols(value) & opened <= {times[0], *(rest or ())}:
        return None
    return _definition(v, index, value, times[0] if times[0] in opened else None, starts)


def _defined_element(formula: Term) -> tuple[Symbol, Term, list[Term] | None, Term] | None:
    """What an equation defines: a sequence, an index of it, the further places (None: all of them), and the value."""
    match formula:
        case Node(op="eq", args=(Node(op="apply", args=(Symbol() as v, index, *rest)), value)):
            return (v, index, rest, value) if v.sort.name in ("sequence", "random") else None
        case Node(op="eq", args=(Node(op="matrix", args=(_, columns, Lambda(body=Lambda(body=element)))), value)):
            match element:
                case Node(op="apply", args=(Symbol() as v, index, *rest)) if _names_each(rest, columns):
                    return (v, index, None, value) if v.sort.name == "sequence" else None
    return None


def _names_each(places: Sequence[Term], columns: Term) -> bool:
    """Whether the entries of a matrix, at ``places``, are different elements: else it says that some are equal."""
    return list(places) == [Bound(1), Bound(0)] or (list(places) == [Bound(1)] and columns == ONE)


def _opened(formula: Term, names: Mapping[Sort, list[Symbol]]) -> tuple[set[Symbol], list[tuple[Term, Term]], Term]:
    """The quantified symbols, the lower bounds among the guards, and what is left of a schema."""
    opened: set[Symbol] = set()
    bounds: list[tuple[Term, Term]] = []
    while isinstance(formula, Node) and formula.op in ("forall", "implies"):
        body = formula.args[0]
        if isinstance(body, Lambda):
            left = [name for name in names.get(body.sort, ()) if name not in opened]
            if not left:
                break
            opened.add(left[0])
            formula = instantiate(body, left[0])
        else:
            bounds += [(body.args[0], body.args[1])] if isinstance(body, Node) and body.op == "le" else []
            formula = formula.args[1]
    return opened, bounds, formula


def _definition(
    sequence: Symbol, index: Term, value: Term, time: Symbol | None, bounds: Iterable[tuple[Term, Term]]
) -> Definition | None:
    if time is None:
        return Definition(sequence, int(index.value), 0, value, None) if isinstance(index, Number) else None
    starts = [int(low.value) for low, high in bounds if isinstance(low, Number) and high == time]
    shift = _shift(index, time)
    return Definition(sequence, max(starts), shift, value, time) if starts and shift is not None else None


def _shift(index: Term, time: Symbol) -> int | None:
    """k, if ``index`` is ``time + k``."""
    if symbols(index) - {time} or any(isinstance(part, Bound) for part in subterms(index)):
        return None
    rest = (normalise(index, Facts()) - normalise(time, Facts())).constant
    return None if rest is None or rest.denominator != 1 else int(rest)


def _same_index(definition: Definition, defined: set[Symbol]) -> Iterator[Symbol]:
    """The defined sequences whose element of the same index is used; rejects uses of later ones."""
    for part in _applied(definition.value):
        sequence, index = part.args[0], part.args[1]
        if isinstance(sequence, Symbol) and sequence in defined:
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
    shift = None if definition.time is None else _shift(index, definition.time)
    if shift is None:
        raise Rejected(f"cannot tell which element {index!r} names")
    return shift - definition.shift
