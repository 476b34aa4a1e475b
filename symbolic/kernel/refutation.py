"""When values and recurrences describe a model, so that what they entail can refute a claim.

A model gives every symbol of a claim a value, except for sequences that the claim's own assumptions define by
recurrence: ``v(0) = c`` and ``forall t >= 0: v(t + 1) = F(t, v(t))``.  Such definitions have a model when each element
is defined once, and by elements that come earlier in the order (index, sequence), for a fixed order of the sequences.
Then whatever follows from them is true in that model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Final

from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.reading import normalise
from symbolic.kernel.rule import Rejected, expect
from symbolic.terms import (
    FORMULA,
    INTEGER,
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

_VALUED: Final = ("real", "integer", "sequence", "function")


@dataclass(frozen=True)
class Definition:
    """``sequence(n + shift) = value(n)`` for n >= start, or ``sequence(start) = value`` if ``time`` is None."""

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
    hypotheses = frozenset(substitute(formula, values) for formula in claim.hypotheses)
    goal = substitute(claim.goal, values)
    _expect_model(model.definitions, frozenset().union(*map(symbols, (*model.definitions, *hypotheses, goal))))
    return hypotheses, goal


def _expect_value(symbol: Symbol, value: Term) -> None:
    """A value is closed and of the symbol's sort; functions and sequences are given by lambdas."""
    expect(not symbols(value), f"the value of {symbol.name} holds symbols")
    expect(symbol.sort.name in _VALUED, f"a model gives no value to {symbol.name} of sort {symbol.sort.name}")
    sorts: list[Sort] = []
    domain = INTEGER if symbol.sort.name == "sequence" else REAL
    for _ in range(symbol.sort.arity):
        if not isinstance(value, Lambda) or value.sort != domain:
            raise Rejected(f"{symbol.name} needs a function of {symbol.sort.arity} arguments")
        sorts.insert(0, value.sort)
        value = value.body
    found = sort_of(value, tuple(sorts))
    fits = found == INTEGER or (found == REAL and symbol.sort != INTEGER)
    expect(fits, f"{symbol.name} is {symbol.sort.name}, its value {found.name}")


def _expect_model(definitions: Iterable[Term], open_symbols: frozenset[Symbol]) -> None:
    """The definitions give every open symbol, all of them sequences, its elements."""
    read = [_definition_of(formula) for formula in dict.fromkeys(definitions)]
    defined = {definition.sequence for definition in read}
    expect(open_symbols <= defined, f"no value for {sorted(s.name for s in open_symbols - defined)}")
    _expect_single(read)
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
    """``v(c) = number-valued term``, or ``forall t: c <= t => ... => v(t + k) = term``, read off the shape."""
    match formula:
        case Node(op="forall", args=(Lambda(sort=sort) as body,)) if sort == INTEGER:
            time = Symbol("~time", INTEGER)
            return _read_recurrence(instantiate(body, time), time)
        case Node(
            op="eq", args=(Node(op="apply", args=(Symbol(sort=Sort(name="sequence")) as v, Number() as c)), value)
        ):
            return None if symbols(value) else Definition(v, int(c.value), 0, value, None)
    return None


def _read_recurrence(formula: Term, time: Symbol) -> Definition | None:
    starts: list[int] = []
    while isinstance(formula, Node) and formula.op == "implies":
        guard, formula = formula.args
        match guard:
            case Node(op="le", args=(Number(value=least), bounded)) if bounded == time:
                starts.append(int(least))
    match formula:
        case Node(op="eq", args=(Node(op="apply", args=(Symbol(sort=Sort(name="sequence")) as v, index)), value)):
            shift = _shift(index, time)
            if starts and shift is not None:
                return Definition(v, max(starts), shift, value, time)
    return None


def _shift(index: Term, time: Symbol) -> int | None:
    """k, if ``index`` is ``time + k``."""
    if symbols(index) - {time} or any(isinstance(part, Bound) for part in subterms(index)):
        return None
    rest = (normalise(index, Facts()) - normalise(time, Facts())).constant
    return None if rest is None or rest.denominator != 1 else int(rest)


def _same_index(definition: Definition, defined: set[Symbol]) -> Iterator[Symbol]:
    """The defined sequences whose element of the same index is used; rejects uses of later ones."""
    applied = [part for part in subterms(definition.value) if isinstance(part, Node) and part.op == "apply"]
    heads = [part for part in subterms(definition.value) if part in defined]
    expect(len(heads) == sum(part.args[0] in defined for part in applied), "a sequence that is not applied")
    for part in applied:
        sequence, index = part.args[0], part.args[1]
        if isinstance(sequence, Symbol) and sequence in defined:
            distance = _distance(definition, index)
            expect(distance <= 0, f"{definition.sequence.name} is defined by a later element of {sequence.name}")
            if distance == 0:
                yield sequence


def _distance(definition: Definition, index: Term) -> int:
    """At most how far after the defined element ``index`` lies, for all times."""
    if isinstance(index, Number):
        return int(index.value) - (definition.start + definition.shift)
    shift = None if definition.time is None else _shift(index, definition.time)
    if shift is None:
        raise Rejected(f"cannot tell which element {index!r} names")
    return shift - definition.shift
