"""Single edits: which are made, that they mean something, and that they owe what they owe."""

import pytest

from symbolic.claim import Claim
from symbolic.language import Sum, integer, real, sequence, time
from symbolic.language.reading import Statement, read_claim
from symbolic.mutate import mutants, near_misses, restated
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Symbol,
    add,
    apply,
    div,
    eq,
    le,
    ne,
    power,
    sequence_sort,
    sort_of,
    sub,
)
from symbolic.terms.text import show

BETA, T, INDEX = real("beta", above=0, below=1), time("t"), integer("i")
V, G = sequence("v"), sequence("g", start=1)
X, Y = Symbol("x"), Symbol("y")


def stated(*goal, assumptions=()):
    return read_claim("f/d/c", "title", "", assumptions, Statement(goal))


UNROLLED = stated(
    V(T),
    (1 - BETA) * Sum(BETA ** (T - INDEX) * G(INDEX), (INDEX, 1, T)),
    assumptions=[Statement((V(T + 1), BETA * V(T) + (1 - BETA) * G(T + 1)), T), Statement((V(0), 0))],
)


def bare(goal):
    return Claim("f/d/c", "", "", (), (), (), goal)


def goals(claim):
    return {show(mutant.claim.goal) for mutant in mutants(claim)}


@pytest.mark.parametrize(
    ("kind", "goal"),
    [
        ("sign", "v(t) = −(1 − β)·Σ_{i=1}^{t} β^(t − i)·g(i)"),
        ("sign of a term", "v(t) = (1 + β)·Σ_{i=1}^{t} β^(t − i)·g(i)"),
        ("factor 2", "2·v(t) = (1 − β)·Σ_{i=1}^{t} β^(t − i)·g(i)"),
        ("dropped factor", "v(t) = Σ_{i=1}^{t} β^(t − i)·g(i)"),
        ("index of a sequence", "v(t + 1) = (1 − β)·Σ_{i=1}^{t} β^(t − i)·g(i)"),
        ("index below a binder", "v(t) = (1 − β)·Σ_{i=1}^{t} β^(t − i)·g(i − 1)"),
        ("exponent", "v(t) = (1 − β)·Σ_{i=1}^{t} β^(t − i + 1)·g(i)"),
        ("lower end", "v(t) = (1 − β)·Σ_{i=0}^{t} β^(t − i)·g(i)"),
        ("upper end", "v(t) = (1 − β)·Σ_{i=1}^{t − 1} β^(t − i)·g(i)"),
        ("dropped term", "v(t) = (1 − β)·Σ_{i=1}^{t} β^t·g(i)"),
        ("letter", "v(t) = (1 − β)·Σ_{i=1}^{t} β^(t − i)·v(i)"),
        ("bound letter", "v(t) = (1 − β)·Σ_{i=1}^{t} β^(t − i)·g(t)"),
        ("letter for a bound one", "v(t) = (1 − β)·Σ_{i=1}^{t} β^(i − i)·g(i)"),
        ("power", "v(t) = (1 − β)·Σ_{i=1}^{t} β^(t − i)·g(i)^2"),
        ("dropped exponent", "v(t) = (1 − β)·Σ_{i=1}^{t} β·g(i)"),
        ("operand order", "v(t) = (1 − β)·Σ_{i=1}^{t} β^(i − t)·g(i)"),
        ("relation", "v(t) ≠ (1 − β)·Σ_{i=1}^{t} β^(t − i)·g(i)"),
    ],
)
def test_the_slips_that_authors_make_are_among_the_mutants(kind, goal):
    assert goal in goals(UNROLLED), kind


def test_order_relations_become_strict_and_are_turned_around():
    assert {"x < y", "y ≤ x"} <= goals(bare(le(X, Y)))


def test_mutants_differ_from_the_claim_and_from_each_other():
    made = [mutant.claim.goal for mutant in mutants(UNROLLED)]
    assert len(set(made)) == len(made) > 40
    assert UNROLLED.goal not in made


def test_two_edits_with_the_same_outcome_are_one_mutant():
    claim = bare(eq(add(X, X), ZERO))
    assert [show(mutant.claim.goal) for mutant in mutants(claim)].count("x = 0") == 1


def test_every_mutant_is_well_sorted():
    assert {sort_of(mutant.claim.goal).name for mutant in mutants(UNROLLED)} == {"formula"}


def test_an_edit_that_means_nothing_is_left_out():
    element = apply(Symbol("v", sequence_sort()), power(Symbol("t", INTEGER), ZERO))
    made = goals(bare(eq(element, ZERO)))
    assert "v(t^1) = 0" in made
    assert not {"v(t^(−1)) = 0", "v(0^t) = 0"} & made


def test_the_order_is_the_same_every_time():
    assert list(mutants(UNROLLED)) == list(mutants(UNROLLED))


def test_descriptions_name_the_edit_and_the_part():
    described = {mutant.description: show(mutant.claim.goal) for mutant in mutants(bare(eq(X, sub(Y, ONE))))}
    assert described["sign of 1"] == "x = y + 1"
    assert described["order of y − 1"] == "x = 1 − y"
    assert described["y for x"] == "y = y − 1"


def test_conditions_are_those_of_the_new_goal():
    mutant = next(one for one in mutants(UNROLLED) if show(one.claim.goal).startswith("v(t − 1) ="))
    assert [show(condition) for condition in mutant.claim.conditions] == ["1 ≤ t"]


def test_conditions_of_the_old_goal_do_not_stay():
    claim = restated(bare(ZERO), eq(div(ONE, sub(X, Y)), ONE))
    assert claim.conditions == (ne(sub(X, Y), ZERO),)
    assert restated(claim, eq(add(X, Y), ONE)).conditions == ()


def test_a_claim_restated_with_its_own_goal_is_the_claim_as_read():
    claims = [
        UNROLLED,
        stated("x/(x - y) == 1 + y/(x - y)"),
        stated("v(t) == b*v(t - 1)"),
        stated("x**n/x == x**(n-1)"),
    ]
    assert [restated(claim, claim.goal) for claim in claims] == claims


def test_everything_else_of_the_claim_stays():
    for mutant in mutants(UNROLLED):
        assert mutant.claim.assumptions == UNROLLED.assumptions
        assert mutant.claim.domains == UNROLLED.domains


@pytest.mark.parametrize(
    "edit",
    [
        "without 0 < β",
        "β ≤ 1 for β < 1",
        "without v(0) = 0",
        "without ∀ t ≥ 0: v(t + 1) = β·v(t) + (1 − β)·g(t + 1)",
        "∀ t ≥ 1: v(t + 1) = β·v(t) + (1 − β)·g(t + 1) for ∀ t ≥ 0: v(t + 1) = β·v(t) + (1 − β)·g(t + 1)",
    ],
)
def test_near_misses_assume_less_too(edit):
    weaker = {mutant.description: mutant.claim for mutant in near_misses(UNROLLED)}[edit]
    assert weaker.goal == UNROLLED.goal
    assert weaker.hypotheses != UNROLLED.hypotheses


def test_near_misses_have_other_bounds_and_no_contraries():
    assert {"2 for the bound 1", "0 for the bound 1"} <= {one.description for one in near_misses(bare(le(X, ONE)))}
    assert not {one.claim.goal for one in near_misses(bare(eq(X, Y)))} & {ne(X, Y)}
