"""Question 3.2, third part: which matrices of weights separable attention attains, and which standard attention."""

from derivations import Derivation
from symbolic.language import (
    KroneckerDelta,
    Ne,
    array,
    column,
    exp,
    log,
    matrix,
    ones,
    real,
    size,
    softmax_col,
    softmax_row,
    zeros,
)

n, d, i, j, k = size("n d i j k")
Q, K = matrix("Q K", n, d)
P = matrix("P", n, n)
epsilon, eta = real("epsilon", above=0, below=1), real("eta", above=0)

rank = Derivation("Separable attention has rank at most d", source="Question 3.2")
v = column("v", n)
rank.assume(softmax_col(K).T * v, zeros(d))  # d equations for n numbers
rank.show("what the keys do not see, the weights do not", softmax_row(Q) * softmax_col(K).T * v, zeros(n))

thin = Derivation("Two queries, d = 1: separable attention is singular", source="Question 3.2")
q, s = column("q s", 2)
weights = softmax_row(q) * softmax_col(s).T
thin.show("its determinant is 0", weights[1, 1] * weights[2, 2] - weights[1, 2] * weights[2, 1], 0)

full = Derivation("Two queries, d = 1: standard attention is regular", source="Question 3.2")
full.assume(q[1], 0)
full.assume(q[2], 1)
weights = softmax_row(q * q.T)
determinant = weights[1, 1] * weights[2, 2] - weights[1, 2] * weights[2, 1]
full.show("its determinant", determinant, (exp(1) - 1) / (2 * (1 + exp(1))))
full.show("is not 0", Ne(determinant, 0))

E = array(KroneckerDelta(i, j), (i, n), (j, d))
standard = Derivation("Standard attention attains every positive distribution if d >= n", source="Question 3.2")
standard.assume(n <= d)
standard.assume(P[i, j] > 0, forall=(i, j))
standard.assume(P * ones(n), ones(n))
scores = standard.have("the scores", log(P) * E * E.T, log(P))
standard.show("by Q = log(P) E and K = E", softmax_row(log(P) * E * E.T), P, using=[scores])

# Columns of Q and K beyond n carry the share mu of every distribution, evenly over all n keys.
mu = eta * (d - n)
c = (1 - (1 - epsilon) * (1 - mu)) / n
beyond = ones(n, d) - ones(n, n) * E
left = (P - c * ones(n, n)) / (1 - epsilon) * E + eta * beyond
right = (1 - epsilon) * E + epsilon / n * ones(n, n) * E + beyond / n
separable = Derivation("Separable attention attains every distribution above c if d >= n", source="Question 3.2")
separable.assume(n <= d)
separable.assume(P[i, j] > c, forall=(i, j))
separable.assume(P * ones(n), ones(n))
product = separable.have("their product", left * right.T, P)
sums = separable.have("rows sum to 1", left * ones(d), ones(n))
rows = separable.have("rows", softmax_row(log(left)), left, using=[sums])
sums = separable.have("columns sum to 1", right.T * ones(n), ones(d))
columns = separable.have("columns", softmax_col(log(right)), right, using=[sums])
separable.show("by Q and K", softmax_row(log(left)) * softmax_col(log(right)).T, P, using=[rows, columns, product])

inside = Derivation("Both factors are positive: the first n columns", source="Question 3.2")
inside.assume(n <= d)
inside.assume(i <= n)
inside.assume(k <= n)
inside.assume(P[i, k] > c)
inside.show("of the left one", left[i, k] > 0)
inside.show("of the right one", right[i, k] > 0)

outside = Derivation("Both factors are positive: the columns beyond", source="Question 3.2")
outside.assume(i <= n)
outside.assume(k > n)
outside.assume(k <= d)
outside.show("of the left one", left[i, k] > 0)
outside.show("of the right one", right[i, k] > 0)
