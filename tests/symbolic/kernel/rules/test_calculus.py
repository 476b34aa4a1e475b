"""Derivatives by the table: the values are those of difference quotients, and each condition is asked for."""

import pytest

from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    ONE,
    OUTCOME,
    REAL,
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
    delta,
    diff,
    div,
    eq,
    expect,
    le,
    lt,
    mul,
    ne,
    neg,
    partial,
    power,
    random_sort,
    sequence_sort,
    sub,
)
from tests.symbolic.kernel.building import MINUS, TWO, conclude, f, given, h, i, n, same, sums_of, total, v, x, y

X = Symbol("a")
DIFFERENTIABLE = Node("differentiable", f)


def by(body: Term, at: Term = x) -> Term:
    """The derivative of ``body``, a term in a, at a point."""
    return diff(abstract(body, X, "a"), at)


def found(term: Term, *formulas: Term) -> Term:
    """What the rule says that the derivative ``term`` is."""
    conclusion = conclude("derivative", given(*formulas), term).conclusion
    assert conclusion.args[0] == term
    return conclusion.args[1]


LOG = Node("log", X)

VALUES: list[tuple[Term, Term, list[Term]]] = [
    (y, ZERO, []),
    (X, ONE, []),
    (power(X, Number(3)), mul(Number(3), power(x, TWO)), []),
    (mul(X, X, y), mul(TWO, x, y), []),
    (div(ONE, X), neg(power(x, Number(-2))), [ne(x, ZERO)]),
    (div(X, y), div(ONE, y), []),
    (power(X, n), mul(n, power(x, sub(n, ONE))), [le(ZERO, n)]),
    (power(X, n), mul(n, power(x, sub(n, ONE))), [ne(x, ZERO)]),
    (power(X, h), mul(h, power(x, sub(h, ONE))), [lt(ZERO, x)]),
    (power(TWO, X), mul(Node("log", TWO), power(TWO, x)), []),
    (LOG, div(ONE, x), [lt(ZERO, x)]),
    (Node("exp", mul(X, X)), mul(TWO, x, Node("exp", mul(x, x))), []),
    (total(ONE, n, lambda i: mul(i, X)), total(ONE, n, lambda i: i), []),
    (total(ONE, n, lambda i: power(X, i)), total(ONE, n, lambda i: mul(i, power(x, sub(i, ONE)))), []),
    (Node("sigmoid", X), mul(Node("sigmoid", x), sub(ONE, Node("sigmoid", x))), []),
    (Node("tanh", X), sub(ONE, power(Node("tanh", x), TWO)), []),
    (Node("sin", mul(X, X)), mul(TWO, x, Node("cos", mul(x, x))), []),
    (Node("cos", mul(y, X)), neg(mul(y, Node("sin", mul(y, x)))), []),
]


@pytest.mark.parametrize(("body", "expected", "formulas"), VALUES, ids=repr)
def test_the_table(body: Term, expected: Term, formulas: list[Term]) -> None:
    assert same(found(by(body), *formulas), expected, *formulas)


NO_CONDITION: list[tuple[Term, list[Term]]] = [
    (div(ONE, X), []),
    (div(ONE, X), [le(ZERO, x)]),
    (div(ONE, sub(X, y)), [ne(x, ZERO)]),
    (power(X, n), []),
    (power(X, n), [le(MINUS, n)]),
    (power(X, h), [ne(x, ZERO)]),
    (power(X, h), [le(ZERO, x), le(ZERO, h)]),
    (power(X, div(ONE, TWO)), [le(ZERO, x)]),
    (power(y, X), [ne(y, ZERO)]),
    (LOG, [ne(x, ZERO)]),
    (Node("log", sub(X, ONE)), [lt(ZERO, x)]),
    (total(ONE, n, lambda i: div(ONE, sub(X, i))), [ne(x, n), ne(x, ONE)]),
    (total(ZERO, n, lambda i: power(X, sub(i, ONE))), []),
    (total(ONE, n, lambda j: total(ONE, n, lambda i: Node("log", add(X, sub(i, j))))), [lt(ZERO, x)]),
]


@pytest.mark.parametrize(("body", "formulas"), NO_CONDITION, ids=repr)
def test_a_condition_that_is_not_shown(body: Term, formulas: list[Term]) -> None:
    with pytest.raises(Rejected, match="condition"):
        found(by(body), *formulas)


def test_conditions_are_asked_at_the_point() -> None:
    with pytest.raises(Rejected, match="condition"):
        found(by(LOG, sub(x, ONE)), lt(ZERO, x))
    assert same(found(by(LOG, add(x, ONE)), le(ZERO, x)), div(ONE, add(x, ONE)), le(ZERO, x))


def test_an_uninterpreted_function_owes_its_derivative() -> None:
    body = apply(f, mul(X, X))
    with pytest.raises(Rejected, match="not among the premises"):
        found(by(body))
    expected = mul(diff(Lambda(REAL, apply(f, Bound(0))), mul(x, x)), TWO, x)
    assert same(found(by(body), DIFFERENTIABLE), expected)


def test_what_is_differentiable_is_that_very_function() -> None:
    with pytest.raises(Rejected, match="not among the premises"):
        found(by(apply(Symbol("f2", f.sort), X)), DIFFERENTIABLE)


REFUSED: list[Term] = [
    power(X, X),
    diff(Lambda(REAL, mul(Bound(0), X)), y),
    expect(Lambda(OUTCOME, mul(X, apply(Symbol("r", random_sort()), Bound(0))))),
    apply(Symbol("q", type(f.sort)("function", 2)), X, X),
]


@pytest.mark.parametrize("body", REFUSED, ids=repr)
def test_what_is_not_in_the_table_is_refused(body: Term) -> None:
    with pytest.raises(Rejected, match=r"no rule|itself varies"):
        found(by(body))


@pytest.mark.parametrize("term", [x, sums_of(v, n), eq(x, y), apply(f, x)])
def test_only_derivatives_have_one(term: Term) -> None:
    with pytest.raises(Rejected):
        found(term)


THETA = Symbol("theta", sequence_sort(1))
V = Symbol("v", sequence_sort(1))


def test_entries_of_a_vector() -> None:
    term = partial(abstract(total(ONE, n, lambda j: power(apply(THETA, j), TWO)), THETA), V, i)
    expected = mul(TWO, apply(V, i))
    assert same(found(term), expected, le(ONE, i), le(i, n))
    assert not same(found(term), expected, le(ONE, i))
    assert same(found(term), ZERO, lt(n, i))


def test_one_entry_is_not_another() -> None:
    term = partial(abstract(apply(THETA, n), THETA), V, i)
    assert same(found(term), delta(n, i))
    assert not same(found(term), ONE)


def test_the_point_and_the_index_are_put_in_without_capture() -> None:
    """The index of the sum inside is not the entry by which is differentiated, although both may be called i."""
    body = abstract(total(ONE, n, lambda j: mul(j, apply(THETA, j)), "i"), THETA)
    assert same(found(partial(body, V, i)), i, le(ONE, i), le(i, n))
    inner = diff(abstract(total(ONE, n, lambda j: mul(j, X), "x"), X), mul(x, n))
    assert same(found(inner), total(ONE, n, lambda j: j))


def test_integers_do_not_vary() -> None:
    assert found(by(sums_of(v, n))) == ZERO


def test_derivatives_of_derivatives() -> None:
    """The inner point may depend on the variable: d/da f'(a^2) with f = x^3 is 12 a^3."""
    inner = diff(abstract(power(X, Number(3)), X), mul(X, X))
    assert same(found(by(inner)), mul(Number(12), power(x, Number(3))))
    reciprocal = diff(abstract(LOG, X), sub(X, ONE))
    with pytest.raises(Rejected, match="condition"):
        found(by(reciprocal), lt(ZERO, x))
    assert same(found(by(reciprocal), lt(ONE, x)), neg(power(sub(x, ONE), Number(-2))), lt(ONE, x))


def test_the_variable_of_an_inner_derivative_is_real() -> None:
    """Its powers to a real exponent owe a positive base, and an exponent that holds it is no integer."""
    inner = diff(abstract(power(TWO, X), X), X)
    squared = mul(power(Node("log", TWO), TWO), power(TWO, x))
    assert same(found(by(inner)), squared)
    with pytest.raises(Rejected, match="condition"):
        found(by(diff(abstract(power(X, h), X), X)), ne(x, ZERO))


def test_twice_differentiable_is_more_than_differentiable() -> None:
    second = by(diff(Lambda(REAL, apply(f, Bound(0))), X))
    with pytest.raises((Rejected, RecursionError)):
        found(second, DIFFERENTIABLE)
