"""Which of a claim's assumptions define the sequences that a model leaves open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.kernel.coins import fair
from symbolic.kernel.definitions import Definition, read_definition
from symbolic.terms import (
    INTEGER,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    apply,
    eq,
    forall,
    implies,
    instantiate,
    le,
    substitute,
    subterms,
    symbols,
)


def completed(claim: Claim, model: Model) -> Model:
    """``model`` with the claim's own recurrences as definitions, as far as they define nothing twice.

    What is random is given by fair coins, of which the definitions then say what is true.  A vector that is spoken of
    as a whole keeps its name: what would be its value becomes a definition of its entries.
    """
    whole = _whole(claim)
    values = tuple((symbol, value) for symbol, value in model.values if symbol not in whole)
    entries = [_entries(symbol, value) for symbol, value in model.values if symbol in whole]
    coins = sorted({coin for _, value in values for coin in symbols(value)}, key=repr)
    defined = _definitions(claim, dict(values), (*model.definitions, *entries))
    return Model(values, (*defined, *(formula for coin in coins for formula in fair(coin))))


def _whole(claim: Claim) -> set[Symbol]:
    """The vectors that stand somewhere without an index."""
    nodes = [
        part for formula in (*claim.hypotheses, claim.goal) for part in subterms(formula) if isinstance(part, Node)
    ]
    arguments = (argument for node in nodes for argument in (node.args[1:] if node.op == "apply" else node.args))
    return {term for term in arguments if isinstance(term, Symbol) and term.sort.name == "sequence"}


def _entries(vector: Symbol, value: Term) -> Term:
    """``forall j: start <= j => vector(j) = value(j)``; for a matrix, further places are of any value."""
    places = [Symbol(f"j{number}", INTEGER) for number in range(vector.sort.arity)]
    element = value
    for place in places:
        element = instantiate(element, place) if isinstance(element, Lambda) else element
    formula = eq(apply(vector, *places), element)
    for place in reversed(places[1:]):
        formula = forall(abstract(formula, place))
    start = Number(vector.sort.start or 0)
    return forall(abstract(implies(le(start, places[0]), formula), places[0]))


def _definitions(claim: Claim, values: Mapping[Symbol, Term], given: Sequence[Term]) -> tuple[Term, ...]:
    chosen: list[tuple[Term, Definition]] = []
    for formula in (*claim.assumptions, *given):
        instance = _instance(formula, values)
        definition = None if instance is None else read_definition(instance)
        if instance is not None and definition and not any(_clash(definition, other) for _, other in chosen):
            chosen.append((instance, definition))
    return tuple(formula for formula, _ in chosen)


def _instance(formula: Term, values: Mapping[Symbol, Term]) -> Term | None:
    """A relation, possibly quantified, in the values; properties of functions define nothing."""
    return substitute(formula, values) if isinstance(formula, Node) and formula.op in ("forall", "eq") else None


def _clash(one: Definition, other: Definition) -> bool:
    """Whether both define some element of the same sequence."""
    if one.sequence != other.sequence:
        return False
    first, second = one.start + one.shift, other.start + other.shift
    if one.time is None and other.time is None:
        return first == second
    if one.time is not None and other.time is not None:
        return True
    single, recurrent = (first, second) if one.time is None else (second, first)
    return single >= recurrent
