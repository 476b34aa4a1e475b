"""Finite products: the empty one, and the last factor."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Derived, Rejected, derived, expect, parts
from symbolic.terms import FORMULA, ONE, Lambda, Term, eq, instantiate, le, lt, mul, product, sort_of, sub


def empty_product(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- b < a
    --------------------------
    G |- prod_{i=a}^{b} f(i) = 1

    The argument is the product.
    """
    (premise,) = premises
    (whole,) = arguments
    lower, upper, _ = parts(whole, "prod")
    conclusion = eq(whole, ONE)
    expect(sort_of(conclusion) == FORMULA, f"no product: {whole!r}")
    expect(premise.conclusion == lt(upper, lower), "expected that the range is empty")
    return derived(premises, conclusion)


def last_factor(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- a <= b
    --------------------------------------------------------
    G |- prod_{i=a}^{b} f(i) = (prod_{i=a}^{b - 1} f(i)) f(b)

    The argument is the product; a and b are integers.
    """
    (premise,) = premises
    (whole,) = arguments
    lower, upper, body = parts(whole, "prod")
    if not isinstance(body, Lambda):
        raise Rejected("a product binds an index")
    conclusion = eq(whole, mul(product(lower, sub(upper, ONE), body), instantiate(body, upper)))
    expect(sort_of(conclusion) == FORMULA, f"no product: {whole!r}")
    expect(premise.conclusion == le(lower, upper), "expected that the range is not empty")
    return derived(premises, conclusion)
