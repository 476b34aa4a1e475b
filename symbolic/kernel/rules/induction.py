"""Induction over the integers from a start on."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Derived, Rejected, derived, expect, unused
from symbolic.terms import INTEGER, ONE, Lambda, Symbol, Term, abstract, add, forall, implies, instantiate, le, sort_of


def induction(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- p(a)    H |- forall t. a <= t => (p(t) => p(t + 1))
    --------------------------------------------------------   a an integer term without t
    G, H |- forall t. a <= t => p(t)

    The arguments are a and p.  That t is free in neither G nor H is what the quantifier in the second premise says.
    """
    base, step = premises
    start, body = arguments
    if not isinstance(body, Lambda) or body.sort != INTEGER:
        raise Rejected("induction is over a formula with an integer hole")
    expect(sort_of(start) == INTEGER, f"the start is no integer: {start!r}")
    expect(base.conclusion == instantiate(body, start), f"the base is not {instantiate(body, start)!r}")
    time = unused("t", start, body)
    wanted = _from(start, time, implies(instantiate(body, time), instantiate(body, add(time, ONE))), body.hint)
    expect(step.conclusion == wanted, f"the step is not {wanted!r}")
    return derived(premises, _from(start, time, instantiate(body, time), body.hint))


def _from(start: Term, time: Symbol, formula: Term, hint: str) -> Term:
    return forall(abstract(implies(le(start, time), formula), time, hint))
