"""What is assumed of every place, used at the places of the goal: 0 < a(i) from forall i. 1 <= i => 0 < a(i)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from symbolic.kernel import Rejected
from symbolic.methods.algebra import Algebra
from symbolic.methods.chained import Chained
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol
from symbolic.methods.structure import Given
from symbolic.terms import (
    INTEGER,
    REAL,
    Bound,
    Lambda,
    Node,
    Symbol,
    Term,
    instantiate,
    sort_of,
    subterms,
    symbols,
)

MOST_ARGUMENTS: Final = 4


class Instances(Method):
    """The goal with the order relations and inequalities that are assumed of all integers, at the goal's own ones."""

    def attempt(self, goal: Goal, search: Search) -> int:
        facts = [*_plain(goal, search), *instances(indices_of(goal.conclusion), goal, search)]
        return with_facts(facts, goal, search)


def _plain(goal: Goal, search: Search) -> list[int]:
    """What was shown before of fixed values."""
    ordered = ("le", "lt", "ne")
    conclusions = ((step, search.draft.conclusion(step)) for step in goal.lemmas)
    return [step for step, conclusion in conclusions if isinstance(conclusion, Node) and conclusion.op in ordered]


def with_facts(steps: Sequence[int], goal: Goal, search: Search, methods: Sequence[Method] | None = None) -> int:
    """The goal from its context and what ``steps`` conclude, by ``methods``, or those in use.

    Raises `Failed` where that adds nothing.
    """
    facts = {search.draft.conclusion(step): step for step in steps}
    new = {fact: step for fact, step in facts.items() if fact not in goal.context}
    if not new:
        raise Failed("nothing more is known")
    end = search.prove(goal.wanting(goal.conclusion, *new), methods)
    for fact, step in new.items():
        if fact in search.draft.sequent(end).hypotheses:
            end = search.draft.apply("detach", [search.draft.apply("discharge", [end], [fact]), step])
    return end


class Schema(NamedTuple):
    """What a quantified formula says: ``relation`` under ``guards``, at fresh symbols for its variables."""

    variables: list[Symbol]
    guards: list[Term]
    relation: Term


def schema_of(formula: Term) -> Schema:
    """The parts of a formula, whose quantifiers and premises may stand in any order."""
    found = Schema([], [], formula)
    while isinstance(formula, Node) and formula.op in ("forall", "implies"):
        if formula.op == "implies":
            found.guards.append(formula.args[0])
            formula = formula.args[1]
        elif isinstance(body := formula.args[0], Lambda):
            found.variables.append(fresh_symbol(body.hint, body.sort))
            formula = instantiate(body, found.variables[-1])
    return found._replace(relation=formula)


def instance(
    step: int, values: Sequence[Term], goal: Goal, search: Search, guarded: Callable[[Goal], int] | None = None
) -> int:
    """A schema for the given values of its variables, every guard proved: by ``guarded``, or at sight."""
    draft, waiting = search.draft, list(values)
    while isinstance(formula := draft.conclusion(step), Node) and formula.op in ("forall", "implies"):
        if formula.op == "forall":
            step = draft.apply("instance", [step], [waiting.pop(0)])
        else:
            guard = goal.wanting(formula.args[0])
            step = draft.apply("detach", [step, guarded(guard) if guarded else at_sight(guard, search)])
    return step


def at_sight(goal: Goal, search: Search) -> int:
    """A goal that is assumed, was shown, or comes down to arithmetic."""
    return search.prove_aside(goal, (Given(), Algebra(), Chained()))


def integers_of(term: Term) -> list[Symbol]:
    """The integer symbols of a term, by name."""
    return sorted((symbol for symbol in symbols(term) if symbol.sort == INTEGER), key=lambda symbol: symbol.name)


def places_of(term: Term) -> list[Term]:
    """The integer symbols that an index somewhere in ``term`` speaks of, by name: t of v(t) and of v(t + 1)."""
    spoken_of = {symbol for index in _indices(term) for symbol in symbols(index)}
    return [symbol for symbol in integers_of(term) if symbol in spoken_of]


def indices_of(term: Term) -> list[Term]:
    """The places of ``term``, and the indices in it that are no symbols and stand below no binder: 1 of b(1)."""
    free = [index for index in _indices(term) if not any(isinstance(part, Bound | Lambda) for part in subterms(index))]
    return list(dict.fromkeys([*places_of(term), *(index for index in free if sort_of(index) == INTEGER)]))


def _indices(term: Term) -> list[Term]:
    indexed = [part for part in subterms(term) if isinstance(part, Node) and part.op in ("apply", "entry", "delta")]
    return [index for part in indexed for index in part.args[0 if part.op == "delta" else 1 :]]


def instances(places: Sequence[Term], goal: Goal, search: Search) -> Iterator[int]:
    """What is assumed of all integers, at ``places``; and of all reals, at what functions of the goal are taken of."""
    choices = {INTEGER: places, REAL: list(_arguments(goal.conclusion))}
    return instances_at(lambda binder: choices.get(binder.sort, ()), goal, search)


def instances_at(choices: Callable[[Lambda], Sequence[Term]], goal: Goal, search: Search) -> Iterator[int]:
    """The order relations and inequalities that are known of all values, at those that are chosen for each variable."""
    for step in (*goal.lemmas, *map(search.draft.assume, goal.context)):
        binders = _binders(search.draft.conclusion(step))
        for chosen in product(*map(choices, binders)) if binders else ():
            try:
                yield instance(step, chosen, goal, search)
            except (Failed, Rejected):
                continue


def _arguments(term: Term) -> Iterator[Term]:
    """What declared functions, and their derivatives, are taken of."""
    found = []
    for part in subterms(term):
        match part:
            case Node(op="apply", args=(Symbol(sort=sort), argument)) if sort.name == "function":
                found.append(argument)
            case Node(op="diff", args=(_, argument)):
                found.append(argument)
    closed = [one for one in dict.fromkeys(found) if not any(isinstance(p, Bound) for p in subterms(one))]
    return iter(closed[:MOST_ARGUMENTS])


def _binders(formula: Term) -> list[Lambda]:
    """The quantifiers, outermost first, below which an order relation or an inequality is known; none if it is none."""
    binders: list[Lambda] = []
    while True:
        match formula:
            case Node(op="implies", args=(_, inner)):
                formula = inner
            case Node(op="forall", args=(Lambda(body=inner) as binder,)):
                formula, binders = inner, [*binders, binder]
            case Node(op="le" | "lt" | "ne"):
                return binders
            case _:
                return []
