"""Claims about matrices of any size: numbers agree with what is true, and refute the rest at the smallest sizes."""

import pytest

from numeric.arithmetics import Exact
from numeric.crosscheck import crosscheck
from numeric.evaluate import evaluate
from numeric.layout import arrange
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    constant_matrix,
    delta,
    div,
    entry,
    eq,
    forall,
    function_sort,
    identity,
    implies,
    le,
    lt,
    matmul,
    mul,
    named_matrix,
    partial,
    power,
    product,
    sequence_sort,
    sub,
    summation,
    transpose,
)

n, m, d, t, i, j, k = (Symbol(name, INTEGER) for name in "nmdtijk")
beta, sigma = Symbol("beta"), Symbol("sigma", function_sort())
w, p = Symbol("W", sequence_sort(1, 2)), Symbol("P", sequence_sort(1, 2))
x, y = Symbol("x", sequence_sort(1)), Symbol("y", sequence_sort(1, 2))
h, g, s = Symbol("h", sequence_sort(0, 2)), Symbol("g", sequence_sort(0, 2)), Symbol("S", sequence_sort(0, 3))


def a_matrix(name: str, rows: Term = n, columns: Term = n) -> Term:
    return named_matrix(Symbol(name, sequence_sort(1, 2)), rows, columns)


def claim(goal: Term, *assumptions: Term, sizes: tuple[Symbol, ...] = (n,)) -> Claim:
    domains = tuple(le(ONE, size) for size in sizes)
    return Claim("tests/numeric/arrays", "", "", domains, assumptions, (), goal)


def inside(*places: tuple[Symbol, Symbol]) -> list[Term]:
    return [bound for place, size in places for bound in (le(ONE, place), le(place, size))]


def every(relation: Term, *places: tuple[Symbol, Symbol]) -> Term:
    """``relation`` for all places within their sizes."""
    for place, size in reversed(places):
        relation = forall(abstract(implies(le(ONE, place), implies(le(place, size), relation)), place))
    return relation


def total(body: Term, variable: Symbol = k, size: Term = n) -> Term:
    return summation(ONE, size, abstract(body, variable))


def inverse(array: Term) -> Term:
    return Node("inverse", array)


A, B, P, X, G = (a_matrix(name) for name in "ABPXG")
Q, K, V = (a_matrix(name, n, d) for name in "QKV")
WIDE, TALL = a_matrix("A", n, m), a_matrix("B", m, n)
DIAGONAL = Node("diag", named_matrix(Symbol("a", sequence_sort(1)), n, ONE))
ONES = constant_matrix(n, ONE, ONE)
REGULAR = Node("invertible", A), Node("invertible", B)


def sums_to_one(array: Term) -> Term:
    return eq(matmul(array, ONES), ONES)


def attention(rows_or_columns: str) -> Term:
    return matmul(Node(f"softmax_{rows_or_columns}", Q), transpose(Node("softmax_col", K)))


# -- row-stochastic matrices --------------------------------------------------------------------------

STOCHASTIC = every(eq(total(apply(p, i, j), j), ONE), (i, n)), every(lt(ZERO, apply(p, i, j)), (i, n), (j, n))

# -- a network, told by what comes before and by what comes after the activation ------------------------

AFTER = add(t, ONE)


def always(relation: Term) -> Term:
    return forall(abstract(implies(le(ZERO, t), relation), t))


def vector(sequence: Symbol, time: Term, rows: Term = n) -> Term:
    return named_matrix(sequence, rows, ONE, time)


def square(time: Term) -> Term:
    return named_matrix(s, n, n, time)


def active(array: Term) -> Term:
    return apply(sigma, array)


W, U, b = a_matrix("W"), a_matrix("U", n, d), named_matrix(Symbol("b", sequence_sort(1)), n, ONE)
DRIVEN = add(matmul(U, vector(y, AFTER, d)), b)
HIDDEN = always(eq(vector(h, AFTER), add(matmul(W, active(vector(h, t))), DRIVEN)))
SHOWN = always(eq(vector(g, AFTER), active(add(matmul(W, vector(g, t)), DRIVEN))))
START = eq(vector(g, ZERO), active(vector(h, ZERO)))
NETWORKS = eq(vector(g, t), active(vector(h, t)))
LINEAR = always(every(eq(apply(h, AFTER, i), total(mul(apply(w, i, k), apply(h, t, k)))), (i, n)))

# -- derivatives --------------------------------------------------------------------------------------


def by_weight(of: Term) -> Term:
    """The derivative of the sum of the entries of G * (W X) by W(i, j) is that entry ``of``."""
    loss = abstract(Node("dot", G, matmul(W, X)), w)
    return eq(partial(loss, w, i, j), entry(of, i, j))


def by_input(of: Term) -> Term:
    """The derivative of softmax(x)_i by x_k is ``of``."""
    return eq(partial(abstract(probability(i), x), x, k), of)


def probability(place: Term) -> Term:
    return entry(Node("softmax_col", named_matrix(x, n, ONE)), place)


# -- the claims ---------------------------------------------------------------------------------------

PRODUCT = every(eq(apply(Symbol("C", sequence_sort(1, 2)), i, j), entry(matmul(A, V), i, j)), (i, n), (j, d))
C = a_matrix("C", n, d)

TRUE = {
    "associative": claim(eq(matmul(matmul(Q, transpose(K)), V), matmul(Q, matmul(transpose(K), V))), sizes=(n, d)),
    "trace": claim(eq(Node("trace", matmul(WIDE, TALL)), Node("trace", matmul(TALL, WIDE))), sizes=(n, m)),
    "transposed": claim(eq(transpose(matmul(A, B)), matmul(transpose(B), transpose(A)))),
    "inner product": claim(eq(Node("trace", matmul(transpose(A), B)), Node("dot", A, B))),
    "inverse": claim(eq(matmul(A, inverse(A)), identity(n)), REGULAR[0]),
    "inverse of a product": claim(eq(inverse(matmul(A, B)), matmul(inverse(B), inverse(A))), *REGULAR),
    "inverse from the other side": claim(eq(matmul(B, A), identity(n)), eq(matmul(A, B), identity(n))),
    "square of a symmetric matrix": claim(eq(transpose(matmul(A, A)), matmul(A, A)), eq(A, transpose(A))),
    "attention": claim(sums_to_one(attention("row")), sizes=(n, d)),
    "stochastic": claim(sums_to_one(matmul(P, P)), *STOCHASTIC),
    "networks": claim(NETWORKS, HIDDEN, SHOWN, START, le(ZERO, t), sizes=(n, d)),
    "recurrence by entries": claim(eq(vector(h, AFTER), matmul(W, vector(h, t))), LINEAR, le(ZERO, t)),
    "recurrence of matrices": claim(
        eq(square(t), mul(power(beta, t), identity(n))),
        eq(square(ZERO), identity(n)),
        always(eq(square(AFTER), mul(beta, square(t)))),
        le(ZERO, t),
    ),
    "defined as a whole": claim(
        eq(transpose(C), matmul(transpose(V), transpose(A))), eq(C, matmul(A, V)), sizes=(n, d)
    ),
    "defined by entries": claim(eq(C, matmul(A, V)), PRODUCT, sizes=(n, d)),
    "gradient": claim(by_weight(matmul(G, transpose(X))), *inside((i, n), (j, n))),
    "gradient of a softmax": claim(
        by_input(mul(probability(i), sub(delta(i, k), probability(k)))), *inside((i, n), (k, n))
    ),
    "logarithm": claim(eq(Node("log", Node("exp", A)), A)),
    "product": claim(
        eq(
            product(ONE, n, abstract(mul(beta, apply(x, i)), i)),
            mul(power(beta, n), product(ONE, n, abstract(apply(x, i), i))),
        )
    ),
}
FALSE = {
    "commutative": claim(eq(matmul(A, B), matmul(B, A))),
    "transposed": claim(eq(transpose(matmul(A, B)), matmul(transpose(A), transpose(B)))),
    "diagonal": claim(eq(matmul(DIAGONAL, A), matmul(A, DIAGONAL))),
    "entrywise": claim(eq(Node("hadamard", A, B), matmul(A, B))),
    "inverse of a product": claim(eq(inverse(matmul(A, B)), matmul(inverse(A), inverse(B))), *REGULAR),
    "product of symmetric matrices": claim(
        eq(transpose(matmul(A, B)), matmul(A, B)), eq(A, transpose(A)), eq(B, transpose(B))
    ),
    "attention": claim(sums_to_one(attention("col")), sizes=(n, d)),
    "stochastic columns": claim(sums_to_one(transpose(P)), *STOCHASTIC),
    "likely": claim(le(apply(p, ONE, ONE), div(ONE, Number(2))), *STOCHASTIC, le(Number(2), n)),
    "networks": claim(NETWORKS, HIDDEN, SHOWN, le(ZERO, t), sizes=(n, d)),
    "recurrence by entries": claim(eq(vector(h, AFTER), matmul(transpose(W), vector(h, t))), LINEAR, le(ZERO, t)),
    "recurrence of matrices": claim(
        eq(square(t), transpose(square(t))), always(eq(square(AFTER), matmul(A, square(t)))), le(ZERO, t)
    ),
    "defined as a whole": claim(eq(C, V), eq(C, matmul(A, V)), sizes=(n, d)),
    "defined by entries": claim(eq(C, V), PRODUCT, sizes=(n, d)),
    "gradient": claim(by_weight(matmul(transpose(X), G)), *inside((i, n), (j, n))),
    "gradient of a softmax": claim(by_input(mul(probability(i), sub(ONE, probability(k)))), *inside((i, n), (k, n))),
    "additive": claim(eq(active(add(A, B)), add(active(A), active(B)))),
}
SIMPLEST = {
    "commutative": "n = 2, A = [[1, 0], [0, 0]], B = [[0, 1], [0, 0]]",
    "transposed": "n = 2, A = [[1, 0], [0, 0]], B = [[0, 1], [0, 0]]",
    "diagonal": "n = 2, A = [[0, 1], [0, 0]], a = (1, 2)",
    "product of symmetric matrices": "n = 2, A = [[1, 0], [0, 0]], B = [[0, 1], [1, 0]]",
    "attention": "d = 1, n = 2, K = (0, 0), Q = (0, 0)",
    "likely": "n = 2, P = [[3/4, 1/4], [1/2, 1/2]]",
    "networks": "d = 1, n = 1, t = 0, U = (0), W = (0), b = (0), sigma(x) = 1, g(0) = (0), h(0) = (0)",
    "recurrence by entries": "n = 2, t = 0, W = [[0, 1], [0, 0]], h(0) = (1, 1), h(1) = (1, 0)",
    "defined as a whole": "d = 1, n = 1, A = (0), C = (0), V = (1)",
    "gradient": "i = 1, j = 2, n = 2, G = [[1, 0], [0, 0]], W = [[0, 0], [0, 0]], X = [[0, 0], [1, 0]]",
}


@pytest.mark.parametrize("name", TRUE)
def test_true_claims_agree_at_many_points(name: str) -> None:
    evidence = crosscheck(TRUE[name])
    assert evidence.agrees is True, evidence.display
    assert evidence.points >= 20


@pytest.mark.parametrize("name", FALSE)
def test_false_claims_have_an_exact_counterexample(name: str) -> None:
    model = crosscheck(FALSE[name]).counterexample
    assert model is not None
    layout = arrange(FALSE[name])
    assert all(evaluate(test, model, Exact(), layout) for test in layout.tests)
    assert evaluate(FALSE[name].goal, model, Exact(), layout) is False


@pytest.mark.parametrize("name", SIMPLEST)
def test_counterexamples_are_those_a_person_would_give(name: str) -> None:
    rows = crosscheck(FALSE[name]).display
    assert ", ".join(f"{what} = {value}" for what, value in rows[:-2]) == SIMPLEST[name]


@pytest.mark.parametrize("seed", range(3))
def test_the_seed_does_not_change_the_counterexample(seed: int) -> None:
    assert crosscheck(FALSE["commutative"], seed + 1).display == crosscheck(FALSE["commutative"]).display


def test_functions_that_nobody_knows_may_bend() -> None:
    a, b, c, e, f = (apply(sigma, Number(place)) for place in range(5))
    fourth = add(a, mul(Number(-4), b), mul(Number(6), c), mul(Number(-4), e), f)
    assert crosscheck(claim(eq(fourth, ZERO), sizes=())).agrees is False
    assert crosscheck(claim(eq(fourth, ZERO), eq(fourth, ZERO), sizes=())).agrees is True
