"""Questions 4.2 and 4.3: Adam, one weight at a time; the line that a penalty changes; the moments, unrolled and split.

With "eps outside" the denominator is the book's, sqrt(r_hat) + delta; inside, the question's, sqrt(r_hat + delta).
"""

from typing import Any

from derivations import Derivation
from derivations.catalog.running_average import unrolled
from symbolic.language import (
    Le,
    Sum,
    absolute,
    column,
    differentiable,
    dot,
    functional,
    gradient,
    integer,
    real,
    sequence,
    size,
    sqrt,
    time,
)
from symbolic.methods import Induction

rho1, rho2 = real("rho1 rho2", above=0, below=1)
epsilon, delta, gamma = real("epsilon", above=0), real("delta", above=0), real("gamma", above=0)
t, i = time("t"), integer("i")
theta, s, r = sequence("theta s r")  # a weight, and the moments of its gradient
g, s_hat, r_hat = sequence("g s_hat r_hat", start=1)  # its gradient, and the moments, corrected


def assume_moments(derivation: Derivation, slope: Any) -> None:
    """The book's lines for the moments of a gradient, which is ``slope`` at step t + 1."""
    derivation.assume(s(0), 0)
    derivation.assume(r(0), 0)
    derivation.assume(s(t + 1), rho1 * s(t) + (1 - rho1) * slope, forall=t)
    derivation.assume(r(t + 1), rho2 * r(t) + (1 - rho2) * slope**2, forall=t)
    derivation.assume(s_hat(t + 1), s(t + 1) / (1 - rho1 ** (t + 1)), forall=t)
    derivation.assume(r_hat(t + 1), r(t + 1) / (1 - rho2 ** (t + 1)), forall=t)


n, m = size("n"), size("m")
w, L = column("w", n), functional("L")  # all weights; the sum of the losses over a minibatch of m
penalised = gradient(L(w) + Sum(gamma * dot(w, w), (i, 1, m)), w) / m

line = Derivation("The line that changes", source="Question 4.2")
line.assume(differentiable(L))
line.have("the gradient of the penalty", gradient(gamma * dot(w, w), w), 2 * gamma * w)
line.show("the gradient of the mean regularised loss", penalised, gradient(L(w), w) / m + 2 * gamma * w)

moments = Derivation("The moments, unrolled", source="Question 4.3")
assume_moments(moments, g(t + 1))
moments.show("first", s(t), (1 - rho1) * Sum(rho1 ** (t - i) * g(i), (i, 1, t)), using=[unrolled])
second = moments.show("second", r(t), (1 - rho2) * Sum(rho2 ** (t - i) * g(i) ** 2, (i, 1, t)), using=[unrolled])
sign = moments.have("the second is not negative", Le(0, r(t)), using=[second])
moments.have("nor is it, corrected", Le(0, r_hat(t + 1)), using=[sign])
start = moments.have("the first gradient", s_hat(1), g(1))
its_square = moments.have("its square", r_hat(1), g(1) ** 2)
size_of = moments.have("its size", sqrt(r_hat(1)), absolute(g(1)), using=[its_square])
root = sequence("root", start=1)
moments.assume(root(t + 1), sqrt(r_hat(t + 1)), forall=t)
named = moments.have("its name", root(1), sqrt(r_hat(1)))
below = moments.have("what it is", root(1), absolute(g(1)), using=[named, size_of])
moments.show(
    "the first step, eps outside",
    epsilon * s_hat(1) / (root(1) + delta),
    epsilon * g(1) / (absolute(g(1)) + delta),
    using=[start, below],
)
moments.show(
    "the first step, eps inside",
    epsilon * s_hat(1) / sqrt(r_hat(1) + delta),
    epsilon * g(1) / sqrt(g(1) ** 2 + delta),
    using=[start, its_square],
)

loss = sequence("loss", start=1)  # the gradient of the loss
a, b = sequence("a b")  # both parts of the first moment
parts = Derivation("The first moment in two parts", source="Question 4.3")
assume_moments(parts, g(t + 1))
parts.assume(g(t + 1), loss(t + 1) + 2 * gamma * theta(t), forall=t)
parts.assume(a(0), 0)
parts.assume(a(t + 1), rho1 * a(t) + (1 - rho1) * loss(t + 1), forall=t)
parts.assume(b(0), 0)
parts.assume(b(t + 1), rho1 * b(t) + (1 - rho1) * 2 * gamma * theta(t), forall=t)
both = parts.show("loss and penalty", s(t), a(t) + b(t), by=Induction(t))
parts.show(
    "what the previous moment carries",
    s(t + 1),
    (rho1 * a(t) + (1 - rho1) * loss(t + 1)) + (rho1 * b(t) + (1 - rho1) * 2 * gamma * theta(t)),
    using=[both],
)
parts.show("the loss, unrolled", a(t), (1 - rho1) * Sum(rho1 ** (t - i) * loss(i), (i, 1, t)), using=[unrolled])
shrink = 2 * gamma * (1 - rho1) * Sum(rho1 ** (t - i) * theta(i - 1), (i, 1, t))
parts.show("the penalty, unrolled", b(t), shrink, using=[unrolled])
