"""Operator norms, largest eigenvalues and greatest values: each is a bound, and the least one.

The norm of a matrix A is the least c >= 0 such that |Ax| <= c |x| for all x; `eigenmax` of a square matrix S with at
least one row is the greatest value of <x, Sx> on the unit sphere, which for symmetric S is its largest eigenvalue.
"""

from __future__ import annotations

from collections.abc import Sequence

from symbolic.certificate import Sequent
from symbolic.kernel.rule import Derived, Rejected, derived, expect, parts
from symbolic.kernel.rules.sums import ranged
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    eigenmax,
    instantiate,
    le,
    matmul,
    mul,
    named_matrix,
    norm,
    power,
    sequence_sort,
    shape_of,
    sort_of,
    symbols,
)


def norm_bound(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    ----------------------------------   A of n rows and m columns, x of m rows and one column
    |- <Ax, Ax> <= ||A||^2 <x, x>

    The arguments are A and x.
    """
    () = premises
    array, vector = arguments
    expect(_is_column(vector), f"no vector: {vector!r}")
    image = matmul(array, vector)
    return derived([], le(_square(image), mul(power(norm(array), Number(2)), _square(vector))))


def norm_least(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- <Ax, Ax> <= b^2 <x, x>    H |- 0 <= b
    ------------------------------------------   x a vector that occurs in neither G, A nor b
    G, H |- ||A|| <= b

    The arguments are A, b and x.
    """
    bounded, sign = premises
    array, bound, variable = arguments
    vector = _generic(variable, array, bound, bounded)
    wanted = le(_square(matmul(array, vector)), mul(power(bound, Number(2)), _square(vector)))
    expect(bounded.conclusion == wanted, f"expected the premise {wanted!r}")
    expect(sign.conclusion == le(ZERO, bound), f"expected {le(ZERO, bound)!r}")
    return derived(premises, le(norm(array), bound))


def eigenvalue_bound(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    --------------------------------   S of n rows and columns, x of n rows and one column
    |- <x, Sx> <= eigenmax(S) <x, x>

    The arguments are S and x.  For n < 1 both sides are 0.
    """
    () = premises
    array, vector = arguments
    expect(_is_column(vector), f"no vector: {vector!r}")
    return derived([], le(_form(array, vector), mul(eigenmax(array), _square(vector))))


def eigenvalue_least(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- <x, Sx> <= b <x, x>    H |- 1 <= n
    ---------------------------------------   x a vector that occurs in neither G, S nor b; S of n rows and columns
    G, H |- eigenmax(S) <= b

    The arguments are S, b and x.
    """
    bounded, inhabited = premises
    array, bound, variable = arguments
    vector = _generic(variable, array, bound, bounded)
    wanted = le(_form(array, vector), mul(bound, _square(vector)))
    expect(bounded.conclusion == wanted, f"expected the premise {wanted!r}")
    shape = shape_of(array)
    expect(shape is not None and inhabited.conclusion == le(ONE, shape[0]), "expected that there is a row")
    return derived(premises, le(eigenmax(array), bound))


def maximum_bound(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- a <= k    H |- k <= b
    ----------------------------------
    G, H |- f(k) <= max_{i=a}^{b} f(i)

    The arguments are the greatest value and k.
    """
    below, above = premises
    whole, place = arguments
    lower, upper, body = parts(whole, "max")
    expect(isinstance(body, Lambda) and sort_of(place) == INTEGER, f"no index: {place!r}")
    expect(below.conclusion == le(lower, place), f"expected {le(lower, place)!r}")
    expect(above.conclusion == le(place, upper), f"expected {le(place, upper)!r}")
    return derived(premises, le(instantiate(body, place) if isinstance(body, Lambda) else body, whole))


def maximum_least(premises: Sequence[Sequent], arguments: Sequence[Term]) -> Derived:
    """
    G |- forall i. a <= i => (i <= b => f(i) <= c)    H |- a <= b
    -------------------------------------------------------------   a, b and c without i
    G, H |- max_{i=a}^{b} f(i) <= c

    The arguments are the greatest value and c.
    """
    bounded, nonempty = premises
    whole, bound = arguments
    lower, upper, body = parts(whole, "max")
    if not isinstance(body, Lambda):
        raise Rejected(f"an index is bound, found {body!r}")
    sort_of(bound)  # no loose bound variable, which the index would capture
    wanted = ranged(lower, upper, Lambda(INTEGER, le(body.body, bound), body.hint))
    expect(bounded.conclusion == wanted, f"expected the premise {wanted!r}")
    expect(nonempty.conclusion == le(lower, upper), f"expected {le(lower, upper)!r}")
    return derived(premises, le(whole, bound))


def _is_column(vector: Term) -> bool:
    shape = shape_of(vector)
    return shape is not None and shape[1] == ONE


def _square(vector: Term) -> Term:
    return Node("dot", vector, vector)


def _form(array: Term, vector: Term) -> Term:
    return Node("dot", vector, matmul(array, vector))


def _generic(variable: Term, array: Term, bound: Term, premise: Sequent) -> Term:
    """The vector named ``variable``, about which nothing is assumed, as long as ``array`` has columns."""
    if not isinstance(variable, Symbol) or variable.sort != sequence_sort(1, 1):
        raise Rejected(f"expected the name of a vector, found {variable!r}")
    for term in (array, bound, *premise.hypotheses):
        expect(variable not in symbols(term), f"{variable.name} is free in {term!r}")
    shape = shape_of(array)
    if shape is None:
        raise Rejected(f"a matrix of unknown shape: {array!r}")
    return named_matrix(variable, shape[1], ONE)
