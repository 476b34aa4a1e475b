import pytest

from numeric.crosscheck import crosscheck
from symbolic.claim import Claim
from symbolic.terms import (
    FUNCTIONAL,
    INTEGER,
    ONE,
    ZERO,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    diff,
    div,
    eq,
    function_sort,
    le,
    mul,
    neg,
    partial,
    power,
    sequence_sort,
    sub,
    summation,
)

TWO, HALF = Number(2), div(ONE, Number(2))
i, k, n = (Symbol(name, INTEGER) for name in "ikn")
x, y, gamma = (Symbol(name) for name in ("x", "y", "gamma"))
vector, theta = Symbol("vector", sequence_sort(1)), Symbol("theta", sequence_sort(1))
L, f = Symbol("L", FUNCTIONAL), Symbol("f", function_sort())


def node(op: str, operand: Term) -> Term:
    return Node(op, operand)


def slope(body: Term, at: Term = y) -> Term:
    return diff(abstract(body, x), at)


def by_entry(body: Term) -> Term:
    return partial(abstract(body, vector), theta, k)


def claim(goal: Term, assumptions: tuple[Term, ...] = (), domains: tuple[Term, ...] = ()) -> Claim:
    return Claim("tests/numeric/calculus", "", "", domains, assumptions, (), goal)


SIGMOID = div(ONE, add(ONE, node("exp", neg(x))))
SQUARES = summation(ONE, n, abstract(mul(apply(vector, i), apply(vector, i)), i))
LOSS = apply(L, vector)
WITHIN = (le(ONE, k), le(k, n))
SMOOTH = (Node("differentiable", L),)

TRUE_CLAIMS = {
    "square": claim(eq(slope(mul(x, x)), mul(TWO, y))),
    "sigmoid": claim(eq(slope(SIGMOID), mul(node("sigmoid", y), sub(ONE, node("sigmoid", y))))),
    "logarithm": claim(eq(slope(node("log", x)), div(ONE, y))),
    "sum of squares": claim(eq(by_entry(SQUARES), mul(TWO, apply(theta, k))), (), WITHIN),
    "regularised loss": claim(
        eq(by_entry(add(LOSS, mul(gamma, SQUARES))), add(by_entry(LOSS), mul(TWO, gamma, apply(theta, k)))),
        SMOOTH,
        WITHIN,
    ),
    "chain rule": claim(
        eq(slope(apply(f, mul(x, x))), mul(TWO, y, slope(apply(f, x), mul(y, y)))), (Node("differentiable", f),)
    ),
    "tanh": claim(eq(node("tanh", x), sub(mul(TWO, node("sigmoid", mul(TWO, x))), ONE))),
    "product of exponentials": claim(eq(node("exp", add(x, y)), mul(node("exp", x), node("exp", y)))),
    "logarithm of a square": claim(eq(node("log", mul(x, x)), mul(TWO, node("log", x)))),
}
FALSE_CLAIMS = {
    "square": claim(eq(slope(mul(x, x)), y)),
    "sigmoid": claim(eq(slope(SIGMOID), node("sigmoid", y))),
    "half the gradient": claim(eq(by_entry(SQUARES), apply(theta, k)), (), WITHIN),
    "entry outside the sum": claim(eq(by_entry(SQUARES), mul(TWO, apply(theta, k))), (), (le(ONE, k), le(ONE, n))),
    "any loss": claim(eq(by_entry(LOSS), apply(theta, k)), SMOOTH, WITHIN),
    "root of a square": claim(eq(power(power(x, TWO), HALF), x)),
}


@pytest.mark.parametrize("name", sorted(TRUE_CLAIMS))
def test_true_claims_agree(name: str) -> None:
    evidence = crosscheck(TRUE_CLAIMS[name])
    assert evidence.agrees is True
    assert evidence.points >= 20
    assert evidence.exact >= 1


@pytest.mark.parametrize("name", sorted(FALSE_CLAIMS))
def test_false_claims_have_an_exact_counterexample(name: str) -> None:
    evidence = crosscheck(FALSE_CLAIMS[name])
    assert evidence.agrees is False
    assert evidence.counterexample is not None


def test_the_root_of_a_square_fails_at_minus_one() -> None:
    evidence = crosscheck(FALSE_CLAIMS["root of a square"])
    assert evidence.display == (("x", "−1"), ("left side", "1"), ("right side", "−1"))


def test_functionals_are_refuted_by_functions_of_a_vector() -> None:
    model = crosscheck(FALSE_CLAIMS["any loss"]).counterexample
    assert model is not None
    assert dict(model.values)[L] == Lambda(sequence_sort(), ZERO, "a")


def test_logarithms_outside_their_domain_are_no_evidence() -> None:
    evidence = crosscheck(claim(eq(node("log", neg(mul(x, x))), ONE)))
    assert (evidence.points, evidence.agrees) == (0, None)


def test_a_rational_point_with_irrational_sides_is_a_model_for_the_kernel_to_confirm() -> None:
    evidence = crosscheck(claim(eq(node("log", add(x, y)), add(node("log", x), node("log", y)))))
    assert evidence.agrees is False
    assert evidence.counterexample is not None
    assert evidence.exact == 0
