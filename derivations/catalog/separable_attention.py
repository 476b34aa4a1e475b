"""Question 3.2: softmax of the rows of Q times softmax of the columns of K, transposed, instead of one of Q K^T."""

from derivations import Derivation
from derivations.transcript import Transcript
from symbolic.language import matrix, ones, size, softmax_col, softmax_row

n, d, m, i, j = size("n d m i j")
Q, K, V = matrix("Q K V", n, d)
P, R = matrix("P", n, d), matrix("R", m, d)

rows = Derivation("Each row is a categorical distribution", source="Question 3.2")
rows.assume(i <= n)
rows.assume(j <= n)
weights = softmax_row(Q) * softmax_col(K).T
rows.show("entries are positive", weights[i, j] > 0)
rows.show("rows sum to 1", weights * ones(n), ones(n))

general = Derivation("Row-stochastic times transposed column-stochastic", source="Question 3.2")
general.assume(P * ones(d), ones(n))
general.assume(R.T * ones(m), ones(d))
general.show("rows sum to 1", P * R.T * ones(m), ones(n))

order = Derivation("The cheap order", source="Question 3.2")
order.show(
    "is equal to the costly one", (softmax_row(Q) * softmax_col(K).T) * V, softmax_row(Q) * (softmax_col(K).T * V)
)

S = matrix("S", n, n)
without = Transcript("Without the transpose", source="Question 3.2")
without.sentence(
    "Where the shapes fit, rows sum to 1 without the transpose as well.",
    "softmax_row(S)*softmax_col(S)*ones(n) == ones(n)",
    true=False,
    follows=False,
)
