"""Question 3.5: in D^-1 A with features, a factor of each query cancels, such as exp(-|q|^2/2); that of a key stays."""

from typing import Any

from derivations import Derivation
from derivations.transcript import Transcript
from symbolic.language import column, diag, inverse, matrix, ones, size

n, d, m, i, j = size("n d m i j")
Q, K, X = matrix("Q", n, d), matrix("K", n, d), matrix("X", d, m)  # the samples are the columns of X
F, G = matrix("F G", n, m)  # the features of queries and keys
p = column("p", n)  # any factor of each query


def weights(scores: Any) -> Any:
    return inverse(diag(scores * ones(n))) * scores


query = Derivation("The factor of a query cancels", source="Question 3.5")
query.show("in the weights", weights(diag(p) * F * G.T), weights(F * G.T))

key = Transcript("The factor of a key", source="Question 3.5")
key.sentence(
    "It cancels as well.",
    "inverse(diag(exp(Q*X)*(diag(array(exp(-sum(K[i, j]**2, j, 1, d)/2), i, n))*exp(K*X)).T*ones(n)))"
    "*(exp(Q*X)*(diag(array(exp(-sum(K[i, j]**2, j, 1, d)/2), i, n))*exp(K*X)).T)"
    " == inverse(diag(exp(Q*X)*exp(K*X).T*ones(n)))*(exp(Q*X)*exp(K*X).T)",
    true=False,
    follows=False,
)
