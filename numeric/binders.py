"""Opening binders: the body below one, and quantified formulas as guards and a relation between closed terms."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from symbolic.terms import Bound, Lambda, Node, Symbol, Term, abstract, children, instantiate


def body_of(term: Term) -> Term:
    """What a binder binds its variable in; raises `TypeError` for anything else."""
    if not isinstance(term, Lambda):
        raise TypeError(f"expected a Lambda that binds a variable, found {term!r}")
    return term.body


class Opened(NamedTuple):
    """A formula with its leading quantifiers removed: ``variables`` are fresh, of names that no author uses."""

    variables: tuple[Symbol, ...]
    guards: tuple[Term, ...]
    relation: Term


def opened(formula: Term) -> Opened:
    """Strip quantifiers and premises, in whatever order they stand.

    >>> from symbolic.terms import *
    >>> found = opened(forall(Lambda(INTEGER, implies(le(ZERO, Bound(0)), eq(Bound(0), ONE)))))
    >>> found.relation == eq(found.variables[0], ONE)
    True
    """
    variables: list[Symbol] = []
    guards: list[Term] = []
    while isinstance(formula, Node) and formula.op in ("forall", "implies"):
        match formula.args:
            case (Lambda() as body,):
                variables.append(Symbol(f"~{len(variables)}", body.sort))
                formula = instantiate(body, variables[-1])
            case (guard, conclusion):
                guards.append(guard)
                formula = conclusion
    return Opened(tuple(variables), tuple(guards), formula)


def closed_over(term: Term, *variables: Symbol) -> Term:
    """``term`` with ``variables`` bound, the first of them as ``Bound(0)``; the binders themselves are left out."""
    result = term
    for variable in variables:
        result = abstract(result, variable)
    for _ in variables:
        result = body_of(result)
    return result


@lru_cache(maxsize=4096)
def loose(term: Term) -> frozenset[int]:
    """The bound variables of ``term`` that are bound outside it, by their index there."""
    if isinstance(term, Bound):
        return frozenset((term.index,))
    below = frozenset[int]().union(*map(loose, children(term)))
    return frozenset(index - 1 for index in below if index) if isinstance(term, Lambda) else below
