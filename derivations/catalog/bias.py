"""Question 2.3: the running average of gradients is biased; rescaled, it is not.  Entry by entry."""

from derivations import Derivation
from symbolic.language import (
    E, KroneckerDelta, Lt, Ne, Sum, finite_moments, independent, integer, random_sequence, real, time, variance,
)
from symbolic.methods import Induction

beta = real("beta", above=0, below=1)
mu, nu = real("mu"), real("nu", at_least=0)
t, s = time("t"), time("s", at_least=1)
i, j = integer("i", at_least=1), integer("j", at_least=1)
g, v = random_sequence("g", start=1), random_sequence("v")  # the gradients, their running average
unrolled = (1 - beta) * Sum(beta ** (t - i) * g(i), (i, 1, t))

bias = Derivation("The running average is biased", source="Question 2.3")
bias.assume(v(0), 0)
bias.assume(v(t + 1), beta * v(t) + (1 - beta) * g(t + 1), forall=t)
closed = bias.have("unrolled", v(t), unrolled, by=Induction(t))
bias.assume(finite_moments(g, 1))
linear = bias.have("by linearity", E(v(t)), Sum((1 - beta) * beta ** (t - i) * E(g(i)), (i, 1, t)), using=[closed])
bias.assume(E(g(i)), mu, forall=i)
same = bias.have("one mean", E(v(t)), Sum((1 - beta) * beta ** (t - i) * mu, (i, 1, t)), using=[linear])
powers = bias.have("with j for t - i", E(v(t)), (1 - beta) * mu * Sum(beta**j, (j, 0, t - 1)), using=[same])
mean = bias.show("mean", E(v(t)), (1 - beta**t) * mu, using=[powers])
bias.show("bias", E(v(s)) - E(g(s)), -(beta**s) * mu, using=[mean])
bias.have("the scale is not zero", Lt(0, 1 - beta**s))
bias.show("rescaled, unbiased", E(v(s) / (1 - beta**s)), mu, using=[closed])
bias.assume(Ne(mu, 0))
bias.show("biased", Ne(E(v(s)), E(g(s))), using=[mean])

spread = Derivation("Variances of both averages", source="Question 2.3")
spread.assume(finite_moments(g, 2))
spread.assume(independent(g))
spread.assume(E(g(i)), mu, forall=i)
spread.assume(variance(g(i)), nu, forall=i)
square = spread.have("second moment", E(g(i) ** 2), mu**2 + nu)
pairs = spread.have("of two gradients", E(g(i) * g(j)), mu**2 + nu * KroneckerDelta(i, j), using=[square])
spread.assume(v(t), unrolled, forall=t)
each = spread.have("term by term", variance(v(t)), (1 - beta) ** 2 * nu * Sum(beta ** (2 * (t - i)), (i, 1, t)), using=[pairs])
var = spread.show("running average", variance(v(t)), nu * (1 - beta) * (1 - beta ** (2 * t)) / (1 + beta), using=[each])
scaled=spread.show("scaled", variance(v(s)/(1-beta**s)), variance(v(s))/(1-beta**s)**2)
spread.show("rescaled", variance(v(s)/(1-beta**s)), nu * (1-beta)*(1+beta**s)/((1+beta)*(1-beta**s)), using=[pairs])
first = spread.have("error of the first average", E((v(1) - mu) ** 2), (1 - beta) ** 2 * nu + beta**2 * mu**2, using=[square])
single = spread.have("error of the first gradient", E((g(1) - mu) ** 2), nu, using=[square])
gap=spread.have("gap", E((g(1) - mu) ** 2)-E((v(1) - mu) ** 2), beta*((2-beta)*nu-beta*mu**2), using=[square])
