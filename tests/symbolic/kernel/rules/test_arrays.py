"""Equality entry by entry and inverses, with each side condition left out in turn."""

from __future__ import annotations

import pytest

from symbolic.certificate import Certificate, Sequent
from symbolic.kernel import check
from symbolic.kernel.rule import Rejected
from symbolic.kernel.rules.arrays import every_entry
from symbolic.kernel.rules.sums import ranged
from symbolic.terms import (
    INTEGER,
    MATRIX,
    ONE,
    ZERO,
    Bound,
    IllFormed,
    Lambda,
    Node,
    Symbol,
    Term,
    add,
    apply,
    constant_matrix,
    delta,
    entries,
    entry,
    eq,
    forall,
    identity,
    implies,
    instantiate,
    le,
    matmul,
    matrix,
    mul,
    named_matrix,
    ne,
    sequence_sort,
    sub,
    transpose,
)
from tests.symbolic.kernel.brute import holds
from tests.symbolic.kernel.building import TWO, claim, conclude, given, i, j, m, n, step, x, y

W, V, b = (Symbol(name, sequence_sort(1, arity)) for name, arity in (("W", 2), ("V", 2), ("b", 1)))
A, B, C = named_matrix(W, n, m), named_matrix(V, n, m), named_matrix(V, m, n)
P, Q = named_matrix(W, n, n), named_matrix(V, n, n)
EQUAL = eq(A, B)


def everywhere(body: Term, rows: Term = n, columns: Term = m, low: tuple[Term, Term] = (ONE, ONE)) -> Term:
    """``body``, of the row ``Bound(1)`` and the column ``Bound(0)``, for all places from ``low`` to the sizes."""
    return ranged(low[0], rows, Lambda(INTEGER, ranged(low[1], columns, Lambda(INTEGER, body))))


ENTRIES = eq(entry(A, Bound(1), Bound(0)), entry(B, Bound(1), Bound(0)))


def test_matrices_are_equal_if_their_entries_are() -> None:
    assert conclude("entrywise", given(everywhere(ENTRIES)), EQUAL) == Sequent(frozenset([everywhere(ENTRIES)]), EQUAL)


@pytest.mark.parametrize(
    "premise",
    [
        everywhere(ENTRIES, rows=m, columns=n),
        everywhere(ENTRIES, rows=sub(n, ONE)),
        everywhere(ENTRIES, columns=sub(m, ONE)),
        everywhere(ENTRIES, low=(TWO, ONE)),
        everywhere(ENTRIES, low=(ONE, TWO)),
        everywhere(ENTRIES, low=(ZERO, ONE)),
        everywhere(eq(entry(A, Bound(0), Bound(1)), entry(B, Bound(0), Bound(1)))),
        everywhere(eq(entry(A, Bound(1), Bound(0)), entry(B, Bound(0), Bound(1)))),
        everywhere(eq(entry(A, Bound(1), Bound(1)), entry(B, Bound(1), Bound(1)))),
        everywhere(le(entry(A, Bound(1), Bound(0)), entry(B, Bound(1), Bound(0)))),
        everywhere(eq(apply(W, Bound(1), Bound(0)), apply(V, Bound(1), Bound(0)))),
        eq(entry(A, i, j), entry(B, i, j)),
        eq(entry(A, ONE, ONE), entry(B, ONE, ONE)),
        eq(Node("trace", matmul(A, C)), Node("trace", matmul(B, C))),
        EQUAL,
    ],
    ids=repr,
)
def test_all_entries_must_be_equal(premise: Term) -> None:
    with pytest.raises(Rejected, match="expected the premise"):
        conclude("entrywise", given(premise), EQUAL)


@pytest.mark.parametrize("conclusion", [eq(x, y), ne(A, B), eq(Node("trace", P), x), le(x, y), A])
def test_only_equations_of_matrices_are_shown_entry_by_entry(conclusion: Term) -> None:
    with pytest.raises(Rejected, match=r"expected 'eq'|no equation of matrices"):
        conclude("entrywise", given(everywhere(ENTRIES)), conclusion)


@pytest.mark.parametrize("other", [C, P, named_matrix(V, n, ONE), x, named_matrix(V, add(n, ZERO), m)])
def test_matrices_of_different_shapes_are_not_equal(other: Term) -> None:
    with pytest.raises(IllFormed):
        conclude("entrywise", given(everywhere(ENTRIES)), eq(A, other))


def test_what_stands_in_a_matrix_is_not_captured_by_its_places() -> None:
    """A free i is no row, though the row is called i."""
    left, right = constant_matrix(n, m, i), matrix(n, m, entries(Bound(1)))
    premise = every_entry(eq(left, right))
    assert premise == everywhere(eq(entry(left, Bound(1), Bound(0)), entry(right, Bound(1), Bound(0))))
    assert holds(eq(left, right), {n: 1, m: 3, i: 1})
    assert not holds(eq(left, right), {n: 2, m: 3, i: 1})


def test_a_matrix_without_entries_equals_any_other_of_its_shape() -> None:
    zeros, ones = (constant_matrix(ZERO, TWO, value) for value in (ZERO, ONE))
    assert holds(eq(zeros, ones), {})
    assert not holds(eq(constant_matrix(ONE, TWO, ZERO), constant_matrix(ONE, TWO, ONE)), {})


# -- inverses -----------------------------------------------------------------------------------------

INVERTED = Node("inverse", P)
UNIT = eq(matmul(P, Q), identity(n))


@pytest.mark.parametrize("conclusion", [eq(INVERTED, Q), Node("invertible", P)])
def test_a_right_inverse_is_the_inverse(conclusion: Term) -> None:
    assert conclude("inverse", given(UNIT), conclusion).conclusion == conclusion


@pytest.mark.parametrize(
    "premise",
    [
        eq(matmul(A, C), identity(n)),
        eq(matmul(C, A), identity(m)),
        eq(matmul(P, Q), constant_matrix(n, n, ONE)),
        eq(matmul(P, Q), P),
        eq(matmul(P, Q), matrix(n, n, entries(delta(Bound(0), Bound(1))))),
        eq(matmul(P, Q), matrix(n, n, entries(delta(Bound(1), Bound(1))))),
        eq(matmul(P, Q), mul(TWO, identity(n))),
    ],
    ids=repr,
)
def test_a_square_product_must_be_the_identity(premise: Term) -> None:
    """Of A with n rows, m columns and C with m rows, n columns, A C = I does not make A invertible."""
    array = premise.args[0].args[0]
    with pytest.raises(Rejected, match="square matrices that is I"):
        conclude("inverse", given(premise), Node("invertible", array))


@pytest.mark.parametrize("premise", [ne(*UNIT.args), eq(Node("hadamard", P, Q), identity(n)), eq(identity(n), P)])
def test_the_premise_is_about_a_matrix_product(premise: Term) -> None:
    with pytest.raises(Rejected, match="expected"):
        conclude("inverse", given(premise), eq(INVERTED, Q))


@pytest.mark.parametrize(
    "conclusion",
    [eq(INVERTED, P), eq(Node("inverse", Q), Q), eq(INVERTED, transpose(Q)), ne(INVERTED, Q), eq(Q, INVERTED)],
    ids=repr,
)
def test_the_inverse_is_the_right_factor(conclusion: Term) -> None:
    with pytest.raises(Rejected, match="does not say that"):
        conclude("inverse", given(UNIT), conclusion)


@pytest.mark.parametrize("product", [matmul(P, INVERTED), matmul(INVERTED, P)])
def test_an_invertible_matrix_cancels(product: Term) -> None:
    goal = eq(product, identity(n))
    assert conclude("cancel", given(Node("invertible", P)), goal).conclusion == goal


@pytest.mark.parametrize(
    "goal",
    [
        eq(matmul(P, INVERTED), P),
        eq(matmul(P, INVERTED), constant_matrix(n, n, ONE)),
        eq(matmul(Q, Node("inverse", Q)), identity(n)),
        eq(matmul(P, Node("inverse", Q)), identity(n)),
        eq(matmul(P, Q), identity(n)),
        eq(Node("hadamard", P, INVERTED), identity(n)),
        ne(matmul(P, INVERTED), identity(n)),
    ],
    ids=repr,
)
def test_nothing_else_cancels(goal: Term) -> None:
    with pytest.raises(Rejected, match="no product"):
        conclude("cancel", given(Node("invertible", P)), goal)


@pytest.mark.parametrize("premise", [eq(P, P), eq(INVERTED, Q), UNIT, ne(P, Q)])
def test_a_matrix_that_may_be_singular_does_not_cancel(premise: Term) -> None:
    with pytest.raises(Rejected, match="expected 'invertible'"):
        conclude("cancel", given(premise), eq(matmul(P, INVERTED), identity(n)))


# -- what the other rules make of matrices ------------------------------------------------------------


@pytest.mark.parametrize("goal", [EQUAL, eq(A, A), ne(A, B), eq(matmul(A, C), matmul(A, C)), eq(Node("exp", A), A)])
def test_arithmetic_is_of_scalars(goal: Term) -> None:
    with pytest.raises((IllFormed, Rejected)):
        conclude("linear" if goal.op == "eq" else "order", given(EQUAL), goal)


@pytest.mark.parametrize("coefficient", [ONE, ZERO, A])
def test_an_equation_of_matrices_is_not_added(coefficient: Term) -> None:
    with pytest.raises((IllFormed, Rejected)):
        conclude("linear", given(EQUAL), eq(ZERO, ZERO), coefficient)


@pytest.mark.parametrize("formula", [EQUAL, ne(A, B), Node("invertible", P)])
def test_formulas_about_matrices_are_no_facts_about_scalars(formula: Term) -> None:
    with pytest.raises(Rejected, match="does not follow"):
        conclude("order", given(formula), ne(entry(A, ONE, ONE), entry(B, ONE, ONE)))
    with pytest.raises(Rejected, match="does not vanish"):
        conclude("linear", given(formula), eq(entry(A, ONE, ONE), entry(B, ONE, ONE)))


def test_matrices_are_not_ordered() -> None:
    with pytest.raises(Rejected, match="takes scalars"):
        check(Certificate(claim(le(A, B)), (step("assume", (), (le(A, B),), le(A, B), le(A, B)),)))


def test_classical_logic_knows_matrices() -> None:
    either = conclude("dichotomy", [], EQUAL).conclusion
    assert either == Node("or", EQUAL, ne(A, B))
    assert conclude("absurdity", given(EQUAL, ne(A, B)), eq(ZERO, ONE)).conclusion == eq(ZERO, ONE)
    with pytest.raises(Rejected, match="do not contradict"):
        conclude("absurdity", given(EQUAL, ne(B, A)), eq(ZERO, ONE))
    with pytest.raises(Rejected, match="expected a relation"):
        conclude("dichotomy", [], Node("invertible", P))


# -- holes ---------------------------------------------------------------------------------------------


def replaced(equation: Term, premise: Term, context: Term, goal: Term) -> None:
    """Replay a replacement as a proof from both formulas."""
    steps = (
        step("assume", (), (equation,), equation, equation),
        step("assume", (), (premise,), premise, premise),
        step("replace", (0, 1), (context,), *sorted({equation, premise}, key=repr), goal),
    )
    check(Certificate(claim(goal, [equation, premise]), steps))


HOLE = Lambda(MATRIX, eq(Node("trace", matmul(Bound(0), C)), ZERO))


def test_a_matrix_is_replaced_by_an_equal_one() -> None:
    replaced(EQUAL, eq(Node("trace", matmul(A, C)), ZERO), HOLE, eq(Node("trace", matmul(B, C)), ZERO))


@pytest.mark.parametrize(
    ("equation", "context"),
    [
        (eq(m, n), Lambda(INTEGER, eq(Node("trace", matmul(named_matrix(W, n, Bound(0)), C)), ZERO))),
        (eq(m, n), Lambda(INTEGER, eq(Node("trace", matmul(A, named_matrix(V, Bound(0), n))), ZERO))),
        (eq(A, B), Lambda(MATRIX, eq(Bound(0), ZERO))),
        (eq(A, B), Lambda(MATRIX, eq(Node("trace", Bound(0)), ZERO))),
        (eq(A, B), Lambda(MATRIX, le(Bound(0), Bound(0)))),
        (eq(m, x), Lambda(INTEGER, eq(entry(A, ONE, Bound(0)), ZERO))),
    ],
    ids=repr,
)
def test_a_hole_does_not_make_shapes_fit(equation: Term, context: Term) -> None:
    """What is well-formed with a hole, of which no shape is known, need not be so once it is filled."""
    old, new = equation.args
    with pytest.raises(Rejected):
        replaced(equation, instantiate(context, old), context, instantiate(context, new))


def test_quantified_sizes_keep_shapes() -> None:
    size = Lambda(INTEGER, implies(le(ONE, Bound(0)), eq(Node("trace", identity(Bound(0))), Bound(0))))
    assert conclude("instance", given(forall(size)), TWO).conclusion == implies(
        le(ONE, TWO), eq(Node("trace", identity(TWO)), TWO)
    )
