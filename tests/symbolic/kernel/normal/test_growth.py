"""What grows slowly enough to have an expectation over normal variables, and what is not known to."""

from collections import Counter
from itertools import product

import pytest

from symbolic.kernel.normal.reading import is_integrable
from symbolic.terms import (
    ONE,
    OUTCOME,
    ZERO,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    delta,
    div,
    eq,
    expect,
    function_sort,
    mul,
    neg,
    power,
    random_sort,
    sequence_sort,
    sub,
    summation,
)
from tests.symbolic.kernel.building import TWO, facts, i, j, k, n, same, x

W, C, F = Symbol("w", sequence_sort(1)), Symbol("c", sequence_sort(1)), Symbol("F", function_sort())
M = Symbol("M", sequence_sort(1, 2))


def mean(body: Term) -> Term:
    return expect(abstract(body, W))


def at(index: Term) -> Term:
    return apply(W, index)


def total(body: Term) -> Term:
    return summation(ONE, n, abstract(body, i))


def exponential(body: Term) -> Term:
    return Node("exp", body)


def triangle(body: Term, start: Term = ONE) -> Term:
    """The sum over 1 <= i <= n and ``start`` <= j <= i."""
    return total(summation(start, i, abstract(body, j)))


SQUARE = total(power(at(i), TWO))
GROWING = [
    (exponential(mul(Number(1), power(at(ONE), TWO))), False),
    (exponential(div(power(at(ONE), TWO), TWO)), False),
    (exponential(div(power(at(ONE), TWO), Number(3))), True),
    (exponential(neg(power(at(ONE), TWO))), True),
    (mul(exponential(div(SQUARE, Number(3))), exponential(div(SQUARE, Number(5)))), False),
    (mul(exponential(div(SQUARE, Number(3))), exponential(div(SQUARE, Number(7)))), True),
    (exponential(mul(at(ONE), at(TWO))), False),
    (exponential(power(total(at(i)), TWO)), False),
    (exponential(total(mul(apply(C, i), power(at(i), TWO)))), False),
    # the same entry over and over: the sum is n times one square
    (exponential(div(total(power(at(ONE), TWO)), Number(3))), False),
    (exponential(power(at(ONE), Number(3))), False),
    (exponential(neg(power(at(ONE), Number(3)))), False),
    (exponential(exponential(at(ONE))), False),
    (mul(power(at(ONE), Number(7)), exponential(add(at(ONE), mul(x, at(TWO))))), True),
    (Node("abs", at(ONE)), True),
    (exponential(Node("abs", at(ONE))), False),
    (Node("heaviside", at(ONE)), True),
    (Node("heaviside", sub(Node("heaviside", at(ONE)), exponential(at(TWO)))), True),
    (Node("heaviside", sub(exponential(SQUARE), x)), True),  # what grows too fast is measurable
    (mul(Node("heaviside", at(ONE)), exponential(div(SQUARE, TWO))), False),
    (Node("heaviside", sub(exponential(power(at(ONE), Number(3))), x)), False),
    (Node("heaviside", apply(F, at(ONE))), False),  # this may not be measurable
    (Node("heaviside", div(ONE, at(ONE))), False),
    (exponential(Node("heaviside", at(ONE))), False),
    (Node("log", at(ONE)), False),
    (Node("cos", total(mul(apply(C, i), at(i)))), True),
    (Node("sin", mul(exponential(SQUARE), at(ONE))), True),  # bounded, whatever it is of
    (Node("cos", apply(F, at(ONE))), False),  # which may not be measurable
    (Node("cos", div(ONE, at(ONE))), False),
    (div(ONE, Node("cos", at(ONE))), False),
    (exponential(Node("cos", at(ONE))), False),
    (mul(Node("cos", at(ONE)), exponential(div(SQUARE, Number(3)))), True),
    (mul(Node("cos", at(ONE)), exponential(div(SQUARE, TWO))), False),
    (apply(F, at(ONE)), False),
    (exponential(total(mul(at(i), at(add(i, ONE))))), False),  # exp(w(1) w(2)) has no expectation
    (exponential(total(apply(F, at(i)))), False),
    (exponential(div(total(mul(apply(C, i), power(at(i), TWO))), Number(3))), False),  # c(1) may be 2
    (exponential(div(total(power(at(i), TWO)), Number(3))), True),
    (exponential(div(total(power(at(add(i, j)), TWO)), Number(3))), True),
    (exponential(div(total(power(at(mul(i, j)), TWO)), Number(3))), False),  # j may be 0: n times the same square
    (exponential(div(summation(neg(n), n, abstract(power(at(power(i, TWO)), TWO), i)), Number(3))), False),
    (exponential(div(triangle(power(at(j), TWO)), Number(3))), False),  # each entry up to n times
    (exponential(div(triangle(power(at(add(i, j)), TWO)), Number(3))), False),  # w(4) is at (2, 2) and at (3, 1)
]


@pytest.mark.parametrize(("body", "integrable"), GROWING)
def test_what_grows_too_fast_is_not_taken_apart(body: Term, integrable: bool) -> None:
    assert same(mean(add(body, ONE)), add(mean(body), ONE)) is integrable


@pytest.mark.parametrize(
    ("row", "column", "integrable"),
    [(i, j, True), (j, add(i, ONE), True), (i, i, False), (i, add(i, ONE), False), (j, ONE, False)],
)
def test_squares_below_an_exponential_are_of_different_entries_of_a_matrix(
    row: Term, column: Term, integrable: bool
) -> None:
    """exp((M(2, 2)^2 + M(2, 2)^2)/3) has no expectation."""
    body = exponential(div(triangle(power(apply(M, row, column), TWO), k), Number(3)))
    assert same(expect(abstract(add(body, ONE), M)), add(expect(abstract(body, M)), ONE)) is integrable


# Places and ends as terms, and as numbers.
PLACES = [
    (i, lambda i, j, k: i),
    (j, lambda i, j, k: j),
    (k, lambda i, j, k: k),
    (add(i, j), lambda i, j, k: i + j),
    (sub(j, i), lambda i, j, k: j - i),
    (mul(i, j), lambda i, j, k: i * j),
    (mul(k, j), lambda i, j, k: k * j),
    (sub(k, j), lambda i, j, k: k - j),
    (power(j, TWO), lambda i, j, k: j**2),
    (add(i, delta(i, j)), lambda i, j, k: i + (i == j)),
]
ENDS = [(ONE, lambda i, n, k: 1), (i, lambda i, n, k: i), (k, lambda i, n, k: k), (n, lambda i, n, k: n)]


@pytest.mark.parametrize("places", [*product(PLACES), *product(PLACES, repeat=2)], ids=lambda places: repr(places[0]))
def test_no_entry_is_squared_twice_below_an_exponential_that_is_integrable(places) -> None:
    """Counted for small n and k: exp(2 w(m)^2/3) has no expectation."""
    terms, values = zip(*places, strict=True)
    squared = power(apply(W if len(places) == 1 else M, *terms), TWO)
    for (start, first), (end, last) in product(ENDS, repeat=2):
        body = exponential(div(total(summation(start, end, abstract(squared, j))), Number(3)))
        if is_integrable(abstract(body, W if len(places) == 1 else M), facts()):
            for size, other in product(range(4), range(-1, 4)):
                points = (
                    (a, b) for a in range(1, size + 1) for b in range(first(a, size, other), last(a, size, other) + 1)
                )
                count = Counter(tuple(value(a, b, other) for value in values) for a, b in points)
                assert max(count.values(), default=0) < 2


def test_an_element_without_moments_is_no_normal_variable() -> None:
    """It may have no expectation at all."""
    noise, omega = Symbol("xi", random_sort(1)), Symbol("omega", OUTCOME)
    value = apply(noise, ONE, omega)
    left, right = expect(abstract(add(value, ONE), omega)), add(expect(abstract(value, omega)), ONE)
    assert not same(left, right)
    assert same(left, right, Node("moments", noise, ONE))


def test_a_name_of_the_kernel_is_no_way_to_the_bound_vector() -> None:
    """The entries of what is bound have a symbol of a sort that no term has."""
    impostor = Symbol("normal", random_sort(1))
    omega = Symbol("omega", OUTCOME)
    assert not same(mean(at(ONE)), ZERO, eq(apply(impostor, ONE, omega), ZERO))
