"""Derivatives by a real variable or by an entry of a vector or a matrix, by dual numbers: exact where values are."""

from __future__ import annotations

from typing import Final

from numeric.arithmetics import Duals, Value
from numeric.binders import body_of
from numeric.errors import Unrealised
from numeric.schemas import Schema
from numeric.semantics.meaning import Context, Environment, Meaning
from symbolic.terms import Node, Number, Symbol, Term, subterms

_SMOOTH: Final = frozenset({"add", "mul", "sub", "neg", "exp", "tanh", "sigmoid", "sin", "cos", "sum", "delta"})


def _diff(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    body, at = body_of(args[0]), context.value(args[1], environment)
    duals = Duals(context.arithmetic)
    return duals.slope(context.over(duals).value(body, (duals.variable(at), *environment)))


def _partial(context: Context, args: tuple[Term, ...], environment: Environment) -> Value:
    body, vector = body_of(args[0]), context.value(args[1], environment)
    index = tuple(context.value(place, environment) for place in args[2:])
    duals = Duals(context.arithmetic)
    # Taken at once, because a derivative by an entry that does not exist is undefined even where nothing uses it.
    entry = duals.variable(vector(*index))
    moved = (lambda *place: entry if place == index else vector(*place), *environment)
    return duals.slope(context.over(duals).value(body, moved))


def _differentiable(context: Context, args: tuple[Term, ...], environment: Environment) -> bool:
    """True of what realises free symbols; a defined function must be smooth by its very form."""
    symbol = args[0]
    schema = context.definition(symbol) if isinstance(symbol, Symbol) else None
    if schema is not None and not _is_smooth(schema):
        raise Unrealised(f"nothing shows that {symbol!r} is differentiable everywhere")
    return True


def _is_smooth(schema: Schema) -> bool:
    nodes = [part for part in subterms(schema.body) if isinstance(part, Node)]
    return not schema.guards and all(node.op in _SMOOTH or _is_natural_power(node) for node in nodes)


def _is_natural_power(node: Node) -> bool:
    exponent = node.args[-1]
    return node.op == "pow" and isinstance(exponent, Number) and exponent.value.denominator == 1 and exponent.value >= 0


MEANINGS: Final[dict[str, Meaning]] = {"diff": _diff, "partial": _partial, "differentiable": _differentiable}
