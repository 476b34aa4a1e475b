"""What is positive at sight, and what is not said to be: entries outside of a shape are 0, empty sums too."""

import pytest

from symbolic.language.bounds import Bounds
from symbolic.language.signs import positive, unused
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    add,
    apply,
    constant_matrix,
    div,
    entry,
    forall,
    identity,
    implies,
    le,
    lt,
    matmul,
    mul,
    named_matrix,
    ne,
    neg,
    power,
    sequence_sort,
    sub,
    summation,
    transpose,
)

x, y = Symbol("x"), Symbol("y")
n, d, i, j, t = (Symbol(name, INTEGER) for name in "ndijt")
HALF, TWO = div(ONE, Number(2)), Number(2)
A, B = named_matrix(Symbol("A", sequence_sort(1, 2)), n, n), named_matrix(Symbol("B", sequence_sort(1, 2)), n, d)
SIZES = (le(ONE, n), le(ONE, i), le(i, n))
EXP, ONES = Node("exp", A), constant_matrix(n, n, ONE)


def upto(size, body):
    return summation(ONE, size, Lambda(INTEGER, body, "k"))


@pytest.mark.parametrize(
    "term",
    [
        Node("exp", x),
        Node("sigmoid", neg(x)),
        mul(Node("exp", x), y),
        div(y, Node("exp", x)),
        add(y, Node("exp", x), ONE),
        power(y, neg(HALF)),
        upto(n, Node("exp", x)),
        upto(n, Bound(0)),
        div(Node("exp", x), upto(n, Node("exp", Bound(0)))),
    ],
)
def test_positive_scalars(term):
    assert positive(term, Bounds([lt(ZERO, y), *SIZES]))


@pytest.mark.parametrize(
    "term",
    [
        x,
        neg(Node("exp", x)),
        sub(Node("exp", x), ONE),
        mul(x, x),
        Node("tanh", y),
        Node("cos", y),
        Node("log", y),
        power(x, TWO),
        add(y, x),
        mul(Node("exp", x), ZERO),
        upto(d, Node("exp", x)),  # d may be 0
        upto(n, sub(Bound(0), ONE)),  # the first term is 0
        summation(add(n, ONE), n, Lambda(INTEGER, ONE)),
    ],
)
def test_what_is_not_said_to_be_positive(term):
    assert not positive(term, Bounds([lt(ZERO, y), *SIZES]))


ARRAYS = [
    EXP,
    ONES,
    Node("sigmoid", A),
    Node("softmax_row", A),
    Node("softmax_col", A),
    transpose(EXP),
    matmul(EXP, ONES),
    add(EXP, ONES),
    Node("hadamard", EXP, ONES),
    mul(TWO, EXP),
    div(EXP, TWO),
]


@pytest.mark.parametrize("array", ARRAYS)
def test_entries_within_the_shape(array):
    assert positive(entry(array, i, i), Bounds(SIZES))
    assert positive(entry(array, n, ONE), Bounds(SIZES))


@pytest.mark.parametrize("place", [(ZERO, i), (add(n, ONE), i), (i, j), (j, i), (i, sub(i, ONE))])
@pytest.mark.parametrize("array", ARRAYS)
def test_entries_outside_the_shape_are_not_said_to_be_positive(array, place):
    assert not positive(entry(array, *place), Bounds(SIZES))


@pytest.mark.parametrize(
    "array",
    [
        A,
        identity(n),
        constant_matrix(n, n, ZERO),
        constant_matrix(n, n, Number(-1)),
        Node("neg", EXP),
        Node("sub", EXP, ONES),
        Node("diag", constant_matrix(n, ONE, ONE)),
        Node("inverse", EXP),
        Node("log", EXP),
        Node("hadamard", EXP, A),
        mul(x, EXP),
        matmul(EXP, A),
        matmul(A, EXP),
        matmul(Node("exp", B), Node("exp", transpose(B))),  # d may be 0: then all entries are
    ],
)
def test_matrices_with_entries_that_may_not_be_positive(array):
    assert not positive(entry(array, i, i), Bounds(SIZES))


def test_a_product_over_a_size_that_is_positive():
    product = matmul(Node("exp", B), Node("exp", transpose(B)))
    assert positive(entry(product, i, i), Bounds([*SIZES, le(ONE, d)]))


def test_a_symbol_that_occurs_nowhere():
    assert unused(add(i, x)) == Symbol("i'", INTEGER)
    assert unused(x) == i
    assert unused(i, Symbol("i'", INTEGER)) == Symbol("i''", INTEGER)


def ranged(body, low=ONE, high=n):
    return forall(Lambda(INTEGER, implies(le(low, Bound(0)), implies(le(Bound(0), high), body)), "i"))


@pytest.mark.parametrize(
    "condition",
    [
        ranged(ne(entry(EXP, Bound(0), Bound(0)), ZERO)),
        ranged(lt(ZERO, Bound(0))),
        ranged(lt(ZERO, entry(matmul(EXP, ONES), Bound(0), ONE))),
        implies(lt(ZERO, x), ne(mul(x, x), ZERO)),
        implies(lt(ZERO, x), lt(ZERO, add(x, y, ONE))),
        forall(Lambda(INTEGER, implies(le(TWO, Bound(0)), le(ONE, Bound(0))), "t")),
    ],
)
def test_what_plainly_holds_of_every_place(condition):
    assert Bounds([le(ONE, n), lt(ZERO, y)]).entail(condition)


@pytest.mark.parametrize(
    "condition",
    [
        ranged(ne(entry(EXP, Bound(0), Bound(0)), ZERO), low=ZERO),
        ranged(ne(entry(EXP, Bound(0), Bound(0)), ZERO), high=add(n, ONE)),
        ranged(lt(ONE, Bound(0))),
        forall(Lambda(INTEGER, le(ONE, Bound(0)), "i")),
        forall(Lambda(x.sort, lt(ZERO, Bound(0)), "x")),
        implies(le(ZERO, x), lt(ZERO, x)),
        implies(lt(ZERO, x), lt(ZERO, y)),
    ],
)
def test_what_does_not_hold_of_every_place(condition):
    assert not Bounds([le(ONE, n)]).entail(condition)


def test_the_variable_is_no_symbol_of_what_is_known():
    v = Symbol("v", sequence_sort())
    known = Bounds([le(ONE, i), le(i, TWO), lt(ZERO, apply(v, i))])
    assert not known.entail(forall(Lambda(INTEGER, le(ONE, Bound(0)), "i")))
    assert not known.entail(forall(Lambda(INTEGER, lt(ZERO, apply(v, Bound(0))), "i")))
