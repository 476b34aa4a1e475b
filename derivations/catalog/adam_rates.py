"""Question 4.3: how strongly Adam's penalty, and how strongly decay, shrinks a weight relative to its magnitude.

What the penalty adds to a step is eps b_hat / d: b_hat is its part of the corrected first moment, d the denominator.
Small letters are those of a weight of small gradients, capitals those of one of large gradients.
"""

from derivations import Derivation
from derivations.catalog import comparisons
from derivations.catalog.adam import b, delta, epsilon, g, gamma, i, r, rho1, rho2, t, theta
from symbolic.language import Le, Lt, Rational, Sum, absolute, real, sequence, sqrt
from symbolic.methods import Induction

G, b_hat, B_hat = sequence("G b_hat B_hat", start=1)
R, gap, Theta = sequence("R gap Theta")
x = real("x", at_least=0)
scale = 1 - rho2 ** (t + 1)
r_hat, R_hat = r(t + 1) / scale, R(t + 1) / scale

rates = Derivation("The larger the gradients, the weaker the penalty", source="Question 4.3")
rates.assume(r(0), 0)
rates.assume(R(0), 0)
rates.assume(r(t + 1), rho2 * r(t) + (1 - rho2) * g(t + 1) ** 2, forall=t)
rates.assume(R(t + 1), rho2 * R(t) + (1 - rho2) * G(t + 1) ** 2, forall=t)
rates.assume(Le(absolute(g(t + 1)), absolute(G(t + 1))), forall=t)
squares = rates.have("squares of gradients", Le(g(t + 1) ** 2, G(t + 1) ** 2), using=[comparisons.squares])
rates.assume(gap(t), R(t) - r(t), forall=t)
start = rates.have("the gap at first", Le(0, gap(0)))
step = rates.have("the next gap", gap(t + 1), rho2 * gap(t) + (1 - rho2) * (G(t + 1) ** 2 - g(t + 1) ** 2))
sign = rates.have("the gap has a sign", Le(0, gap(t)), by=Induction(t), using=[start, step, squares])
what = rates.have("what the gap is", R(t), r(t) + gap(t))
moments = rates.have("second moments", Le(r(t), R(t)), using=[sign, what])
moments = rates.have("second moments, next", Le(r(t + 1), R(t + 1)), using=[moments])
sign = rates.have("sign of the second moment", Le(0, r(t)), by=Induction(t))
sign = rates.have("sign of the next", Le(0, r(t + 1)), using=[sign])
scaled = rates.have("the scale is positive", Lt(0, scale))
sign = rates.have("sign, corrected", Le(0, r_hat), using=[comparisons.not_negative, sign, scaled])
moments = rates.have("second moments, corrected", Le(r_hat, R_hat), using=[comparisons.divided, moments, scaled])
rates.assume(b_hat(t + 1), x * theta(t), forall=t)
rates.assume(B_hat(t + 1), x * Theta(t), forall=t)
for where, d, D, larger, positive in (
    ("eps outside", sqrt(r_hat) + delta, sqrt(R_hat) + delta, comparisons.outside, comparisons.positive_outside),
    ("eps inside", sqrt(r_hat + delta), sqrt(R_hat + delta), comparisons.inside, comparisons.positive_inside),
):
    denominators = rates.have(f"denominators, {where}", Le(d, D), using=[larger, moments, sign])
    below = rates.have(f"they are positive, {where}", Lt(0, d), using=[positive, moments, sign])
    weaker = rates.have(
        f"quotients, {where}", Le(epsilon * x / D, epsilon * x / d), using=[comparisons.smaller, denominators, below]
    )
    one = rates.have(f"the rate, {where}", epsilon * b_hat(t + 1) / (theta(t) * d), epsilon * x / d)
    other = rates.have(f"the other rate, {where}", epsilon * B_hat(t + 1) / (Theta(t) * D), epsilon * x / D)
    rates.show(
        f"the relative rate, {where}",
        Le(epsilon * B_hat(t + 1) / (Theta(t) * D), epsilon * b_hat(t + 1) / (theta(t) * d)),
        using=[one, other, weaker],
    )

same = Derivation("Weights that stay put share the numerator", source="Question 4.3")
same.assume(b(0), 0)
same.assume(b(t + 1), rho1 * b(t) + (1 - rho1) * 2 * gamma * theta(t), forall=t)
same.assume(theta(t), theta(0), forall=t)
part = same.have("the penalty's part", b(t), 2 * gamma * theta(0) * (1 - rho1**t), by=Induction(t))
same.show("relative to the weight, 2 gamma", b(t + 1) / (1 - rho1 ** (t + 1)), 2 * gamma * theta(0), using=[part])

k, K, c, C = real("k K c C")  # of two weights, the gradients of the loss and those of the penalty, 2 gamma theta
small, large = absolute(k + c), absolute(K + C)
first = Derivation("The first step, by gradients of the loss", source="Question 4.3")
first.assume(Le(absolute(k) + absolute(c) + absolute(C), absolute(K)))
most = first.have("at most", Le(small, absolute(k) + absolute(c)))
least = first.have("at least", Le(absolute(K) - absolute(C), large))
larger = first.have("regularised gradients", Le(small, large), using=[most, least])
beside = first.have("denominators", Le(small + delta, large + delta), using=[larger])
positive = first.have("they are positive", "0 < abs(k + c) + delta")
first.show(
    "the relative rate",
    Le(epsilon * 2 * gamma / (large + delta), epsilon * 2 * gamma / (small + delta)),
    using=[comparisons.smaller, beside, positive],
)

half = Rational(1, 2)
witness = Derivation("Gradients of the loss alone decide nothing", source="Question 4.3")
witness.assume(gamma, half)
witness.assume(c, 1)
witness.assume(C, 1)
witness.assume(k, 0)
witness.assume(K, -Rational(3, 2))
witness.assume(epsilon, 1)
witness.have("the gradient is larger", Lt(absolute(k), absolute(K)))
witness.show("and so is the rate, by the half", epsilon * 2 * gamma / small, half * (epsilon * 2 * gamma / large))

v, V = sequence("v V", start=1)  # Adam's own steps
y, Y = sequence("y Y")
lamda = real("lambda", above=0)
decay = Derivation("Decay shrinks every weight at the rate lambda", source="Question 4.3")
decay.assume(y(t + 1), y(t) - epsilon * v(t + 1) - lamda * y(t), forall=t)
decay.assume(Y(t + 1), Y(t) - epsilon * V(t + 1) - lamda * Y(t), forall=t)
decay.show("one weight", (y(t) - epsilon * v(t + 1) - y(t + 1)) / y(t), lamda)
decay.show("another, whatever its gradients", (Y(t) - epsilon * V(t + 1) - Y(t + 1)) / Y(t), lamda)
left = (1 - lamda) ** t * y(0)
decay.show(
    "what is left of the start", y(t), left - epsilon * Sum((1 - lamda) ** (t - i) * v(i), (i, 1, t)), by=Induction(t)
)
