"""Norms of matrices whose entries come down to numbers: those of Jacobians of states at fixed times do."""

import pytest
from sympy import Rational

from derivations.derivation import Derivation
from derivations.pipeline import Run
from symbolic.language import column, columns, jacobian, matrix, norm, real, time
from symbolic.methods import Evaluated
from symbolic.prover import prove
from symbolic.verdict import Outcome, Stuck
from tests.symbolic.methods.conftest import alone

t, T, z = time("t"), time("T"), column("z", 2)
W = matrix("W", 2, 2)
h, delta = columns("h", 2, of=z), real("delta", at_least=0, below=1)
QUARTER = Rational(1, 4)


def outcome(factor, relation):
    """Of what is said of h(t + 1) = factor h(t), a function of its first state."""
    cell = Derivation("A cell")
    cell.assume(h[0], z, forall=z)
    cell.assume(h[t + 1], factor * h[t], forall=[t, z])
    cell.show("so large", relation)
    return Run().judged(cell.claims[0]).outcome


def test_a_norm_at_a_fixed_time_is_known():
    assert outcome(Rational(1, 2), norm(jacobian(h[2], z)) <= QUARTER) is Outcome.PROVED
    assert outcome(Rational(1, 2), norm(jacobian(h[2], z)) < QUARTER) is Outcome.REFUTED


def test_the_norm_of_a_letter_does_not_hide_the_one_that_is_known():
    assert outcome(Rational(1, 2), -norm(W) <= QUARTER - norm(jacobian(h[2], z))) is Outcome.PROVED


def test_equality_at_the_first_state_refutes_what_is_strict():
    assert outcome(delta, norm(jacobian(h[T], z)) < delta**T) is Outcome.REFUTED


@pytest.mark.parametrize("goal", ["norm(P[2])**2 == 5", "norm(P[t])**2 <= 6", "norm(A) <= 1"])
def test_where_no_equation_gives_the_entries_nothing_is_made_up(read, goal):
    assert isinstance(prove(read(goal, "P[0] == identity(2)"), by=alone((Evaluated(),)), seconds=3), Stuck)
