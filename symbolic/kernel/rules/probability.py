"""Expectations of equal, ordered and independent quantities; linearity is in the normal form (see `average`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.normal.reading import facts_from, is_integrable
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
    le,
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
    first, second = map(_averaged, arguments)
    _expect_everywhere(premise, eq, first, second)
    return derived(premises, _relation(eq, arguments))


def expectation_order(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- forall w. X(w) <= Y(w)    facts G_1 |- f_1  ...  G_m |- f_m
    ----------------------------------------------------------------   w an outcome, or as in `pathwise`
    G, G_1, ..., G_m |- E[X] <= E[Y]

    The arguments are the two expectations.  X and Y must be integrable, by the moments that the facts tell of or by
    their growth (`growth`): the expectation of anything else is some number, which keeps no order.  The integral of
    Y - X, which is not negative, is not either.
    """
    premise, *others = premises
    first, second = map(_averaged, arguments)
    _expect_everywhere(premise, le, first, second)
    conclusion = _relation(le, arguments)
    facts = facts_from(other.conclusion for other in others)
    for one in (first, second):
        expect(is_integrable(one, facts), "a quantity that is not known to be integrable")
    return derived(premises, conclusion)


def _averaged(term: Term) -> Lambda:
    """What ``term``, an expectation, is taken of."""
    (body,) = parts(term, "expect")
    if not isinstance(body, Lambda):
        raise Rejected("an expectation binds a variable")
    return body


def _expect_everywhere(premise: Sequent, relation: Callable[[Term, Term], Term], first: Lambda, second: Lambda) -> None:
    expect(first.sort == second.sort, "expectations over different things")
    wanted = forall(Lambda(first.sort, relation(first.body, second.body), first.hint))
    expect(premise.conclusion == wanted, f"expected the premise {wanted!r}")


def _relation(relation: Callable[[Term, Term], Term], sides: Sequence[Term]) -> Term:
    conclusion = relation(*sides)
    expect(sort_of(conclusion) == FORMULA, "no relation between expectations")
    return conclusion


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
