"""Sequences and functions, applied."""

from __future__ import annotations

from typing import Final

from numeric.arithmetics import Value
from numeric.semantics.meaning import Context, Environment, Meaning
from symbolic.terms import Symbol, Term


def _apply(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    function = args[0]
    if not isinstance(function, Symbol):
        raise TypeError(f"only a sequence or a function is applied, found {function!r}")
    return context.apply(function, tuple(context.value(argument, environment) for argument in args[1:]))


MEANINGS: Final[dict[str, Meaning]] = {"apply": _apply}
