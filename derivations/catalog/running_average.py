"""Question 2.2: the running average of gradients as a linear combination of them, entry by entry."""

from derivations import Derivation
from symbolic.language import Sum, integer, real, sequence, time
from symbolic.methods import Induction

beta = real("beta", above=0, below=1)
t, i = time("t"), integer("i")
v, g = sequence("v"), sequence("g", start=1)

average = Derivation("Running average, unrolled", source="Question 2.2")
average.assume(v(t + 1), beta * v(t) + (1 - beta) * g(t + 1), forall=t)
average.show("one step back", v(t), beta * v(t - 1) + (1 - beta) * g(t))
average.show("two steps back", v(t), beta**2 * v(t - 2) + beta * (1 - beta) * g(t - 1) + (1 - beta) * g(t))
average.show(
    "three steps back",
    v(t),
    beta**3 * v(t - 3) + beta**2 * (1 - beta) * g(t - 2) + beta * (1 - beta) * g(t - 1) + (1 - beta) * g(t),
)
unrolled = average.show(
    "from any start", v(t), beta**t * v(0) + (1 - beta) * Sum(beta ** (t - i) * g(i), (i, 1, t)), by=Induction(t)
)
average.assume(v(0), 0)
average.show("from zero", v(t), (1 - beta) * Sum(beta ** (t - i) * g(i), (i, 1, t)), using=[unrolled])

weights = Derivation("Weights of the running average", source="Question 2.2")
weights.show("sum to 1 - beta^t", (1 - beta) * Sum(beta ** (t - i), (i, 1, t)), 1 - beta**t)
