"""Question 4.4: Adam's step for constant gradients, and how long it can be for any gradients where rho1^2 < rho2."""

from derivations import Derivation
from derivations.catalog import comparisons
from derivations.catalog.adam import assume_moments, delta, epsilon, g, r, r_hat, rho1, rho2, s, s_hat, t
from symbolic.language import Le, Lt, absolute, real, sequence, sqrt
from symbolic.methods import Induction

c = real("c")
constant = Derivation("Constant gradients", source="Question 4.4")
assume_moments(constant, g(t + 1))
constant.assume(g(t + 1), c, forall=t)
means = constant.have("first moment", s(t), (1 - rho1**t) * c, by=Induction(t))
squares = constant.have("second moment", r(t), (1 - rho2**t) * c**2, by=Induction(t))
means = constant.show("first moment, corrected", s_hat(t + 1), c, using=[means])
squares = constant.show("second moment, corrected", r_hat(t + 1), c**2, using=[squares])
constant.show(
    "every step, eps outside",
    epsilon * s_hat(t + 1) / (sqrt(r_hat(t + 1)) + delta),
    epsilon * c / (absolute(c) + delta),
    using=[comparisons.beside_magnitude, means, squares],
)
constant.show(
    "every step, eps inside",
    epsilon * s_hat(t + 1) / sqrt(r_hat(t + 1) + delta),
    epsilon * c / sqrt(c**2 + delta),
    using=[means, squares],
)

least, most = real("least most")
excess = sequence("excess")
D, scale = sequence("D scale", start=1)  # the denominator, with any eps; the correction
bound = Derivation("No step is long", source="Question 4.4")
bound.assume(s(0), 0)
bound.assume(r(0), 0)
bound.assume(s(t + 1), rho1 * s(t) + (1 - rho1) * g(t + 1), forall=t)
bound.assume(r(t + 1), rho2 * r(t) + (1 - rho2) * g(t + 1) ** 2, forall=t)
bound.assume(Lt(rho1**2, rho2))
bound.assume(least, (1 - rho2) * (rho2 - rho1**2))
bound.assume(most, rho2 * (1 - rho1) ** 2)
bound.assume(excess(t), most * r(t) - least * s(t) ** 2, forall=t)
square = (1 - rho2) * ((rho2 - rho1**2) * s(t) - rho1 * (1 - rho1) * g(t + 1)) ** 2
start = bound.have("the excess at first", Le(0, excess(0)))
step = bound.have("the next excess", excess(t + 1), rho2 * excess(t) + square)
sign = bound.have("the excess has a sign", Le(0, excess(t)), by=Induction(t), using=[start, step])
what = bound.have("what the excess is", least * s(t) ** 2, most * r(t) - excess(t))
moments = bound.show("the moments", Le(least * s(t) ** 2, most * r(t)), using=[sign, what])
moments = bound.have("the next moments", Le(least * s(t + 1) ** 2, most * r(t + 1)), using=[moments])
weights = [bound.have("least is positive", Lt(0, least)), bound.have("most is not negative", Le(0, most))]
bound.assume(scale(t + 1), 1 - rho2 ** (t + 1), forall=t)
bound.assume(Le(r(t + 1) / scale(t + 1), D(t + 1) ** 2), forall=t)
bound.assume(Lt(0, D(t + 1)), forall=t)
weights += [bound.have("the correction is positive", Lt(0, scale(t + 1)))]
weights += [bound.have("the denominator is not zero", Lt(0, D(t + 1) ** 2))]
given = bound.have("what D is", Le(r(t + 1) / scale(t + 1), D(t + 1) ** 2))
bound.show(
    "the square of the moment by that of D",
    Le(s(t + 1) ** 2 / D(t + 1) ** 2, most * scale(t + 1) / least),
    using=[comparisons.ratio, moments, given, *weights],
)
