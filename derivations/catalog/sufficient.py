"""Exploding gradients: a condition that suffices, for cells of every size."""

from derivations.derivation import Derivation
from symbolic.language import column, columns, diag, dot, identity, integer, matrix, oo, real, size, tends, time
from symbolic.methods import Induction

n, t, T = size("n"), time("t"), time("T")
i = integer("i", at_least=1)
W = matrix("W", n, n)
d = columns("d", n)  # the slopes sigma'(h_t)
v = columns("v", n)  # the gradient of h_t by h_0, in one direction
u = column("u", n)
alpha, mu = real("alpha", above=0), real("mu", above=0)  # mu is at most the smallest eigenvalue of W'W

cell = Derivation("Slopes and weights that stretch every vector", source="Question 1.3")
cell.assume(v[t + 1], W * diag(d[t]) * v[t], forall=t)
cell.assume(mu * dot(u, u) <= dot(W * u, W * u), forall=u)
cell.assume(alpha**2 <= d[t][i] ** 2, forall=[t, i])
slopes = cell.show("the slopes stretch", alpha**2 * dot(v[t], v[t]) <= dot(diag(d[t]) * v[t], diag(d[t]) * v[t]))
step = cell.show("so does a step", alpha**2 * mu * dot(v[t], v[t]) <= dot(v[t + 1], v[t + 1]), using=[slopes])
rate = cell.have("the rate is positive", "0 < alpha**2*mu")
growth = cell.show(
    "and all steps", (alpha**2 * mu) ** T * dot(v[0], v[0]) <= dot(v[T], v[T]), by=Induction(T), using=[step, rate]
)
cell.assume(alpha**2 * mu > 1)
cell.assume(dot(v[0], v[0]) > 0)
cell.show("the gradient explodes in every direction", tends(dot(v[T], v[T]), T, oo), using=[growth])

met = Derivation("Which a multiple of the identity does, exactly", source="Question 1.3")
c = real("c", above=1)
met.show("weights c I", c**2 * dot(u, u), dot((c * identity(n)) * u, (c * identity(n)) * u))
