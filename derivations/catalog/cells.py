"""Question 1.1: a recurrent cell that activates its state before the weights, and one that does so after them."""

from derivations import Derivation
from symbolic.language import column, columns, function, matrix, size, time
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
cells.show("g is h, activated", g[t], sigma(h[t]), by=Induction(t))
cells.show("h is the argument of g", h[t + 1], W * g[t] + U * x[t + 1] + b)

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

start = Derivation("Without the same start", source="Question 1.1")
start.assume(h[t + 1], W * sigma(h[t]) + U * x[t + 1] + b, forall=t)
start.assume(g[t + 1], sigma(W * g[t] + U * x[t + 1] + b), forall=t)
start.show("fails", g[t], sigma(h[t]))
