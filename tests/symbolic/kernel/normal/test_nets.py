"""Building anew: what is left as it is would come out the same."""

import pytest

from symbolic.kernel.normal import nets
from symbolic.kernel.normal.nets import rebuild
from symbolic.kernel.normal.polynomial import constant, variable
from symbolic.kernel.normal.reading import normalise
from symbolic.terms import ONE, ZERO, Node, Number, Term, add, apply, delta, div, eq, le, lt, mul, ne, power, sub
from tests.symbolic.kernel.building import TWO, beta, f, facts, g, i, n, sums_of, t, x, y

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
