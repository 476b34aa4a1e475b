"""Which of a claim's assumptions define the sequences that a model leaves open."""

from __future__ import annotations

from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.kernel.refutation import Definition, read_definition
from symbolic.terms import Term, substitute


def definitions_in(claim: Claim, model: Model) -> tuple[Term, ...]:
    """The model's own definitions and the claim's, in its values, as far as they define nothing twice."""
    values = dict(model.values)
    chosen: list[tuple[Term, Definition]] = []
    for formula in (*claim.assumptions, *model.definitions):
        instance = substitute(formula, values)
        definition = read_definition(instance)
        if definition is not None and not any(_clash(definition, other) for _, other in chosen):
            chosen.append((instance, definition))
    return tuple(formula for formula, _ in chosen)


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
