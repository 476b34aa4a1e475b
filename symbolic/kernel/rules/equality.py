"""Equality: everything about it but what arithmetic knows."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Derived, Rejected, derived, expect, parts
from symbolic.terms import Lambda, Term, eq, instantiate


def reflexive(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    --------
    |- t = t
    """
    () = premises
    (term,) = arguments
    return derived([], eq(term, term))


def replace(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- a = b    H |- p(a)
    -----------------------   p a formula with a hole; a and b are closed, so no binder in p captures anything
    G, H |- p(b)

    Replacing equals by equals never changes the value of a formula.  That p(b) is well-formed (a sequence at b needs
    an integer b) is checked like that of every conclusion.
    """
    equation, premise = premises
    (context,) = arguments
    if not isinstance(context, Lambda):
        raise Rejected(f"expected a formula with a hole, found {context!r}")
    old, new = parts(equation.conclusion, "eq")
    expect(instantiate(context, old) == premise.conclusion, "the formula does not arise by filling the hole")
    return derived(premises, instantiate(context, new))
