"""Vanishing gradients of a recurrent cell: h_{t+1} = W sigma(h_t) + U x_{t+1} + b, as a function of h_0."""

from derivations.derivation import Derivation
from symbolic.language import (
    absolute,
    column,
    columns,
    derivative,
    diag,
    differentiable,
    function,
    identity,
    jacobian,
    largest_eigenvalue,
    matrices,
    matrix,
    norm,
    real,
    size,
    slope,
    tends,
    time,
)
from symbolic.methods import Induction

n, m, t, T = size("n"), size("m"), time("t"), time("T")
W, U, b = matrix("W", n, n), matrix("U", n, m), column("b", n)
x = columns("x", m, start=1)
z = column("z", n)  # the initial state
h = columns("h", n, of=z)
P = matrices("P", n, n)
sigma, y = function("sigma"), real("y")
gamma, delta = real("gamma", above=0), real("delta", at_least=0, below=1)
state = sigma(h[t])

gradients = Derivation("The gradient of the state through time", source="Question 1.2")
gradients.assume(differentiable(sigma))
gradients.assume(h[0], z, forall=z)
gradients.assume(h[t + 1], W * sigma(h[t]) + U * x[t + 1] + b, forall=[t, z])
start = gradients.show("at the start", jacobian(h[0], z), identity(n))
step = gradients.show(
    "one step of the recurrence", jacobian(h[t + 1], z), W * diag(slope(sigma, h[t])) * jacobian(h[t], z)
)
gradients.assume(P[0], identity(n))
gradients.assume(P[t + 1], W * diag(slope(sigma, h[t])) * P[t], forall=t)
gradients.show(
    "the product of all steps, the last one first", jacobian(h[T], z), P[T], by=Induction(T), using=[start, step]
)
gradients.assume(absolute(derivative(sigma(y), y)) <= gamma, forall=y)
gradients.assume(largest_eigenvalue(W.T * W) <= delta**2 / gamma**2)
weights = gradients.show("the norm of the weights", norm(W) <= delta / gamma)
slopes = gradients.show("the norm of the slopes", norm(diag(slope(sigma, h[t]))) <= gamma)
decay = gradients.show(
    "delta to the T", norm(jacobian(h[T], z)) <= delta**T, by=Induction(T), using=[start, step, weights, slopes]
)
gradients.show("gradients vanish", tends(norm(jacobian(h[T], z)), T, 0), using=[decay])
