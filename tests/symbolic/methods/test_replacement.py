"""A matrix gives way to a simpler one that it is assumed to be equal to, a number to one that it was shown to be,
wherever it stands; never the other way.
"""

import pytest

from derivations import Derivation
from derivations.pipeline import Run
from symbolic.language import Sum, exp, function, integer, real, size
from symbolic.methods import METHODS, Algebra, Entrywise, Given, Replacement, Simplified, Unrolling
from symbolic.methods.draft import Draft
from symbolic.methods.search import Failed, Goal, Search
from symbolic.verdict import Outcome

FIRST = (Replacement(), Given(), Entrywise(), Algebra())


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("A*B*C == q*q.T*C", ["A*B == q*q.T"]),
        ("A*A*A == A", ["A*A == A"]),
        ("A*B*C == C", ["A*B == identity(n)"]),
        ("C*(A*B) == C", ["A*B == identity(n)"]),
        ("sigma(A*p) == sigma(q)", ["A*p == q"]),
        ("dot(A*p, r) == dot(q, r)", ["A*p == q"]),
        ("trace(A*B) == trace(C)", ["A*B == C"]),
    ],
)
def test_what_it_proves(theorem, goal, assume):
    assert "replace" in theorem(FIRST, goal, *assume).rules


@pytest.mark.parametrize(
    ("goal", "assume"),
    [
        ("A*A*A == A", ["A*A == B"]),
        ("A*C*B == C", ["A*B == identity(n)"]),
        ("A*q == p", ["A*p == q"]),
        ("(A*p).T == q.T*A", ["A*p == q"]),
        ("B*A*C == C", ["A*B == identity(n)"]),
    ],
)
def test_what_it_must_not_prove(residual, goal, assume):
    residual(FIRST, goal, *assume)


def test_the_equation_itself_is_not_replaced_in(residual, theorem):
    residual((Replacement(),), "A*A == A", "A*A == A")
    assert theorem((Replacement(), Given()), "A*A == A", "A*A == A").rules == ("assume",)


def test_only_by_something_simpler(residual):
    residual((Replacement(),), "A*C == B*B*C", "A == B*B")
    residual((Replacement(),), "A*C == B*C", "A == B")


def test_scalars_are_left_to_rewriting(residual):
    residual((Replacement(),), "x*y + 1 == a + 1", "x*y == a")


STEP = ("h[k + 1] == A*h[k]", "k")


def test_a_recurrence_is_put_in_at_any_index(theorem):
    assert "replace" in theorem((Unrolling(), *METHODS), "norm(h[t + 2]) == norm(A*h[t + 1])", STEP).rules
    assert "replace" in theorem((Unrolling(), *METHODS), "norm(h[t + 1]) == norm(A*h[t])", STEP).rules


def test_a_recurrence_is_put_in_nowhere_else(residual):
    residual((Unrolling(), *METHODS), "norm(h[t + 1]) == norm(A*h[t + 1])", STEP)


def test_indices_are_compared_up_to_arithmetic(theorem, residual):
    assert "replace" in theorem((Unrolling(), *METHODS), "norm(h[t - t]) == norm(p)", "h[0] == p").rules
    residual((Unrolling(), Algebra()), "norm(h[t + 1 - t]) == norm(p)", "h[0] == p")


i, n = integer("i"), size("n")
x, a = real("x"), function("a")
TOTAL = Sum(a(i), (i, 1, n))


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        (TOTAL**2, 1, Outcome.PROVED),
        (exp(TOTAL * x), exp(x), Outcome.PROVED),
        (Sum(a(i) * x, (i, 1, n)) ** 2, x**2, Outcome.SUPPORTED),
        (TOTAL**2, TOTAL + x, Outcome.REFUTED),
    ],
)
def test_a_number_by_what_it_was_shown_to_be(left, right, outcome):
    derivation = Derivation("weights")
    derivation.assume(TOTAL / 2, 1 - TOTAL / 2)
    shown = derivation.have("they sum to 1", TOTAL, 1)
    assert Run().judged(derivation.show("so", left, right, using=[shown], by=Simplified())).outcome is outcome


def test_only_what_may_be_put_in_is_assumed(read):
    """Every application of a rule counts against the search, and this is tried for every goal."""
    claim, draft = read("A*q == p", "x == 1", "B == A"), Draft()
    with pytest.raises(Failed):
        Search(draft, METHODS).prove(Goal(claim.goal, claim.assumptions), (Replacement(),))
    assert [draft.conclusion(step) for step in range(len(draft.steps))] == [claim.assumptions[1]]
