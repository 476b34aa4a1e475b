"""Hypotheses that say less: what an author forgets to assume, or assumes of too few values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from symbolic.claim import Claim
from symbolic.mutate.spelling import shifted
from symbolic.terms import Lambda, Node, Number, Term, forall, implies
from symbolic.terms.text import show


def weakened(claim: Claim) -> Iterator[tuple[str, Claim]]:
    """``claim`` with one hypothesis less, or with one that says less, and what was changed.

    >>> from symbolic.terms import *
    >>> x = Symbol("x")
    >>> for description, weaker in weakened(Claim("f/d/c", "", "", (lt(ZERO, x),), (), (), ne(x, ZERO))):
    ...     print(description, weaker.domains)
    without 0 < x ()
    0 ≤ x for 0 < x ((le 0 x),)
    """
    for at, formula in enumerate(claim.domains):
        for description, weaker in _less(formula):
            yield description, replace(claim, domains=(*claim.domains[:at], *weaker, *claim.domains[at + 1 :]))
    for at, formula in enumerate(claim.assumptions):
        for description, weaker in _less(formula):
            assumptions = (*claim.assumptions[:at], *weaker, *claim.assumptions[at + 1 :])
            yield description, replace(claim, assumptions=assumptions)


def _less(formula: Term) -> Iterator[tuple[str, tuple[Term, ...]]]:
    yield f"without {show(formula)}", ()
    match formula:
        case Node(op="lt", args=args):
            weaker = Node("le", *args)
            yield f"{show(weaker)} for {show(formula)}", (weaker,)
        case Node(op="forall", args=(Lambda(body=Node(op="implies", args=(Node() as guard, body))) as schema,)):
            for narrower in _narrower(guard):
                later = forall(Lambda(schema.sort, implies(narrower, body), schema.hint))
                yield f"{show(later)} for {show(formula)}", (later,)


def _narrower(guard: Node) -> Iterator[Term]:
    """A schema that starts one later: ``1 <= t`` for ``0 <= t``."""
    match guard:
        case Node(op="le" | "lt", args=(Number() as least, variable)):
            yield Node(guard.op, shifted(least, 1), variable)
