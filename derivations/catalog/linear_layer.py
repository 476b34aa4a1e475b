"""The gradients of a linear layer Y = X W + 1 b^T, for any loss whose gradient by Y is G."""

from derivations import Derivation
from symbolic.language import column, dot, gradient, matrix, ones, size

n, d, m = size("n d m")  # examples, inputs, outputs
X, W, b = matrix("X", n, d), matrix("W", d, m), column("b", m)
G = matrix("G", n, m)
Y = X * W + ones(n) * b.T

layer = Derivation("Gradients of a linear layer", source="Goodfellow et al., Deep Learning, section 6.5.6")
layer.show("by the weights", gradient(dot(G, Y), W), X.T * G)
layer.show("by the inputs", gradient(dot(G, Y), X), G * W.T)
layer.show("by the biases", gradient(dot(G, Y), b), G.T * ones(n))
