"""Question 3.5: how many random features suffice for a given error, by Chebyshev's inequality."""

from derivations import Derivation
from derivations.catalog.random_features import X, estimate, k, m, q, step, x
from symbolic.language import E, Ge, Gt, Le, P, absolute, dot, exp, real

a, delta, epsilon, mu = real("a delta epsilon mu")
true = exp(dot(q, k))
error, relative_error = estimate - true, estimate / true - 1
far, relatively_far = Ge(absolute(error), epsilon), Ge(absolute(relative_error), epsilon)
spread = exp(2 * dot(q, k)) * (step - 1)

markov = Derivation("Markov's inequality for squares", source="Question 3.5")
markov.assume(Gt(epsilon, 0))
markov.show("of one normal variable", Le(P(Ge(absolute(x[1] - mu), epsilon), x), E((x[1] - mu) ** 2, x) / epsilon**2))
of_error = markov.show("of the error", Le(P(far, X), E(error**2, X) / epsilon**2))
of_relative = markov.show("of the relative error", Le(P(relatively_far, X), E(relative_error**2, X) / epsilon**2))

chebyshev = Derivation("Chebyshev's inequality for random features", source="Question 3.5")
chebyshev.assume(Gt(epsilon, 0))
square = chebyshev.have(
    "what the square of the error is",
    spread / (m * epsilon**2),
    E(error**2, X) / epsilon**2,
)
bound = chebyshev.show("for every m and d", Le(P(far, X), spread / (m * epsilon**2)), using=[of_error, square])
relative_square = chebyshev.have(
    "what that of the relative error is",
    (step - 1) / (m * epsilon**2),
    E(relative_error**2, X) / epsilon**2,
)
relative_bound = chebyshev.show(
    "of the relative error",
    Le(P(relatively_far, X), (step - 1) / (m * epsilon**2)),
    using=[of_relative, relative_square],
)

falling = Derivation("When a bound that falls with m is small", source="Question 3.5")
falling.assume(Gt(epsilon, 0))
falling.assume(Gt(delta, 0))
falling.assume(Ge(m, a / (delta * epsilon**2)))
many = falling.have("times delta", Le(a / epsilon**2, m * delta))
small = falling.have("at most delta", Le(a / (m * epsilon**2), delta), using=[many])

enough = Derivation("How many samples suffice", source="Question 3.5")
enough.assume(Gt(epsilon, 0))
enough.assume(Gt(delta, 0))
enough.assume(Ge(m, spread / (delta * epsilon**2)))
then = enough.have("the bound", Le(spread / (m * epsilon**2), delta), using=[small])
enough.show("the error is large with probability delta at most", Le(P(far, X), delta), using=[bound, then])

relative = Derivation("How many samples suffice for a relative error", source="Question 3.5")
relative.assume(Gt(epsilon, 0))
relative.assume(Gt(delta, 0))
relative.assume(Ge(m, (step - 1) / (delta * epsilon**2)))
then = relative.have("the bound", Le((step - 1) / (m * epsilon**2), delta), using=[small])
relative.show(
    "it is large with probability delta at most",
    Le(P(relatively_far, X), delta),
    using=[relative_bound, then],
)
