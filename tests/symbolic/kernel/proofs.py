"""A few real proofs and refutations, made by the search, to be written, read, corrupted and checked."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from symbolic.certificate import Certificate, Model
from symbolic.claim import Claim
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
    div,
    eq,
    le,
    lt,
    mul,
    ne,
    power,
    random_sort,
    sub,
)
from tests.symbolic.kernel.building import TWO, after, beta, claim, every, g, mean, schema, t, total, v

AVERAGE = schema(lambda s: eq(apply(v, after(s)), add(mul(beta, apply(v, s)), mul(sub(ONE, beta), apply(g, after(s))))))
RATE, TIME = (lt(ZERO, beta), lt(beta, ONE)), le(ZERO, t)


def unrolled(factor: Term) -> Term:
    return eq(apply(v, t), mul(factor, total(ONE, t, lambda i: mul(power(beta, sub(t, i)), apply(g, i)))))


CLAIMS: dict[str, Claim] = {
    "average": claim(unrolled(sub(ONE, beta)), [AVERAGE, eq(apply(v, ZERO), ZERO)], [TIME]),
    "geometric": claim(
        eq(total(ZERO, sub(t, ONE), lambda i: power(beta, i)), div(sub(ONE, power(beta, t)), sub(ONE, beta))),
        domains=[TIME, ne(beta, ONE)],
    ),
    "numbers": claim(eq(total(ONE, t, lambda i: i), div(mul(t, after(t)), TWO)), domains=[TIME]),
}
FALSE_CLAIM = claim(unrolled(ONE), [AVERAGE, eq(apply(v, ZERO), ZERO)], [TIME, *RATE])
VALUES: tuple[tuple[Symbol, Term], ...] = ((beta, Number(Fraction(1, 2))), (t, ONE), (g, Lambda(INTEGER, ONE)))
COINS, FACES = Symbol("c", random_sort(1)), Symbol("xi", random_sort(0))


OF_TWO = claim(
    eq(mean(lambda w: power(add(apply(COINS, ONE, w), apply(COINS, TWO, w)), TWO)), ONE),
    [
        Node("independent", COINS),
        every(lambda index: eq(mean(lambda w: apply(COINS, index, w)), ZERO)),
        every(lambda index: eq(mean(lambda w: power(apply(COINS, index, w), TWO)), ONE)),
    ],
)


@cache
def proof(name: str) -> Certificate:
    found = prove(CLAIMS[name])
    if not isinstance(found, Certificate):
        raise LookupError(f"the search does not prove {name!r} any more: {found}")
    return found


@cache
def refutation() -> Certificate:
    found = refute(FALSE_CLAIM, Model(VALUES))
    if not isinstance(found, Certificate):
        raise LookupError(f"the search does not refute the false claim any more: {found}")
    return found


@cache
def refutation_by_chance() -> Certificate:
    """E[(c(1) + c(2))^2] is not 1 for independent c of mean 0 and mean square 1: fair coins show it."""
    found = refute(OF_TWO, Model(((COINS, Lambda(INTEGER, Lambda(OUTCOME, apply(FACES, Bound(1), Bound(0))))),)))
    if not isinstance(found, Certificate):
        raise LookupError(f"the search does not refute the claim about variances any more: {found}")
    return found


def certificates() -> list[Certificate]:
    return [*map(proof, CLAIMS), refutation(), refutation_by_chance()]
