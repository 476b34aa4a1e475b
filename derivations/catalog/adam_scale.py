"""Question 4.4: without eps Adam's step knows no scale, so what the penalty alone does has nothing to do with gamma."""

from derivations import Derivation
from derivations.catalog import comparisons
from derivations.catalog.adam import epsilon, g, gamma, r, rho1, rho2, s, t, theta
from derivations.catalog.comparisons import c
from symbolic.language import Le, Lt, sequence, sqrt
from symbolic.methods import Induction

S, R = sequence("S R")
first, second = 1 - rho1 ** (t + 1), 1 - rho2 ** (t + 1)

scale = Derivation("The step for c times the gradients", source="Question 4.4")
for moment, other, slope in ((s, r, g(t + 1)), (S, R, c * g(t + 1))):
    scale.assume(moment(0), 0)
    scale.assume(other(0), 0)
    scale.assume(moment(t + 1), rho1 * moment(t) + (1 - rho1) * slope, forall=t)
    scale.assume(other(t + 1), rho2 * other(t) + (1 - rho2) * slope**2, forall=t)
means = scale.have("first moments", S(t), c * s(t), by=Induction(t))
means = scale.have("first moments, next", S(t + 1), c * s(t + 1), using=[means])
squares = scale.have("second moments", R(t), c**2 * r(t), by=Induction(t))
squares = scale.have("second moments, corrected", R(t + 1) / second, c**2 * (r(t + 1) / second), using=[squares])
sign = scale.have("sign", Le(0, r(t)), by=Induction(t))
sign = scale.have("sign of the next", Le(0, r(t + 1)), using=[sign])
positive = scale.have("the correction is positive", Lt(0, second))
sign = scale.have("sign, corrected", Le(0, r(t + 1) / second), using=[comparisons.not_negative, sign, positive])
roots = scale.have(
    "roots", sqrt(R(t + 1) / second), c * sqrt(r(t + 1) / second), using=[comparisons.root_scaled, squares, sign]
)
step = scale.show(
    "is the step",
    epsilon * S(t + 1) / (sqrt(R(t + 1) / second) * first),
    epsilon * s(t + 1) / (sqrt(r(t + 1) / second) * first),
    using=[comparisons.quotient_kept, means, roots],
)

m, v = sequence("m v")  # the moments of the weight itself
alone = Derivation("The penalty alone: gamma does not matter", source="Question 4.4")
alone.assume(c, 2 * gamma)
for moment, other, slope in ((m, v, g(t + 1)), (s, r, c * g(t + 1))):
    alone.assume(moment(0), 0)
    alone.assume(other(0), 0)
    alone.assume(moment(t + 1), rho1 * moment(t) + (1 - rho1) * slope, forall=t)
    alone.assume(other(t + 1), rho2 * other(t) + (1 - rho2) * slope**2, forall=t)
alone.assume(g(t + 1), theta(t), forall=t)
alone.show(
    "the step, without gamma",
    epsilon * s(t + 1) / (sqrt(r(t + 1) / second) * first),
    epsilon * m(t + 1) / (sqrt(v(t + 1) / second) * first),
    using=[step],
)
