"""Question 4.4: where decoupled decay is a penalty, for Adam as for descent, and that it is none where Adam adapts."""

from derivations import Derivation
from derivations.catalog.adam import L, delta, epsilon, gamma, n, r_hat, s_hat, theta, w
from symbolic.language import (
    Le,
    Lt,
    Ne,
    Sum,
    array,
    column,
    diag,
    differentiable,
    gradient,
    integer,
    real,
    sqrt,
)

lamda = real("lambda", above=0)
i = integer("i", at_least=1, at_most=n)
j = integer("j")

p = column("p", n)  # what a frozen Adam multiplies the gradient by, weight by weight
each = lamda / (2 * epsilon * p[j])
frozen = Derivation("With a frozen denominator decay is a penalty, of a weight for each weight", source="Question 4.4")
frozen.assume(differentiable(L))
frozen.assume(Ne(p[j], 0), forall=j)
penalty = Sum(each * w[j] ** 2, (j, 1, n))
frozen.have("the gradient of the penalty", gradient(penalty, w), array(2 * each * w[j], (j, n)))
frozen.show(
    "the same update",
    w - epsilon * diag(p) * gradient(L(w) + penalty, w),
    w - epsilon * diag(p) * gradient(L(w), w) - lamda * w,
)

x, X = real("x X", above=0)  # two weights of one network, where the loss is constant
few = Derivation("No lambda makes the schemes equal", source="Question 4.4")
few.assume(lamda * x, epsilon * 2 * gamma * x / (2 * gamma * x + delta))
rate = few.have("the only lambda for x", lamda, 2 * epsilon * gamma / (2 * gamma * x + delta))
more = 4 * epsilon * gamma**2 * X * (X - x) / ((2 * gamma * x + delta) * (2 * gamma * X + delta))
penalty_step = epsilon * 2 * gamma * X / (2 * gamma * X + delta)
apart = few.have("how far apart they are at X", lamda * X, penalty_step + more, using=[rate])
few.assume(Lt(x, X))
some = few.have("not nothing", Lt(0, more))
stronger = few.show("decay is stronger on the larger weight", Lt(penalty_step, lamda * X), using=[apart, some])
few.show("so they differ", Ne(penalty_step, lamda * X), using=[stronger])

h, a, step = real("h", above=0), real("a"), real("step")
slope = h * (theta(0) - a)  # of the quadratic loss h (theta - a)^2 / 2
penalised = Derivation("Where Adam with the penalty rests, on a quadratic", source="Question 4.4")
penalised.assume(Le(0, r_hat(1)))
penalised.assume(s_hat(1), slope + 2 * gamma * theta(0))
penalised.assume(theta(1), theta(0) - epsilon * s_hat(1) / (sqrt(r_hat(1)) + delta))
penalised.assume(theta(1), theta(0))
zero = penalised.have("the gradient vanishes", slope + 2 * gamma * theta(0), 0)
penalised.show("at the minimum of the regularised loss", theta(0), h * a / (h + 2 * gamma), using=[zero])

decayed = Derivation("Where Adam with decay rests, on a quadratic", source="Question 4.4")
decayed.assume(s_hat(1), slope)
decayed.assume(r_hat(1), slope**2)
decayed.assume(Lt(0, theta(0)))
decayed.assume(Lt(theta(0), a))
size = decayed.have("the root of the second moment", sqrt(r_hat(1)), h * (a - theta(0)))
sign = decayed.have("the step is a sign", epsilon * s_hat(1) / sqrt(r_hat(1)), -epsilon, using=[size])
decayed.assume(step, epsilon * s_hat(1) / sqrt(r_hat(1)))
named = decayed.have("its name", step, epsilon * s_hat(1) / sqrt(r_hat(1)))
sign = decayed.have("what it is", step, -epsilon, using=[named, sign])
decayed.assume(theta(1), theta(0) - step - lamda * theta(0))
decayed.assume(theta(1), theta(0))
still = decayed.have("what decay undoes", lamda * theta(0), epsilon, using=[sign])
decayed.show("wherever the minimum is", theta(0), epsilon / lamda, using=[still])
