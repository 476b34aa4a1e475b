"""Question 4.4: where nothing but the penalty acts, Adam without eps takes one and the same path for every gamma."""

from typing import Any

from derivations import Derivation
from derivations.catalog import comparisons
from derivations.catalog.adam import epsilon, gamma, r, rho1, rho2, s, t, theta
from derivations.catalog.comparisons import c
from symbolic.language import Le, Lt, Ne, absolute, sequence, sqrt, time
from symbolic.methods import Induction

S, R, Theta = sequence("S R Theta")  # the moments and the weight for another gamma, c times the first
gap, T = sequence("gap"), time("T")  # a name for how far apart the paths are
first, second = 1 - rho1 ** (t + 1), 1 - rho2 ** (t + 1)


def step(moment: Any, square: Any) -> Any:
    return epsilon * moment(t + 1) / (sqrt(square(t + 1) / second) * first)


def apart(at: Any) -> Any:
    """How far apart weights and moments are: nothing only if all three agree."""
    return absolute(Theta(at) - theta(at)) + absolute(S(at) - c * s(at)) + absolute(R(at) - c**2 * r(at))


def assume_both(derivation: Derivation) -> None:
    for moment, square, weight, slope in ((s, r, theta, 2 * gamma), (S, R, Theta, 2 * (c * gamma))):
        derivation.assume(moment(0), 0)
        derivation.assume(square(0), 0)
        derivation.assume(moment(t + 1), rho1 * moment(t) + (1 - rho1) * slope * weight(t), forall=t)
        derivation.assume(square(t + 1), rho2 * square(t) + (1 - rho2) * (slope * weight(t)) ** 2, forall=t)
        derivation.assume(weight(t + 1), weight(t) - step(moment, square), forall=t)
    derivation.assume(Theta(0), theta(0))
    derivation.assume(Ne(theta(0), 0))
    derivation.assume(gap(t), apart(t), forall=t)


moving = Derivation("A weight that is not 0 at first has steps for ever", source="Question 4.4")
moving.assume(r(0), 0)
moving.assume(r(t + 1), rho2 * r(t) + (1 - rho2) * (2 * gamma * theta(t)) ** 2, forall=t)
moving.assume(Ne(theta(0), 0))
start = moving.have("the first second moment", Lt(0, r(1)))
later = moving.have("the next", Le(rho2 * r(t + 1), r(t + 2)))
positive = moving.show("all are positive", Lt(0, r(t + 1)), by=Induction(t), using=[start, later])

one = Derivation("One step of either", source="Question 4.4")
assume_both(one)
one.assume(gap(t), 0)
nothing = one.have("nothing is apart", apart(t), 0)
agree = [
    one.have("weights agree", Theta(t), theta(t), using=[nothing, *comparisons.agree]),
    one.have("first moments agree", S(t), c * s(t), using=[nothing, *comparisons.agree]),
    one.have("second moments agree", R(t), c**2 * r(t), using=[nothing, *comparisons.agree]),
]
means = one.have("first moments", S(t + 1), c * s(t + 1), using=agree)
squares = one.have("second moments", R(t + 1), c**2 * r(t + 1), using=agree)
sign = one.have("the second moment is positive", Lt(0, r(t + 1)), using=[positive])
other = one.have("so is the other", Lt(0, R(t + 1)), using=[comparisons.positive_scaled, squares, sign])
correction = one.have("its correction is positive", Lt(0, second))
sign = one.have("sign, corrected", Lt(0, r(t + 1) / second), using=[sign, correction])
other = one.have("sign of the other, corrected", Lt(0, R(t + 1) / second), using=[other, correction])
corrected = one.have("second moments, corrected", R(t + 1) / second, c**2 * (r(t + 1) / second), using=[squares])
roots = one.have(
    "roots", sqrt(R(t + 1) / second), c * sqrt(r(t + 1) / second), using=[comparisons.root_scaled, corrected, sign]
)
same = one.show("the same step", step(S, R), step(s, r), using=[comparisons.quotient_kept, means, roots])
alike = [comparisons.differences_kept, agree[0], same]
moved = [
    one.have("the other weight moves", Theta(t + 1), Theta(t) - step(S, R)),
    one.have("from one place by one step", Theta(t) - step(S, R), theta(t) - step(s, r), using=alike),
    one.have("as the one does", theta(t) - step(s, r), theta(t + 1)),
]
weights = one.have("weights", Theta(t + 1), theta(t + 1), using=[sign, other, *moved])
kept = one.show("still nothing is apart", gap(t + 1), 0, using=[weights, means, squares])

path = Derivation("The whole path", source="Question 4.4")
assume_both(path)
start = path.have("nothing is apart at first", gap(0), 0)
never = path.have("nor ever", gap(T), 0, by=Induction(T), using=[start, kept])
named = path.have("what that is", apart(T), gap(T))
nothing = path.have("so nothing is", apart(T), 0, using=[named, never])
path.show("the weights", Theta(T), theta(T), using=[nothing, *comparisons.agree])
