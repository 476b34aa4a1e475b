"""Expectations in which nothing is left but chance, and products of powers of independent elements."""

import pytest

from symbolic.certificate import Certificate
from symbolic.kernel import check
from symbolic.kernel.coins import fair
from symbolic.prover import prove
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    ZERO,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    div,
    eq,
    expect,
    mul,
    power,
    random_sort,
    sub,
    summation,
)
from tests.symbolic.kernel.building import TWO, claim

COINS = Symbol("xi", random_sort(0))
omega, i = Symbol("omega", OUTCOME), Symbol("i", INTEGER)


def face(place: Term) -> Term:
    return apply(COINS, place, omega)


def mean(body: Term) -> Term:
    return expect(abstract(body, omega))


WEIGHTED = summation(ONE, Number(3), abstract(mul(power(div(ONE, TWO), sub(Number(3), i)), face(i)), i))
PROVED = {
    "of a difference": eq(mean(power(sub(face(ONE), face(TWO)), TWO)), TWO),
    "of a sum over a few numbers": eq(mean(power(WEIGHTED, TWO)), div(Number(21), Number(16))),
    "of a product of powers": eq(mean(mul(power(face(ONE), TWO), power(face(TWO), TWO))), ONE),
    "of a square and another": eq(mean(mul(power(face(ONE), TWO), face(TWO))), ZERO),
}


@pytest.mark.parametrize("name", sorted(PROVED))
def test_means_of_coins_are_computed(name: str) -> None:
    found = prove(claim(PROVED[name], fair(COINS)))
    assert isinstance(found, Certificate)
    assert not check(found).refuted


def test_the_mean_of_the_square_of_a_sum_is_not_that_of_three_coins_of_weight_1() -> None:
    assert not isinstance(
        prove(claim(eq(mean(power(WEIGHTED, TWO)), add(ONE, TWO)), fair(COINS)), seconds=2), Certificate
    )
