"""Exploding gradients: the reversed condition is necessary, and not sufficient."""

from derivations.derivation import Derivation
from symbolic.language import (
    Matrix,
    columns,
    diag,
    does_not_tend,
    identity,
    largest_eigenvalue,
    matrices,
    matrix,
    norm,
    oo,
    real,
    size,
    sqrt,
    tends,
    time,
    zeros,
)
from symbolic.methods import Induction

n, t, T = size("n"), time("t"), time("T")
W = matrix("W", n, n)
d = columns("d", n)  # the slopes sigma'(h_t)
J = matrices("J", n, n)  # the gradient of h_t by h_0
gamma, delta = real("gamma", above=0), real("delta", at_least=0, below=1)

necessary = Derivation("Explosion needs a large eigenvalue", source="Question 1.3")
smaller = necessary.have("delta makes the bound smaller", delta**2 / gamma**2 < 1 / gamma**2)
necessary.assume(J[0], identity(n))
necessary.assume(J[t + 1], W * diag(d[t]) * J[t], forall=t)
necessary.assume(norm(diag(d[t])) <= gamma, forall=t)
bound = necessary.show("the bound", norm(J[T]) <= (gamma * norm(W)) ** T, by=Induction(T))
hint = necessary.show("the norm by the eigenvalue", largest_eigenvalue(W.T * W), norm(W) ** 2)
necessary.assume(tends(norm(J[T]), T, oo))
large = necessary.show("a step can stretch", gamma * norm(W) > 1, using=[bound])
square = necessary.show("so the squared norm is large", 1 / gamma**2 < norm(W) ** 2, using=[large])
indeed = necessary.show("so is the eigenvalue", 1 / gamma**2 < largest_eigenvalue(W.T * W), using=[square, hint])
necessary.show(
    "above the bound of question 1.2, for every delta < 1",
    delta**2 / gamma**2 < largest_eigenvalue(W.T * W),
    using=[smaller, indeed],
)

c = real("c", above=1)
P = matrices("P", 2, 2)

shift = Derivation("Not sufficient: strictly triangular weights, gradients vanish", source="Question 1.3")
N = Matrix([[0, c], [0, 0]])
shift.assume(P[0], identity(2))
shift.assume(P[t + 1], N * P[t], forall=t)
shift.show("the eigenvalue is as large as one likes", largest_eigenvalue(N.T * N), c**2)
gone = shift.show("after two steps nothing is left", P[t + 2], zeros(2, 2))
shift.show("gradients vanish", tends(norm(P[T + 2]), T, 0), using=[gone])

still = Derivation("Not sufficient: idempotent weights, gradients have a finite limit", source="Question 1.3")
K = Matrix([[1, c], [0, 0]])
still.assume(P[0], identity(2))
still.assume(P[t + 1], K * P[t], forall=t)
still.show("the eigenvalue is larger than 1", largest_eigenvalue(K.T * K), 1 + c**2)
fixed = still.show("every later gradient is W", P[T + 1], K, by=Induction(T))
long = still.show("its norm", norm(P[T + 1]), sqrt(1 + c**2), using=[fixed])
still.show("the limit", tends(norm(P[T + 1]), T, sqrt(1 + c**2)), using=[long])

swap = Derivation("Not sufficient: an involution, gradients have no limit", source="Question 1.3")
S = Matrix([[0, c], [1 / c, 0]])
swap.assume(P[0], identity(2))
swap.assume(P[t + 1], S * P[t], forall=t)
swap.show("the eigenvalue is larger than 1", largest_eigenvalue(S.T * S), c**2)
even = swap.show("even times", P[2 * T], identity(2), by=Induction(T))
odd = swap.show("odd times", P[2 * T + 1], S, using=[even])
one = swap.show("norm at even times", norm(P[2 * T]), 1, using=[even])
more = swap.show("norm at odd times", norm(P[2 * T + 1]), c, using=[odd])
a = real("a")
swap.show("no limit", does_not_tend(norm(P[T]), T, a), using=[one, more])
