"""Layer normalisation: its backward pass, for n features."""

from derivations import Derivation
from symbolic.language import column, dot, gradient, ones, real, size, sqrt

n = size("n")
x, u = column("x u", n)  # the input; the gradient of the loss by the output
epsilon = real("epsilon", above=0)
mean = dot(ones(n), x) / n
centred = x - mean * ones(n)
variance = dot(centred, centred) / n
normalised = centred / sqrt(variance + epsilon)

norm = Derivation("Backward pass of layer normalisation", source="Ba, Kiros and Hinton, Layer Normalization")
norm.show("the output has mean 0", dot(ones(n), normalised), 0)
norm.show(
    "gradient by the input",
    gradient(dot(u, normalised), x),
    (u - dot(ones(n), u) / n * ones(n) - dot(u, normalised) / n * normalised) / sqrt(variance + epsilon),
)
