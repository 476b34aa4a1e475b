"""Expectations over a standard normal vector in any dimension: what Question 3.4 gives as hints, and what follows."""

from derivations import Derivation
from symbolic.language import (
    E,
    KroneckerDelta,
    Sum,
    column,
    dot,
    exp,
    integer,
    integral,
    matrix,
    pi,
    real,
    size,
    variance,
)

d = size("d")
x, y, z, mu = column("x y z mu", d)
A = matrix("A", d, d)
a, b = real("a b")
i, j = integer("i j", at_least=1)

hints = Derivation("The hints, and the normal density", source="Question 3.4")
hints.show("Hint 1", (2 * pi) ** (-d / 2) * integral(exp(-dot(x - mu, x - mu) / 2), x), 1)
hints.show("Hint 2", dot(x, y), -(dot(x, x) - dot(x + y, x + y) + dot(y, y)) / 2)
hints.show(
    "an expectation is an integral with the density",
    E(exp(dot(x, y)), x),
    integral(exp(dot(x, y)) * (2 * pi) ** (-d / 2) * exp(-dot(x, x) / 2), x),
)

moments = Derivation("Moments of a standard normal vector")
moments.assume(i <= d)
moments.assume(j <= d)
moments.show("the mean of an entry", E(x[i], x), 0)
moments.show("entries are uncorrelated, of variance 1", E(x[i] * x[j], x), KroneckerDelta(i, j))
moments.show("the third moment", E(x[i] ** 3, x), 0)
moments.show("the fourth moment", E(x[i] ** 4, x), 3)
moments.show("the square of the length", E(dot(x, x), x), d)
moments.show("its variance", variance(dot(x, x), x), 2 * d)
moments.show("linear functions", E(a * dot(x, y) + b, x), b)
moments.show("products of linear functions", E(dot(x, y) * dot(x, z), x), dot(y, z))
moments.show("the variance of a linear function", variance(a * dot(x, y) + b, x), a**2 * dot(y, y))
moments.show("a quadratic form", E(dot(x, A * x), x), Sum(A[i, i], (i, 1, d)))

shift = Derivation("Exponentials shift a normal vector", source="Question 3.4")
shift.assume(i <= d)
generating = shift.show("the moment generating function", E(exp(dot(x, y)), x), exp(dot(y, y) / 2))
shift.show("its derivative by an entry", E(x[i] * exp(dot(x, y)), x), y[i] * exp(dot(y, y) / 2))
shift.show(
    "a quadratic factor",
    E(dot(x, x) * exp(dot(x, y)), x),
    (d + dot(y, y)) * exp(dot(y, y) / 2),
)
shift.show(
    "the variance of an exponential",
    variance(exp(dot(x, y)), x),
    exp(dot(y, y)) * (exp(dot(y, y)) - 1),
)
