import os
import subprocess
import sys
from dataclasses import replace

import pytest

from numeric.chance import POINTS, drawn
from numeric.crosscheck import crosscheck
from numeric.points import at_points
from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.evidence import Estimate
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    div,
    eq,
    expect,
    le,
    mul,
    ne,
    power,
    sequence_sort,
    sub,
    summation,
)

TWO = Number(2)
w, q = (Symbol(name, sequence_sort(1)) for name in "wq")
d, i = Symbol("d", INTEGER), Symbol("i", INTEGER)
SIZED = (le(ONE, d), le(d, Number(3)))


def total(body: Term) -> Term:
    return summation(ONE, d, abstract(body, i))


def e(exponent: Term) -> Term:
    return Node("exp", exponent)


DOT = total(mul(apply(w, i), apply(q, i)))
SQUARE = total(power(apply(q, i), TWO))
LEFT = expect(abstract(e(DOT), w))
RIGHT = e(div(SQUARE, TWO))
SECOND = expect(abstract(e(mul(TWO, DOT)), w))
SPREAD = sub(SECOND, power(LEFT, TWO))


def claim(goal: Term, name: str = "claim") -> Claim:
    return Claim(f"file/derivation/{name}", "", "", SIZED, (), (), goal)


def estimates(asked: Claim, seed: int, alarm: float) -> tuple[Estimate, ...]:
    return tuple(one for _, one in drawn(asked, seed, alarm))


TRUE = {
    "the shift": eq(LEFT, RIGHT),
    "the variance": eq(SPREAD, sub(e(mul(TWO, SQUARE)), e(SQUARE))),
    "the relative variance": eq(div(SPREAD, power(LEFT, TWO)), sub(e(SQUARE), ONE)),
    "of a polynomial": eq(expect(abstract(power(DOT, Number(4)), w)), mul(Number(3), power(SQUARE, TWO))),
    "an inequality": le(ONE, LEFT),
}
FALSE = {
    "one percent": eq(mul(Number(100), LEFT), mul(Number(101), RIGHT)),
    "the prefactor": eq(LEFT, e(SQUARE)),
    "no correction": eq(SPREAD, e(mul(TWO, SQUARE))),
    "an inequality": le(mul(TWO, LEFT), add(ONE, LEFT)),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_true_agrees_at_points_and_by_draws(name: str) -> None:
    evidence = crosscheck(claim(TRUE[name]))
    assert evidence.agrees is True
    assert len(evidence.estimates) == POINTS
    assert evidence.counterexample is None
    assert max(one.detectable for one in evidence.estimates) < 0.03


@pytest.mark.parametrize("name", FALSE)
def test_what_is_false_disagrees_by_draws_alone(name: str) -> None:
    assert any(not one.agrees for one in estimates(claim(FALSE[name]), 0, 1e-6))


@pytest.mark.parametrize("name", FALSE)
def test_what_is_false_has_a_candidate_for_a_model_from_quadrature(name: str) -> None:
    evidence = at_points(claim(FALSE[name]))
    assert evidence.agrees is False
    assert evidence.counterexample is not None
    assert crosscheck(claim(FALSE[name])) is evidence


def test_draws_suggest_a_point_and_decide_nothing() -> None:
    """Nine variables are too many for quadrature: only draws see that this is false, and the kernel is asked."""
    nine = summation(ONE, Number(9), abstract(apply(w, i), i))
    evidence = crosscheck(claim(eq(expect(abstract(e(div(nine, Number(4))), w)), TWO)))
    assert (evidence.agrees, evidence.counterexample, evidence.points) == (False, Model(((d, Number(3)),)), POINTS)
    assert "are told apart" in str(evidence)


def test_of_polynomials_numbers_are_exact() -> None:
    """The variance of a sum of nine is 9: an exact point, without draws."""
    nine = summation(ONE, Number(9), abstract(apply(w, i), i))
    square = expect(abstract(power(nine, TWO), w))
    false, true = at_points(claim(eq(square, Number(10)))), at_points(claim(eq(square, Number(9))))
    assert (false.agrees, false.exact, false.counterexample is None) == (False, 1, False)
    assert (true.agrees, true.exact == true.points) == (True, True)


def test_the_share_is_split_over_points() -> None:
    assert {one.alarm for one in estimates(claim(TRUE["the shift"]), 0, 1e-4)} == {1e-4 / POINTS}


@pytest.mark.parametrize("goal", [ne(LEFT, ZERO), eq(SQUARE, SQUARE)])
def test_claims_without_chance_or_of_other_relations_are_not_drawn(goal: Term) -> None:
    assert estimates(claim(goal), 0, 1e-4) == ()


def test_a_stream_for_each_claim_and_seed() -> None:
    first = estimates(claim(TRUE["the shift"]), 0, 1e-4)
    estimates(claim(TRUE["the variance"], "other"), 0, 1e-4)
    assert estimates(claim(TRUE["the shift"]), 0, 1e-4) == first
    assert estimates(claim(TRUE["the shift"], "other"), 0, 1e-4) != first
    assert estimates(claim(TRUE["the shift"]), 1, 1e-4) != first


PROGRAM = """
from tests.numeric.test_chance import TRUE, claim, estimates
print(estimates(claim(TRUE["the shift"]), 0, 1e-4))
"""


@pytest.mark.parametrize("hash_seed", ["0", "3"])
def test_another_process_draws_the_same(hash_seed: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},  # what else is set there may choose how BLAS adds up
    )
    assert ran.stdout.strip() == str(estimates(claim(TRUE["the shift"]), 0, 1e-4))


def test_what_is_assumed_holds_where_is_drawn() -> None:
    assumed = (eq(d, ONE), eq(apply(q, ONE), ONE))
    found = estimates(replace(claim(eq(LEFT, e(div(ONE, TWO)))), assumptions=assumed), 0, 1e-4)
    assert found
    assert all(one.agrees for one in found)
