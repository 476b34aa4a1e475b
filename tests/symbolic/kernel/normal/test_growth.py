"""What grows slowly enough to have an expectation over normal variables, and what is not known to."""

import pytest

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
from tests.symbolic.kernel.building import TWO, i, n, same, x

W, C, F = Symbol("w", sequence_sort(1)), Symbol("c", sequence_sort(1)), Symbol("F", function_sort())


def mean(body: Term) -> Term:
    return expect(abstract(body, W))


def at(index: Term) -> Term:
    return apply(W, index)


def total(body: Term) -> Term:
    return summation(ONE, n, abstract(body, i))


def exponential(body: Term) -> Term:
    return Node("exp", body)


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
]


@pytest.mark.parametrize(("body", "integrable"), GROWING)
def test_what_grows_too_fast_is_not_taken_apart(body: Term, integrable: bool) -> None:
    assert same(mean(add(body, ONE)), add(mean(body), ONE)) is integrable


def test_a_name_of_the_kernel_is_no_way_to_the_bound_vector() -> None:
    """The entries of what is bound have a symbol of a sort that no term has."""
    impostor = Symbol("normal", random_sort(1))
    omega = Symbol("omega", OUTCOME)
    assert not same(mean(at(ONE)), ZERO, eq(apply(impostor, ONE, omega), ZERO))
