"""A counterexample as rows that a person reads: the values, the elements they lead to, and both sides of the goal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from numeric.arithmetics import Exact, Precise, Value
from numeric.drafts import Draft, model_of
from numeric.errors import Inexact, TooCostly, Undefined, Unevaluated
from numeric.evaluate import Evaluation, evaluation_at
from numeric.flows import is_flow
from numeric.grids import Grid, Grids, array_of, boxes, grids, is_timed, written
from numeric.layout import Layout
from numeric.models import complete_model, kernel_model
from numeric.outcomes import LAWS, Outcome
from numeric.semantics import Element
from numeric.semantics.classes import Growing, broken
from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.terms import (
    CLASSES,
    INTEGER,
    OUTCOME,
    REAL,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    apply,
    hints,
    instantiate,
    symbols,
)
from symbolic.terms.text import show

Rows: TypeAlias = tuple[tuple[str, str], ...]
DIGITS: Final = 30
REMARK: Final = ("remark", "calculated exactly, but the kernel knows of fair coins alone, and cannot replay this")


def display(claim: Claim, layout: Layout, draft: Draft) -> Rows:
    """The rows of an exact counterexample; raises `Unevaluated` where what is defined has no value."""
    model, given = complete_model(draft, layout), model_of(draft, layout)
    here, closely = (evaluation_at(given, arithmetic, layout) for arithmetic in (Exact(), Precise(DIGITS)))
    point = _Point(here, closely)
    sides = tuple(_sides(claim.goal, point))
    chance = (*_coins(model.values), *(() if kernel_model(model) else (REMARK,)))
    paths = [here.denoted(symbol) for symbol in claim.symbols if symbol.sort == OUTCOME]
    faces = [row for path in paths for row in _faces(path)]
    known = {**boxes(here.looked_at | _assumed(layout, evaluation_at(given, Exact(), layout))), **grids(claim)}
    elements = [row for kept in (here, *paths) for row in _elements(kept.elements, known, point)]
    return (*_values(model.values, known, point), *chance, *faces, *elements, *_flows(here), *sides)


def shown(model: Model) -> Rows:
    """The rows of a model in which a goal fails that numbers cannot decide, such as that a limit is another.

    >>> d = Symbol("d", INTEGER)
    >>> shown(Model(((d, Number(2)),)))
    (('d', '2'),)
    """
    return tuple(_applied(symbol, value) for symbol, value in model.values)


class _Point(NamedTuple):
    """One point, ``here`` exactly and ``closely``, for what is irrational."""

    here: Evaluation
    closely: Evaluation

    def shown(self, value: Callable[..., Value], *arguments: object) -> str:
        """The exact value, or some digits of an irrational one."""
        try:
            return _exactly(value(self.here, *arguments))
        except Inexact:
            return f"≈ {written(value(self.closely, *arguments), lambda number: f'{float(number):.6g}')}"


def _assumed(layout: Layout, here: Evaluation) -> set[Element]:
    """What the assumptions have looked at."""
    with suppress(Unevaluated):
        for test in layout.tests:
            here.value(test)
    return here.looked_at


def _values(values: tuple[tuple[Symbol, Term], ...], known: Grids, point: _Point) -> Iterator[tuple[str, str]]:
    scalars = [item for item in values if item[0].sort in (REAL, INTEGER)]
    functions = [item for item in values if item[0].sort not in (REAL, INTEGER, OUTCOME)]
    for symbol, _ in scalars:
        yield symbol.name, point.shown(Evaluation.value, symbol)
    for symbol, value in functions:
        if symbol not in known:
            yield _applied(symbol, value)
        elif not is_timed(symbol, known[symbol]):
            yield from _arrays(symbol, [()], known[symbol], point)
        else:
            times = sorted({tuple(place[:1]) for looked, *place in point.here.looked_at if looked == symbol})
            yield from _arrays(symbol, times, known[symbol], point)


def _arrays(symbol: Symbol, times: Iterable[tuple[int, ...]], grid: Grid, point: _Point) -> Iterator[tuple[str, str]]:
    """A vector or a matrix, or those of a sequence at ``times``; what has no value is left out."""
    for time in times:
        name = f"{symbol.name}({time[0]})" if time else symbol.name
        with suppress(Undefined):
            yield name, point.shown(partial(array_of, symbol, grid), *time)


def _applied(symbol: Symbol, value: Term) -> tuple[str, str]:
    """A function as its value at named arguments."""
    names: list[str] = []
    while isinstance(value, Lambda):
        if value.sort != OUTCOME:
            names.append(value.hint)
        value = instantiate(value, Symbol(value.hint, value.sort))
    return f"{symbol.name}({', '.join(names)})" if names else symbol.name, show(value)


def _coins(values: tuple[tuple[Symbol, Term], ...]) -> Iterator[tuple[str, str]]:
    """What the coins in the values are."""
    used = {part for _, value in values for part in symbols(value) if part.sort.name in LAWS}
    for coin in sorted(used, key=lambda coin: coin.name):
        faces = (f"{show(Number(face))} with probability {show(Number(mass))}" for face, mass in LAWS[coin.sort.name])
        yield show(coin), f"{', '.join(faces)}; all independent"


def _faces(path: Outcome) -> Iterator[tuple[str, str]]:
    """What the coins show along an outcome that the claim speaks of."""
    for (coin, *place), face in path.shown().items():
        yield show(apply(coin, *map(Number, place))) if place else show(coin), show(Number(face))


def _elements(elements: Mapping[Element, Value], known: Grids, point: _Point) -> Iterator[tuple[str, str]]:
    """The elements that the goal has asked for; those without a value are left out."""
    for symbol in sorted({place[0] for place in elements if not is_flow(place[0])}, key=lambda symbol: symbol.name):
        places = sorted(tuple(place) for looked, *place in elements if looked == symbol)
        if symbol in known:
            times = dict.fromkeys(place[:1] if is_timed(symbol, known[symbol]) else () for place in places)
            yield from _arrays(symbol, times, known[symbol], point)
            continue
        for place in places:
            element = elements[symbol, *place]
            if not isinstance(element, Exception):
                yield f"{symbol.name}({', '.join(map(str, place))})", _exactly(element)


def _flows(here: Evaluation) -> Iterator[tuple[str, str]]:
    """What depends on a vector, for those that have a name; not the entries of what is kept as a whole."""
    for (symbol, *place), value in here.elements.items():
        if is_flow(symbol) and not isinstance(value, Exception):
            time, vector, *entry = place
            vector = here.name_of(vector)
            if vector is not None and not (entry and (symbol, *place[:2]) in here.elements):
                yield show(apply(symbol, vector, *map(Number, (time, *entry)))), _exactly(value)


def _sides(goal: Term, point: _Point) -> Iterator[tuple[str, str]]:
    match goal:
        case Node(op=op, args=args) if op in CLASSES:
            yield from _along(op, goal, Growing(point.here, args, ()))
        case Node(args=args):
            for name, side in zip(("left side", "right side"), args, strict=True):
                with suppress(TooCostly):  # it has a value by draws alone
                    yield name, point.shown(Evaluation.value, side)


def _along(op: str, goal: Node, growing: Growing) -> Iterator[tuple[str, str]]:
    """Three numbers that show how one side outgrows the other along a ray."""
    found = broken(op, growing)
    if found is None:
        return
    ray, turned = found
    yield from zip(hints(goal), ray.words(), strict=True)
    numbers, ratios = growing.shown(ray, turned)
    sides = "right side/left side" if turned else "left side/right side"
    shown = ", ".join("∞" if one is None else f"{float(one):.4g}" for one in ratios)
    yield f"{sides} at N = {', '.join(f'{one:.4g}' for one in numbers)}", shown


def _exactly(value: Value) -> str:
    return written(value, lambda number: show(Number(number)))
