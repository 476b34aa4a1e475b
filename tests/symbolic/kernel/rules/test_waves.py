"""The addition theorems: what they say against numbers, what follows from them, and what is refused."""

from fractions import Fraction

import pytest

from numeric.arithmetics import Precise
from numeric.evaluate import evaluate
from symbolic.certificate import Model
from symbolic.kernel.rule import Rejected
from symbolic.terms import ONE, ZERO, Bound, IllFormed, Lambda, Node, Number, Term, eq, identity, mul, neg, power, sub
from tests.symbolic.kernel.building import TWO, conclude, given, n, same, x, y


def cos(angle: Term) -> Term:
    return Node("cos", angle)


def sin(angle: Term) -> Term:
    return Node("sin", angle)


def summed(value: Term, other: Term) -> Term:
    return conclude("sum of angles", [], value, other).conclusion


@pytest.mark.parametrize("first", [cos(x), sin(x)])
@pytest.mark.parametrize("angles", [(0, 0), (1, 2), (-3, Fraction(1, 2)), (Fraction(-7, 3), -5)])
def test_the_theorem_in_numbers(first: Term, angles: tuple[Fraction, Fraction]) -> None:
    model = Model(tuple(zip((x, y), map(Number, angles), strict=True)))
    left, right = (evaluate(side, model, Precise(30)) for side in summed(first, y).args)
    assert abs(left - right) < 1e-25


def test_what_it_says() -> None:
    assert summed(cos(x), n) == eq(cos(Node("add", x, n)), sub(mul(cos(x), cos(n)), mul(sin(x), sin(n))))
    assert same(summed(sin(x), x).args[1], mul(TWO, sin(x), cos(x)))


def test_the_circle() -> None:
    circle = summed(cos(x), neg(x))
    assert same(circle.args[0], ONE)
    assert same(circle.args[1], Node("add", power(cos(x), TWO), power(sin(x), TWO)))


@pytest.mark.parametrize(
    ("premises", "arguments"),
    [
        (given(eq(x, y)), [cos(x), y]),
        ([], [cos(x)]),
        ([], [cos(x), y, y]),
        ([], [x, y]),
        ([], [ONE, y]),
        ([], [Node("exp", x), y]),
        ([], [Node("tanh", x), y]),
        ([], [Node("cos", x, x), y]),
        ([], [cos(Bound(0)), y]),  # would be captured by a binder around the conclusion
        ([], [cos(x), Bound(0)]),
        ([], [cos(x), identity(n)]),
        ([], [cos(identity(n)), y]),
        ([], [cos(x), eq(x, ZERO)]),
        ([], [cos(x), Lambda(x.sort, Bound(0))]),
    ],
)
def test_no_sum_of_angles(premises, arguments) -> None:
    with pytest.raises((Rejected, IllFormed, ValueError)):
        conclude("sum of angles", premises, *arguments)
