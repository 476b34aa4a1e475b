"""Elementary functions, of numbers or of each entry of a matrix; sequences, functions and the like, applied."""

from __future__ import annotations

from functools import partial
from typing import Final

from numeric.arithmetics import Value
from numeric.arrays import entrywise
from numeric.semantics.meaning import Context, Environment, Meaning
from symbolic.terms import Bound, Symbol, Term


def _apply(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    head, *rest = args
    arguments = [context.value(argument, environment) for argument in rest]
    if isinstance(head, Symbol):
        return entrywise(partial(context.apply, head), *arguments)
    if isinstance(head, Bound):
        return environment[head.index](*arguments)
    raise TypeError(f"only a symbol or a bound vector is applied, found {head!r}")


def _elementary(name: str) -> Meaning:
    def meaning(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
        return entrywise(partial(context.arithmetic.elementary, name), context.value(args[0], environment))

    return meaning


MEANINGS: Final[dict[str, Meaning]] = {
    "apply": _apply,
    **{name: _elementary(name) for name in ("exp", "log", "tanh", "sigmoid", "sin", "cos")},
}
