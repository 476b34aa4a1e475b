"""Softmax and cross-entropy: the derivatives that every classifier is trained with, for n classes."""

from derivations import Derivation
from symbolic.language import Sum, column, diag, dot, exp, gradient, jacobian, log, ones, real, size, softmax_col

n = size("n")
z, y = column("z y", n)  # scores, and the distribution that is wanted
c = real("c")
s = softmax_col(z)
k = size("k")

softmax = Derivation("Softmax", source="Goodfellow et al., Deep Learning, section 6.2.2.3")
softmax.show("sums to 1", dot(ones(n), s), 1)
softmax.show("a shift of all scores changes nothing", softmax_col(z + c * ones(n)), s)
softmax.show("Jacobian", jacobian(s, z), diag(s) - s * s.T)
softmax.show("is the gradient of log-sum-exp", gradient(log(Sum(exp(z[k]), (k, 1, n))), z), s)

entropy = Derivation("Cross-entropy after softmax", source="Bishop, Pattern Recognition and Machine Learning, (4.109)")
entropy.assume(dot(ones(n), y), 1)
entropy.show("gradient by the scores", gradient(-dot(y, log(s)), z), s - y)
