"""Questions 3.4 and 3.5: the kernel exp(q.k) by sines and cosines, and where exponentials are spread no less."""

from derivations import Derivation
from derivations.catalog.random_features import X, d, k, m, q, scale, step, x
from symbolic.language import E, Ge, Le, Lt, column, cos, dot, exp, hadamard, ones, sin, variance

z = column("z", d)
radius = exp((dot(q, q) + dot(k, k)) / 2)
apart = exp(dot(q - k, q - k))
sample = radius * cos(dot(x, q - k))
products = dot(sin(X.T * q), sin(X.T * k)) + dot(cos(X.T * q), cos(X.T * k))
estimate = radius * dot(ones(m), cos(X.T * (q - k))) / m
turned = scale * (exp(dot(x, q - k)) + exp(-dot(x, q - k))) / 2

kernel = Derivation("The kernel by sines and cosines", source="Question 3.4")
kernel.show(
    "two features of each point",
    cos(dot(x, q)) * cos(dot(x, k)) + sin(dot(x, q)) * sin(dot(x, k)),
    cos(dot(x, q - k)),
)
kernel.show(
    "2 m features of each point",
    hadamard(cos(X.T * q), cos(X.T * k)) + hadamard(sin(X.T * q), sin(X.T * k)),
    cos(X.T * (q - k)),
)
kernel.show("their size", cos(dot(x, q)) ** 2 + sin(dot(x, q)) ** 2, 1)
kernel.show("the expectation", E(cos(dot(x, z)), x), exp(-dot(z, z) / 2))
kernel.show("that of a sine", E(sin(dot(x, z)), x), 0)
kernel.show("the identity", exp(dot(q, k)), radius * E(cos(dot(x, q - k)), x))
kernel.show("without bias, for every m", E(radius * products / m, X), exp(dot(q, k)))
kernel.show("a sample is bounded", Le(sample, radius))

sign = Derivation("A sample that is negative", source="Question 3.4")
sign.assume(dot(x, q - k), 2)
sign.show("cosines have both signs", Lt(sample, 0))

spread = Derivation("How far sines and cosines are spread", source="Question 3.5")
spread.show("of one sample", variance(sample, x) / radius**2, (1 - 1 / apart) ** 2 / 2)
spread.show("of m samples", variance(estimate, X) / radius**2, (1 - 1 / apart) ** 2 / (2 * m))
spread.show("of 2 m features, by the radius", variance(products / m, X), (1 - 1 / apart) ** 2 / (2 * m))
spread.show("not at all where k is q", exp(dot(q, q)) * cos(dot(x, q - q)), exp(dot(q, q)))
spread.show(
    "relative to the square of what is estimated",
    variance(sample, x) / exp(dot(q, k)) ** 2,
    (apart - 2 + 1 / apart) / 2,
)
spread.show(
    "which is that of hyperbolic features, with -k for k",
    variance(turned, x) / exp(-dot(q, k)) ** 2,
    (apart - 2 + 1 / apart) / 2,
)

of_waves = radius**2 * (1 - 1 / apart) ** 2 / 2
of_positive = exp(2 * dot(q, k)) * (step - 1)

near = Derivation("Where the kernel is at least 1", source="Question 3.5")
near.assume(Ge(dot(q, k), 0))
near.show("sines and cosines are spread no more", Le(of_waves, of_positive))

opposed = Derivation("Where the kernel is small", source="Question 3.5")
opposed.assume(Le(2 * exp(4 * dot(q, k)), 1))
enough = opposed.have("by what makes up for the rest", Ge(radius**2 * (1 - 2 * exp(4 * dot(q, k))), 0))
opposed.show("positive features are spread no more", Le(of_positive, of_waves), using=[enough])
