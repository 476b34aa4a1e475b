import pytest

from numeric.crosscheck import crosscheck
from symbolic.claim import Claim
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
    abstract,
    add,
    apply,
    delta,
    div,
    eq,
    expect,
    forall,
    implies,
    le,
    lt,
    mul,
    power,
    random_sort,
    sub,
    summation,
)

TWO = Number(2)
t, i, j = (Symbol(name, INTEGER) for name in "tij")
beta, mu, s2, x = (Symbol(name) for name in ("beta", "mu", "s2", "x"))
omega = Symbol("omega", OUTCOME)
g, v = Symbol("g", random_sort(1)), Symbol("v", random_sort(0))
X, Y = (apply(Symbol(name, random_sort()), omega) for name in "XY")


def mean(body: Term) -> Term:
    return expect(abstract(body, omega))


def at(sequence: Symbol, index: Term) -> Term:
    return apply(sequence, index, omega)


def each(variable: Symbol, low: Term, body: Term) -> Term:
    return forall(abstract(implies(le(low, variable), body), variable))


def pathwise(body: Term) -> Term:
    return forall(abstract(body, omega))


STEP = eq(at(v, add(t, ONE)), add(mul(beta, at(v, t)), mul(sub(ONE, beta), at(g, add(t, ONE)))))
AVERAGE = (pathwise(eq(at(v, ZERO), ZERO)), each(t, ZERO, pathwise(STEP)))
STATIONARY = each(i, ONE, eq(mean(at(g, i)), mu))
SECOND = each(i, ONE, eq(mean(mul(at(g, i), at(g, i))), add(mul(mu, mu), s2)))
COVARIANCE = each(i, ONE, each(j, ONE, eq(mean(mul(at(g, i), at(g, j))), add(mul(mu, mu), mul(s2, delta(i, j))))))
INDEPENDENT = Node("independent", g)
DOMAIN = (lt(ZERO, beta), lt(beta, ONE), le(ZERO, t))
LATER = (*DOMAIN[:2], le(ONE, t))

BIAS = sub(ONE, power(beta, t))
MEAN = mean(at(v, t))
VARIANCE = sub(mean(mul(at(v, t), at(v, t))), mul(MEAN, MEAN))
SPREAD = mul(s2, div(sub(ONE, beta), add(ONE, beta)), sub(ONE, power(beta, mul(TWO, t))))


def squared(index: Term) -> Term:
    return power(at(g, index), TWO)


def claim(goal: Term, assumptions: tuple[Term, ...] = (), domains: tuple[Term, ...] = ()) -> Claim:
    return Claim("tests/numeric/expectation", "", "", domains, assumptions, (), goal)


UNROLLED = mul(sub(ONE, beta), summation(ONE, t, abstract(mul(power(beta, sub(t, i)), at(g, i)), i)))
UNWEIGHTED = summation(ONE, t, abstract(mul(power(beta, sub(t, i)), at(g, i)), i))

TRUE_CLAIMS = {
    "along every outcome": claim(eq(at(v, t), UNROLLED), AVERAGE, DOMAIN),
    "mean of the running average": claim(eq(MEAN, mul(BIAS, mu)), (*AVERAGE, STATIONARY), DOMAIN),
    "with moments": claim(eq(MEAN, mul(BIAS, mu)), (*AVERAGE, STATIONARY, Node("moments", g, ONE)), DOMAIN),
    "rescaled": claim(eq(mean(div(at(v, t), BIAS)), mu), (*AVERAGE, STATIONARY), LATER),
    "variance": claim(eq(VARIANCE, SPREAD), (*AVERAGE, STATIONARY, COVARIANCE), (*DOMAIN, le(ZERO, s2))),
    "variance, independent": claim(eq(VARIANCE, SPREAD), (*AVERAGE, STATIONARY, SECOND, INDEPENDENT), DOMAIN),
    "variance, centred": claim(
        eq(mean(power(sub(at(v, t), MEAN), TWO)), SPREAD), (*AVERAGE, STATIONARY, COVARIANCE), DOMAIN
    ),
    "product": claim(eq(mean(mul(at(g, ONE), at(g, TWO))), mul(mean(at(g, ONE)), mean(at(g, TWO)))), (INDEPENDENT,)),
    "linear": claim(eq(mean(add(mul(x, X), Y)), add(mul(x, mean(X)), mean(Y)))),
    "Jensen": claim(le(mul(mean(X), mean(X)), mean(mul(X, X)))),
}
FALSE_CLAIMS = {
    "along every outcome, unweighted": claim(eq(at(v, t), UNWEIGHTED), AVERAGE, DOMAIN),
    "no chance": claim(eq(at(g, ONE), mean(at(g, ONE)))),
    "biased": claim(eq(MEAN, mu), (*AVERAGE, STATIONARY), LATER),
    "one step behind": claim(eq(MEAN, mul(sub(ONE, power(beta, sub(t, ONE))), mu)), (*AVERAGE, STATIONARY), LATER),
    "not stationary": claim(eq(MEAN, mul(BIAS, mu)), AVERAGE, DOMAIN),
    "variance without independence": claim(eq(VARIANCE, SPREAD), (*AVERAGE, STATIONARY, SECOND), DOMAIN),
    "variance of one term": claim(
        eq(VARIANCE, mul(s2, sub(ONE, power(beta, mul(TWO, t))))), (*AVERAGE, STATIONARY, COVARIANCE), DOMAIN
    ),
    "product": claim(eq(mean(mul(at(g, ONE), at(g, TWO))), mul(mean(at(g, ONE)), mean(at(g, TWO))))),
    "two variables": claim(eq(mean(mul(X, Y)), mul(mean(X), mean(Y)))),
    "another sequence": claim(
        eq(mean(mul(at(g, ONE), at(v, ONE))), mul(mean(at(g, ONE)), mean(at(v, ONE)))), (INDEPENDENT,)
    ),
    "uncorrelated is not independent": claim(
        eq(mean(mul(squared(ONE), squared(TWO))), mul(mean(squared(ONE)), mean(squared(TWO)))), (STATIONARY, COVARIANCE)
    ),
    "third moment": claim(eq(mean(power(X, Number(3))), ZERO), (eq(mean(X), ZERO),)),
}


@pytest.mark.parametrize("name", sorted(TRUE_CLAIMS))
def test_true_claims_agree_exactly(name: str) -> None:
    evidence = crosscheck(TRUE_CLAIMS[name])
    assert evidence.agrees is True
    assert evidence.exact >= 20


@pytest.mark.parametrize("name", sorted(FALSE_CLAIMS))
def test_false_claims_disagree_exactly_and_the_kernel_gets_a_model_unless_coins_are_biased(name: str) -> None:
    evidence = crosscheck(FALSE_CLAIMS[name])
    assert evidence.agrees is False
    assert evidence.exact == evidence.points
    assert (evidence.counterexample is None) is ("remark" in dict(evidence.display))


def test_the_kernel_gets_constants_and_fair_coins_but_no_biased_ones() -> None:
    models = {name: crosscheck(false).counterexample for name, false in FALSE_CLAIMS.items()}
    assert models["biased"] is not None
    kappa = Symbol("kappa", random_sort())
    assert dict(models["product"].values)[g] == Lambda(INTEGER, Lambda(OUTCOME, apply(kappa, Bound(0))))
    assert models["third moment"] is None


def test_counterexample_to_an_unbiased_average_is_a_constant() -> None:
    rows = dict(crosscheck(FALSE_CLAIMS["biased"]).display)
    assert rows == {"beta": "1/2", "mu": "1", "t": "1", "g(i)": "1", "left side": "1/2", "right side": "1"}


def test_the_outcome_of_a_counterexample_is_told_by_its_coins() -> None:
    rows = dict(crosscheck(FALSE_CLAIMS["no chance"]).display)
    assert (rows["g(i)"], rows["left side"], rows["right side"]) == ("κ", "1", "0")
    along = dict(crosscheck(FALSE_CLAIMS["along every outcome, unweighted"]).display)
    assert (along["t"], along["v(1)"], along["right side"]) == ("1", "1/2", "1")


def test_coins_of_a_counterexample_are_explained() -> None:
    rows = dict(crosscheck(FALSE_CLAIMS["product"]).display)
    assert rows["g(i)"] == "κ"
    assert rows["κ"] == "1 with probability 1/2, −1 with probability 1/2; all independent"
    assert (rows["left side"], rows["right side"]) == ("1", "0")


@pytest.mark.parametrize(
    "assumptions",
    [
        (eq(mean(mul(X, X)), Number(-1)),),
        (each(i, ONE, eq(mean(at(g, i)), mu)), eq(mu, ONE), eq(mean(at(g, TWO)), ZERO)),
        (INDEPENDENT, eq(mean(mul(at(g, ONE), at(g, TWO))), add(mul(mean(at(g, ONE)), mean(at(g, TWO))), ONE))),
    ],
)
def test_what_no_realisation_meets_is_not_tested(assumptions: tuple[Term, ...]) -> None:
    evidence = crosscheck(claim(eq(x, add(x, ONE)), assumptions))
    assert (evidence.points, evidence.agrees) == (0, None)


def test_an_expectation_that_is_nowhere_defined_is_no_evidence() -> None:
    evidence = crosscheck(claim(eq(mean(div(X, ZERO)), ONE)))
    assert (evidence.points, evidence.agrees) == (0, None)


def test_same_seed_same_evidence() -> None:
    one, two = (crosscheck(FALSE_CLAIMS["two variables"], seed=5) for _ in range(2))
    assert one == two
