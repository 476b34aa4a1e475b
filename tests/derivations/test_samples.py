"""How many samples suffice: what is a power of epsilon or of m off is not proved, and refuted where one point tells."""

from typing import Any

import pytest
from sympy import Rational

from derivations import Derivation
from derivations.catalog.random_features import X, m, q, x
from derivations.catalog.samples import a, delta, epsilon, far, of_error, spread, square
from derivations.reading import read
from derivations.stated import Stated
from symbolic.language import E, Ge, Gt, Le, P, absolute, dot, exp
from symbolic.methods import Chained
from symbolic.prover import prove
from symbolic.verdict import Outcome, Stuck
from tests.judged import RUN


def near_miss(goal: Any, *assumed: Any) -> Stated:
    derivation = Derivation("near misses")
    for one in (Gt(epsilon, 0), Gt(delta, 0), *assumed):
        derivation.assume(one)
    return derivation.show("goal", goal)


def test_markov_needs_the_square_of_epsilon() -> None:
    """Where q = 0 the error is 1/2 for certain."""
    error = exp(dot(q, x)) - Rational(1, 2)
    goal = Le(P(Ge(absolute(error), epsilon), x), E(error**2, x) / epsilon)
    assert RUN.judged(near_miss(goal)).outcome is Outcome.REFUTED


@pytest.mark.parametrize("bound", [spread / (m**2 * epsilon**2), spread / (m * epsilon), spread / (2 * m * epsilon**2)])
def test_chebyshev_gives_no_other_bound(bound: Any) -> None:
    """Some of these may be true, since Chebyshev's bound is far from sharp; none follows from it."""
    known = [RUN.judged(one).certificate for one in (of_error, square)]
    assert all(known)
    claim = read(near_miss(Le(P(far, X), bound)))
    assert isinstance(prove(claim, Chained(), [one for one in known if one]), Stuck)


@pytest.mark.parametrize("fewest", [a / (delta * epsilon), a / (delta**2 * epsilon**2), a * delta / epsilon**2])
def test_fewer_samples_do_not_suffice(fewest: Any) -> None:
    goal = Le(a / (m * epsilon**2), delta)
    assert RUN.judged(near_miss(goal, Ge(m, fewest))).outcome is Outcome.REFUTED
