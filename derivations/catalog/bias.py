"""Question 2.3: the running average of gradients is biased; rescaled, it is not.  Entry by entry."""

from derivations import Derivation
from symbolic.language import (
    E,
    KroneckerDelta,
    Le,
    Lt,
    Ne,
    Sum,
    finite_moments,
    independent,
    integer,
    random_sequence,
    real,
    time,
    variance,
)
from symbolic.methods import Induction

beta, mu, nu = real("beta", above=0, below=1), real("mu"), real("nu", at_least=0)
t, s = time("t"), time("s", at_least=1)
i, j = integer("i", at_least=1), integer("j", at_least=1)
g, v = random_sequence("g", start=1), random_sequence("v")  # the gradients, their running average
unrolled = (1 - beta) * Sum(beta ** (t - i) * g(i), (i, 1, t))

bias = Derivation("The running average is biased", source="Question 2.3")
bias.assume(v(0), 0)
bias.assume(v(t + 1), beta * v(t) + (1 - beta) * g(t + 1), forall=t)
closed = bias.have("unrolled", v(t), unrolled, by=Induction(t))
bias.assume(finite_moments(g, 1))
bias.assume(E(g(i)), mu, forall=i)
by_linearity = Sum((1 - beta) * beta ** (t - i) * E(g(i)), (i, 1, t))
of_one_mean = Sum((1 - beta) * beta ** (t - i) * mu, (i, 1, t))
with_j_for_t_minus_i = (1 - beta) * mu * Sum(beta**j, (j, 0, t - 1))
rows = [E(v(t)), by_linearity, of_one_mean, with_j_for_t_minus_i, (1 - beta**t) * mu]
mean = bias.chain("mean", rows, using=[closed])
bias.show("bias", E(v(s)) - E(g(s)), -(beta**s) * mu, using=[mean])
bias.have("the scale is not zero", Lt(0, 1 - beta**s))
bias.show("unbiased once rescaled", E(v(s) / (1 - beta**s)), mu, using=[closed])
bias.assume(Ne(mu, 0))
bias.show("biased", Ne(E(v(s)), E(g(s))), using=[mean])

zero = Derivation("Only a mean of zero leaves no bias", source="Question 2.3")
zero.assume(E(v(s)), (1 - beta**s) * mu)
zero.assume(E(v(s)), mu)
zero.show("mean", mu, 0)

spread = Derivation("Variances of both averages", source="Question 2.3")
spread.assume(finite_moments(g, 2))
spread.assume(independent(g))
spread.assume(E(g(i)), mu, forall=i)
spread.assume(variance(g(i)), nu, forall=i)
square = spread.have("of one gradient", E(g(i) ** 2), mu**2 + nu)
pairs = spread.have("of two gradients", E(g(i) * g(j)), mu**2 + nu * KroneckerDelta(i, j), using=[square])
spread.assume(v(t), unrolled, forall=t)
weights = (1 - beta) ** 2 * Sum(beta ** (2 * (t - i)), (i, 1, t))
rows = [variance(v(t)), nu * weights, nu * (1 - beta) * (1 - beta ** (2 * t)) / (1 + beta)]
spread.chain("running average", rows, using=[pairs])
scaled = nu * weights.subs(t, s) / (1 - beta**s) ** 2
rows = [variance(v(s) / (1 - beta**s)), scaled, nu * (1 - beta) * (1 + beta**s) / ((1 + beta) * (1 - beta**s))]
spread.chain("rescaled", rows, using=[pairs])

its, ours = E((g(1) - mu) ** 2), E((v(1) - mu) ** 2)  # errors of the first gradient and of the first average
closer = Derivation("Where the biased average is closer", source="Question 2.3")
closer.assume(finite_moments(g, 2))
closer.assume(E(g(i)), mu, forall=i)
closer.assume(variance(g(i)), nu, forall=i)
closer.assume(v(t), unrolled, forall=t)
gap = closer.have("gap", its - ours, beta * ((2 - beta) * nu - beta * mu**2), using=[square])
closer.assume(Lt(beta * mu**2, (2 - beta) * nu))
closer.show("there", Lt(0, its - ours), using=[gap])

farther = Derivation("Where it is not", source="Question 2.3")
farther.assume(finite_moments(g, 2))
farther.assume(E(g(i)), mu, forall=i)
farther.assume(variance(g(i)), nu, forall=i)
farther.assume(v(t), unrolled, forall=t)
farther.assume(Le((2 - beta) * nu, beta * mu**2))
farther.show("nowhere else", Le(its - ours, 0), using=[gap])
