"""Hypotheses, implication, quantifiers, cases.  Capital letters stand for sets of hypotheses."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Derived, Rejected, contrary, derived, expect, parts, unused
from symbolic.terms import (
    FORMULA,
    INTEGER,
    OUTCOME,
    REAL,
    Lambda,
    Symbol,
    Term,
    abstract,
    either,
    forall,
    implies,
    instantiate,
    sort_of,
    substitute,
    symbols,
)

_SCALARS = (REAL, INTEGER, OUTCOME)


def assume(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    ----------
    {p} |- p
    """
    () = premises
    (formula,) = arguments
    return Derived(Sequent(frozenset([formula]), formula))


def discharge(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- q
    -----------------
    G \\ {p} |- p => q
    """
    (premise,) = premises
    (formula,) = arguments
    return Derived(Sequent(premise.hypotheses - {formula}, implies(formula, premise.conclusion)))


def detach(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- p => q    H |- p
    ---------------------
    G, H |- q
    """
    implication, premise = premises
    () = arguments
    condition, conclusion = parts(implication.conclusion, "implies")
    expect(condition == premise.conclusion, f"{premise.conclusion!r} is not the condition {condition!r}")
    return derived(premises, conclusion)


def generalise(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- p(x)
    ------------------   x a symbol for a real, an integer, an outcome or a vector that is free in no formula of G
    G |- forall x. p(x)
    """
    (premise,) = premises
    (variable,) = arguments
    if not isinstance(variable, Symbol) or not (variable.sort in _SCALARS or variable.sort.name == "sequence"):
        raise Rejected(f"only symbols for numbers, outcomes and vectors are generalised, found {variable!r}")
    for hypothesis in premise.hypotheses:
        expect(variable not in symbols(hypothesis), f"{variable.name} is free in the hypothesis {hypothesis!r}")
    return derived(premises, forall(abstract(premise.conclusion, variable)))


def instance(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- forall x. p(x)
    -------------------   t of the sort of x; what else x must satisfy stands as a condition in p
    G |- p(t)

    A vector is given by its name, or as the function of an index that its elements are.
    """
    (premise,) = premises
    (term,) = arguments
    (body,) = parts(premise.conclusion, "forall")
    if not isinstance(body, Lambda):
        raise Rejected(f"no binder: {body!r}")
    if isinstance(term, Lambda):
        return derived(premises, _with_elements(body, term))
    found = sort_of(term)
    expect(found == body.sort or (found == INTEGER and body.sort == REAL), f"{term!r} is not {body.sort.name}")
    return derived(premises, instantiate(body, term))


def _with_elements(body: Lambda, elements: Lambda) -> Term:
    """``body`` for the vector, or the sequence, whose elements are ``elements``, a function of each index in turn."""
    inner: Term = elements
    for _ in range(body.sort.arity):
        expect(isinstance(inner, Lambda) and inner.sort == INTEGER, f"no {body.sort.name}: {elements!r}")
        inner = inner.body if isinstance(inner, Lambda) else inner
    found = sort_of(inner, (INTEGER,) * body.sort.arity)
    expect(body.sort.name == "sequence" and found in (REAL, INTEGER), f"no {body.sort.name}: {elements!r}")
    name = Symbol(unused("v", body, elements).name, body.sort)
    return substitute(instantiate(body, name), {name: elements})


def left(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- p
    -----------
    G |- p or q
    """
    (premise,) = premises
    (other,) = arguments
    return derived(premises, either(premise.conclusion, other))


def right(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- q
    -----------
    G |- p or q
    """
    (premise,) = premises
    (other,) = arguments
    return derived(premises, either(other, premise.conclusion))


def cases(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- p or q    H |- r    K |- r
    -------------------------------
    G, H \\ {p}, K \\ {q} |- r
    """
    alternative, first, second = premises
    () = arguments
    one, other = parts(alternative.conclusion, "or")
    expect(first.conclusion == second.conclusion, "the cases conclude different things")
    hypotheses = alternative.hypotheses | (first.hypotheses - {one}) | (second.hypotheses - {other})
    return Derived(Sequent(hypotheses, first.conclusion))


def dichotomy(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    ----------------   p a relation (a = b or a != b, a <= b or b < a), or one about a limit
    |- p or not p
    """
    () = premises
    (relation,) = arguments
    return derived([], either(relation, contrary(relation)))


def absurdity(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- p    H |- not p
    --------------------   p a relation, or one about a limit
    G, H |- q
    """
    one, other = premises
    (conclusion,) = arguments
    expect(contrary(one.conclusion) == other.conclusion, "the premises do not contradict each other")
    expect(sort_of(conclusion) == FORMULA, f"no formula: {conclusion!r}")
    return derived(premises, conclusion)
