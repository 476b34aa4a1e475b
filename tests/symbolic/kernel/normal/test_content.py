"""What divides a polynomial at sight."""

from fractions import Fraction

import pytest

from symbolic.kernel.normal.content import content, parted
from symbolic.kernel.normal.polynomial import ONE as UNIT_POLY
from symbolic.kernel.normal.polynomial import Poly
from symbolic.kernel.normal.reading import difference
from symbolic.terms import ONE, ZERO, Node, Number, Term, add, div, le, lt, mul, neg, power, sub
from tests.symbolic.kernel.brute import value
from tests.symbolic.kernel.brute_polynomials import value_of
from tests.symbolic.kernel.building import TWO, facts, m, n, same, x, y


def poly(term: Term) -> Poly:
    return difference(term, ZERO, facts())


TERMS: list[Term] = [
    Number(-6),
    mul(TWO, x),
    sub(x, y),
    sub(y, x),
    add(mul(Number(4), x, x), mul(Number(6), x, y)),
    neg(mul(x, y, y)),
    div(sub(x, mul(TWO, y)), Number(3)),
    add(power(x, Number(3)), power(x, TWO), mul(x, power(TWO, n))),
    add(Node("exp", x), Node("exp", mul(TWO, x))),
    mul(power(x, n), power(y, TWO)),
]


@pytest.mark.parametrize("term", TERMS, ids=repr)
def test_the_parts_multiply_to_the_whole(term: Term) -> None:
    number, monomial, rest = parted(poly(term))
    assert (Poly({monomial: number}) * rest).key == poly(term).key
    assert content(rest) == 1


@pytest.mark.parametrize("term", TERMS, ids=repr)
def test_opposite_polynomials_have_one_rest(term: Term) -> None:
    number, monomial, rest = parted(poly(term))
    opposite = parted(-poly(term))
    assert (-opposite[0], opposite[1], opposite[2].key) == (number, monomial, rest.key)


def test_a_single_term_is_all_content() -> None:
    assert parted(poly(mul(TWO, x, y)))[2].key == UNIT_POLY.key


@pytest.mark.parametrize("exponent", [n, neg(n), Number(3), Number(-2)])
def test_the_value_of_the_parts_is_that_of_the_whole(exponent: Term) -> None:
    """Also where terms cancel over a common denominator, which the keys of both sides cannot show."""
    nothing = add(div(ONE, add(ONE, x)), div(x, add(ONE, x)), Number(-1))
    whole = add(nothing, mul(y, power(add(ONE, x), exponent)))
    number, monomial, rest = parted(difference(whole, ZERO, facts(lt(ZERO, x))))
    for point in ({x: 3, y: 5, n: size} for size in range(-2, 3)):
        assert number * value_of(Poly({monomial: Fraction(1)}), point) * value_of(rest, point) == value(whole, point)


OVER = add(ONE, x)
ROOT, CUBE = (power(OVER, Number(Fraction(exponent, 2))) for exponent in (1, 3))


@pytest.mark.parametrize(("base", "rest", "raised"), [(x, ONE, x), (OVER, ROOT, CUBE)], ids=repr)
def test_a_power_that_may_be_of_0_is_no_denominator(base: Term, rest: Term, raised: Term) -> None:
    """Where the base is 0 and n = 1, the sum is y + rest, though base^(-1) (y base^n + rest base) is 0."""
    known = [le(ONE, n), le(ZERO, OVER)]
    whole = add(mul(y, power(base, sub(n, ONE))), rest)
    over = add(mul(y, power(base, n)), raised)
    assert not same(power(whole, m), mul(power(base, neg(m)), power(over, m)), *known)


def test_what_is_taken_out_leaves_no_trace() -> None:
    assert parted(poly(add(mul(x, x), mul(TWO, x, y))))[2].key == poly(add(x, mul(TWO, y))).key
