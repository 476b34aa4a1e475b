"""Answers about signs and nonzero values: entailed where they are yes, and not given where they would be wrong."""

import pytest

from symbolic.kernel.normal.facts import Facts
from symbolic.kernel.normal.polynomial import Atom, Poly, atomic
from symbolic.kernel.normal.reading import difference
from symbolic.kernel.rule import Rejected
from symbolic.terms import (
    ONE,
    ZERO,
    Node,
    Number,
    Term,
    absolute,
    add,
    apply,
    div,
    eq,
    le,
    lt,
    mul,
    ne,
    neg,
    power,
    sub,
)
from tests.symbolic.kernel.brute import holds
from tests.symbolic.kernel.building import (
    MINUS,
    TWO,
    beta,
    conclude,
    facts,
    g,
    given,
    h,
    k,
    m,
    n,
    s,
    sums_of,
    t,
    total,
    x,
    y,
)

POWERS = total(ONE, t, lambda i: power(beta, i))

ENTAILED: list[tuple[Term, list[Term]]] = [
    (lt(ZERO, ONE), []),
    (le(Node("cos", x), ONE), []),
    (le(MINUS, Node("sin", x)), []),
    (lt(ZERO, add(TWO, Node("sin", x), y)), [lt(MINUS, y)]),
    (le(ZERO, x), [lt(ZERO, x)]),
    (le(ZERO, sub(add(n, t), ONE)), [le(ONE, n), le(ZERO, t)]),
    (le(ONE, n), [lt(ZERO, n)]),
    (lt(ZERO, sub(n, m)), [le(add(m, ONE), n)]),
    (lt(ZERO, mul(x, y)), [lt(ZERO, x), lt(ZERO, y)]),
    (lt(ZERO, mul(x, y)), [lt(x, ZERO), lt(y, ZERO)]),
    (le(ZERO, mul(x, x)), []),
    (lt(ZERO, mul(x, x)), [ne(x, ZERO)]),
    (lt(ZERO, power(beta, t)), [lt(ZERO, beta)]),
    (le(ZERO, power(beta, t)), [le(ZERO, beta)]),
    (ne(power(x, t), ZERO), [ne(x, ZERO)]),
    (lt(ZERO, POWERS), [lt(ZERO, beta), le(ONE, t)]),
    (le(ZERO, POWERS), [le(ZERO, beta)]),
    (le(ZERO, total(n, m, lambda i: mul(apply(g, i), apply(g, i)))), []),
    (ne(sub(ONE, beta), ZERO), [lt(beta, ONE)]),
    (ne(sub(ONE, beta), ZERO), [ne(beta, ONE)]),
    (ne(mul(x, y), ZERO), [ne(x, ZERO), ne(y, ZERO)]),
    (ne(div(x, y), ZERO), [ne(x, ZERO), ne(y, ZERO)]),
    (le(x, y), [eq(x, y)]),
    (le(x, add(x, mul(y, y))), []),
    (lt(ZERO, x), [le(sums_of(g, n), x), lt(ZERO, sums_of(g, n))]),
    (lt(x, MINUS), [le(x, y), lt(y, x)]),
]

OPEN: list[tuple[Term, list[Term]]] = [
    (lt(Node("cos", x), ONE), []),
    (lt(MINUS, Node("sin", x)), []),
    (le(ZERO, Node("cos", x)), []),
    (le(div(ONE, Node("cos", x)), ONE), []),
    (le(x, div(ONE, absolute(x))), [ne(x, ZERO)]),
    (le(div(ONE, Node("cos", x)), ONE), [lt(ZERO, Node("cos", x))]),
    (lt(ZERO, x), [le(ZERO, x)]),
    (le(ZERO, x), []),
    (le(ZERO, sub(add(n, t), ONE)), [le(ZERO, n), le(ZERO, t)]),
    (lt(ZERO, mul(x, x)), []),
    (le(ZERO, mul(x, y)), [le(ZERO, x)]),
    (le(ZERO, power(x, Number(3))), []),
    (lt(ZERO, power(beta, t)), [le(ZERO, beta)]),
    (le(ZERO, power(x, t)), [ne(x, ZERO)]),
    (le(ZERO, power(MINUS, t)), []),
    (ne(power(x, t), ZERO), [le(ONE, t)]),
    (lt(ZERO, POWERS), [lt(ZERO, beta), le(ZERO, t)]),
    (le(ZERO, POWERS), []),
    (le(ZERO, POWERS), [ne(beta, ZERO)]),
    (ne(POWERS, ZERO), [ne(beta, ZERO), le(ONE, t)]),
    (le(ZERO, total(ONE, n, lambda i: sub(m, i))), [le(ZERO, m)]),
    (ne(mul(x, y), ZERO), [ne(x, ZERO)]),
    (ne(add(x, y), ZERO), [ne(x, ZERO), ne(y, ZERO)]),
    (ne(div(x, y), ZERO), [ne(x, ZERO)]),
    (le(ONE, x), [lt(ZERO, x)]),
    (lt(ZERO, sub(ONE, power(beta, t))), [lt(ZERO, beta), lt(beta, ONE)]),
    (ne(sub(n, m), ZERO), [ne(n, ZERO), ne(m, ZERO)]),
    (lt(x, y), [le(x, y)]),
]


@pytest.mark.parametrize(("relation", "formulas"), ENTAILED, ids=repr)
def test_relations_that_follow(relation: Term, formulas: list[Term]) -> None:
    assert conclude("order", given(*formulas), relation).conclusion == relation


@pytest.mark.parametrize(("relation", "formulas"), OPEN, ids=repr)
def test_relations_that_do_not_follow(relation: Term, formulas: list[Term]) -> None:
    with pytest.raises(Rejected, match="does not follow"):
        conclude("order", given(*formulas), relation)


def test_the_ranges_of_two_sums_are_not_confused() -> None:
    """The range of one sum's index once was believed of the index of another sum, when both bore the same name."""
    lower = total(ZERO, sub(s, ONE), lambda j: power(sub(add(t, ONE), j), k))
    wrong = le(ZERO, total(ZERO, sub(t, ONE), lambda i: power(add(x, i), k)))
    formulas, point = [le(ZERO, k), le(lower, x)], {k: 1, t: 1, s: 6, x: -3}
    assert all(holds(formula, point) for formula in formulas)
    assert not holds(wrong, point)
    with pytest.raises(Rejected, match="does not follow"):
        conclude("order", given(*formulas), wrong)


def test_a_fact_about_sums_that_speaks_of_itself_ends() -> None:
    circular = le(total(ONE, t, lambda j: power(add(x, j), k)), x)
    with pytest.raises(Rejected, match="does not follow"):
        conclude("order", given(circular, le(ZERO, k)), le(ZERO, total(ONE, n, lambda i: power(add(x, i), k))))


def test_a_scope_does_not_change_the_facts_outside() -> None:
    outside = facts(le(ZERO, t))
    positive = difference(t, ONE, outside)
    assert outside.within([positive]).nonnegative(positive)
    assert not outside.nonnegative(positive)


def test_the_facts_that_were_used_are_remembered() -> None:
    known = facts(lt(ZERO, x), lt(ZERO, y))
    assert known.positive(difference(mul(TWO, x), ZERO, known))
    assert known.used == {lt(ZERO, x)}


def test_contradictory_facts_are_noticed() -> None:
    assert facts(lt(x, y), lt(y, h), lt(h, x)).impossible()
    assert not facts(le(x, y), le(y, h), le(h, x)).impossible()
    assert facts(lt(ZERO, n), lt(n, ONE)).impossible()
    assert not facts(lt(ZERO, x), lt(x, ONE)).impossible()


def test_equations_about_sums_are_no_facts() -> None:
    assert not facts(eq(sums_of(g, n), ZERO)).nonnegative(difference(neg(sums_of(g, n)), ZERO, facts()))


def test_an_atom_is_brought_into_a_form_once_under_the_same_facts_and_anew_under_others() -> None:
    made: list[str] = []

    def form(atom: Atom, under: Facts) -> Poly:
        made.append("positive" if under.positive(atomic(atom)) else "unknown")
        return atomic(atom)

    some, other = facts(lt(ZERO, x)), facts()
    for known in (some, some, some.within([]), other, other):
        assert known.once(form, Atom("symbol", x)).key == atomic(Atom("symbol", x)).key
    some.once(form, Atom("symbol", y))
    assert made == ["positive", "positive", "unknown", "unknown"]
