"""Models for the kernel: what equations define has a value of its own there, and only recurrences are run forward."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from numeric.arithmetics import Exact
from numeric.arrays import Array
from numeric.drafts import Draft, model_of
from numeric.errors import Inexact, Unevaluated
from numeric.evaluate import Evaluation, evaluation_at
from numeric.layout import Layout
from numeric.outcomes import FAIR
from numeric.places import closed_function, function_of_places
from symbolic.certificate import Model
from symbolic.terms import OUTCOME, REAL, Lambda, Number, Symbol, Term, is_array, random_sort, substitute, symbols

_SORTS: Final = {1: random_sort(), 2: random_sort(0)}  # of coins, for the kernel


def complete_model(draft: Draft, layout: Layout) -> Model:
    """The model with what equations define, too; only recurrences are left out.

    Raises `Unevaluated` where what an equation defines has no value, or an irrational one that varies with a sequence.
    """
    model = model_of(draft, layout)
    given = dict(model.values)
    values = [*given.items(), *_equated(model, layout).items(), *_functions(given, layout)]
    return Model(tuple(sorted(values, key=lambda item: (item[0].name, item[0].sort.name))), model.definitions)


def known_model(draft: Draft, layout: Layout) -> Model | None:
    """The complete model in terms that others know, if there is one."""
    try:
        return kernel_model(complete_model(draft, layout))
    except Unevaluated:
        return None


def kernel_model(model: Model) -> Model | None:
    """``model`` in terms that others know: without the name of an outcome, and with random symbols for coins.

    None if something varies with coins that are not fair: of others the kernel knows nothing.
    """
    values = {symbol: value for symbol, value in model.values if symbol.sort != OUTCOME}
    coins = {coin for value in values.values() for coin in symbols(value)}
    if any(coin.sort.name != FAIR for coin in coins):
        return None
    known: dict[Symbol, Term] = {coin: Symbol(coin.name, _SORTS[coin.sort.arity]) for coin in coins}
    return Model(tuple((symbol, substitute(value, known)) for symbol, value in values.items()), model.definitions)


def _equated(model: Model, layout: Layout) -> dict[Symbol, Term]:
    here = evaluation_at(model, Exact(), layout)
    found: dict[Symbol, Term] = {}

    def find(symbol: Symbol) -> None:
        if symbol not in found:
            try:
                found[symbol] = _exact(symbol, here)
            except Inexact:
                others = symbols(layout.equated[symbol]) & set(layout.equated)
                for other in sorted(others, key=lambda one: one.name):
                    find(other)
                found[symbol] = _as_defined(symbol, layout.equated[symbol], {**dict(model.values), **found})

    for symbol in layout.equated:
        find(symbol)
    return found


def _exact(symbol: Symbol, here: Evaluation) -> Term:
    value = here.whole(symbol)
    return closed_function(value, symbol.sort.arity) if isinstance(value, Array) else Number(value)


def _as_defined(symbol: Symbol, definition: Term, known: Mapping[Symbol, Term]) -> Term:
    """What an equation says that ``symbol`` is, for a value that no rational number, or matrix of them, is."""
    value = substitute(definition, known)
    if symbols(value):
        raise Unevaluated(f"no closed term is known for {symbol.name}")
    return function_of_places(value, symbol.sort.arity) if is_array(value) else value


def _functions(given: Mapping[Symbol, Term], layout: Layout) -> Iterator[tuple[Symbol, Term]]:
    """Functions, unlike sequences, are never recurrences: their schema says what they are."""
    for symbol, schema in layout.schemas.items():
        if symbol.sort.name == "function" and not schema.guards:
            value = substitute(Lambda(REAL, schema.body, "x"), given)
            if not symbols(value):
                yield symbol, value
