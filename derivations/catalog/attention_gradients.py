"""The gradients of attention by queries, keys and values, for any loss whose gradient by the output is G."""

from derivations import Derivation
from symbolic.language import dot, gradient, hadamard, matrix, ones, size, softmax_row

n, m, d, k = size("n m d k")  # queries, keys, their length, that of the values
Q, K, V = matrix("Q", n, d), matrix("K", m, d), matrix("V", m, k)
G = matrix("G", n, k)
P = softmax_row(Q * K.T)
dp = G * V.T
ds = hadamard(P, dp - hadamard(P, dp) * ones(m) * ones(m).T)

attention = Derivation("Gradients of attention", source="Dao et al., FlashAttention, appendix B.2")
attention.show("by the values", gradient(dot(G, P * V), V), P.T * G)
attention.show("by the queries", gradient(dot(G, P * V), Q), ds * K)
attention.show("by the keys", gradient(dot(G, P * V), K), ds.T * Q)
