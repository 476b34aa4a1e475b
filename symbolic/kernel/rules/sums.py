"""Sums and products whose bodies are equal, sums of differences; what else is true of sums, the normal form knows."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Derived, Rejected, derived, expect, parts, unused
from symbolic.terms import (
    FORMULA,
    INTEGER,
    ONE,
    Bound,
    Lambda,
    Node,
    Term,
    abstract,
    add,
    eq,
    forall,
    implies,
    instantiate,
    le,
    sort_of,
    sub,
    summation,
    symbols,
)


def ranged(lower: Term, upper: Term, body: Lambda) -> Term:
    """``forall i. lower <= i => (i <= upper => body(i))`` for closed bounds."""
    guarded = implies(le(lower, Bound(0)), implies(le(Bound(0), upper), body.body))
    return forall(Lambda(INTEGER, guarded, body.hint))


def extensionality(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- forall i. a <= i => (i <= b => f(i) = g(i))
    ------------------------------------------------   a and b without i
    G |- sum_{i=a}^{b} f(i) = sum_{i=a}^{b} g(i)

    The arguments are the two sums, or two products; an empty range makes both 0, or 1.
    """
    (premise,) = premises
    left, right = arguments
    kind = "prod" if isinstance(left, Node) and left.op == "prod" else "sum"
    lower, upper, first = parts(left, kind)
    other_lower, other_upper, second = parts(right, kind)
    expect((other_lower, other_upper) == (lower, upper), "the sums have different ranges")
    if not isinstance(first, Lambda) or not isinstance(second, Lambda):
        raise Rejected("a sum binds an index")
    conclusion = eq(left, right)
    expect(sort_of(conclusion) == FORMULA, "no equation between sums")
    wanted = ranged(lower, upper, Lambda(INTEGER, eq(first.body, second.body), first.hint))
    expect(premise.conclusion == wanted, f"expected the premise {wanted!r}")
    return derived(premises, conclusion)


def exchange(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    ------------------------------------------------------------------------------------   a, b, c, d without i and j
    |- sum_{i=a}^{b} sum_{j=c}^{d} f(i, j) = sum_{j=c}^{d} sum_{i=a}^{b} f(i, j)

    The argument is the double sum.  Both range over the same finite set of pairs.
    """
    () = premises
    (total,) = arguments
    lower, upper, body = parts(total, "sum")
    outer, inner = unused("i", total), unused("j", total)
    if not isinstance(body, Lambda):
        raise Rejected("a sum binds an index")
    other_lower, other_upper, body = parts(instantiate(body, outer), "sum")
    expect(outer not in symbols(other_lower) | symbols(other_upper), "the inner range depends on the outer index")
    if not isinstance(body, Lambda):
        raise Rejected("a sum binds an index")
    inside = summation(lower, upper, abstract(instantiate(body, inner), outer))
    conclusion = eq(total, summation(other_lower, other_upper, abstract(inside, inner)))
    expect(sort_of(conclusion) == FORMULA, "no equation between sums")
    return derived(premises, conclusion)


def telescope(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- forall i. a <= i => (i <= b => f(i) = F(i + 1) - F(i))    H |- a <= b + 1
    ------------------------------------------------------------------------------   a and b without i
    G, H |- sum_{i=a}^{b} f(i) = F(b + 1) - F(a)

    The arguments are the sum and F.  For b = a - 1 both sides are 0; below that the right side need not be.
    """
    differences, nonempty = premises
    total, primitive = arguments
    lower, upper, body = parts(total, "sum")
    if not isinstance(body, Lambda) or not isinstance(primitive, Lambda):
        raise Rejected("a sum and a primitive bind an index")
    conclusion = eq(total, sub(instantiate(primitive, add(upper, ONE)), instantiate(primitive, lower)))
    expect(sort_of(conclusion) == FORMULA, "no equation")
    index = unused("i", total, primitive)
    step = sub(instantiate(primitive, add(index, ONE)), instantiate(primitive, index))
    wanted = ranged(lower, upper, abstract(eq(instantiate(body, index), step), index))
    expect(differences.conclusion == wanted, f"expected the premise {wanted!r}")
    expect(nonempty.conclusion == le(lower, add(upper, ONE)), "expected that the range is not below empty")
    return derived(premises, conclusion)
