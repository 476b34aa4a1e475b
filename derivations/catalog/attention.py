"""Question 3.3: attention as D^-1 A V, and what follows for features and for a scale of the scores."""

from derivations import Derivation
from symbolic.language import column, diag, exp, inverse, matrix, ones, size, softmax_row, sqrt

n, d, m = size("n d m")
Q, K, V = matrix("Q K V", n, d)
F, G = matrix("F G", n, m)  # the features of the rows of Q and of K

standard = Derivation("Attention without a softmax", source="Question 3.3")
A = exp(Q * K.T)
D = diag(A * ones(n))
standard.show("D^-1 A V", softmax_row(Q * K.T) * V, inverse(D) * A * V)
standard.show("the weights", softmax_row(Q * K.T), inverse(D) * A)

scale = Derivation("The scale of the scores is no loss of generality", source="Question 3.3")
S = matrix("S", n, d)
scale.assume(S, Q / sqrt(d))
scale.show("scaled queries", softmax_row(Q * K.T / sqrt(d)) * V, softmax_row(S * K.T) * V)

features = Derivation("Features instead of scores", source="Question 3.3")
B = matrix("B", n, n)
features.assume(B, F * G.T)
features.show("row sums without the matrix", B * ones(n), F * (G.T * ones(n)))
features.show(
    "the cheap order", inverse(diag(B * ones(n))) * B * V, inverse(diag(F * (G.T * ones(n)))) * (F * (G.T * V))
)

rows = Derivation("Scaling a row changes nothing", source="Question 3.3")
c = column("c", n)
C = matrix("C", n, n)
rows.show("the weights", inverse(diag(diag(c) * C * ones(n))) * (diag(c) * C), inverse(diag(C * ones(n))) * C)
