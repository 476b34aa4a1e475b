"""The second opinion on classes: rays along which one side outgrows the other, in exact numbers."""

from fractions import Fraction

import pytest

from numeric.arithmetics import Exact, Precise
from numeric.crosscheck import crosscheck
from numeric.errors import Undefined
from numeric.evaluate import evaluate
from numeric.semantics.classes import Growing, Ray, broken
from symbolic.certificate import Model
from symbolic.terms import INTEGER, ONE, Bound, Lambda, Node, Number, Symbol, add, class_of, le, mul, power
from tests.symbolic.kernel.building import claim

n, d, k = (Symbol(name, INTEGER) for name in "ndk")
TWO = Number(2)
SQUARES = add(power(n, TWO), power(d, TWO))


class Here:
    """An evaluation without symbols."""

    arithmetic = Exact()

    def value(self, term, environment=()):
        assert not isinstance(term, Bound) or environment
        values = {Symbol(f"#{place}", INTEGER): Number(one) for place, one in enumerate(environment)}
        for symbol in values:
            term = _put(term, symbol)
        return evaluate(term, Model(tuple(values.items())), self.arithmetic)


def _put(term, symbol):
    if isinstance(term, Bound):
        return Symbol(f"#{term.index}", INTEGER)
    if isinstance(term, Node):
        return Node(term.op, *(_put(part, symbol) for part in term.args))
    return term


def at(formula, arithmetic=None, **values):
    model = Model(tuple((Symbol(name, INTEGER), Number(value)) for name, value in values.items()))
    return evaluate(formula, model, arithmetic or Exact())


@pytest.mark.parametrize(
    ("op", "left", "right", "regime", "holds"),
    [
        ("big_o", mul(n, d), SQUARES, [], True),
        ("big_o", SQUARES, mul(n, d), [], False),
        ("big_omega", SQUARES, mul(n, d), [], True),
        ("big_omega", mul(n, d), SQUARES, [], False),
        ("big_theta", SQUARES, power(add(n, d), TWO), [], True),
        ("big_theta", SQUARES, power(n, TWO), [], False),
        ("big_theta", SQUARES, power(n, TWO), [le(d, n)], True),
        ("big_theta", SQUARES, power(n, TWO), [le(mul(TWO, d), n)], True),
        ("big_theta", SQUARES, mul(n, d), [le(mul(TWO, d), n)], False),
        ("big_o", mul(Number(10**6), n), n, [], True),
        ("big_o", power(n, TWO), add(power(n, TWO), mul(Number(10**45), n)), [], True),
        ("big_o", power(n, TWO), mul(Number(10**45), n), [], False),
    ],
)
def test_polynomials_are_told_apart(op, left, right, regime, holds):
    assert at(class_of(op, [n, d], left, right, regime)) is holds


def test_a_fixed_letter_is_no_size():
    assert at(class_of("big_o", [n], mul(k, n), n), k=1000) is True
    assert at(class_of("big_o", [n, k], mul(k, n), n)) is False


def test_what_is_zero_on_one_side_alone_is_bounded_by_no_constant():
    assert at(class_of("big_o", [n], ONE, mul(n, Number(0)))) is False


def test_only_exact_numbers_are_looked_at():
    with pytest.raises(Undefined, match="exact"):
        at(class_of("big_o", [n], n, n), Precise(30))


def test_functions_too_steep_for_numbers_break_nothing():
    assert at(class_of("big_o", [n], power(TWO, n), n)) is True


def test_the_simplest_ray_comes_first_and_grows():
    formula = class_of("big_theta", [n, d], SQUARES, power(n, TWO))
    growing = Growing(Here(), formula.args, ())
    ray, turned = broken("big_theta", growing)
    assert (ray, turned) == (Ray((1, 1), (0, 1)), False)
    assert [growing.ratio(ray, number) for number in (10, 100)] == [Fraction(101), Fraction(10001)]


def test_a_counterexample_is_a_ray_and_three_numbers():
    evidence = crosscheck(claim(class_of("big_o", [n, d], mul(n, d), n)))
    assert evidence.display == (
        ("n", "1"),
        ("d", "N"),
        ("left side/right side at N = 10, 100, 1000", "10, 100, 1000"),
    )


def test_numbers_that_show_it_are_large_where_the_constants_are():
    slow = class_of("big_o", [n], add(power(n, TWO), Number(10**6)), add(n, Number(10**6)))
    rows = dict(crosscheck(claim(slow)).display)
    ((words, ratios),) = [(key, value) for key, value in rows.items() if "/" in key]
    assert "N = 1e+04, 1e+05, 1e+06" in words
    assert ratios == "100, 9092, 5e+05"


def test_agreement_is_evidence_at_a_point():
    evidence = crosscheck(claim(class_of("big_o", [n, d], mul(n, d), SQUARES)))
    assert (evidence.agrees, evidence.points) == (True, 1)


def test_sizes_stand_in_the_order_they_are_bound_in():
    assert (
        Growing(Here(), (Lambda(INTEGER, Lambda(INTEGER, Bound(1))), Lambda(INTEGER, Lambda(INTEGER, ONE))), ()).ratio(
            Ray((1, 1), (2, 1)), 10
        )
        == 100
    )
