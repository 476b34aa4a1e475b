from fractions import Fraction

import pytest

from numeric.arithmetics import Exact
from numeric.evaluate import evaluate
from numeric.realise import monomials, polynomial
from symbolic.certificate import Model
from symbolic.terms import (
    FUNCTIONAL,
    INTEGER,
    OUTCOME,
    Bound,
    Lambda,
    Number,
    Symbol,
    Term,
    apply,
    delta,
    eq,
    expect,
    function_sort,
    mul,
    random_sort,
    sequence_sort,
    sort_of,
    sub,
)

g, X = Symbol("g", random_sort(1)), Symbol("X", random_sort())


@pytest.mark.parametrize(
    "symbol",
    [
        Symbol("s", sequence_sort()),
        Symbol("f", function_sort()),
        Symbol("f", function_sort(3)),
        Symbol("L", FUNCTIONAL),
    ],
)
def test_values_are_functions_of_the_sort_of_the_symbol(symbol: Symbol) -> None:
    value: Term = polynomial(symbol, tuple(Fraction(k + 1) for k in range(len(monomials(symbol)))))
    sorts = []
    for _ in range(symbol.sort.arity):
        assert isinstance(value, Lambda)
        sorts.insert(0, value.sort)
        value = value.body
    assert sort_of(value, tuple(sorts)).name in ("real", "integer")


def average(term: Term, values: dict[Symbol, tuple[int, ...]]) -> object:
    realised = {
        symbol: polynomial(symbol, tuple(map(Fraction, (*some, *[0] * (len(monomials(symbol)) - len(some))))))
        for symbol, some in values.items()
    }
    return evaluate(expect(Lambda(OUTCOME, term)), Model(tuple(realised.items())), Exact())


def at(index: int) -> Term:
    return apply(g, Number(index), Bound(0))


@pytest.mark.parametrize(
    ("coefficients", "covariance", "fourth"),
    [((0, 0, 1), 0, 1), ((0, 1), 1, 1), ((0, 0, 0, 0, 1), 0, 8), ((0, 0, 0, 1), 0, 1)],
)
def test_elements_may_be_independent_correlated_or_uncorrelated_but_dependent(
    coefficients: tuple[int, ...], covariance: int, fourth: int
) -> None:
    values = {g: coefficients}
    assert average(at(1), values) == 0
    assert average(mul(at(1), at(2)), values) == covariance
    assert average(mul(at(1), at(1), at(2), at(2)), values) == fourth


def test_random_symbols_share_coins() -> None:
    both = mul(at(1), apply(X, Bound(0)))
    assert average(both, {g: (0, 1), X: (0, 1)}) == 1
    assert average(both, {g: (0, 0, 0, 1), X: (0, 0, 0, 1)}) == 1
    assert average(both, {g: (0, 0, 1), X: (0, 0, 1)}) == 0


def test_mean_and_spread_may_change_with_the_index() -> None:
    values = {g: (0, 0, 0, 0, 0, 1, 1)}
    assert [average(at(index), values) for index in (1, 2)] == [1, 2]
    assert [average(mul(sub(at(k), Number(k)), sub(at(k), Number(k))), values) for k in (1, 2)] == [1, 4]


def test_kronecker_deltas_compare_indices() -> None:
    assert evaluate(delta(Number(2), Number(2)), Model(), Exact()) == 1
    assert evaluate(delta(Number(2), Number(3)), Model(), Exact()) == 0
    assert evaluate(eq(delta(Number(2), Number(3)), Number(1)), Model(), Exact()) is False
    assert sort_of(delta(Number(2), Number(3))) == INTEGER
