"""Expectations over normal variables that are compared, because what they are taken of is, for every value."""

import pytest

from derivations.catalog.random_features import X, estimate, m, variance_of
from derivations.catalog.samples import true
from symbolic.certificate import Certificate
from symbolic.kernel import check
from symbolic.language import E, Eq, Ge, Gt, Le, P, absolute, column, dot, exp, real, size
from symbolic.language.reading import Statement, read_claim
from symbolic.methods import Averages
from symbolic.prover import prove
from symbolic.verdict import Stuck

x, q = column("x q", size("d"))
c, mu = real("c mu")
lognormal = exp(dot(q, x))


def claim(goal):
    return read_claim("f/d/c", "", "", [Statement((Gt(c, 0),))], Statement((goal,)))


TRUE = [
    Le(P(Ge(x[1], c), x), 1),
    Le(0, P(Ge(x[1], c), x)),
    Le(0, E(lognormal, x)),
    Le(P(Ge(x[1], c), x), E(x[1] ** 2, x) / c**2),
    Le(P(Ge(lognormal, c), x), E(lognormal, x) / c),
    Le(P(Ge(absolute(lognormal - mu), c), x), E((lognormal - mu) ** 2, x) / c**2),
    Le(P(Ge(x[1], c), x) + P(Ge(-x[1], c), x), E(x[1] ** 2, x) / c**2),
    Le(2 * mu * E(lognormal, x), mu**2 + E(lognormal**2, x)),
]
NOT_POINTWISE = [
    Le(P(Ge(absolute(lognormal - mu), c), x), E((lognormal - mu) ** 2, x) / c),
    Le(P(Ge(absolute(x[1]), c), x), E(x[1] ** 2, x) / (2 * c**2)),
    Le(P(Ge(x[1], c), x), E(x[1], x) / c),
    Le(1, P(Ge(x[1], c), x)),
    Le(E(x[1] ** 2, x), E(x[1], x)),
]
NOT_INTEGRABLE = [
    Le(0, E(exp(dot(x, x)), x)),
    Le(P(Ge(exp(dot(x, x)), c), x), E(exp(dot(x, x)), x) / c),
]


@pytest.mark.parametrize("goal", TRUE, ids=str)
def test_what_holds_for_every_value_holds_on_average(goal):
    found = prove(claim(goal), Averages())
    assert isinstance(found, Certificate)
    assert check(found).claim == claim(goal)


@pytest.mark.parametrize("goal", [*NOT_POINTWISE, *NOT_INTEGRABLE], ids=str)
def test_what_does_not(goal):
    assert isinstance(prove(claim(goal), Averages()), Stuck)


def test_a_bound_that_was_shown_is_used_as_it_stands():
    """No other method loses the time of a search with inner products that are averaged over, which are sums of sums."""
    seldom, square = P(Ge(absolute(estimate - true), c), X), E((estimate - true) ** 2, X) / c**2
    known = variance_of(m) / c**2
    bound, value = prove(claim(Le(seldom, square))), prove(claim(Eq(known, square)))
    assert isinstance(bound, Certificate)
    assert isinstance(value, Certificate)
    assert isinstance(prove(claim(Le(seldom, known)), using=[bound, value]), Certificate)
