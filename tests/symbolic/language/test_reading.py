"""Claims as they are understood: domains, schemas, conditions, and the traps on the way."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Eq, Function, Ne, Sum, Symbol

from symbolic.claim import Claim
from symbolic.language import integer, real, sequence, size, time
from symbolic.language.reading import Statement, Unreadable, read_claim, read_schema
from symbolic.terms import INTEGER, REAL, Lambda, Node, sort_of
from symbolic.terms.text import show, statement

x, y = real("x y")
beta = real("beta", above=0, below=1)
t, n = time("t"), size("n")
i = integer("i")
v, g = sequence("v"), sequence("g", start=1)


def _read(goal: Any, *assumptions: Any, **names: Any) -> Claim:
    stated = [one if isinstance(one, Statement) else Statement(one) for one in assumptions]
    return read_claim("a/b/c", "title", "source", stated, Statement(goal), names=names)


def test_the_running_average() -> None:
    recurrence = Statement((v(t + 1), beta * v(t) + (1 - beta) * g(t + 1)), forall=t)
    unrolled = (v(t), (1 - beta) * Sum(beta ** (t - i) * g(i), (i, 1, t)))
    assert statement(_read(unrolled, (v(0), 0), recurrence)) == (
        "for all real 0 < β < 1, integers t ≥ 0, sequences g from 1, v from 0; "
        "given v(0) = 0; ∀ t ≥ 0: v(t + 1) = β·v(t) + (1 − β)·g(t + 1); "
        "then v(t) = (1 − β)·Σ_{i=1}^{t} β^(t − i)·g(i)"
    )


def test_the_same_claim_from_text() -> None:
    recurrence = Statement("v(t + 1) == beta*v(t) + (1 - beta)*g(t + 1)", forall="t")
    text = _read("v(t) == (1 - beta)*sum(beta**(t - i)*g(i), i, 1, t)", "v(0) == 0", recurrence, beta=beta, g=g)
    script = _read(
        (v(t), (1 - beta) * Sum(beta ** (t - i) * g(i), (i, 1, t))),
        Eq(v(0), 0),
        Statement((v(t + 1), beta * v(t) + (1 - beta) * g(t + 1)), forall=t),
    )
    assert text == script


def test_a_schema_is_guarded_by_its_domain() -> None:
    formula = read_schema((v(t + 1), v(t)), t)
    assert repr(formula) == "(forall (fun t (implies (le 0 #0) (eq (apply v (add #0 1)) (apply v #0)))))"


def test_a_schema_is_guarded_where_it_is_undefined() -> None:
    assert show(read_schema((v(t), v(t - 1) / x), t)) == "∀ t ≥ 0, t ≥ 1, x ≠ 0: v(t) = v(t − 1)/x"
    assert show(read_schema(Eq(1 / x, y), x)) == "∀ real x with x ≠ 0: 1/x = y"


def test_a_schema_in_two_variables_nests() -> None:
    k = integer("k", at_least=1, at_most=n)
    assert show(read_schema(Eq(v(n), v(k)), (n, k))) == "∀ n ≥ 1: ∀ 1 ≤ k ≤ n: v(n) = v(k)"


def test_a_schema_and_a_fixed_symbol_of_one_name_do_not_meet() -> None:
    claim = _read((v(t), 0), Statement((1 / v(t), 1), forall=t), Ne(v(t), 0), t >= 5)
    assert show(claim.assumptions[0]) == "∀ t ≥ 0, v(t) ≠ 0: 1/v(t) = 1"


@pytest.mark.parametrize(
    ("relation", "forall", "message"),
    [
        ((v(0), 0), t, "a schema in t, which does not occur"),
        ((v(t), x), v, "the sequence v alone"),
        ((v(t), x), t + 1, "forall over"),
        ((v(t), x), (t, t), "a schema in t twice"),
        ((v(integer("k", at_most=n)), v(n)), n, r"the domain of k speaks of; expected forall=\(n, k\)"),
        ((v(integer("k", at_most=n)), v(n)), (integer("k", at_most=n), n), "the domain of k speaks of"),
    ],
)
def test_a_schema_that_is_not_clear_is_refused(relation: Any, forall: Any, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_schema(relation, forall)


def test_domains_come_from_everything_that_is_free() -> None:
    k = integer("k", at_most=n)
    claim = _read((x, real("y", above=0)), Statement((v(t), k), forall=t), beta < 2)
    assert [show(one) for one in claim.domains] == ["0 < β", "β < 1", "k ≤ n", "1 ≤ n", "0 < y"]


def test_plain_sympy_symbols_have_the_domain_they_assume() -> None:
    m, p, q, a, s = (
        Symbol("m", integer=True, positive=True),
        Symbol("p", positive=True),
        Symbol("q", nonnegative=True),
        Symbol("a"),
        Symbol("s", real=True, nonzero=True),
    )
    claim = _read((m * p, q + a + s + Symbol("u", negative=True) + Symbol("w", nonpositive=True)))
    assert [show(one) for one in claim.domains] == ["1 ≤ m", "0 < p", "0 ≤ q", "s ≠ 0", "u < 0", "w ≤ 0"]
    assert {one.name: one.sort for one in claim.symbols}["m"] == INTEGER
    assert {one.name: one.sort for one in claim.symbols}["a"] == REAL


def test_a_plain_function_is_total() -> None:
    w = Function("w")
    assert _read((w(t - 1), w(x))).conditions == ()


def test_the_domain_of_a_summation_index_is_its_range() -> None:
    assert _read((Sum(size("m"), (size("m"), 0, t)), x)).domains == _read((Sum(i, (i, 0, t)), x)).domains


def test_conditions_of_assumptions_and_goal_are_collected_once() -> None:
    claim = _read((1 / x, y), (x / y, 1), (v(t - 1) + v(t - 3), 1 / y))
    assert [show(one) for one in claim.conditions] == ["y ≠ 0", "3 ≤ t", "x ≠ 0"]


def test_an_assumption_does_not_excuse_itself() -> None:
    assert [show(one) for one in _read((x, y), "0 < x + 0*(1/x)").conditions] == ["x ≠ 0"]
    assert _read((1 / x, y), Ne(x, 0)).conditions == ()


def test_conditions_of_domains_count() -> None:
    assert [show(one) for one in _read((real("z", below=1 / x), 0)).conditions] == ["x ≠ 0"]


def test_text_keeps_what_sympy_cancels() -> None:
    assert statement(_read("x/x == 1")) == "for all real x; where x ≠ 0; then x/x = 1"
    assert statement(_read((x / x, 1))) == "1 = 1"


def test_names_in_text_are_those_of_the_script() -> None:
    claim = _read((x, y), "beta != x", (beta, beta))
    assert show(claim.domains[0]) == "0 < β"


def test_a_chain_is_several_assumptions() -> None:
    assert [show(one) for one in _read("x == x", "0 < x < 1").assumptions] == ["0 < x", "x < 1"]


@pytest.mark.parametrize(
    ("goal", "message"),
    [
        (Eq(x, x), "a truth value"),
        (x, "expected a relation"),
        ("x + 1", "a scalar; expected a relation"),
        ("0 < x < 1", "a chain of relations"),
        ((x, y, x), "3 parts"),
        ((x, 0.5), "the float 0.5"),
        ((x, Symbol("x")), "print alike"),
        ((x, sympy.Dummy("x")), "a Dummy"),
        ((x, None), "a NoneType"),
        ("v + 1 == v(0)", "the sequence v alone"),
    ],
)
def test_a_goal_that_cannot_be_read_is_refused(goal: Any, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        _read(goal)


def test_a_goal_has_no_forall_of_its_own() -> None:
    with pytest.raises(Unreadable, match="quantified anyway"):
        read_claim("a/b/c", "title", "source", [], Statement((v(t), 0), forall=t))


def test_look_alikes_are_refused_across_formulas() -> None:
    with pytest.raises(Unreadable, match="print alike"):
        _read((x, 1), real("x", above=0) > 1)
    with pytest.raises(Unreadable, match="print alike"):
        _read((real("z", above=Symbol("x")), x))


def test_everything_read_is_well_formed() -> None:
    claim = _read((1 / x, Sum(1 / (x - i), (i, 0, t))), Statement((v(t), 1 / v(t)), forall=t))
    for formula in claim.hypotheses | {claim.goal}:
        assert sort_of(formula).name == "formula"
    schema = claim.assumptions[0]
    assert isinstance(schema, Node)
    assert isinstance(schema.args[0], Lambda)
    assert schema.args[0].sort == INTEGER
