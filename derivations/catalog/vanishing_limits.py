"""What the bound on vanishing gradients is worth: it is sharp, delta = 1 is too much, and no derivatives are needed."""

from derivations.derivation import Derivation
from symbolic.language import (
    absolute,
    column,
    columns,
    derivative,
    diag,
    differentiable,
    does_not_tend,
    function,
    identity,
    jacobian,
    largest_eigenvalue,
    matrix,
    norm,
    real,
    size,
    slope,
    time,
    zeros,
)
from symbolic.methods import Induction

n, m, t, T = size("n"), size("m"), time("t"), time("T")
W, U, b = matrix("W", n, n), matrix("U", n, m), column("b", n)
x = columns("x", m, start=1)
z = column("z", n)
h = columns("h", n, of=z)
sigma, y, u = function("sigma"), real("y"), real("u")
gamma, delta = real("gamma", above=0), real("delta", at_least=0, below=1)

tight = Derivation("The bound is attained by a multiple of the identity and a linear sigma", source="Question 1.2")
tight.assume(h[0], z, forall=z)
tight.assume(h[t + 1], (delta / gamma) * identity(n) * (gamma * h[t]) + b, forall=[t, z])
tight.show(
    "the condition holds",
    largest_eigenvalue(((delta / gamma) * identity(n)).T * ((delta / gamma) * identity(n))),
    delta**2 / gamma**2,
)
start = tight.show("at the start", jacobian(h[0], z), identity(n))
step = tight.show("one step", jacobian(h[t + 1], z), delta * jacobian(h[t], z))
state = tight.show("the Jacobian", jacobian(h[T], z), delta**T * identity(n), by=Induction(T), using=[start, step])
tight.show("its norm is delta to the T", norm(jacobian(h[T], z)), delta**T, using=[state])

one = Derivation("delta = 1 is too much: W = I, sigma(x) = x", source="Question 1.2")
one.assume(h[0], z, forall=z)
one.assume(h[t + 1], h[t] + b, forall=[t, z])
one.show("the largest eigenvalue is 1", largest_eigenvalue(identity(n).T * identity(n)), 1)
start = one.show("at the start", jacobian(h[0], z), identity(n))
step = one.show("one step", jacobian(h[t + 1], z), jacobian(h[t], z))
same = one.show("the Jacobian", jacobian(h[T], z), identity(n), by=Induction(T), using=[start, step])
length = one.show("its norm", norm(jacobian(h[T], z)), 1, using=[same])
one.show("gradients do not vanish", does_not_tend(norm(jacobian(h[T], z)), T, 0), using=[length])

lipschitz = Derivation("Without derivatives: two states of a Lipschitz cell", source="Question 1.2")
g = columns("g", n)
k = columns("k", n)
lipschitz.assume(absolute(sigma(y) - sigma(u)) <= gamma * absolute(y - u), forall=[y, u])
lipschitz.assume(norm(W) <= delta / gamma)
lipschitz.assume(g[t + 1], W * sigma(g[t]) + U * x[t + 1] + b, forall=t)
lipschitz.assume(k[t + 1], W * sigma(k[t]) + U * x[t + 1] + b, forall=t)
apart = lipschitz.show(
    "activations come no further apart than gamma times the states",
    norm(sigma(g[t]) - sigma(k[t])) <= gamma * norm(g[t] - k[t]),
)
differ = lipschitz.show("one step of the difference", g[t + 1] - k[t + 1], W * (sigma(g[t]) - sigma(k[t])))
lipschitz.show(
    "states come together", norm(g[T] - k[T]) <= delta**T * norm(g[0] - k[0]), by=Induction(T), using=[apart, differ]
)

offset = Derivation("The gradient by the offset stays bounded", source="Question 1.2")
a = column("a", n)
f = columns("f", n, of=b)
offset.assume(differentiable(sigma))
offset.assume(f[0], a, forall=b)
offset.assume(f[t + 1], W * sigma(f[t]) + U * x[t + 1] + b, forall=[t, b])
offset.assume(absolute(derivative(sigma(y), y)) <= gamma, forall=y)
offset.assume(norm(W) <= delta / gamma)
begin = offset.show("at the start", jacobian(f[0], b), zeros(n, n))
onward = offset.show("one step", jacobian(f[t + 1], b), W * diag(slope(sigma, f[t])) * jacobian(f[t], b) + identity(n))
slopes = offset.show("the norm of the slopes", norm(diag(slope(sigma, f[t]))) <= gamma)
offset.show(
    "a geometric sum",
    norm(jacobian(f[T], b)) <= (1 - delta**T) / (1 - delta),
    by=Induction(T),
    using=[begin, onward, slopes],
)
