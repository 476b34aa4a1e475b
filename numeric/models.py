"""Models for the kernel: what equations define has a value of its own there, and only recurrences are run forward."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from numeric.arithmetics import Exact
from numeric.arrays import Array
from numeric.drafts import Draft, model_of
from numeric.errors import Inexact, Unevaluated
from numeric.evaluate import Evaluation, evaluation_at
from numeric.layout import Layout
from numeric.places import closed_function, function_of_places
from symbolic.certificate import Model
from symbolic.terms import OUTCOME, REAL, Lambda, Number, Symbol, Term, is_array, substitute, symbols


def complete_model(draft: Draft, layout: Layout) -> Model:
    """The model with what equations define, too; only recurrences are left out.

    Raises `Unevaluated` where what an equation defines has no value, or an irrational one that varies with a sequence.
    """
    model = model_of(draft, layout)
    given = dict(model.values)
    values = [*given.items(), *_equated(model, layout).items(), *_functions(given, layout)]
    return Model(tuple(sorted(values, key=lambda item: (item[0].name, item[0].sort.name))), model.definitions)


def kernel_model(model: Model) -> Model | None:
    """``model`` in terms that others know: without the name of an outcome; None if something varies with coins."""
    values = tuple((symbol, value) for symbol, value in model.values if symbol.sort != OUTCOME)
    return None if any(symbols(value) for _, value in values) else Model(values, model.definitions)


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
