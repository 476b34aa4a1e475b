"""Question 1.1: a recurrent cell that activates its state before the weights, and one that does so after them."""

from derivations import Derivation
from derivations.transcript import Transcript
from symbolic.language import (
    column,
    columns,
    diag,
    differentiable,
    function,
    identity,
    jacobian,
    matrices,
    matrix,
    size,
    slope,
    time,
)
from symbolic.methods import Induction

n, m = size("n m")
t = time("t")
sigma = function("sigma")
W, U, b = matrix("W", n, n), matrix("U", n, m), column("b", n)
h, g = columns("h g", n)
x = columns("x", m)

cells = Derivation("Two recurrent cells are one", source="Question 1.1")
cells.assume(h[t + 1], W * sigma(h[t]) + U * x[t + 1] + b, forall=t)
cells.assume(g[t + 1], sigma(W * g[t] + U * x[t + 1] + b), forall=t)
cells.assume(g[0], sigma(h[0]))
same = cells.show("g is h, activated", g[t], sigma(h[t]), by=Induction(t))
cells.show("h is the argument of g", h[t + 1], W * g[t] + U * x[t + 1] + b, using=[same])

step = Derivation("The induction step alone", source="Question 1.1")
step.assume(h[t + 1], W * sigma(h[t]) + U * x[t + 1] + b, forall=t)
step.assume(g[t + 1], sigma(W * g[t] + U * x[t + 1] + b), forall=t)
step.assume(g[t], sigma(h[t]))
step.show("from t to t + 1", g[t + 1], sigma(h[t + 1]))

back = Derivation("From the conventional cell to the other", source="Question 1.1")
back.assume(g[t + 1], sigma(W * g[t] + U * x[t + 1] + b), forall=t)
back.assume(h[t + 1], W * g[t] + U * x[t + 1] + b, forall=t)
back.assume(g[0], sigma(h[0]))
activated = back.have("g is h, activated", g[t], sigma(h[t]), by=Induction(t))
back.show("h is the other cell", h[t + 1], W * sigma(h[t]) + U * x[t + 1] + b, using=[activated])

witness = Transcript("Without a common start", source="Question 1.1")
witness.assume(h[t + 1], W * sigma(h[t]) + U * x[t + 1] + b, forall=t)
witness.assume(g[t + 1], sigma(W * g[t] + U * x[t + 1] + b), forall=t)
witness.sentence("Whatever the first states are, g is h, activated.", "g[t] == sigma(h[t])", true=False, follows=False)

p, q = column("p q", n)  # the states h and g of one time, as variables
y = column("y", m)
chain = Derivation("One step of the chain rule", source="Question 1.1, stronger")
chain.assume(differentiable(sigma))
chain.show("Jacobian of h", jacobian(W * sigma(p) + U * y + b, p), W * diag(slope(sigma, p)))
after = diag(slope(sigma, W * q + U * y + b))
chain.show("Jacobian of g", jacobian(sigma(W * q + U * y + b), q), after * W)

H, G = matrices("H G", n, n)  # dh_t/dh_0 and dg_t/dg_0
long = Derivation("Jacobians over all times", source="Question 1.1, stronger")
long.assume(h[t + 1], W * sigma(h[t]) + U * x[t + 1] + b, forall=t)
long.assume(g[t + 1], sigma(W * g[t] + U * x[t + 1] + b), forall=t)
long.assume(g[0], sigma(h[0]))
long.assume(H[0], identity(n))
long.assume(H[t + 1], W * diag(slope(sigma, h[t])) * H[t], forall=t)
long.assume(G[0], identity(n))
long.assume(G[t + 1], diag(slope(sigma, W * g[t] + U * x[t + 1] + b)) * W * G[t], forall=t)
same = long.have("g is h, activated", g[t], sigma(h[t]), by=Induction(t))
long.show(
    "the same up to the slopes at both ends",
    diag(slope(sigma, h[t])) * H[t],
    G[t] * diag(slope(sigma, h[0])),
    by=Induction(t),
    using=[same],
)
