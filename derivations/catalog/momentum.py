"""Question 2.1: descent with momentum and with a running average are one update rule, entry by entry."""

from derivations import Derivation
from symbolic.language import Ne, real, sequence, time
from symbolic.methods import Induction

alpha, beta = real("alpha", above=0, below=1), real("beta", above=0, below=1)
epsilon, delta = real("epsilon", above=0), real("delta", above=0)
t = time("t")
g = sequence("g", start=1)  # the gradients
u, v = sequence("u v")  # velocity, running average
p, q = sequence("p q")  # the updates they lead to

momentum = Derivation("Momentum, recursively", source="Question 2.1")
momentum.assume(u(t + 1), alpha * u(t) + epsilon * g(t + 1), forall=t)
momentum.assume(p(t), -u(t), forall=t)
momentum.show("update", p(t + 1), alpha * p(t) - epsilon * g(t + 1))

average = Derivation("Running average, recursively", source="Question 2.1")
average.assume(v(t + 1), beta * v(t) + (1 - beta) * g(t + 1), forall=t)
average.assume(q(t), -delta * v(t), forall=t)
average.show("update", q(t + 1), beta * q(t) - delta * (1 - beta) * g(t + 1))

one = Derivation("One update rule", source="Question 2.1")
one.assume(u(0), 0)
one.assume(u(t + 1), alpha * u(t) + epsilon * g(t + 1), forall=t)
one.assume(p(t), -u(t), forall=t)
one.assume(v(0), 0)
one.assume(v(t + 1), beta * v(t) + (1 - beta) * g(t + 1), forall=t)
one.assume(q(t), -delta * v(t), forall=t)
one.assume(alpha, beta)
one.assume(epsilon, delta * (1 - beta))
velocity = one.have("velocity", u(t), delta * v(t), by=Induction(t))
one.show("the same updates", p(t), q(t), using=[velocity])

only = Derivation("In no other way", source="Question 2.1")
only.assume(u(0), 0)
only.assume(u(t + 1), alpha * u(t) + epsilon * g(t + 1), forall=t)
only.assume(p(t), -u(t), forall=t)
only.assume(v(0), 0)
only.assume(v(t + 1), beta * v(t) + (1 - beta) * g(t + 1), forall=t)
only.assume(q(t), -delta * v(t), forall=t)
only.assume(p(t), q(t), forall=t)
only.assume(Ne(g(1), 0))
rate = only.show("epsilon = delta (1 - beta)", epsilon, delta * (1 - beta))
only.show("alpha = beta", alpha, beta, using=[rate])
