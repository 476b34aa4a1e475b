"""Steps that violate one guard of a rule each, and are refused for it: shapes, sorts, and what is too much.

Most of these could not pass `check` either, which asks whether arguments and conclusions mean something; a rule
refuses them by itself.
"""

from fractions import Fraction

import pytest

from symbolic.kernel.rule import Rejected
from symbolic.kernel.rules.sums import ranged
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    add,
    apply,
    diff,
    eigenmax,
    entry,
    eq,
    expect,
    forall,
    functional_sort,
    grows,
    identity,
    implies,
    le,
    limit_of,
    lt,
    matmul,
    maximum_of,
    mul,
    named_matrix,
    ne,
    neg,
    partial,
    power,
    product,
    random_sort,
    sequence_sort,
    sub,
    summation,
    tends_to,
)  # fmt: skip
from tests.symbolic.kernel.building import TWO, conclude, f, given, m, n, total, u, v, x, y

ONE_ENTRY = Lambda(INTEGER, ONE)
CONSTANT = Lambda(REAL, eq(x, x))
HALF, LOOSE = Number(Fraction(1, 2)), Node("sum", ONE, n, x)  # a sum that binds nothing
OF_V, OF_X = Lambda(INTEGER, apply(v, Bound(0))), Lambda(INTEGER, x)
BARE = Node("prod", ONE, n, x)
F, G = Lambda(INTEGER, apply(u, Bound(0)), "T"), Lambda(INTEGER, apply(v, Bound(0)), "T")
FUNCTION = Lambda(random_sort(1), x)
RANDOM, PAIRS = Symbol("X", random_sort()), Symbol("G", random_sort(1))
VECTOR = sequence_sort(1, 1)
Z, L = Symbol("z", VECTOR), Symbol("L", functional_sort(1))
SQUARE = Lambda(VECTOR, power(apply(Bound(0), ONE), TWO), "z")
A, S = (named_matrix(Symbol(name, sequence_sort(1, 2)), n, n) for name in "AS")
NAME = Symbol("p", VECTOR)


SLOPE = diff(Lambda(REAL, apply(f, Bound(0))), x)
VALUES = [eigenmax(S), limit_of(F), maximum_of(ONE, n, OF_V), product(ONE, n, OF_V), SLOPE]
OPAQUE = [*VALUES, entry(Node("inverse", S), n, n), expect(Lambda(OUTCOME, apply(RANDOM, Bound(0))))]
EXPONENTIALS = summation(ONE, n, Lambda(INTEGER, Node("exp", apply(v, Bound(0)))))
BESIDE = [le(ZERO, add(x, y)), le(x, ONE), le(y, ONE)]  # which leaves x = -1 and y = 1


def same(body):
    return forall(Lambda(VECTOR, eq(body, body), "z"))


def strict(formula):
    return implies(lt(ZERO, Bound(0)), formula)


SURPLUS_PREMISE = {
    "assume": [le(ZERO, x)],
    "dichotomy": [le(ZERO, x)],
    "reflexive": [x],
    "exchange": [summation(ONE, n, Lambda(INTEGER, summation(ONE, m, OF_V)))],
    "norm bound": [A, named_matrix(NAME, n, ONE)],
    "eigenvalue bound": [S, named_matrix(NAME, n, ONE)],
    "constant limit": [x],
    "index growth": [],
}
TENDS = [tends_to(F, x), tends_to(G, y)]
SURPLUS_ARGUMENT = {
    "detach": [implies(le(ZERO, x), lt(x, y)), le(ZERO, x)],
    "cases": [Node("or", le(ZERO, x), lt(x, y)), lt(x, y), lt(x, y)],
    "root": [le(ZERO, x), le(ZERO, y), eq(power(x, TWO), power(y, TWO))],
    "antisymmetry": [le(x, y), le(y, x)],
    "root order": [le(power(x, TWO), power(y, TWO)), le(ZERO, y)],
    "index growth": [],
    "limit of a sum": TENDS,
    "limit of a product": TENDS,
    "limit of a quotient": [*TENDS, ne(y, ZERO)],
    "limit of a reciprocal": [grows(F)],
    "unique limit": [TENDS[0], TENDS[0]],
    "value of a limit": TENDS[:1],
    "by definition": [Node("big_o", Lambda(INTEGER, Bound(0)), Lambda(INTEGER, Bound(0)))],
}


@pytest.mark.parametrize("rule", SURPLUS_PREMISE)
def test_a_premise_too_many(rule):
    assert conclude(rule, [], *SURPLUS_PREMISE[rule])
    with pytest.raises(ValueError, match="unpack"):
        conclude(rule, given(eq(x, x)), *SURPLUS_PREMISE[rule])


@pytest.mark.parametrize("rule", SURPLUS_ARGUMENT)
def test_an_argument_too_many(rule):
    assert conclude(rule, given(*SURPLUS_ARGUMENT[rule]))
    with pytest.raises(ValueError, match="unpack"):
        conclude(rule, given(*SURPLUS_ARGUMENT[rule]), x)


REFUSED = [
    ("empty product", [lt(n, ONE)], [BARE], "binds a variable"),
    ("last factor", [le(ONE, n)], [BARE], "binds an index"),
    ("last factor", [le(ONE, x)], [product(ONE, x, OF_V)], "integers"),
    ("extensionality", [le(x, y)], [LOOSE, total(ONE, n, lambda i: x)], "binds an index"),
    ("extensionality", [le(x, y)], [total(ONE, n, lambda i: x), LOOSE], "binds an index"),
    ("extensionality", [ranged(ONE, x, Lambda(INTEGER, eq(x, x)))], [summation(ONE, x, OF_X)] * 2, "integers"),
    ("exchange", [], [LOOSE], "binds an index"),
    ("exchange", [], [summation(ONE, n, Lambda(INTEGER, LOOSE))], "binds an index"),
    ("exchange", [], [summation(ONE, x, Lambda(INTEGER, summation(ONE, n, OF_V)))], "integers"),
    ("telescope", [le(x, y), le(x, y)], [LOOSE, OF_V], "bind an index"),
    ("telescope", [le(x, y), le(x, y)], [summation(ONE, n, OF_V), x], "bind an index"),
    ("telescope", [ranged(ONE, x, Lambda(INTEGER, eq(x, sub(x, x)))), le(ONE, add(x, ONE))],
     [summation(ONE, x, OF_X), OF_X], "integers"),
    ("entrywise", [le(x, y)], [eq(x, y)], "no equation of matrices"),
    ("inverse", [eq(matmul(x, y), identity(n))], [eq(Node("inverse", x), y)], "unknown shape"),
    ("pathwise", [le(x, y)], [Node("expect", x), expect(Lambda(OUTCOME, x))], "binds a variable"),
    ("pathwise", [le(x, y)], [expect(Lambda(OUTCOME, x)), Node("expect", x)], "binds a variable"),
    ("pathwise", [forall(Lambda(OUTCOME, eq(v, v)))], [expect(Lambda(OUTCOME, v))] * 2, "of sort sequence"),
    ("expectation order", [le(x, y)], [Node("expect", x), expect(Lambda(OUTCOME, x))], "binds a variable"),
    ("expectation order", [le(x, y)], [x, expect(Lambda(OUTCOME, x))], "expected 'expect'"),
    ("expectation order", [forall(Lambda(OUTCOME, le(v, v)))], [expect(Lambda(OUTCOME, v))] * 2, "of sort sequence"),
    ("independence", [Node("independent", PAIRS), ne(n, m), Node("moments", PAIRS, n)], [n, m, ONE, ONE], "moments"),
    ("independence", [Node("independent", RANDOM), ne(n, m), Node("moments", RANDOM, TWO)], [n, m, ONE, ONE],
     "random sequence"),
    ("independence", [Node("independent", add(x)), ne(n, m), Node("moments", add(x), TWO)], [n, m, ONE, ONE],
     "random sequence"),
    ("independence", [Node("independent", FUNCTION), ne(n, m), Node("moments", FUNCTION, TWO)], [n, m, ONE, ONE],
     "random sequence"),
    ("same derivative", [le(x, y)], [x, diff(Lambda(REAL, x), x)], "two derivatives"),
    ("same derivative", [le(x, y)], [diff(Lambda(REAL, x), x), x], "two derivatives"),
    ("same derivative", [forall(CONSTANT)], [diff(CONSTANT, x), Node("partial", CONSTANT, x)], "different places"),
    ("same derivative", [same(SQUARE.body)], [partial(SQUARE, Z, x)] * 2, "integer index"),
    ("same differentiable", [same(SQUARE.body), Node("differentiable", L)], [SQUARE], "two functions"),
    ("same differentiable", [same(SQUARE.body), Node("differentiable", SQUARE)], [L], "two functions"),
    ("differentiable", [], [x], "function of a vector"),
    ("differentiable", [], [Lambda(REAL, Bound(0))], "function of a vector"),
    ("same differentiable", [same(SQUARE.body), Node("differentiable", Z)], [SQUARE], "two functions"),
    ("same differentiable", [same(SQUARE.body), Node("differentiable", SQUARE)], [Z], "two functions"),
    ("differentiable", [], [Z], "function of a vector"),
    ("norm bound", [], [A, x], "no vector"),
    ("norm least", [le(x, y), le(ZERO, y)], [x, y, NAME], "unknown shape"),
    ("maximum bound", [le(ONE, m), le(m, n)], [Node("max", ONE, n, x), m], "no index"),
    ("maximum least", [le(x, y), le(ONE, n)], [Node("max", ONE, n, x), y], "an index is bound"),
    ("maximum bound", [le(ONE, x), le(x, n)], [maximum_of(ONE, n, OF_V), x], "no index"),
    ("squeeze", [*TENDS[:1] * 2, le(x, y), le(x, y)], [x, ZERO], "expected a sequence"),
    ("squeeze", [*TENDS[:1] * 2, le(x, y), le(x, y)], [Lambda(REAL, Bound(0)), ZERO], "expected a sequence"),
    ("squeeze", [*TENDS[:1] * 2, le(x, y), le(x, y)], [n, ZERO], "expected a sequence"),
    ("subsequence", TENDS[:1], [TWO, n], "natural numbers"),
    ("subsequence", TENDS[:1], [Number(Fraction(3, 2)), ZERO], "natural numbers"),
    ("subsequence", TENDS[:1], [TWO, HALF], "natural numbers"),
    ("instance", [Node("forall", x)], [x], "no binder"),
    ("instance", [forall(Lambda(OUTCOME, le(ZERO, x)))], [n], "not outcome"),
    ("instance", [forall(Lambda(INTEGER, le(ZERO, Bound(0))))], [x], "not integer"),
    ("instance", [forall(Lambda(random_sort(1), le(ZERO, x)))], [Lambda(INTEGER, ONE_ENTRY)], "no random"),
    ("instance", [forall(Lambda(sequence_sort(), le(ZERO, x)))], [Lambda(INTEGER, le(ZERO, x))], "no sequence"),
    ("instance", [forall(Lambda(sequence_sort(), le(ZERO, x)))], [Lambda(REAL, Bound(0))], "no sequence"),
    ("instance", [forall(Lambda(sequence_sort(0, 2), le(ZERO, x)))], [OF_V], "no sequence"),
    ("generalise", [eq(apply(f, x), apply(f, x))], [f], "only symbols for numbers"),
    ("termwise", [le(x, y)], [LOOSE, summation(ONE, n, OF_V)], "an index is bound"),
    ("termwise", [le(x, y)], [summation(ONE, n, OF_V), LOOSE], "an index is bound"),
    ("increasing", [le(x, y), le(x, y)], [x], "function of a real variable"),
    ("increasing", [le(x, y), le(x, y)], [Lambda(INTEGER, Bound(0))], "function of a real variable"),
    ("increasing", [x, le(x, y)], [Lambda(REAL, Bound(0))], "function of a real variable"),
    ("increasing", [ne(x, y), le(x, y)], [Lambda(REAL, Bound(0))], "expected a <= b"),
    ("root order", [eq(power(x, TWO), power(y, TWO)), le(ZERO, y)], [], "an order of squares"),
    ("root order", [x, le(ZERO, y)], [], "an order of squares"),
    ("enclosed", [], [x], "no order relation"),
    ("enclosed", [], [eq(ONE, TWO)], "no order relation"),
    ("enclosed", [le(ZERO, v), le(v, ONE)], [lt(v, TWO)], "takes scalars"),
    ("enclosed", [le(Number(-1), x), le(x, ONE)], [ne(x, ZERO)], "no enclosure"),
    ("enclosed", [le(TWO, x), le(x, Number(3))], [lt(x, ONE)], "no enclosure"),
    ("enclosed", [le(TWO, x), le(x, Number(3))], [le(x, ONE)], "no enclosure"),
    ("derivative", [], [diff(Lambda(INTEGER, Bound(0)), n)], "sort real"),
    ("linear", [], [eq(v, v)], "takes scalars"),
    ("linear", [eq(x, x)], [eq(y, y), v], "no scalar"),
    ("order", [], [le(v, v)], "takes scalars"),
    ("dichotomy", [], [x], "expected a relation"),
    ("absurdity", [x, le(ZERO, x)], [le(x, y)], "expected a relation"),
    ("order", [], [x], "no relation"),
    ("order", [], [le(neg(power(x, TWO)), y)], "does not follow"),
    ("order", [lt(x, ZERO)], [lt(x, y)], "does not follow"),
    ("order", [ne(x, ZERO)], [ne(x, y)], "does not follow"),
    ("order", [], [lt(x, x)], "does not follow"),
    ("order", [], [ne(x, x)], "does not follow"),
    ("order", [le(ZERO, x)], [le(x, ZERO)], "does not follow"),
    ("order", [le(x, ZERO)], [le(ZERO, x)], "does not follow"),
    ("order", [], [le(ZERO, power(x, y))], "does not follow"),
    ("order", [], [le(ZERO, power(x, Number(3)))], "does not follow"),
    ("order", [le(ZERO, x)], [le(ZERO, add(x, y))], "does not follow"),
    ("order", [], [le(ZERO, Node("dot", named_matrix(Z, n, ONE), named_matrix(NAME, n, ONE)))], "does not follow"),
    ("order", [], [le(x, power(Node("abs", x), HALF))], "does not follow"),
    ("order", [], [le(neg(x), power(Node("abs", x), HALF))], "does not follow"),
    ("order", [le(x, ONE), le(ZERO, n)], [le(power(x, n), ONE)], "does not follow"),
    ("order", [le(x, ONE), le(n, ZERO), ne(x, ZERO)], [le(ONE, power(x, n))], "does not follow"),
    ("order", [le(ZERO, x), le(x, ONE), le(n, ZERO)], [le(ONE, power(x, n))], "does not follow"),
    ("order", [], [lt(x, add(x, EXPONENTIALS))], "does not follow"),
    ("order", [le(ZERO, n)], [lt(x, add(x, EXPONENTIALS))], "does not follow"),
    *(("order", [], [le(ZERO, opaque)], "does not follow") for opaque in OPAQUE),
    ("enclosed", BESIDE, [lt(neg(HALF), x)], "no enclosure"),
    ("enclosed", BESIDE, [lt(neg(HALF), y)], "no enclosure"),
    ("order", [ne(x, ZERO)], [lt(ZERO, total(ONE, n, lambda i: power(x, TWO)))], "does not follow"),
    ("order", [le(ONE, n)], [lt(ZERO, total(ONE, n, lambda i: power(x, TWO)))], "does not follow"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "premises", "arguments", "reason"), REFUSED, ids=lambda part: str(part)[:60])
def test_a_step_that_violates_one_guard(rule, premises, arguments, reason):
    with pytest.raises((Rejected, ValueError), match=reason):
        conclude(rule, given(*premises), *arguments)


def test_what_bounds_a_product_bounds_no_factor_and_is_in_nobodys_way():
    known = given(le(Number(-1), x), le(x, ONE), le(ZERO, Node("mul", x, y)))
    assert conclude("enclosed", known, lt(x, TWO)).conclusion == lt(x, TWO)
    with pytest.raises(Rejected, match="no enclosure"):
        conclude("enclosed", known, lt(Number(-1), x))


def test_a_sum_of_positive_terms_is_positive_where_there_is_one():
    goal = lt(x, add(x, EXPONENTIALS))
    assert conclude("order", given(le(ONE, n)), goal).conclusion == goal


def test_of_a_double_sum_of_positive_terms_it_is_not_asked_whether_there_is_one():
    pair = Node("exp", mul(apply(u, Bound(1)), apply(v, Bound(0))))
    double = summation(ONE, n, Lambda(INTEGER, summation(ONE, Bound(0), Lambda(INTEGER, pair))))
    assert conclude("order", [], le(x, add(x, double))).conclusion
    with pytest.raises(Rejected, match="does not follow"):
        conclude("order", given(le(ONE, n)), lt(x, add(x, double)))
