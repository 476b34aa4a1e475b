"""Question 4.1: weight decay is a squared penalty for gradient descent, at one rate only, and not with momentum."""

from derivations import Derivation
from symbolic.language import Ne, Sum, differentiable, functional, gradient, integer, real, sequence, size, time, vector
from symbolic.methods import Induction

eta, gamma, alpha = real("eta", above=0), real("gamma", above=0), real("alpha", above=0, below=1)
lamda = real("lambda")
n, t = size("n"), time("t")
j, k = integer("j"), integer("k", at_least=1, at_most=n)
L, theta = functional("L"), vector("theta")  # the loss, the weights
slope = gradient(L(theta), theta, k)
penalised = gradient(L(theta) + gamma * Sum(theta(j) ** 2, (j, 1, n)), theta, k)
descent, decay = theta(k) - eta * penalised, theta(k) - eta * slope - lamda * theta(k)  # entry k of the next weights

one = Derivation("Weight decay is a squared penalty", source="Question 4.1")
one.assume(differentiable(L))
one.have("the gradient of the penalty", penalised, slope + 2 * gamma * theta(k))
one.have("one step", descent, (1 - 2 * eta * gamma) * theta(k) - eta * slope)
one.have("how far apart", descent - decay, (lamda - 2 * eta * gamma) * theta(k))
one.assume(lamda, 2 * eta * gamma)
one.show("the same update", descent, decay)

only = Derivation("At no other rate", source="Question 4.1")
only.assume(differentiable(L))
only.assume(Ne(theta(k), 0))
only.assume(Ne(lamda, 2 * eta * gamma))
only.show("different updates", Ne(descent, decay))

w, x = sequence("w x")  # one weight where the loss is constant: under the penalty, under decay
free = Derivation("Weights without a loss", source="Question 4.1")
free.assume(w(t + 1), w(t) - eta * (2 * gamma * w(t)), forall=t)
free.show("they decay", w(t), (1 - 2 * eta * gamma) ** t * w(0), by=Induction(t))

m = sequence("m")  # the velocity of heavy-ball momentum, which only the penalty sets in motion
ball = Derivation("With momentum they differ", source="Question 4.1")
ball.assume(m(0), 0)
ball.assume(m(t + 1), alpha * m(t) + 2 * gamma * w(t), forall=t)
ball.assume(w(t + 1), w(t) - eta * m(t + 1), forall=t)
ball.assume(x(t + 1), x(t) - 2 * eta * gamma * x(t), forall=t)
ball.assume(x(0), w(0))
ball.have("the first step agrees", w(1), x(1))
apart = ball.have("the second does not", w(2) - x(2), -2 * alpha * eta * gamma * w(0))
ball.assume(Ne(w(0), 0))
ball.show("other weights", Ne(w(2), x(2)))
