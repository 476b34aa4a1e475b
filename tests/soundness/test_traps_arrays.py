"""Traps with matrices: false claims are refuted, and no claim that fails for a size or a singular matrix is proved."""

import pytest

from derivations.pipeline import decide
from symbolic.language import column, columns, function, integer, matrix, real, size, time
from symbolic.language.reading import Statement, read_claim
from symbolic.verdict import Outcome

n, m = size("n"), size("m")
A, B = matrix("A", n, n), matrix("B", n, n)
NAMES = {
    "n": n,
    "m": m,
    "A": A,
    "B": B,
    "C": matrix("C", n, m),
    "b": column("b", n),
    "h": columns("h", n),
    "i": integer("i"),
    "j": integer("j"),
    "t": time("t"),
    "x": real("x"),
    "sigma": function("sigma"),
}


def judged(goal, assume=()):
    claim = read_claim("traps/trap/trap", "trap", "", assume, Statement((goal,)), names=NAMES)
    return decide(claim, None, (), seed=0)[0]


def given(relation, *forall):
    return Statement((relation,), *forall)


FALSE = {
    "matrices commute": ("A*B == B*A", []),
    "the transpose of a product in the old order": ("(A*B).T == A.T*B.T", []),
    "the trace of a product": ("trace(A*B) == trace(A)*trace(B)", []),
    "the trace of a hadamard product": ("trace(hadamard(A, B)) == trace(A*B)", []),
    "every matrix is symmetric": ("A == A.T", []),
    "a matrix without its transpose": ("dot(A, B) == trace(A*B)", []),
    "the square of a sum": ("(A + B)*(A + B) == A*A + 2*(A*B) + B*B", []),
    "the columns of a row-wise softmax": ("sum(softmax_row(C)[i, 1], i, 1, n) == 1", []),
    "a softmax along the wrong axis": ("softmax_row(C).T == softmax_row(C.T)", []),
    "a softmax is not linear": ("softmax_row(2*C) == softmax_row(C)", []),
    "a function of a sum": ("sigma(A + B) == sigma(A) + sigma(B)", []),
    "a function of a product": ("exp(A*B) == exp(A)*exp(B)", []),
    "the diagonal of a product": ("diag(A*b) == A*diag(b)", []),
    "a cancelled factor": ("B == A", [given("A*b == B*b")]),
    "a product that is zero": ("b == 0*b", [given("A*b == 0*b")]),
    "equal traces": ("A == B", [given("trace(A) == trace(B)")]),
    "one entry": ("A == B", [given("A[1, 1] == B[1, 1]")]),
    "equal on the diagonal": ("A == B", [given("A[i, i] == B[i, i]", "i")]),
    "a column that is not moved": ("h[t] == h[0]", [given("h[t + 1] == A*h[t]", "t")]),
    "a power of a matrix, one step short": ("h[t + 2] == A*h[t]", [given("h[t + 1] == A*h[t]", "t")]),
}


@pytest.mark.parametrize("name", FALSE)
def test_a_false_claim_about_matrices_is_refuted(name):
    goal, assume = FALSE[name]
    assert judged(goal, assume).outcome is Outcome.REFUTED


NOT_PROVED = {
    "a right inverse that is not square": ("C.T*C == identity(m)", [given("C*C.T == identity(n)")]),
    "entries beyond the shape": ("sum(C[i, j], i, 1, n + 1) == sum(C[i, j], i, 1, n)", []),
}


@pytest.mark.parametrize("name", NOT_PROVED)
def test_a_claim_that_holds_for_some_matrices_only_is_not_proved(name):
    goal, assume = NOT_PROVED[name]
    assert judged(goal, assume).outcome is not Outcome.PROVED
