"""From terms to polynomials: which formulas are facts, what clearing denominators may do, and what is refused."""

import pytest

from symbolic.kernel.normal.polynomial import LARGEST_WORK, Work
from symbolic.kernel.normal.reading import compared, difference, facts_from, is_integrable, normalise, vanishes
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    IllFormed,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    div,
    either,
    eq,
    forall,
    functional_sort,
    implies,
    le,
    lt,
    mul,
    ne,
    power,
    sequence_sort,
    sub,
)
from tests.symbolic.kernel.building import TWO, f, facts, g, n, same, sums_of, t, total, x, y, z


@pytest.mark.parametrize(
    "formula",
    [
        implies(le(ZERO, ONE), lt(ZERO, x)),
        either(lt(ZERO, x), lt(ZERO, x)),
        forall(Lambda(INTEGER, lt(ZERO, x))),
        Node("false"),
    ],
)
def test_only_relations_are_facts(formula: Term) -> None:
    known = facts(formula)
    assert not known.nonzero(difference(x, ZERO, known))


def test_facts_are_read_under_each_other() -> None:
    """x/y > 0 says something of the monomial x y^(-1) only where y is known to be nonzero."""
    known = facts(lt(ZERO, div(x, y)), ne(y, ZERO))
    assert known.nonzero(difference(mul(x, power(y, Number(-1))), ZERO, known))


def test_the_order_of_formulas_does_not_matter() -> None:
    formulas = [lt(ZERO, div(x, y)), ne(y, ZERO), le(x, z), ne(z, ZERO)]
    for start in range(4):
        known = facts_from([*formulas[start:], *formulas[:start]])
        assert known.nonzero(difference(div(x, y), ZERO, known))


MORE = add(ONE, apply(f, y))


@pytest.mark.parametrize(
    ("left", "right", "formulas"),
    [
        (add(div(ONE, x), div(ONE, y)), div(add(x, y), mul(x, y)), [ne(x, ZERO), ne(y, ZERO)]),
        (div(ONE, sub(ONE, x)), add(ONE, div(x, sub(ONE, x))), [lt(x, ONE)]),
        (div(sub(power(x, TWO), power(y, TWO)), sub(x, y)), add(x, y), [ne(sub(x, y), ZERO)]),
        (div(x, sums_of(g, n)), div(mul(x, y), mul(y, sums_of(g, n))), [ne(y, ZERO)]),
        (div(MORE, sub(ONE, x)), add(MORE, div(mul(MORE, x), sub(ONE, x))), [lt(x, ONE)]),
    ],
)
def test_denominators_that_are_nonzero_are_cleared(left: Term, right: Term, formulas: list[Term]) -> None:
    assert same(left, right, *formulas)


@pytest.mark.parametrize(
    ("left", "right", "formulas"),
    [
        (add(div(ONE, x), div(ONE, y)), div(add(x, y), mul(x, y)), [ne(x, ZERO)]),
        (div(ONE, sub(ONE, x)), add(ONE, div(x, sub(ONE, x))), []),
        (div(ONE, sub(ONE, x)), add(ONE, div(x, sub(ONE, x))), [ne(x, ZERO)]),
        (div(x, sums_of(g, n)), div(mul(x, sums_of(g, n)), power(sums_of(g, n), TWO)), [ne(sums_of(g, t), ZERO)]),
        (mul(div(sub(x, y), sub(x, y)), z), z, []),
    ],
)
def test_denominators_that_may_be_zero_are_not_cleared(left: Term, right: Term, formulas: list[Term]) -> None:
    if left.op == "div" and right.op == "div":
        assert not same(left, div(x, TWO), *formulas)
    else:
        assert not same(left, right, *formulas)


def test_a_quotient_under_a_sum_is_cleared_where_its_denominator_is_nonzero_outside() -> None:
    left = total(ONE, n, lambda i: div(apply(g, i), x))
    assert same(mul(left, x), sums_of(g, n), ne(x, ZERO))
    assert not same(mul(left, x), sums_of(g, n))


@pytest.mark.parametrize("term", [Bound(0), eq(x, y), Node("nothing", x), Lambda(INTEGER, x), Node("false")])
def test_what_is_no_scalar_is_refused(term: Term) -> None:
    with pytest.raises(IllFormed):
        normalise(term, facts())


def test_a_function_of_more_than_entries_is_not_known_to_be_integrable() -> None:
    vector, whole = Symbol("w", sequence_sort()), Symbol("h", functional_sort(1))
    assert is_integrable(abstract(apply(vector, ONE), vector), facts())
    assert not is_integrable(abstract(apply(whole, vector), vector), facts())


def test_the_ends_of_an_opaque_range_are_compared_as_numbers() -> None:
    long, short = (Node("prod", ONE, upper, Lambda(INTEGER, apply(g, Bound(0)))) for upper in (add(n, sub(t, t)), n))
    assert same(long, short)
    assert not same(long, Node("prod", ONE, t, Lambda(INTEGER, apply(g, Bound(0)))))


def test_the_slots_of_an_opaque_term_are_filled_by_scalars_only() -> None:
    limit = Node("lim", Lambda(INTEGER, mul(x, apply(g, Bound(0)))))
    assert difference(limit, ZERO, facts()).symbols == {x}


def test_every_question_has_its_own_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever ran before, and whether or not the formulas have been read already."""
    known = facts_from([lt(ZERO, x)])
    monkeypatch.setattr(Work, "left", 0)
    assert difference(mul(x, add(x, y)), mul(x, x), known).key == difference(mul(x, y), ZERO, known).key
    monkeypatch.setattr(Work, "left", 0)
    facts_from([lt(ZERO, x)])
    assert Work.left == LARGEST_WORK


def test_vanishing_ends() -> None:
    names = [Symbol(f"a{k}") for k in range(12)]
    many = add(*(div(ONE, name) for name in names))
    known = facts(*(lt(ZERO, name) for name in names))
    assert not vanishes(difference(many, ZERO, known), known)


@pytest.mark.parametrize("known", [[], [ne(x, ZERO)], [lt(ZERO, x)], [lt(ZERO, x), ne(y, ZERO)]], ids=repr)
@pytest.mark.parametrize(("left", "right"), [(div(x, x), ONE), (mul(x, y), mul(y, x)), (x, y)], ids=repr)
def test_comparing_again_or_in_another_order_changes_nothing(left: Term, right: Term, known: list[Term]) -> None:
    facts = facts_from(known)
    rest = difference(left, right, facts)
    equal, used = vanishes(rest, facts), facts.used
    for _ in range(2):
        compared(left, right, frozenset())
        found = compared(left, right, frozenset(known))
        assert (found.rest.key, found.equal, found.used) == (rest.key, equal, used)
