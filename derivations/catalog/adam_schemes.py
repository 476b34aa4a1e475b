"""Question 4.4: where decoupled decay is a penalty, for Adam as for descent, and that it is none where Adam adapts.

With "eps outside" a denominator is the book's, with "eps inside" the question's (`adam`).
"""

from derivations import Derivation
from derivations.catalog import comparisons
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

x, X = real("x X", above=0)  # two weights of one network, where the loss is constant: their gradients are 2 gamma x
square, larger_square = (2 * gamma * x) ** 2 + delta, (2 * gamma * X) ** 2 + delta
squares = Derivation("Squares of two weights", source="Question 4.4")
squares.assume(Lt(x, X))
below = squares.have("below the root", Lt(square, larger_square))
for where, d, D, known in (
    ("eps outside", 2 * gamma * x + delta, 2 * gamma * X + delta, []),
    ("eps inside", sqrt(square), sqrt(larger_square), [comparisons.root, below]),
):
    penalty_step = epsilon * (2 * gamma * X) / D
    two = Derivation(f"The step of the larger weight, {where}", source="Question 4.4")
    two.assume(Lt(x, X))
    larger = two.have("denominators", Lt(d, D), using=known)
    less = two.have("quotients", Lt(penalty_step, epsilon * (2 * gamma * X) / d), using=[comparisons.quotient, larger])
    few = Derivation(f"No lambda makes the schemes equal, {where}", source="Question 4.4")
    few.assume(lamda * x, epsilon * (2 * gamma * x) / d)
    equal = few.have("decay at X, with the only lambda for x", epsilon * (2 * gamma * X) / d, lamda * X)
    few.assume(Lt(x, X))
    stronger = few.show("decay is stronger on the larger weight", Lt(penalty_step, lamda * X), using=[less, equal])
    few.show("so they differ", Ne(penalty_step, lamda * X), using=[stronger])

h, a, step = real("h", above=0), real("a"), real("step")
slope = h * (theta(0) - a)  # of the quadratic loss h (theta - a)^2 / 2
for where, d in (("eps outside", sqrt(r_hat(1)) + delta), ("eps inside", sqrt(r_hat(1) + delta))):
    penalised = Derivation(f"Where Adam with the penalty rests, on a quadratic, {where}", source="Question 4.4")
    penalised.assume(Le(0, r_hat(1)))
    penalised.assume(s_hat(1), slope + 2 * gamma * theta(0))
    penalised.assume(theta(1), theta(0) - epsilon * s_hat(1) / d)
    penalised.assume(theta(1), theta(0))
    zero = penalised.have("the gradient vanishes", slope + 2 * gamma * theta(0), 0)
    penalised.show("at the minimum of the regularised loss", theta(0), h * a / (h + 2 * gamma), using=[zero])

decayed = Derivation("Where Adam with decay rests, on a quadratic, without eps", source="Question 4.4")
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

pull = real("pull", above=0)  # minus the gradient, below the minimum: it stays the same, and so do both moments
for where, d, D in (
    ("eps outside", sqrt(r_hat(1)) + delta, pull + delta),
    ("eps inside", sqrt(r_hat(1) + delta), sqrt(pull**2 + delta)),
):
    quotient = Derivation(f"A step along constant gradients, {where}", source="Question 4.4")
    less = quotient.have("shorter than epsilon", Lt(epsilon * pull / D, epsilon))
    resting = Derivation(f"Where Adam with decay rests, on a quadratic, {where}", source="Question 4.4")
    resting.assume(a, theta(0) + pull / h)  # pull is h (a - theta)
    resting.assume(s_hat(1), slope)
    resting.assume(r_hat(1), slope**2)
    resting.assume(theta(1), theta(0) - epsilon * s_hat(1) / d - lamda * theta(0))
    resting.assume(theta(1), theta(0))
    resting.show("where decay undoes the step", lamda * theta(0), epsilon * pull / D)
    nearer = Derivation(f"That is nearer to 0 than without eps, {where}", source="Question 4.4")
    nearer.assume(lamda * theta(0), epsilon * pull / D)
    less = nearer.have("decay is less", Lt(lamda * theta(0), epsilon), using=[less])
    nearer.show("and the weight", Lt(theta(0), epsilon / lamda), using=[less])
