"""Equations as they stand in a textbook, most of them true only within a shape or for nonempty ones; some never are."""

from __future__ import annotations

from collections.abc import Callable

from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Term,
    add,
    apply,
    constant_matrix,
    delta,
    div,
    entry,
    identity,
    instantiate,
    matmul,
    matrix,
    mul,
    sub,
    summation,
    transpose,
)
from tests.symbolic.kernel.generation import Pick
from tests.symbolic.kernel.generation_arrays import SIZES, array, f, i, j, m, n, place, scalar, x

Pair = tuple[Term, Term]


def pair(pick: Pick) -> Pair:
    """Both sides of an equation at random matrices, with a random edit now and then."""
    left, right = pick(LAWS)(pick)
    return (left, mul(x, right)) if pick(range(10)) == 0 else (left, right)


def total(size: Term, body: Term) -> Term:
    """``body``, in which ``Bound(0)`` is the index, summed from 1 to ``size``."""
    return summation(ONE, size, Lambda(INTEGER, body))


def of_product(pick: Pick) -> Pair:
    rows, middle, columns = pick(SIZES), pick(SIZES), pick(SIZES)
    first, second = array(pick, rows, middle, 1), array(pick, middle, columns, 1)
    row, column = place(pick, 0, rows), place(pick, 0, columns)
    whole = matmul(first, second)
    turned = transpose(matmul(transpose(second), transpose(first)))
    summed = total(middle, mul(entry(first, row, Bound(0)), entry(second, Bound(0), column)))
    return entry(whole, row, column), pick((summed, entry(turned, row, column)))


def of_trace(pick: Pick) -> Pair:
    rows, columns = pick(SIZES), pick(SIZES)
    first, second = array(pick, rows, columns, 1), array(pick, columns, rows, 1)
    inner = Node("dot", first, transpose(second))
    return Node("trace", matmul(first, second)), pick((Node("trace", matmul(second, first)), inner))


def of_entry(pick: Pick) -> Pair:
    """Within the shape only."""
    rows, columns = pick(SIZES), pick(SIZES)
    row, column = place(pick, 0, rows), place(pick, 0, columns)
    body = Lambda(INTEGER, Lambda(INTEGER, scalar(pick, 1, 2)))
    inside = instantiate(body, row)
    assert isinstance(inside, Lambda)
    return entry(matrix(rows, columns, body), row, column), instantiate(inside, column)


def of_function(pick: Pick) -> Pair:
    """Within the shape only: f(0) need not be 0."""
    rows, columns = pick(SIZES), pick(SIZES)
    whole, row, column = array(pick, rows, columns, 1), place(pick, 0, rows), place(pick, 0, columns)
    inside = entry(whole, row, column)
    applied: tuple[Pair, ...] = (
        (apply(f, whole), apply(f, inside)),
        (Node("exp", whole), Node("exp", inside)),
        (Node("sigmoid", whole), Node("sigmoid", inside)),
        (add(whole, constant_matrix(rows, columns, ONE)), add(inside, ONE)),
        (div(whole, x), div(inside, x)),
    )
    left, right = pick(applied)
    return entry(left, row, column), right


def of_softmax(pick: Pick) -> Pair:
    """Of a row that has an entry only."""
    rows, columns = pick(SIZES), pick(SIZES)
    whole, row = array(pick, rows, columns, 1), place(pick, 0, rows)
    soft = Node("softmax_row", whole)
    powers = total(columns, Node("exp", entry(whole, row, Bound(0))))
    share = div(Node("exp", entry(whole, row, j)), powers)
    shifted = Node("softmax_row", add(whole, constant_matrix(rows, columns, x)))
    pairs: tuple[Pair, ...] = (
        (total(columns, entry(soft, row, Bound(0))), ONE),
        (entry(soft, row, j), share),
        (entry(soft, row, j), entry(shifted, row, j)),
        (div(powers, powers), ONE),
        (entry(transpose(Node("softmax_col", transpose(whole))), row, j), entry(soft, row, j)),
    )
    return pick(pairs)


def of_identity(pick: Pick) -> Pair:
    size, columns = pick(SIZES), pick(SIZES)
    whole = array(pick, size, columns, 1)
    pairs: tuple[Pair, ...] = (
        (Node("trace", identity(size)), size),
        (entry(identity(size), i, j), delta(i, j)),
        (entry(matmul(identity(size), whole), i, j), entry(whole, i, j)),
        (total(size, mul(delta(Bound(0), i), entry(whole, Bound(0), j))), entry(whole, i, j)),
        (total(n, mul(delta(Bound(0), i), entry(whole, Bound(0), j))), entry(whole, i, j)),
        (
            Node("dot", whole, constant_matrix(size, columns, ONE)),
            total(size, total(columns, entry(whole, Bound(1), Bound(0)))),
        ),
        (Node("trace", constant_matrix(size, size, x)), mul(size, x)),
    )
    return pick(pairs)


def of_diagonal(pick: Pick) -> Pair:
    size, columns = pick(SIZES), pick(SIZES)
    column, whole = array(pick, size, ONE, 1), array(pick, size, columns, 1)
    scaled = mul(entry(column, i), entry(whole, i, j))
    pairs: tuple[Pair, ...] = (
        (entry(matmul(Node("diag", column), whole), i, j), scaled),
        (entry(Node("diag", column), i, i), entry(column, i)),
        (Node("trace", Node("diag", column)), total(size, entry(column, Bound(0)))),
        (entry(Node("hadamard", whole, whole), i, j), mul(entry(whole, i, j), entry(whole, i, j))),
    )
    return pick(pairs)


def of_places(pick: Pick) -> Pair:
    """Hardly ever true."""
    rows, columns = pick(SIZES), pick(SIZES)
    whole = array(pick, rows, columns, 2)
    pairs: tuple[Pair, ...] = (
        (entry(whole, i, j), entry(whole, j, i)),
        (entry(whole, i, j), entry(transpose(whole), i, j)),
        (entry(whole, i, j), ZERO),
        (entry(whole, i, j), entry(whole, add(i, ONE), j)),
        (total(rows, entry(whole, Bound(0), j)), total(m, entry(whole, Bound(0), j))),
        (
            total(rows, entry(whole, Bound(0), j)),
            add(entry(whole, rows, j), total(sub(rows, ONE), entry(whole, Bound(0), j))),
        ),
        (total(n, entry(whole, i, j)), mul(n, entry(whole, i, j))),
    )
    return pick(pairs)


LAWS: tuple[Callable[[Pick], Pair], ...] = (
    of_product, of_trace, of_entry, of_function, of_softmax, of_identity, of_diagonal, of_places,
)  # fmt: skip
