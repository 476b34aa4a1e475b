"""Building anew leaves as it is what would come out the same; what sums and expectations must not be taken for."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from symbolic.kernel.normal import nets
from symbolic.kernel.normal.naming import fresh
from symbolic.kernel.normal.nets import gather, kronecker, rebuild
from symbolic.kernel.normal.polynomial import ONE as UNIT
from symbolic.kernel.normal.polynomial import constant, variable
from symbolic.kernel.normal.reading import normalise
from symbolic.terms import (
    ONE,
    OUTCOME,
    ZERO,
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
    le,
    lt,
    mul,
    ne,
    power,
    random_sort,
    sub,
)
from tests.symbolic.kernel.building import (
    TWO,
    beta,
    f,
    facts,
    g,
    i,
    k,
    n,
    same,
    sums_of,
    t,
    total,
    u,
    v,
    x,
    y,
)

FIXED = [
    x, add(x, y), mul(x, x, y), power(add(x, y), TWO), apply(g, add(t, ONE)), apply(f, mul(x, apply(f, y))),
    sub(mul(n, apply(g, n)), Number(3)),
]  # fmt: skip
NOT_FIXED = [
    div(x, y), power(x, t), power(TWO, t), power(beta, sub(t, i)), Node("log", mul(x, y)), delta(i, t), sums_of(g, n),
    apply(f, div(ONE, x)), mul(apply(g, t), power(x, n)), apply(f, sums_of(g, n)),
]  # fmt: skip
KNOWN = [[], [ne(x, ZERO), ne(y, ZERO)], [lt(ZERO, x), lt(ZERO, y)], [ne(i, t)], [le(ONE, t), le(ONE, n)], [eq(x, y)]]


@pytest.mark.parametrize("term", [*FIXED, *NOT_FIXED], ids=repr)
@pytest.mark.parametrize("known", KNOWN, ids=repr)
def test_what_is_fixed_is_what_building_anew_gives(
    term: Term, known: list[Term], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = normalise(term, facts())
    quick = [rebuild(made, facts(*known)), rebuild(made, facts(*known), {i: variable(n) + constant(1)})]
    monkeypatch.setattr(nets, "_untouched", lambda part, values: False)
    slow = [rebuild(made, facts(*known)), rebuild(made, facts(*known), {i: variable(n) + constant(1)})]
    assert [poly.key for poly in quick] == [poly.key for poly in slow]


@pytest.mark.parametrize("term", FIXED, ids=repr)
def test_symbols_and_elements_are_fixed(term: Term) -> None:
    assert normalise(term, facts()).fixed


@pytest.mark.parametrize("term", NOT_FIXED, ids=repr)
def test_what_facts_bear_on_is_not_fixed(term: Term) -> None:
    assert not normalise(term, facts()).fixed


def test_values_are_put_into_what_is_fixed() -> None:
    made = normalise(mul(x, apply(g, add(i, ONE))), facts())
    assert rebuild(made, facts(), {i: variable(n)}).key == normalise(mul(x, apply(g, add(n, ONE))), facts()).key


# -- sums ---------------------------------------------------------------------------------------------


def at_one_point(body: Callable[[Symbol], Term]) -> Term:
    """``body(k)``, as a sum over j from k to m, of which it is learnt late that m is k."""
    return total(k, k, lambda end: total(k, end, body))


def chosen(weight: Callable[[Symbol], Term]) -> Term:
    """The sum of weight(i) g(i) over i from 1 to n."""
    return total(ONE, n, lambda index: mul(weight(index), apply(g, index)))


DOUBLED = at_one_point(lambda j: chosen(lambda index: delta(j, mul(TWO, index))))
SQUARED = at_one_point(lambda j: chosen(lambda index: delta(j, power(index, TWO))))
WITHIN = [le(ONE, k), le(mul(TWO, k), n)]


@pytest.mark.parametrize(
    ("left", "right", "known"),
    [
        (chosen(lambda index: delta(mul(TWO, index), k)), apply(g, mul(TWO, k)), WITHIN),  # g(k/2), or nothing
        (chosen(lambda index: power(delta(index, k), t)), apply(g, k), [*WITHIN, le(ZERO, t)]),  # if t = 0, all g(i)
        (DOUBLED, ZERO, WITHIN),  # g(1) for k = 2
        (DOUBLED, apply(g, mul(TWO, k)), WITHIN),
        (SQUARED, ZERO, WITHIN),  # g(1) for k = 1
        # as many as the smaller one of n and t is
        (
            total(ONE, n, lambda index: total(ONE, t, lambda j: delta(index, j))),
            sub(add(n, t), ONE),
            [le(ONE, n), le(ONE, t)],
        ),
    ],
    ids=repr,
)
def test_what_is_no_value_of_a_sum(left: Term, right: Term, known: list[Term]) -> None:
    assert not same(left, right, *known)


def test_sums_that_fall_apart_late_have_ranges_and_terms_of_their_own() -> None:
    together = at_one_point(
        lambda j: mul(total(j, n, lambda index: apply(u, index)), total(j, n, lambda index: apply(v, index)))
    )
    apart = [total(k, n, lambda index, one=one: apply(one, index)) for one in (u, v)]
    assert same(together, mul(*apart))
    assert not same(together, mul(apart[0], apart[0]))


def test_the_points_between_twice_an_index_and_its_bounds_are_not_counted_as_if_it_were_once() -> None:
    """1 <= 2 i <= n holds for half of the i up to n."""
    index = fresh()
    row = variable(index).scaled(Fraction(2))
    found = gather([index], [row - UNIT, variable(n) - row], UNIT, facts(le(ONE, n)))
    assert found.key != variable(n).key


def test_no_index_is_left_of_a_sum_over_two() -> None:
    """1 <= i <= delta(j, k) has one point; what j must be, its second constraint alone tells."""
    first, second = fresh(), fresh()
    rows = [variable(first) - UNIT, kronecker(variable(second) - variable(k), facts()) - variable(first)]
    assert gather([first, second], rows, UNIT, facts()).symbols == {k}


# -- expectations -------------------------------------------------------------------------------------

NOISE, OMEGA = Symbol("xi", random_sort(1)), Symbol("omega", OUTCOME)


def noise(index: Term) -> Term:
    return apply(NOISE, index, OMEGA)


def mean(body: Term) -> Term:
    return expect(abstract(body, OMEGA))


def test_an_expectation_of_a_sum_that_may_not_exist_is_not_0() -> None:
    assert not same(mean(total(ONE, n, noise)), ZERO)


def test_moments_are_of_an_order_that_is_a_number() -> None:
    """xi has a first moment, but xi^t need not, for t = 5."""
    unknown, known = power(noise(ONE), t), [le(ZERO, t), Node("moments", NOISE, ONE)]
    assert not same(mean(add(unknown, ONE)), add(mean(unknown), ONE), *known)
