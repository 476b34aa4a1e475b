"""A counterexample as rows that a person reads: the values, the elements they lead to, and both sides of the goal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from numeric.arithmetics import Exact
from numeric.drafts import Draft, complete_model
from numeric.evaluate import Evaluation, evaluation_at
from numeric.layout import Layout
from symbolic.claim import Claim
from symbolic.terms import INTEGER, REAL, Lambda, Node, Number, Symbol, Term, instantiate
from symbolic.terms.text import show

Rows: TypeAlias = tuple[tuple[str, str], ...]


def display(claim: Claim, layout: Layout, draft: Draft) -> Rows:
    """The rows of an exact counterexample; raises `Unevaluated` where a side has no exact value."""
    model = complete_model(draft, layout)
    here = evaluation_at(model, Exact(), layout)
    sides = tuple(_sides(claim.goal, here))
    return (*_values(model.values), *_elements(here), *sides)


def _values(values: tuple[tuple[Symbol, Term], ...]) -> Iterator[tuple[str, str]]:
    scalars = [item for item in values if item[0].sort in (REAL, INTEGER)]
    functions = [item for item in values if item[0].sort not in (REAL, INTEGER)]
    for symbol, value in scalars:
        yield symbol.name, show(value)
    for symbol, value in functions:
        yield _applied(symbol, value)


def _applied(symbol: Symbol, value: Term) -> tuple[str, str]:
    """A function as its value at named arguments."""
    names: list[str] = []
    while isinstance(value, Lambda):
        names.append(value.hint)
        value = instantiate(value, Symbol(value.hint, value.sort))
    return f"{symbol.name}({', '.join(names)})", show(value)


def _elements(here: Evaluation) -> Iterator[tuple[str, str]]:
    """The elements that the goal has asked for; those without a value are left out."""
    for symbol, index in sorted(here.elements, key=lambda place: (place[0].name, place[1])):
        element = here.elements[symbol, index]
        if not isinstance(element, Exception):
            yield f"{symbol.name}({index})", show(Number(element))


def _sides(goal: Term, here: Evaluation) -> Iterator[tuple[str, str]]:
    match goal:
        case Node(args=(left, right)):
            yield "left side", show(Number(here.value(left)))
            yield "right side", show(Number(here.value(right)))
