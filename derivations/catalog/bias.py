"""Question 2.3: the running average of gradients is biased; rescaled, it is not.  Entry by entry."""

from derivations import Derivation
from symbolic.language import E, Eq, Lt, Ne, Rational, Sum, finite_moments, independent, integer, random_sequence, real, time
from symbolic.language import variance
from symbolic.methods import Induction

beta = real("beta", above=0, below=1)
mu, nu = real("mu nu")
t, s = time("t"), time("s", at_least=1)
i, j = integer("i", at_least=1), integer("j", at_least=0)
g, v = random_sequence("g", start=1), random_sequence("v")  # the gradients, their running average

bias = Derivation("The running average is biased", source="Question 2.3")
bias.assume(v(0), 0)
bias.assume(v(t + 1), beta * v(t) + (1 - beta) * g(t + 1), forall=t)
unrolled = bias.have("unrolled", v(t), (1 - beta) * Sum(beta ** (t - i) * g(i), (i, 1, t)), by=Induction(t))
bias.assume(finite_moments(g, 1))
linear = bias.have("by linearity", E(v(t)), Sum((1 - beta) * beta ** (t - i) * E(g(i)), (i, 1, t)), using=[unrolled])
bias.assume(E(g(i)), mu, forall=i)
same = bias.have("one mean", E(v(t)), Sum((1 - beta) * beta ** (t - i) * mu, (i, 1, t)), using=[linear])
bias.have("j = t - i", E(v(t)), (1 - beta) * mu * Sum(beta**j, (j, 0, t - 1)), using=[same])
mean = bias.show("mean", E(v(t)), (1 - beta**t) * mu, using=[same])
amount = bias.show("bias", E(v(s)) - E(g(s)), -(beta**s) * mu, using=[mean])
small = bias.have("1 - beta^s > 0", Lt(0, 1 - beta**s), by=Induction(s))
small = bias.have("1 - beta^s > 0 b", Lt(0, 1 - beta**s))
bias.show("unbiased", E(v(s) / (1 - beta**s)), mu, using=[unrolled])
bias.assume(Ne(mu, 0))
bias.show("biased", Ne(E(v(s)), E(g(s))), using=[mean])


w = random_sequence("w")
V = Derivation("Variance", source="Question 2.3")
V.assume(v(t), (1 - beta) * Sum(beta ** (t - i) * g(i), (i, 1, t)), forall=t)
V.assume(finite_moments(g, 2))
V.assume(independent(g))
V.assume(E(g(i)), mu, forall=i)
V.assume(variance(g(i)), nu, forall=i)
V.have("x", E(g(i)**2), nu + mu**2)
V.show("var v", variance(v(t)), nu * (1-beta)*(1-beta**(2*t))/(1+beta))
