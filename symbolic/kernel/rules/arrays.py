"""Matrices: equal if their entries are, and inverses.  All else about them is the arithmetic of their entries."""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Derived, Rejected, derived, expect, parts
from symbolic.kernel.rules.sums import ranged
from symbolic.terms import (
    FORMULA,
    INTEGER,
    ONE,
    Bound,
    Lambda,
    Node,
    Term,
    entry,
    eq,
    identity,
    is_array,
    matmul,
    shape_of,
    sort_of,
)


def entrywise(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- forall i. 1 <= i => (i <= n => forall j. 1 <= j => (j <= m => A[i, j] = B[i, j]))
    --------------------------------------------------------------------------------------   A, B of n rows, m columns
    G |- A = B

    The argument is the conclusion.  A matrix denotes its shape and the entries within it; that both are well-formed
    and of one shape is checked like that of every conclusion.
    """
    (premise,) = premises
    (equation,) = arguments
    expect(premise.conclusion == every_entry(equation), f"expected the premise {every_entry(equation)!r}")
    return derived(premises, equation)


def inverse(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- A B = I                  G |- A B = I
    ----------------   and also   -----------------   A, B of n rows and columns
    G |- A^-1 = B                 G |- A invertible

    The argument is the conclusion.  A right inverse of a square matrix of finite size is its inverse.
    """
    (premise,) = premises
    (conclusion,) = arguments
    product, unit = parts(premise.conclusion, "eq")
    left, right = parts(product, "matmul")
    expect(unit == _unit(left) == _unit(right), f"expected a product of square matrices that is I, found {product!r}")
    wanted = (eq(Node("inverse", left), right), Node("invertible", left))
    expect(conclusion in wanted, f"{conclusion!r} does not say that {right!r} is the inverse, nor that there is one")
    return derived(premises, conclusion)


def cancel(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- A invertible       G |- A invertible
    -----------------  and  -----------------
    G |- A A^-1 = I         G |- A^-1 A = I

    The argument is the conclusion.
    """
    (premise,) = premises
    (conclusion,) = arguments
    (array,) = parts(premise.conclusion, "invertible")
    inverted = Node("inverse", array)
    products = (matmul(array, inverted), matmul(inverted, array))
    expect(conclusion in [eq(product, _unit(array)) for product in products], f"no product with {inverted!r} that is I")
    return derived(premises, conclusion)


def every_entry(equation: Term) -> Term:
    """What an equation of two matrices says of their entries."""
    left, right = parts(equation, "eq")
    shape = shape_of(left)
    if sort_of(equation) != FORMULA or not is_array(left) or shape is None:
        raise Rejected(f"no equation of matrices: {equation!r}")
    # Both sides stand closed below the two binders.
    each = eq(*(entry(side, Bound(1), Bound(0)) for side in (left, right)))
    inner = ranged(ONE, shape[1], Lambda(INTEGER, each, "j"))
    return ranged(ONE, shape[0], Lambda(INTEGER, inner, "i"))


def _unit(array: Term) -> Term:
    shape = shape_of(array)
    if shape is None:
        raise Rejected(f"a matrix of unknown shape: {array!r}")
    return identity(shape[0])
