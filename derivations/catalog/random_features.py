"""Questions 3.4 and 3.5: the kernel exp(q.k) as an expectation, its estimate by m random features, and its variance."""

from typing import Any

from derivations import Derivation
from symbolic.language import E, Gt, Lt, column, dot, exp, matrix, size, sqrt, variance

d, m, n = size("d m n")
q, k, x, y = column("q k x y", d)
X, Y = matrix("X Y", d, m)
F, G, a = matrix("F", n, m), matrix("G", n, m), column("a", n)


def f(samples: Any, point: Any) -> Any:
    """The positive features of ``point``, one for each column of ``samples``."""
    return exp(samples.T * point) * exp(-dot(point, point) / 2) / sqrt(m)


step = exp(dot(q + k, q + k))
estimate = dot(f(X, q), f(X, k))
scale = exp(-(dot(q, q) + dot(k, k)) / 2)
single = scale * exp(dot(x, q + k))
both = scale * (exp(dot(x, q + k)) + exp(-dot(x, q + k))) / 2

kernel = Derivation("The kernel as an expectation", source="Question 3.4")
kernel.show("by Hint 2", dot(x, q) - dot(x, x) / 2, dot(q, q) / 2 - dot(x - q, x - q) / 2)
kernel.show("the expectation", E(exp(dot(x, q)) * exp(dot(x, k)), x), exp(dot(q + k, q + k) / 2))
kernel.show(
    "the identity",
    exp(dot(q, k)),
    exp(-dot(q, q) / 2) * E(exp(dot(x, q)) * exp(dot(x, k)), x) * exp(-dot(k, k) / 2),
)

features = Derivation("Positive random features", source="Question 3.4")
features.show("one feature is positive", Gt(exp(dot(x, y)) * exp(-dot(y, y) / 2) / sqrt(m), 0))
features.show("without bias, for every m", E(estimate, X), exp(dot(q, k)))
features.show("from independent samples there is nothing to learn", E(E(dot(f(X, q), f(Y, k)), Y), X), 1)
features.show("hyperbolic ones, both signs of a sample, without bias", E(both, x), exp(dot(q, k)))


def variance_of(samples: Any) -> Any:
    """Of the estimate by so many samples."""
    return exp(2 * dot(q, k)) * (step - 1) / samples


spread = Derivation("How far the estimate is spread", source="Question 3.5")
of_variance = spread.show("variance", variance(estimate, X), variance_of(m))
spread.show(
    "relative to the square of what is estimated",
    variance(estimate, X) / exp(dot(q, k)) ** 2,
    (step - 1) / m,
    using=[of_variance],
)
spread.show("none where k is -q", variance(dot(f(X, q), f(X, -q)), X), 0)
spread.show("of one sample", variance(single, x), exp(2 * dot(q, k)) * (step - 1))
spread.show("of both its signs, hyperbolic features", variance(both, x), exp(2 * dot(q, k)) * (step - 2 + 1 / step) / 2)

size_of = Derivation("What more samples buy", source="Question 3.5")
size_of.assume(Gt(dot(q + k, q + k), 0))
size_of.show("there is some variance elsewhere", Gt(variance_of(m), 0))
size_of.show("it falls with m", Lt(variance_of(m + 1), variance_of(m)))
size_of.show("hyperbolic features are better than two samples", Lt((step - 2 + 1 / step) / 2, (step - 1) / 2))
