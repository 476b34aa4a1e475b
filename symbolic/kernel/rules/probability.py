"""Expectations of equal quantities, and of independent ones; linearity is in the normal form (see `average`)."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Derived, Rejected, derived, expect, parts
from symbolic.terms import (
    FORMULA,
    ONE,
    OUTCOME,
    Bound,
    Lambda,
    Number,
    Symbol,
    Term,
    eq,
    forall,
    mul,
    ne,
    power,
    sort_of,
)
from symbolic.terms import apply as element
from symbolic.terms import expect as expectation


def pathwise(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- forall w. X(w) = Y(w)
    --------------------------   w an outcome, or a vector or a matrix of normal entries
    G |- E[X] = E[Y]

    The arguments are the two expectations.
    """
    (premise,) = premises
    left, right = arguments
    (first,), (second,) = parts(left, "expect"), parts(right, "expect")
    if not isinstance(first, Lambda) or not isinstance(second, Lambda):
        raise Rejected("an expectation binds a variable")
    expect(first.sort == second.sort, "expectations over different things")
    conclusion = eq(left, right)
    expect(sort_of(conclusion) == FORMULA, "no equation between expectations")
    wanted = forall(Lambda(first.sort, eq(first.body, second.body), first.hint))
    expect(premise.conclusion == wanted, f"expected the premise {wanted!r}")
    return derived(premises, conclusion)


def independence(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- independent(g)    H |- i != j
    ------------------------------------------------
    G, H |- E[g(i)^a g(j)^b] = E[g(i)^a] E[g(j)^b]

    The arguments are i, j and the positive integers a, b (at most 9).  G says that the elements of g are mutually
    independent.  For random variables X, Y that are independent, so are X^a and Y^b, and the product rule holds
    whenever both are integrable; that is asked for by ``moments(g, max(a, b))`` as a third premise.
    """
    independent, different, moments = premises
    first, second, one, other = arguments
    (random,) = parts(independent.conclusion, "independent")
    expect(different.conclusion == ne(first, second), f"expected {ne(first, second)!r}")
    known, order = parts(moments.conclusion, "moments")
    powers = [_exponent(one), _exponent(other)]
    fits = known == random and isinstance(order, Number) and order.value >= max(powers)
    expect(fits, "the moments that are known do not make both factors integrable")
    if not isinstance(random, Symbol) or random.sort.arity != 2:
        raise Rejected("independent elements are those of a random sequence")
    factors = [_factor(random, index, exponent) for index, exponent in ((first, one), (second, other))]
    product = expectation(Lambda(OUTCOME, mul(*factors), "w"))
    return derived(premises, eq(product, mul(*(expectation(Lambda(OUTCOME, factor, "w")) for factor in factors))))


def _factor(random: Symbol, index: Term, exponent: Term) -> Term:
    """An index without loose bound variables stands unchanged under the binder of the outcome."""
    variable = element(random, index, Bound(0))
    return variable if exponent == ONE else power(variable, exponent)


def _exponent(term: Term) -> int:
    if not isinstance(term, Number) or term.value not in range(1, 10):
        raise Rejected(f"expected an exponent from 1 to 9, found {term!r}")
    return int(term.value)
