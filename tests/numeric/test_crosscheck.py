import os
import subprocess
import sys
from fractions import Fraction

import pytest

from numeric.crosscheck import crosscheck
from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    div,
    eq,
    forall,
    function_sort,
    implies,
    le,
    lt,
    mul,
    ne,
    neg,
    power,
    sequence_sort,
    sub,
    summation,
)

HALF = div(ONE, Number(2))
t, i, n = (Symbol(name, INTEGER) for name in "tin")
alpha, beta, delta, epsilon, x, y = (Symbol(name) for name in ("alpha", "beta", "delta", "epsilon", "x", "y"))
g, u, v, w = (Symbol(name, sequence_sort()) for name in "guvw")
f = Symbol("f", function_sort())


def at(sequence: Symbol, index: Term) -> Term:
    return apply(sequence, index)


def after(index: Term) -> Term:
    return add(index, ONE)


def schema(relation: Term, variable: Symbol = t) -> Term:
    return forall(abstract(implies(le(ZERO, variable), relation), variable))


def total(lower: Term, upper: Term, body: Term, variable: Symbol = i) -> Term:
    return summation(lower, upper, abstract(body, variable))


def inside(symbol: Symbol) -> tuple[Term, Term]:
    return lt(ZERO, symbol), lt(symbol, ONE)


def claim(goal: Term, assumptions: tuple[Term, ...] = (), domains: tuple[Term, ...] = ()) -> Claim:
    return Claim("tests/numeric/claim", "", "", domains, assumptions, (), goal)


AVERAGE = (
    eq(at(v, ZERO), ZERO),
    schema(eq(at(v, after(t)), add(mul(beta, at(v, t)), mul(sub(ONE, beta), at(g, after(t)))))),
)
MOMENTUM = (
    eq(at(u, ZERO), ZERO),
    eq(at(w, ZERO), ZERO),
    schema(eq(at(u, after(t)), sub(mul(alpha, at(u, t)), mul(epsilon, at(g, after(t)))))),
    schema(eq(at(w, after(t)), sub(mul(beta, at(w, t)), mul(delta, sub(ONE, beta), at(g, after(t)))))),
)
RATES = (*inside(alpha), *inside(beta), lt(ZERO, epsilon), lt(ZERO, delta))
UNIQUE = (*MOMENTUM, schema(eq(at(u, t), at(w, t))), ne(at(g, ONE), ZERO))


def unrolled(right: Term, low: Term = ZERO) -> Claim:
    return claim(eq(at(v, t), right), AVERAGE, (le(low, t), *inside(beta)))


def weighted(exponent: Term, upper: Term = t) -> Term:
    return mul(sub(ONE, beta), total(ONE, upper, mul(power(beta, exponent), at(g, i))))


TRUE_CLAIMS = {
    "running average": unrolled(weighted(sub(t, i))),
    "geometric sum": claim(
        eq(total(ZERO, sub(t, ONE), power(beta, i)), div(sub(ONE, power(beta, t)), sub(ONE, beta))), (), (le(ZERO, t),)
    ),
    "momentum is a running average": claim(
        eq(at(u, t), at(w, t)),
        (*MOMENTUM, eq(alpha, beta), eq(epsilon, mul(delta, sub(ONE, beta)))),
        (le(ZERO, t), *RATES),
    ),
    "the rate is determined": claim(eq(epsilon, mul(delta, sub(ONE, beta))), UNIQUE, RATES),
    "the decay is determined": claim(eq(alpha, beta), UNIQUE, RATES),
    "x over x": claim(eq(div(x, x), ONE)),
    "roots": claim(eq(mul(power(x, HALF), power(x, HALF)), x)),
    "squares": claim(le(ZERO, mul(x, x))),
    "strict": claim(lt(mul(beta, beta), beta), (), inside(beta)),
    "different": claim(ne(x, add(x, ONE))),
    "explicit definition": claim(
        eq(at(u, after(t)), sub(mul(beta, at(u, t)), mul(delta, sub(ONE, beta), at(g, after(t))))),
        (*AVERAGE, schema(eq(at(u, t), mul(neg(delta), at(v, t))))),
        (le(ZERO, t), *inside(beta)),
    ),
    "weights that sum to one": claim(
        eq(total(ONE, n, mul(x, at(g, i))), x), (eq(total(ONE, n, at(g, i)), ONE),), (le(ONE, n),)
    ),
    "function": claim(eq(apply(f, add(x, y)), apply(f, add(y, x)))),
    "far out": claim(lt(Number(2000), mul(Number(2), x)), (), (lt(Number(1000), x),)),
}
FALSE_CLAIMS = {
    "weight forgotten": unrolled(total(ONE, t, mul(power(beta, sub(t, i)), at(g, i)))),
    "one term short": unrolled(weighted(sub(t, i), sub(t, ONE)), ONE),
    "exponent off by one": unrolled(weighted(add(sub(t, i), ONE))),
    "wrong sign": claim(eq(sub(x, y), sub(y, x))),
    "not strict": claim(lt(ZERO, mul(x, x))),
    "too strict": claim(le(x, mul(x, x))),
    "no bias": claim(
        eq(mul(sub(ONE, beta), total(ONE, t, power(beta, sub(t, i)))), ONE), (), (le(ONE, t), *inside(beta))
    ),
    "additive function": claim(eq(apply(f, add(x, y)), add(apply(f, x), apply(f, y)))),
    "free first element": claim(eq(at(v, t), weighted(sub(t, i))), AVERAGE[1:], (le(ZERO, t), *inside(beta))),
}


@pytest.mark.parametrize("name", sorted(TRUE_CLAIMS))
def test_true_claims_agree_at_many_points(name: str) -> None:
    evidence = crosscheck(TRUE_CLAIMS[name])
    assert evidence.agrees is True
    assert evidence.points >= 20
    assert evidence.exact >= 3
    assert evidence.counterexample is None
    assert evidence.largest <= evidence.tolerance


@pytest.mark.parametrize("name", sorted(FALSE_CLAIMS))
def test_false_claims_have_an_exact_counterexample(name: str) -> None:
    evidence = crosscheck(FALSE_CLAIMS[name])
    assert evidence.agrees is False
    assert evidence.counterexample is not None
    assert evidence.display


def test_counterexample_of_the_forgotten_weight_is_the_one_a_person_would_give() -> None:
    evidence = crosscheck(FALSE_CLAIMS["weight forgotten"])
    assert evidence.display == (
        ("beta", "1/2"),
        ("t", "1"),
        ("g(i)", "1"),
        ("v(0)", "0"),
        ("v(1)", "1/2"),
        ("left side", "1/2"),
        ("right side", "1"),
    )
    assert evidence.counterexample is not None
    assert evidence.counterexample.definitions == ()
    assert dict(evidence.counterexample.values) == {beta: Number(Fraction(1, 2)), t: ONE, g: Lambda(INTEGER, ONE)}


def test_open_first_element_is_part_of_the_model() -> None:
    evidence = crosscheck(FALSE_CLAIMS["free first element"])
    assert evidence.counterexample is not None
    assert evidence.counterexample.definitions == (eq(at(v, ZERO), ONE),)


def test_defined_numbers_and_functions_are_part_of_the_model() -> None:
    explicit = forall(Lambda(x.sort, eq(apply(f, Bound(0)), mul(y, Bound(0))), "x"))
    evidence = crosscheck(claim(eq(apply(f, ONE), x), (eq(x, add(y, ONE)), explicit)))
    assert evidence.counterexample is not None
    assert dict(evidence.counterexample.values) == {x: ONE, y: ZERO, f: Lambda(x.sort, mul(ZERO, Bound(0)))}


@pytest.mark.parametrize(
    "assumptions",
    [
        (eq(mul(x, x), neg(ONE)),),
        (eq(x, add(x, ONE)),),
        (lt(x, ZERO), lt(ZERO, x)),
        (*UNIQUE, eq(at(u, ONE), ONE), eq(at(u, ONE), ZERO)),
    ],
)
def test_contradictory_assumptions_are_not_tested(assumptions: tuple[Term, ...]) -> None:
    evidence = crosscheck(claim(eq(x, x), assumptions, RATES))
    assert (evidence.points, evidence.agrees) == (0, None)
    assert evidence.tried > 0
    assert str(evidence).startswith("not tested")


def test_points_where_a_side_is_undefined_do_not_count() -> None:
    always = crosscheck(claim(eq(div(x, ZERO), ONE)))
    assert (always.points, always.agrees) == (0, None)
    sometimes = crosscheck(TRUE_CLAIMS["x over x"])
    assert sometimes.agrees is True
    assert sometimes.tried > sometimes.points > 0


def test_points_that_could_not_meet_the_assumptions_are_not_tried() -> None:
    evidence = crosscheck(TRUE_CLAIMS["the decay is determined"])
    assert evidence.points == evidence.exact == 40
    assert evidence.tried <= 2 * evidence.points


def test_conditions_filter_points() -> None:
    goal = eq(mul(x, y), ZERO)
    restricted = Claim("tests/numeric/conditions", "", "", (), (), (eq(x, ZERO),), goal)
    assert crosscheck(claim(goal)).agrees is False
    assert crosscheck(restricted).agrees is True


def test_floats_never_refute_but_two_precisions_may_disagree() -> None:
    v, root = Symbol("v", sequence_sort()), power(Number(2), HALF)
    always = forall(Lambda(INTEGER, implies(le(ZERO, Bound(0)), eq(apply(v, add(Bound(0), ONE)), root))))
    evidence = crosscheck(claim(eq(mul(x, x), Number(3)), (always, eq(x, apply(v, ONE)))))
    assert evidence.agrees is False
    assert evidence.counterexample is None
    assert (evidence.exact, evidence.digits) == (0, (30, 60))


def test_where_an_equation_defines_an_irrational_number_its_term_is_the_value() -> None:
    evidence = crosscheck(claim(eq(mul(x, x), Number(3)), (eq(x, power(Number(2), HALF)),)))
    assert evidence.counterexample == Model(((x, power(Number(2), HALF)),))
    assert evidence.display == (("x", "≈ 1.41421"), ("left side", "≈ 2"), ("right side", "3"))


def test_difference_far_below_a_float_is_still_a_counterexample() -> None:
    tiny = Number(Fraction(1, 10**25))
    assert crosscheck(claim(eq(x, add(x, tiny)))).counterexample is not None


def test_other_relations() -> None:
    smallest = crosscheck(claim(lt(mul(x, x), add(x, ONE))))
    assert smallest.display == (("x", "−1"), ("left side", "1"), ("right side", "0"))
    assert crosscheck(claim(ne(mul(x, x), x))).display[0] == ("x", "0")
    assert crosscheck(claim(ne(mul(x, x), Number(2)))).agrees is True


def test_what_rounding_does_not_tell_apart_speaks_against_no_strict_relation() -> None:
    """exp(-200 (1 + x^2)) is positive, though less than any tolerance; with the sides exchanged it is no evidence."""
    tiny = Node("exp", mul(Number(-200), add(ONE, mul(x, x))))
    for goal in (lt(ZERO, tiny), lt(tiny, ZERO), ne(tiny, ZERO)):
        assert crosscheck(claim(goal)).agrees is None
    assert crosscheck(claim(lt(ZERO, Node("exp", x)))).agrees is True
    assert crosscheck(claim(lt(Node("exp", x), ZERO))).agrees is False


def test_the_simplest_counterexample_does_not_depend_on_the_seed() -> None:
    for false in FALSE_CLAIMS.values():
        assert len({crosscheck(false, seed).display for seed in range(3)}) == 1


def test_same_seed_same_evidence() -> None:
    one, two = (crosscheck(TRUE_CLAIMS["roots"], seed=7) for _ in range(2))
    assert one == two


SNIPPET = """
from numeric.crosscheck import crosscheck
from symbolic.claim import Claim
from symbolic.terms import *
x, y, z = map(Symbol, "xyz")
g = Symbol("g", sequence_sort())
goal = eq(mul(x, add(y, z)), add(mul(x, y), mul(x, power(power(z, Number(2)), div(ONE, Number(2))))))
print(crosscheck(Claim("a/b/c", "", "", (lt(ZERO, z),), (eq(apply(g, ONE), mul(x, y)),), (), goal)))
print(crosscheck(Claim("a/b/d", "", "", (), (eq(apply(g, ONE), mul(x, y)),), (), goal)).display)
"""


def test_evidence_does_not_depend_on_the_hash_seed() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SNIPPET],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    assert "agree at" in outputs.pop()


def test_the_same_evidence_is_collected_once_however_it_is_asked_for() -> None:
    square = claim(eq(mul(x, x), power(x, Number(2))))
    assert crosscheck(square) is crosscheck(square, 0) is crosscheck(square, seed=0)
    assert crosscheck(square) is not crosscheck(square, 1)
