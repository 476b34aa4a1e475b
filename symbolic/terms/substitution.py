"""Substitution: functions are applied to their arguments, variables replaced; binders capture nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from symbolic.terms.arrays import entries, entry, matrix, shape_of
from symbolic.terms.tree import REAL, Bound, Lambda, Node, Symbol, Term


def instantiate(body: Lambda, argument: Term) -> Term:
    """The body of ``body`` with ``argument`` for its variable, all other loose variables one binder closer."""

    def closer(part: Term, depth: int) -> Term | None:
        if not isinstance(part, Bound) or part.index < depth:
            return None
        return _lift(argument, depth) if part.index == depth else Bound(part.index - 1)

    return _rebuild(body.body, closer)


def abstract(term: Term, variable: Symbol, hint: str | None = None) -> Lambda:
    """``term`` as a function of the free symbol ``variable``."""
    body = _rebuild(term, lambda part, depth: Bound(depth) if part == variable else None)
    return Lambda(variable.sort, body, variable.name if hint is None else hint)


def substitute(term: Term, values: Mapping[Symbol, Term]) -> Term:
    """``term`` with ``values`` (no loose bound variables) for symbols; a `Lambda` for a function is applied."""
    return _rebuild(term, lambda part, _: values.get(part) if isinstance(part, Symbol) else None)


def replace(term: Term, old: Term, new: Term) -> Term:
    """``term`` with every occurrence of ``old`` turned into ``new``; neither has loose bound variables."""
    return _rebuild(term, lambda part, _: new if part == old else None)


def _rebuild(term: Term, change: Callable[[Term, int], Term | None], depth: int = 0) -> Term:
    changed = change(term, depth)
    if changed is not None:
        return changed
    match term:
        case Node(op=op, args=args):
            rebuilt = [_rebuild(argument, change, depth) for argument in args]
            if op == "apply" and isinstance(rebuilt[0], Lambda):
                return applied(rebuilt[0], rebuilt[1:])
            return Node(op, *rebuilt)
        case Lambda(sort=sort, body=body, hint=hint):
            return Lambda(sort, _rebuild(body, change, depth + 1), hint)
    return term


def applied(function: Lambda, args: Sequence[Term]) -> Term:
    """A function of one argument after the other; one of a number is applied to each entry of a matrix."""
    if function.sort == REAL and len(args) == 1 and (shape := shape_of(args[0])):
        inside = Lambda(REAL, _lift(function.body, 2, 1), function.hint)
        return matrix(*shape, entries(instantiate(inside, entry(_lift(args[0], 2), Bound(1), Bound(0)))))
    result: Term = function
    for argument in args:
        if not isinstance(result, Lambda):
            raise ValueError("a function is applied to more arguments than it takes")
        result = instantiate(result, argument)
    return result


def _lift(term: Term, amount: int, own: int = 0) -> Term:
    """``term``, whose first ``own`` variables are bound further in, carried under ``amount`` more binders."""
    if amount == 0:
        return term

    def further(part: Term, depth: int) -> Term | None:
        return Bound(part.index + amount) if isinstance(part, Bound) and part.index >= depth else None

    return _rebuild(term, further, own)
