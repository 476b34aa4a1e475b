"""The one form of a sum has its value, whatever the ends are that indices give each other."""

from collections.abc import Callable

import pytest

from symbolic.kernel.normal.finish import MOST_SLICES
from symbolic.kernel.normal.reading import difference
from symbolic.terms import ONE, ZERO, Number, Symbol, Term, add, apply, le, mul, neg, sub
from tests.symbolic.kernel.brute import value
from tests.symbolic.kernel.brute_polynomials import value_of
from tests.symbolic.kernel.building import MINUS, TWO, facts, g, m, n, same, total, u, v

End = Callable[[Symbol], Term]


def pairs(upper: Term, inner_lower: End, inner_upper: End) -> Term:
    """u(i) v(j), summed for i from 0 to ``upper`` and j between ends that speak of i."""
    return total(
        ZERO,
        upper,
        lambda i: total(inner_lower(i), inner_upper(i), lambda j: mul(apply(u, i), apply(v, j)), "j"),
    )


ENDS: dict[str, tuple[Term, End, End]] = {
    "to the other index": (n, lambda i: ZERO, lambda i: i),
    "to twice the other index": (n, lambda i: ZERO, lambda i: add(mul(TWO, i), n)),
    "to twice the other index, backwards": (n, lambda i: ZERO, lambda i: sub(n, mul(TWO, i))),
    "from twice the other index": (n, lambda i: mul(TWO, i), lambda i: mul(TWO, n)),
    "from the negative to 0": (n, neg, lambda i: ZERO),
    "from the other index to its double": (n, lambda i: i, lambda i: mul(TWO, i)),
    "apart from the other index": (n, lambda i: m, lambda i: add(n, ONE)),
    "to a number": (n, lambda i: i, lambda i: Number(3)),
    "between three ends": (m, lambda i: i, lambda i: sub(n, i)),
}


@pytest.mark.parametrize("name", ENDS)
def test_the_form_of_a_sum_has_its_value(name: str) -> None:
    term = pairs(*ENDS[name])
    form = difference(term, ZERO, facts())
    for size in range(-2, 5):
        for other in range(-2, 4):
            at = {n: size, m: other, u: lambda k: k * k + 3, v: lambda k: 7 * k - k * k * k + 2}
            assert value_of(form, at) == value(term, at), at


def of_both(upper: Term, at: End) -> Term:
    """u(at(i)) v(at(i) + j), summed for i from 0 to ``upper`` and j from 0 to m."""
    return total(
        ZERO,
        upper,
        lambda i: mul(apply(u, at(i)), total(ZERO, m, lambda j: apply(v, add(at(i), j)), "j")),
    )


SQUARE = pairs(m, lambda i: ZERO, lambda i: add(n, mul(i, i)))
EQUAL = {
    "an end that is a square": (
        SQUARE,
        add(
            pairs(m, lambda i: ZERO, lambda i: add(n, mul(i, i), MINUS)),
            total(ZERO, m, lambda i: mul(apply(u, i), apply(v, add(n, mul(i, i))))),
        ),
        [le(ZERO, n)],
    ),
    "the last term up to 0, from the negative of the other index": (
        pairs(n, neg, lambda i: ZERO),
        add(pairs(n, neg, lambda i: MINUS), mul(apply(v, ZERO), total(ZERO, n, lambda i: apply(u, i)))),
        [],
    ),
    "one of two indices, reversed": (of_both(n, lambda i: i), of_both(n, lambda i: sub(n, i)), []),
}


@pytest.mark.parametrize("name", EQUAL)
def test_forms_of_one_sum_are_the_same(name: str) -> None:
    left, right, formulas = EQUAL[name]
    assert same(left, right, *formulas)


@pytest.mark.parametrize(("size", "terms"), [(MOST_SLICES, MOST_SLICES), (MOST_SLICES + 1, 1)])
def test_a_long_range_is_not_written_out(size: int, terms: int) -> None:
    assert len(difference(total(ONE, Number(size), lambda i: apply(g, i)), ZERO, facts()).terms) == terms
