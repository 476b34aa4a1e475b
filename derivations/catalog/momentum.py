"""Question 2.1: gradient descent with momentum, and with a running average, are one update rule, entry by entry."""

from sympy import Ne

from derivations import Derivation
from symbolic.language import real, sequence, time
from symbolic.methods import Induction

alpha, beta = real("alpha", above=0, below=1), real("beta", above=0, below=1)
epsilon, delta = real("epsilon", above=0), real("delta", above=0)
t = time("t")
v, step, average_step = sequence("v"), sequence("step"), sequence("average_step")
g = sequence("g", start=1)

momentum = Derivation("Momentum, as a recursion of the update", source="Question 2.1")
momentum.assume(v(t + 1), alpha * v(t) + epsilon * g(t + 1), forall=t)
momentum.assume(step(t), -v(t), forall=t)
momentum.show("update", step(t + 1), alpha * step(t) - epsilon * g(t + 1))

average = Derivation("The running average, as a recursion of the update", source="Question 2.1")
average.assume(v(t + 1), beta * v(t) + (1 - beta) * g(t + 1), forall=t)
average.assume(step(t), -delta * v(t), forall=t)
average.show("update", step(t + 1), beta * step(t) - delta * (1 - beta) * g(t + 1))


def both_rules(title: str) -> Derivation:
    """Both updates, run on the same gradients from a standstill."""
    derivation = Derivation(title, source="Question 2.1")
    derivation.assume(step(0), 0)
    derivation.assume(average_step(0), 0)
    derivation.assume(step(t + 1), alpha * step(t) - epsilon * g(t + 1), forall=t)
    derivation.assume(average_step(t + 1), beta * average_step(t) - delta * (1 - beta) * g(t + 1), forall=t)
    return derivation


equivalent = both_rules("One update rule in two notations")
equivalent.assume(alpha, beta)
equivalent.assume(epsilon, delta * (1 - beta))
equivalent.show("the same updates", step(t), average_step(t), by=Induction(t))

unique = both_rules("And in no other way")
unique.assume(step(t), average_step(t), forall=t)
unique.assume(Ne(g(1), 0))
unique.show("epsilon = delta (1 - beta)", epsilon, delta * (1 - beta))
unique.show("alpha = beta", alpha, beta)
