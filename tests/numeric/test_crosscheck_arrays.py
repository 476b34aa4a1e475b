"""Claims about matrices of any size: numbers agree with what is true, and refute the rest at the smallest sizes."""

import pytest

from numeric.crosscheck import crosscheck
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    constant_matrix,
    entries,
    entry,
    eq,
    forall,
    function_sort,
    identity,
    implies,
    le,
    matmul,
    matrix,
    named_matrix,
    partial,
    sequence_sort,
    transpose,
)

n, m, d, t, i, j = (Symbol(name, INTEGER) for name in ("n", "m", "d", "t", "i", "j"))
MATRIX_ENTRIES, VECTOR_ENTRIES = sequence_sort(1, 2), sequence_sort(1, 1)
sigma = Symbol("sigma", function_sort())


def a_matrix(name: str, rows: Term, columns: Term) -> Term:
    return named_matrix(Symbol(name, MATRIX_ENTRIES), rows, columns)


def a_vector(name: str, rows: Term) -> Term:
    return named_matrix(Symbol(name, VECTOR_ENTRIES), rows, ONE)


def claim(goal: Term, *assumptions: Term, sizes: tuple[Symbol, ...] = (n,)) -> Claim:
    domains = tuple(le(ONE, size) for size in sizes)
    return Claim("tests/numeric/arrays", "", "", domains, assumptions, (), goal)


A, B = a_matrix("A", n, n), a_matrix("B", n, n)
Q, K, V = (a_matrix(name, n, d) for name in "QKV")
WIDE, TALL = a_matrix("A", n, m), a_matrix("B", m, n)
DIAGONAL = Node("diag", a_vector("a", n))
ONES = constant_matrix(n, ONE, ONE)


def rows_of(attention: Term) -> Term:
    return eq(matmul(attention, ONES), ONES)


def softmax(rows_or_columns: str) -> Term:
    return matmul(Node(f"softmax_{rows_or_columns}", Q), transpose(Node("softmax_col", K)))


h, g, x = (Symbol(name, sequence_sort(start, 2)) for name, start in (("h", 0), ("g", 0), ("x", 1)))
W, U, b = a_matrix("W", n, n), a_matrix("U", n, d), a_vector("b", n)


def always(relation: Term) -> Term:
    return forall(abstract(implies(le(ZERO, t), relation), t))


def vector(sequence: Symbol, time: Term, rows: Term = n) -> Term:
    return named_matrix(sequence, rows, ONE, time)


def activated(array: Term) -> Term:
    return apply(sigma, array)


AFTER = add(t, ONE)
DRIVEN = add(matmul(U, vector(x, AFTER, d)), b)
HIDDEN = always(eq(vector(h, AFTER), add(matmul(W, activated(vector(h, t))), DRIVEN)))
SHOWN = always(eq(vector(g, AFTER), activated(add(matmul(W, vector(g, t)), DRIVEN))))
START = eq(vector(g, ZERO), activated(vector(h, ZERO)))
NETWORKS = eq(vector(g, t), activated(vector(h, t)))

X, G, w = a_matrix("X", d, m), a_matrix("G", n, m), Symbol("W", MATRIX_ENTRIES)


def gradient(of: Term) -> Claim:
    """The derivative of the sum of the entries of G * (W X) by W is ``of``."""
    weights = matrix(n, d, entries(apply(Bound(2), Bound(1), Bound(0))))
    loss = Node("dot", G, matmul(weights, X))
    inside = le(ONE, i), le(i, n), le(ONE, j), le(j, d)
    return claim(eq(partial(Lambda(MATRIX_ENTRIES, loss), w, i, j), entry(of, i, j)), *inside, sizes=(n, d, m))


TRUE = {
    "associative": claim(eq(matmul(matmul(Q, transpose(K)), V), matmul(Q, matmul(transpose(K), V))), sizes=(n, d)),
    "trace": claim(eq(Node("trace", matmul(WIDE, TALL)), Node("trace", matmul(TALL, WIDE))), sizes=(n, m)),
    "transposed": claim(eq(transpose(matmul(A, B)), matmul(transpose(B), transpose(A)))),
    "inverse": claim(eq(matmul(A, Node("inverse", A)), identity(n)), Node("invertible", A)),
    "softmax": claim(rows_of(softmax("row")), sizes=(n, d)),
    "networks": claim(NETWORKS, HIDDEN, SHOWN, START, le(ZERO, t), sizes=(n, d)),
    "gradient": gradient(matmul(G, transpose(X))),
}
FALSE = {
    "commutative": claim(eq(matmul(A, B), matmul(B, A))),
    "transposed": claim(eq(transpose(matmul(A, B)), matmul(transpose(A), transpose(B)))),
    "diagonal": claim(eq(matmul(DIAGONAL, A), matmul(A, DIAGONAL))),
    "softmax": claim(rows_of(softmax("col")), sizes=(n, d)),
    "networks": claim(NETWORKS, HIDDEN, SHOWN, le(ZERO, t), sizes=(n, d)),
    "symmetric": claim(eq(A, transpose(A))),
}


@pytest.mark.parametrize("name", TRUE)
def test_true_claims_agree_at_many_points(name: str) -> None:
    evidence = crosscheck(TRUE[name])
    assert evidence.agrees is True, evidence.display
    assert evidence.points >= 20


@pytest.mark.parametrize("name", FALSE)
def test_false_claims_have_an_exact_counterexample(name: str) -> None:
    evidence = crosscheck(FALSE[name])
    assert evidence.counterexample is not None
