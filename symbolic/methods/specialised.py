"""An earlier claim, of whatever values and sequences, used at those of the goal: its hypotheses are shown of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from symbolic.kernel import Rejected
from symbolic.methods.fitting import Values, fits
from symbolic.methods.instances import with_facts
from symbolic.methods.search import Failed, Goal, Method, Search, fresh_symbol
from symbolic.terms import Lambda, Node, Symbol, Term, instantiate

MOST_TRIED: Final = 12


class Specialised(Method):
    """The goal from ``forall x. p(x) => q(x)``, shown before, at values for which q is what the goal speaks of."""

    def attempt(self, goal: Goal, search: Search) -> int:
        others = [method for method in search.without_induction() if method.name != self.name]
        tried = 0
        for lemma in goal.lemmas:
            for values, variables in _fitting(search.draft.conclusion(lemma), goal):
                tried += 1
                if tried > MOST_TRIED:
                    raise Failed("no values fit that are tried early")
                try:
                    step = _at(lemma, [values[one] for one in variables], goal, search, others)
                    return self._ended(step, goal, search, others)
                except (Failed, Rejected):
                    continue
        raise Failed("no earlier claim fits")

    def _ended(self, step: int, goal: Goal, search: Search, others: Sequence[Method]) -> int:
        if search.draft.conclusion(step) == goal.conclusion:
            return search.show("by an earlier claim", step)
        return search.show("by an earlier claim", with_facts([step], goal, search, others))


def _fitting(schema: Term, goal: Goal) -> Iterator[tuple[Values, list[Symbol]]]:
    """Values for all variables of ``schema``: from the goal first, then from what is assumed."""
    variables, guards, conclusion = _opened(schema)
    if not variables or not guards:
        return
    for pattern, term in _pairs(conclusion, goal.conclusion):
        for values in fits(pattern, term, variables, {}):
            for full in _completed(guards, values, variables, goal):
                yield full, variables


def _pairs(pattern: Term, term: Term) -> Iterator[tuple[Term, Term]]:
    """What has to fit: the whole relation, or the left side of an equation, whose other side arithmetic compares."""
    yield pattern, term
    match pattern, term:
        case Node(op="eq", args=(left, _)), Node(op="eq", args=(wanted, _)):
            yield left, wanted


def _completed(guards: Sequence[Term], values: Values, variables: Sequence[Symbol], goal: Goal) -> Iterator[Values]:
    """``values`` with those of the remaining variables, by guards that stand among the assumptions."""
    if all(variable in values for variable in variables):
        yield values
        return
    for guard in guards:
        for formula in goal.context:
            for found in fits(guard, formula, variables, values):
                if len(found) > len(values):
                    yield from _completed(guards, found, variables, goal)


def _opened(formula: Term) -> tuple[list[Symbol], list[Term], Term]:
    variables: list[Symbol] = []
    guards: list[Term] = []
    while isinstance(formula, Node) and formula.op in ("forall", "implies"):
        if formula.op == "implies":
            guards.append(formula.args[0])
            formula = formula.args[1]
        elif isinstance(body := formula.args[0], Lambda):
            variables.append(fresh_symbol(body.hint, body.sort))
            formula = instantiate(body, variables[-1])
    return variables, guards, formula


def _at(lemma: int, values: Sequence[Term], goal: Goal, search: Search, methods: Sequence[Method]) -> int:
    """The lemma at ``values``, every guard shown."""
    draft, waiting, step = search.draft, list(values), lemma
    while isinstance(formula := draft.conclusion(step), Node) and formula.op in ("forall", "implies"):
        if formula.op == "forall":
            step = draft.apply("instance", [step], [waiting.pop(0)])
        else:
            guard = search.prove_aside(goal.wanting(formula.args[0]), methods)
            step = draft.apply("detach", [step, guard])
    return step
