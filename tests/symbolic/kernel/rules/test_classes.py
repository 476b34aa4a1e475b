"""Classes: a name stands for its definition and for nothing near it; the definition says what textbooks say."""

from fractions import Fraction
from itertools import product

import pytest

from symbolic.kernel.rule import Rejected
from symbolic.kernel.rules.classes import bounded, definition
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    IllFormed,
    Lambda,
    Node,
    Number,
    Symbol,
    abstract,
    add,
    class_of,
    forall,
    implies,
    le,
    lt,
    mul,
    negation,
    power,
    sort_of,
    sub,
    substitute,
    symbols,
)
from tests.symbolic.kernel.building import TWO, conclude, given, k, m, n, x

C = Symbol("C", REAL)
LESS = class_of("big_o", [n, m], mul(n, m), add(power(n, TWO), power(m, TWO)))
NEAR = class_of("big_o", [n, m], mul(n, m), power(n, TWO), [le(mul(k, m), n)])


def at_most(left, constant, right):
    return le(Node("abs", left), mul(constant, Node("abs", right)))


def sizes(body, *names, least=ONE):
    for name in reversed(names):
        body = forall(abstract(implies(le(least, name), body), name))
    return body


def there_is(constant, body):
    return negation(forall(abstract(negation(body), constant)))


INSIDE = at_most(mul(n, m), C, add(power(n, TWO), power(m, TWO)))
MEANS = there_is(C, sizes(INSIDE, n, m))


def test_a_class_and_its_definition_follow_from_each_other():
    assert conclude("defined", given(MEANS), LESS).conclusion == LESS
    assert conclude("by definition", given(LESS)).conclusion == MEANS


def test_a_regime_is_supposed_inside_all_sizes():
    body = implies(le(mul(k, m), n), at_most(mul(n, m), C, power(n, TWO)))
    assert definition(NEAR) == there_is(C, sizes(body, n, m))


def test_omega_turns_the_sides_and_theta_is_both():
    turned = Node("big_o", *LESS.args[::-1])
    assert definition(Node("big_omega", *LESS.args)) == turned
    assert definition(Node("big_theta", *LESS.args)) == negation(implies(LESS, negation(turned)))


@pytest.mark.parametrize(
    "other",
    [
        sizes(there_is(C, INSIDE), n, m),  # a constant for each size
        there_is(C, sizes(INSIDE, n)),  # m is not bound
        there_is(C, sizes(INSIDE, n, m, least=TWO)),  # from 2 on
        there_is(C, forall(abstract(forall(abstract(INSIDE, m)), n))),  # sizes of any sign
        there_is(C, sizes(at_most(add(power(n, TWO), power(m, TWO)), C, mul(n, m)), n, m)),  # turned
        there_is(C, sizes(le(mul(n, m), mul(C, add(power(n, TWO), power(m, TWO)))), n, m)),  # no absolute values
        there_is(C, sizes(lt(*INSIDE.args), n, m)),  # strict
        there_is(Symbol("C", INTEGER), sizes(INSIDE, n, m)),  # C is free, another one is bound
        forall(abstract(sizes(INSIDE, n, m), C)),  # every constant
        sizes(at_most(mul(n, m), TWO, add(power(n, TWO), power(m, TWO))), n, m),  # one constant, without "there is"
        negation(MEANS),
    ],
)
def test_nothing_else_defines_it(other):
    with pytest.raises(Rejected, match="does not define"):
        conclude("defined", given(other), LESS)


def test_without_its_regime_it_is_another_formula():
    with pytest.raises(Rejected, match="does not define"):
        conclude("defined", given(definition(class_of("big_o", [n, m], mul(n, m), power(n, TWO)))), NEAR)


@pytest.mark.parametrize("formula", [le(n, m), MEANS, n, Lambda(INTEGER, LESS)])
def test_only_classes_have_a_definition(formula):
    with pytest.raises(Rejected, match="expected a formula about a class"):
        conclude("by definition", given(formula))


@pytest.mark.parametrize(
    "formula",
    [
        Node("big_o", Lambda(INTEGER, n)),
        Node("big_o", n, m),
        Node("big_o", Lambda(REAL, n), Lambda(REAL, m)),
        Node("big_o", Lambda(INTEGER, n), Lambda(INTEGER, Lambda(INTEGER, m))),
        Node("big_o", Lambda(INTEGER, n), Lambda(INTEGER, m), le(n, m)),
        Node("big_o", Lambda(INTEGER, n), Lambda(INTEGER, m), Lambda(INTEGER, n)),
        Node("big_o", Lambda(INTEGER, le(n, m)), Lambda(INTEGER, m)),
    ],
)
def test_what_means_nothing_is_no_formula(formula):
    with pytest.raises(IllFormed):
        sort_of(formula)
    with pytest.raises(IllFormed):
        definition(formula)


def test_a_free_symbol_called_like_the_constant_is_not_captured():
    formula = class_of("big_o", [n], mul(C, n), n)
    assert C in symbols(definition(formula))
    other = class_of("big_o", [n], mul(x, n), n)
    assert definition(formula) == substitute(definition(other), {x: C})


def test_bounded_is_what_the_textbook_says_at_small_sizes():
    function, other = sub(mul(n, m), Number(3)), sub(n, m)
    formula = class_of("big_o", [n, m], function, other, [lt(m, n)])
    for constant in (Fraction(0), Fraction(1, 2), Fraction(2), Fraction(5)):
        stated = _holds(bounded(formula, Number(constant)))
        meant = all(abs(a * b - 3) <= constant * abs(a - b) for a, b in product(RANGE, RANGE) if b < a and b >= 1)
        assert stated == meant


RANGE = range(-2, 5)


def _holds(formula, bound=()):
    """The truth of a formula whose quantifiers range over `RANGE`."""
    match formula:
        case Node(op="forall", args=(body,)):
            return all(_holds(body.body, (one, *bound)) for one in RANGE)
        case Node(op="implies", args=(premise, conclusion)):
            return not _holds(premise, bound) or _holds(conclusion, bound)
        case Node(op="le" | "lt" as op, args=(left, right)):
            low, high = _value(left, bound), _value(right, bound)
            return low <= high if op == "le" else low < high
    raise AssertionError(formula)


def _value(term, bound):
    match term:
        case Number(value=value):
            return value
        case Node(op="abs", args=(inner,)):
            return abs(_value(inner, bound))
        case Node(op="sub", args=(left, right)):
            return _value(left, bound) - _value(right, bound)
        case Node(op="mul", args=(left, right)):
            return _value(left, bound) * _value(right, bound)
    return bound[term.index]
