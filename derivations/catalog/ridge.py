"""Ridge regression: gradient, normal equations and weights in closed form, for n examples of d features."""

from derivations import Derivation
from symbolic.language import column, dot, gradient, identity, inverse, matrix, real, size, trace, zeros

n, d = size("n d")
X, y, w = matrix("X", n, d), column("y", n), column("w", d)
lamda = real("lamda", above=0)
epsilon = real("epsilon", above=0)
G = X.T * X + lamda * identity(d)

loss = Derivation("Gradient of the ridge loss", source="Hastie, Tibshirani and Friedman, (3.43)")
residual = X * w - y
quadratic = dot(residual, residual) + lamda * dot(w, w)
loss.show("from the quadratic form", gradient(quadratic, w), 2 * X.T * residual + 2 * lamda * w)
traces = trace(residual * residual.T) + lamda * trace(w * w.T)
loss.show("from the trace form", gradient(traces, w), 2 * X.T * residual + 2 * lamda * w)

normal = Derivation("Normal equations", source="Hastie, Tibshirani and Friedman, (3.44)")
normal.assume(G * w, X.T * y)
normal.show("make the gradient vanish", 2 * X.T * (X * w - y) + 2 * lamda * w, zeros(d))
normal.show("closed form", w, inverse(G) * (X.T * y))

closed = Derivation("The closed form satisfies the normal equations", source="Hastie, Tibshirani and Friedman, (3.44)")
closed.assume(w, inverse(G) * (X.T * y))
closed.show("normal equations", G * w, X.T * y)

decay = Derivation("Weight decay is L2 for a least-squares step", source="Loshchilov and Hutter, Proposition 1")
penalised = dot(X * w - y, X * w - y) / 2 + lamda * dot(w, w) / 2
decay.show("one step", w - epsilon * gradient(penalised, w), (1 - epsilon * lamda) * w - epsilon * X.T * (X * w - y))
