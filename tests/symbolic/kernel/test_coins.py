"""Models in which random symbols vary with fair coins: what is known of them, and what is none."""

from fractions import Fraction
from itertools import product
from math import prod
from random import Random

import pytest

from numeric.arithmetics import Exact
from numeric.evaluate import evaluate
from numeric.outcomes import FAIR as FAIR_COIN
from numeric.outcomes import coin
from symbolic.certificate import Certificate, Model
from symbolic.claim import Claim
from symbolic.kernel import Rejected, check
from symbolic.kernel.coins import coins_of, fair
from symbolic.kernel.refutation import instances
from symbolic.prover import prove, refute
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    add,
    apply,
    eq,
    forall,
    mul,
    power,
    random_sort,
    substitute,
    summation,
)
from tests.symbolic.kernel.building import TWO, claim, every, mean, x

G, X = Symbol("g", random_sort(1)), Symbol("X", random_sort())
COIN, COINS = Symbol("kappa", random_sort()), Symbol("xi", random_sort(0))
OWN, HERE = Bound(1), Bound(0)  # the index, and the outcome, of a random variable for each index
FAIR = (*fair(COIN), *fair(COINS))
INDEPENDENT, MOMENTS = Node("independent", G), Node("moments", G, Number(4))


def of_each(face: Term) -> Lambda:
    """A random variable for each index, `Bound(1)`; the outcome is `Bound(0)`."""
    return Lambda(INTEGER, Lambda(OUTCOME, face))


def toss(place: Term = OWN, outcome: Term = HERE) -> Term:
    return apply(COINS, place, outcome)


def left(value: Term, *stated: Term, symbol: Symbol = G, definitions: tuple[Term, ...] = FAIR) -> frozenset[Term]:
    """What is still to be shown of ``stated`` once ``symbol`` has ``value``."""
    return instances(claim(eq(ONE, ZERO), stated), Model(((symbol, value),), definitions))[0]


# Each is a random variable for each index that takes finitely many values; and whether its elements are independent.
VALUES: dict[str, tuple[Term, bool]] = {
    "the coin of the index": (toss(), True),
    "with a mean and a spread": (add(Bound(1), mul(TWO, toss())), True),
    "a power": (power(add(toss(), ONE), TWO), True),
    "no coin": (Number(3), True),
    "one coin for all": (apply(COIN, Bound(0)), False),
    "the first of many": (toss(ONE), False),
    "the own one and the first": (mul(toss(), toss(ONE)), False),
}


@pytest.mark.parametrize("name", sorted(VALUES))
def test_they_have_all_moments_and_are_independent_where_each_looks_at_its_own_coin(name: str) -> None:
    face, independent = VALUES[name]
    assert len(left(of_each(face), MOMENTS, INDEPENDENT)) == (0 if independent else 1)


# Which coins such a value looks at is not plain: there may be infinitely many, or they fall at another outcome.
REFUSED = {
    "the next one": toss(add(Bound(1), ONE)),
    "all up to the index": summation(ONE, Bound(1), Lambda(INTEGER, toss(Bound(0), Bound(1)))),
    "at another outcome": mean(lambda outcome: toss(Bound(2), outcome)),
    "of another index": apply(COINS, apply(Symbol("s"), ONE), Bound(0)),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_other_coins_are_refused(name: str) -> None:
    with pytest.raises(Rejected):
        left(of_each(REFUSED[name]), MOMENTS)


def test_a_limit_of_many_coins_is_refused() -> None:
    series = Node("lim", Lambda(INTEGER, summation(ONE, Bound(0), Lambda(INTEGER, toss(Bound(0), Bound(2))))))
    with pytest.raises(Rejected, match="a coin that is not"):
        left(Lambda(OUTCOME, series), symbol=X)


def test_only_what_is_random_varies_with_coins() -> None:
    with pytest.raises(Rejected, match="holds symbols"):
        left(mean(lambda outcome: apply(COIN, outcome)), symbol=x)


def test_what_is_no_fair_coin_has_no_value() -> None:
    with pytest.raises(Rejected, match="holds symbols"):
        left(of_each(toss()), definitions=fair(COIN))


@pytest.mark.parametrize(
    "told",
    [
        (eq(mean(lambda outcome: apply(COIN, outcome)), ONE),),
        (forall(Lambda(OUTCOME, eq(power(apply(COIN, Bound(0)), TWO), Number(4)))),),
        (Node("moments", COIN, Number(98)),),
        (forall(Lambda(OUTCOME, eq(apply(COIN, Bound(0)), ONE))),),
        (every(lambda index: eq(mean(lambda outcome: toss(index, outcome)), Number(Fraction(1, 2)))),),
    ],
)
def test_what_is_not_true_of_fair_coins_makes_none(told: tuple[Term, ...]) -> None:
    assert not coins_of(told)
    with pytest.raises(Rejected):
        left(ONE, definitions=(*FAIR, *told), symbol=x)


def test_faces_cannot_be_chosen() -> None:
    heads = forall(Lambda(OUTCOME, eq(toss(ONE), ONE)))
    with pytest.raises(Rejected, match="faces are defined"):
        left(ONE, definitions=(*FAIR, heads), symbol=x)


def test_a_random_symbol_of_the_claim_may_be_coins_itself() -> None:
    stated = (Node("independent", COINS), Node("moments", COINS, Number(2)))
    model = Model((), fair(COINS))
    hypotheses, _ = instances(claim(eq(ONE, ZERO), stated), model)
    assert hypotheses - set(model.definitions) == {stated[1]}  # which would have to be shown


SQUARE = mean(lambda outcome: power(add(apply(G, ONE, outcome), apply(G, TWO, outcome)), TWO))
STATED = (
    INDEPENDENT,
    MOMENTS,
    every(lambda index: eq(mean(lambda outcome: apply(G, index, outcome)), ZERO)),
    every(lambda index: eq(mean(lambda outcome: power(apply(G, index, outcome), TWO)), x)),
)


def variance_of_two(variance: Term) -> Claim:
    return claim(eq(SQUARE, variance), STATED)


def test_the_variance_of_two_is_not_that_of_one() -> None:
    model = Model(((G, of_each(toss())), (x, ONE)))
    found = refute(variance_of_two(x), model)
    assert isinstance(found, Certificate)
    assert check(found).refuted


def test_the_variance_of_two_is_twice_that_of_one_with_all_coins() -> None:
    model = Model(((G, of_each(toss())), (x, ONE)))
    assert not isinstance(refute(variance_of_two(mul(TWO, x)), model), Certificate)


def test_one_coin_for_all_does_not_refute_what_needs_independence() -> None:
    model = Model(((G, of_each(apply(COIN, Bound(0)))), (x, ONE)))
    assert not isinstance(refute(variance_of_two(mul(TWO, x)), model), Certificate)


def test_without_independence_one_coin_for_all_refutes_it() -> None:
    model = Model(((G, of_each(apply(COIN, Bound(0)))), (x, ONE)))
    found = refute(claim(eq(SQUARE, mul(TWO, x)), STATED[1:]), model)
    assert isinstance(found, Certificate)
    assert check(found).refuted


@pytest.mark.parametrize("formula", [one for one in FAIR if isinstance(one, Node) and one.op != "moments"], ids=str)
def test_numbers_agree_with_what_is_said_of_coins(formula: Term) -> None:
    """That finitely many faces have all moments is true of any coin: of that numbers have nothing to say."""
    known: dict[Symbol, Term] = {COIN: coin("kappa", FAIR_COIN, 1), COINS: coin("xi", FAIR_COIN, 2)}
    assert evaluate(substitute(formula, known), Model(), Exact())


FACES = tuple(product((Fraction(1), Fraction(-1)), repeat=3))
Monomial = tuple[int, tuple[int, int, int]]


def brute(polynomial: list[Monomial]) -> Fraction:
    """The mean of a polynomial of the first three coins, over their eight faces."""
    values = (
        sum(factor * prod(f**n for f, n in zip(faces, powers, strict=True)) for factor, powers in polynomial)
        for faces in FACES
    )
    return Fraction(sum(values), len(FACES))


def written(polynomial: list[Monomial]) -> Term:
    def monomial(factor: int, powers: tuple[int, ...], outcome: Term) -> Term:
        return mul(Number(factor), *(power(toss(Number(k), outcome), Number(n)) for k, n in enumerate(powers, 1) if n))

    return mean(lambda outcome: add(*(monomial(factor, powers, outcome) for factor, powers in polynomial)))


@pytest.mark.parametrize("seed", range(30))
def test_means_of_random_polynomials_are_those_of_brute_force(seed: int) -> None:
    random = Random(seed)
    drawn: list[Monomial] = [
        (random.randint(-3, 3), (random.randint(0, 2), random.randint(0, 2), random.randint(0, 2))) for _ in range(3)
    ]
    said, true = written(drawn), brute(drawn)
    wrong = prove(claim(eq(said, Number(true + random.choice((-1, 1)))), FAIR), seconds=1)
    assert not isinstance(wrong, Certificate)
    if all(sum(map(bool, powers)) < 3 for _, powers in drawn):  # `independence` is a rule about two elements
        assert isinstance(prove(claim(eq(said, Number(true)), FAIR)), Certificate)
