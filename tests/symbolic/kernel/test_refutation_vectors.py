"""Definitions of vectors and matrices: each element once, by earlier ones, whether entry by entry or as a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from symbolic.certificate import Certificate, Model
from symbolic.kernel import Rejected, check
from symbolic.kernel.refutation import instances
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    constant_matrix,
    entries,
    eq,
    forall,
    implies,
    le,
    lt,
    matmul,
    matrix,
    mul,
    named_matrix,
    ne,
    neg,
    partial,
    random_sort,
    sequence_sort,
    sub,
)
from tests.symbolic.kernel.building import TWO, after, claim, schema, step, total, v

h, q = Symbol("h", sequence_sort(0, 2)), Symbol("q", sequence_sort(0, 2))
M, X = Symbol("M", sequence_sort(0, 3)), Symbol("X", random_sort(0))
ZEROS = constant_matrix(TWO, ONE, ZERO)


def column(family: Symbol, time: Term, size: Term = TWO) -> Term:
    return named_matrix(family, size, ONE, time)


def places(body: Callable[[Symbol], Term]) -> Term:
    place = Symbol("p~", INTEGER)
    return forall(abstract(implies(le(ONE, place), implies(le(place, TWO), body(place))), place, "i"))


def entrywise(value: Callable[[Symbol, Symbol], Term], shift: Callable[[Term], Term] = after) -> Term:
    """``h(t + 1, i) = value(t, i)`` for each i."""
    return schema(lambda s: places(lambda p: eq(apply(h, shift(s), p), value(s, p))))


def whole(value: Callable[[Symbol], Term], left: Callable[[Symbol], Term] = lambda s: column(h, after(s))) -> Term:
    return schema(lambda s: eq(left(s), value(s)))


def constant(value: Term, size: Term = TWO) -> Term:
    return matrix(size, ONE, Lambda(INTEGER, Lambda(INTEGER, value)))


START = eq(column(h, ZERO), ZEROS)
OTHERS = whole(lambda s: column(h, s))

ACCEPTED: dict[str, tuple[Term, ...]] = {
    "a start as a whole": (START,),
    "a start entry by entry": (places(lambda p: eq(apply(h, ZERO, p), p)), entrywise(lambda s, p: apply(h, s, p))),
    "a recurrence as a whole": (START, whole(lambda s: neg(column(h, s)))),
    "a recurrence entry by entry": (START, entrywise(lambda s, p: add(apply(h, s, p), apply(h, s, ONE), p))),
    "by a sum over the last column": (
        entrywise(lambda s, p: total(ONE, TWO, lambda j: mul(add(p, j), apply(h, s, j)))),
    ),
    "of matrices": (whole(lambda s: named_matrix(M, TWO, TWO, s), lambda s: named_matrix(M, TWO, TWO, after(s))),),
    "by an inverse": (
        whole(lambda s: Node("inverse", named_matrix(M, TWO, TWO, s)), lambda s: named_matrix(M, TWO, TWO, after(s))),
    ),
    "by another sequence of columns": (OTHERS, whole(lambda s: column(h, s), lambda s: column(q, s))),
    "of no rows": (eq(column(h, ZERO, ZERO), constant_matrix(ZERO, ONE, ONE)),),
}

REFUSED: dict[str, tuple[Term, ...]] = {
    "one element that has the value of every place": (schema(lambda s: places(lambda p: eq(apply(v, s), p))),),
    "an entry that has many values": (
        schema(lambda s: places(lambda p: places(lambda o: eq(apply(h, after(s), p), o)))),
    ),
    "a column that has many values": (
        schema(lambda s: places(lambda p: eq(column(h, after(s)), constant(p)))),
    ),
    "a column of many sizes and values": (
        schema(lambda s: places(lambda p: eq(column(h, after(s), p), constant(p, p)))),
    ),
    "an element with the value at any outcome": (
        schema(lambda s: forall(Lambda(OUTCOME, eq(apply(v, after(s)), apply(X, ZERO, Bound(0)))))),
        schema(lambda s: forall(Lambda(OUTCOME, eq(apply(X, s, Bound(0)), ONE)))),
    ),
    "places before the time": (places(lambda p: schema(lambda s: eq(apply(h, after(s), p), ZERO))),),
    "one place": (schema(lambda s: eq(apply(h, after(s), ONE), ZERO)),),
    "one place at the start": (eq(apply(h, ZERO, ONE), ZERO),),
    "a place that moves with the time": (schema(lambda s: eq(apply(h, after(s), s), ZERO)),),
    "the diagonal of a matrix": (schema(lambda s: places(lambda p: eq(apply(M, after(s), p, p), p))),),
    "places in the wrong order": (
        schema(lambda s: places(lambda p: places(lambda o: eq(apply(M, after(s), o, p), p)))),
    ),
    "a start given twice": (START, eq(column(h, ZERO), constant_matrix(TWO, ONE, ONE))),
    "starts of different sizes": (START, eq(column(h, ZERO, Number(3)), constant_matrix(Number(3), ONE, ONE))),
    "as a whole and entry by entry": (OTHERS, entrywise(lambda s, p: ZERO)),
    "a start that the recurrence defines": (OTHERS, eq(column(h, ONE), ZEROS)),
    "by another entry of the same time": (entrywise(lambda s, p: add(apply(h, after(s), sub(p, ONE)), ONE)),),
    "as a whole by itself": (whole(lambda s: add(column(h, after(s)), constant_matrix(TWO, ONE, ONE))),),
    "by a later column": (whole(lambda s: column(h, add(s, TWO))),),
    "by a column at a place": (entrywise(lambda s, p: apply(h, p, ONE)),),
    "by columns in a sum": (entrywise(lambda s, p: total(ONE, TWO, lambda j: apply(h, j, p))),),
    "in a circle at the same time": (
        whole(lambda s: column(q, after(s))),
        whole(lambda s: neg(column(h, s)), lambda s: column(q, s)),
    ),
    "by a derivative along itself": (
        entrywise(lambda s, p: partial(Lambda(h.sort, apply(Bound(0), ZERO, ONE)), h, s, p)),
    ),
    "a column whose entries are one element": (
        whole(lambda s: ZEROS, lambda s: matrix(TWO, ONE, entries(apply(v, after(s))))),
    ),
    "a row whose entries are one element": (
        whole(
            lambda s: matrix(ONE, TWO, entries(Bound(0))),
            lambda s: matrix(ONE, TWO, entries(apply(h, after(s), Bound(1)))),
        ),
    ),
    "a matrix by its transposed": (
        whole(lambda s: constant_matrix(TWO, TWO, ONE), lambda s: Node("transpose", named_matrix(M, TWO, TWO, s))),
    ),
    "entries at places that repeat": (
        whole(
            lambda s: matrix(TWO, TWO, entries(Bound(0))),
            lambda s: matrix(TWO, TWO, entries(apply(M, after(s), Bound(1), Bound(1)))),
        ),
    ),
    "entries at places that are shifted": (
        whole(lambda s: ZEROS, lambda s: matrix(TWO, ONE, entries(apply(h, after(s), add(Bound(1), ONE))))),
    ),
    "entries of different times": (
        whole(lambda s: ZEROS, lambda s: matrix(TWO, ONE, entries(apply(h, add(s, Bound(1)), Bound(1))))),
    ),
    "the place as the time": (
        eq(matrix(TWO, TWO, entries(apply(h, Bound(1), Bound(0)))), constant_matrix(TWO, TWO, ONE)),
    ),
    "a product that is defined": (whole(lambda s: ZEROS, lambda s: matmul(named_matrix(M, TWO, TWO, s), ZEROS)),),
    "the inverse of what is used": (
        whole(
            lambda s: Node("inverse", named_matrix(M, TWO, TWO, after(s))),
            lambda s: named_matrix(M, TWO, TWO, after(s)),
        ),
    ),
    "without a start": (forall(Lambda(INTEGER, eq(column(h, after(Bound(2))), ZEROS))),),
    "with a size that has no value": (
        eq(column(h, ZERO, Symbol("n", INTEGER)), constant_matrix(Symbol("n", INTEGER), ONE, ZERO)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ACCEPTED)
def test_definitions_of_arrays_with_a_model(name: str) -> None:
    instances(claim(eq(ONE, ZERO)), Model((), ACCEPTED[name]))


@pytest.mark.parametrize("name", REFUSED)
def test_definitions_of_arrays_that_may_have_no_model(name: str) -> None:
    with pytest.raises(Rejected):
        instances(claim(eq(ONE, ZERO)), Model((), REFUSED[name]))


def test_an_element_of_many_values_does_not_refute_that_zero_is_zero() -> None:
    values = forall(Lambda(INTEGER, eq(apply(v, ZERO), Bound(0))))
    many = schema(lambda s: forall(Lambda(INTEGER, eq(apply(v, s), Bound(0)))))
    begun, none, one = le(ZERO, ZERO), eq(apply(v, ZERO), ZERO), eq(apply(v, ZERO), ONE)
    steps = (
        step("assume", (), (many,), many, many),
        step("instance", (0,), (ZERO,), many, implies(begun, values)),
        step("order", (), (begun,), begun),
        step("detach", (1, 2), (), many, values),
        step("instance", (3,), (ZERO,), many, none),
        step("instance", (3,), (ONE,), many, one),
        step("order", (4, 5), (lt(ZERO, ZERO),), many, lt(ZERO, ZERO)),
        step("absurdity", (2, 6), (ne(ZERO, ZERO),), many, ne(ZERO, ZERO)),
    )
    with pytest.raises(Rejected, match="no definition of elements"):
        check(Certificate(claim(eq(ZERO, ZERO)), steps, model=Model((), (many,)), closing=(7,)))
