"""Single edits of formulas with matrices: a name has no parts, shapes fit, what is false is refuted at small sizes."""

import pytest

from derivations.pipeline import decide
from symbolic.language import columns, integer, matrix, size, time
from symbolic.language.reading import Statement, read_claim
from symbolic.mutate import bound_again, mutants
from symbolic.terms import sort_of
from symbolic.terms.text import show
from symbolic.verdict import Outcome

n, d = size("n d")
Q, K = matrix("Q K", n, d)
A, B, D = matrix("A B D", n, n)
h, t = columns("h", n), time("t")
NAMES = {"n": n, "d": d, "Q": Q, "K": K, "A": A, "B": B, "D": D, "h": h, "t": t, "i": integer("i"), "j": integer("j")}


def claimed(goal):
    return read_claim("f/d/c", "title", "", (), Statement((goal,)), names=NAMES)


def goals(goal, *edits):
    return {show(mutant.claim.goal) for mutant in mutants(claimed(goal), *edits)}


@pytest.mark.parametrize(
    ("kind", "goal", "mutant"),
    [
        ("dropped transpose", "A*B.T == D", "A·B = D"),
        ("added transpose", "A*B == D", "A·Bᵀ = D"),
        ("transposed product", "A*B == D", "(A·B)ᵀ = D"),
        ("swapped factors", "A*B == D", "B·A = D"),
        ("swapped later factors", "A*B*D == A", "A·D·B = A"),
        ("dropped factor", "A*B == D", "A = D"),
        ("row for column", "softmax_row(A) == D", "softmax_col(A) = D"),
        ("column for row", "softmax_col(A) == D", "softmax_row(A) = D"),
        ("diagonal on the other side", "diag(h[0])*A == D", "A·diag(h(0)) = D"),
        ("indices of an entry", "A[1, 2] == 0", "A[2, 1] = 0"),
        ("row of an entry", "A[1, 2] == 0", "A[2, 2] = 0"),
        ("another matrix", "Q == 2*K", "K = 2·K"),
        ("index of a sequence", "h[t] == h[0]", "h(t + 1) = h(0)"),
        ("lower end of a product", "prod(A[i, i], i, 1, n) == 1", "∏_{i=0}^{n} A[i, i] = 1"),
        ("upper end of a product", "prod(A[i, i], i, 1, n) == 1", "∏_{i=1}^{n − 1} A[i, i] = 1"),
        ("dropped function", "exp(A) == B", "A = B"),
    ],
)
def test_the_slips_that_authors_make_with_matrices_are_among_the_mutants(kind, goal, mutant):
    assert mutant in goals(goal), kind


@pytest.mark.parametrize("goal", ["Q*K.T == A", "h[t + 1] == A*h[t]", "softmax_row(Q*K.T) == A", "dot(Q, K) == 0"])
def test_names_have_no_parts_and_shapes_fit(goal):
    made = [mutant.claim.goal for mutant in mutants(claimed(goal))]
    assert made
    assert {sort_of(one).name for one in made} == {"formula"}
    assert not any("≤" in show(one) for one in made)


def test_another_matrix_is_one_of_the_same_shape():
    assert "A·K = 0·Q + 0·K" in goals("A*Q == 0*Q + 0*K")
    assert not any("Q·Q" in one or "K·Q" in one for one in goals("A*Q == 0*Q + 0*K"))


def test_a_letter_bound_again_is_bound_once():
    goal = "sum(sum(A[2, j], j, 1, n)*B[1, j], j, 1, n) == 1"
    assert goals(goal, [bound_again]) == {"Σ_{j=1}^{n} A[2, j]·B[1, j] = 1"}
    assert goals("sum(sum(A[i, j], j, 1, n), i, 1, n) == 0", [bound_again]) == set()


@pytest.mark.parametrize("goal", ["(A*B).T == B.T*A.T", "trace(Q.T*K) == dot(Q, K)"])
def test_mutants_that_are_false_are_refuted_at_small_sizes(goal):
    outcomes = {}
    for mutant in list(mutants(claimed(goal)))[::3]:
        verdict, _ = decide(mutant.claim, None, (), 0)
        outcomes[mutant.description] = verdict.outcome
        sizes = [int(value) for name, value in verdict.evidence.display if name in ("n", "d")]
        assert verdict.outcome is not Outcome.REFUTED or max(sizes) <= 2
    refuted = [name for name, outcome in outcomes.items() if outcome is Outcome.REFUTED]
    assert len(refuted) > len(outcomes) / 2
