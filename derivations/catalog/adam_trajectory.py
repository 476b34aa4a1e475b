"""Question 4.4: where nothing but the penalty acts, Adam without eps takes one and the same path for every gamma."""

from typing import Any

from derivations import Derivation
from derivations.catalog import comparisons
from derivations.catalog.adam import epsilon, gamma, r, rho1, rho2, s, t, theta
from derivations.catalog.comparisons import c
from symbolic.language import Le, Lt, Ne, absolute, sequence, sqrt
from symbolic.methods import Induction

S, R, Theta = sequence("S R Theta")  # the moments and the weight for another gamma, c times the first
first, second = 1 - rho1 ** (t + 1), 1 - rho2 ** (t + 1)


def step(moment: Any, square: Any) -> Any:
    return epsilon * moment(t + 1) / (sqrt(square(t + 1) / second) * first)


def assume_both(derivation: Derivation) -> None:
    for moment, square, weight, slope in ((s, r, theta, 2 * gamma), (S, R, Theta, 2 * (c * gamma))):
        derivation.assume(moment(0), 0)
        derivation.assume(square(0), 0)
        derivation.assume(moment(t + 1), rho1 * moment(t) + (1 - rho1) * slope * weight(t), forall=t)
        derivation.assume(square(t + 1), rho2 * square(t) + (1 - rho2) * (slope * weight(t)) ** 2, forall=t)
        derivation.assume(weight(t + 1), weight(t) - step(moment, square), forall=t)
    derivation.assume(Theta(0), theta(0))
    derivation.assume(Ne(theta(0), 0))


moving = Derivation("A weight that is not 0 at first has steps for ever", source="Question 4.4")
moving.assume(r(0), 0)
moving.assume(r(t + 1), rho2 * r(t) + (1 - rho2) * (2 * gamma * theta(t)) ** 2, forall=t)
moving.assume(Ne(theta(0), 0))
start = moving.have("the first second moment", Lt(0, r(1)))
later = moving.have("the next", Le(rho2 * r(t + 1), r(t + 2)))
positive = moving.show("all are positive", Lt(0, r(t + 1)), by=Induction(t), using=[start, later])

gap = absolute(Theta(t) - theta(t)) + absolute(S(t) - c * s(t)) + absolute(R(t) - c**2 * r(t))
one = Derivation("One step of either", source="Question 4.4")
assume_both(one)
one.assume(gap, 0)
agree = [
    one.have("weights agree", Theta(t), theta(t), using=comparisons.agree),
    one.have("first moments agree", S(t), c * s(t), using=comparisons.agree),
    one.have("second moments agree", R(t), c**2 * r(t), using=comparisons.agree),
]
means = one.have("first moments", S(t + 1), c * s(t + 1), using=agree)
squares = one.have("second moments", R(t + 1), c**2 * r(t + 1), using=agree)
sign = one.have("the second moment is positive", Lt(0, r(t + 1)), using=[positive])
other = one.have("so is the other", Lt(0, R(t + 1)), using=[comparisons.positive_scaled, squares, sign])
correction = one.have("its correction is positive", Lt(0, second))
sign = one.have("sign, corrected", Lt(0, r(t + 1) / second), using=[sign, correction])
corrected = one.have("second moments, corrected", R(t + 1) / second, c**2 * (r(t + 1) / second), using=[squares])
one.have("sign of the other, corrected", Lt(0, R(t + 1) / second), using=[other, correction])
roots = one.have(
    "roots", sqrt(R(t + 1) / second), c * sqrt(r(t + 1) / second), using=[comparisons.root_scaled, corrected, sign]
)
one.show("the same step", step(S, R), step(s, r), using=[comparisons.quotient_kept, means, roots])

path = Derivation("The whole path", source="Question 4.4")
assume_both(path)
path.conjecture(
    "the weights",
    Theta(t),
    theta(t),
    reason="of the induction over weights and moments together every part of the step is proved above, but not that "
    "both weights move alike: where the search puts in both recurrences, it is left with the sign of "
    "R(t + 1)/(1 - rho2^(t + 1)), though that is proved by itself",
)
