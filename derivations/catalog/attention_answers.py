"""Question 3.3, the written answer: line by line, as it stands; its tables of costs are left out."""

from derivations.transcript import Transcript
from symbolic.language import diag, exp, integer, inverse, matrix, ones, size, softmax_row

n, d, m = size("n d m")
i, j = integer("i j", at_least=1, at_most=n)
Q, K, V = matrix("Q K V", n, d)
F, G = matrix("F G", n, m)
A = exp(Q * K.T)

answer = Transcript(
    "Answer 3.3",
    source="Question 3.3",
    notation={
        r"a_{ij}": "A[i, j]",
        "standard": softmax_row(Q * K.T) * V,
        "A": A,
        "D": diag(A * ones(n)),
    },
)

diagonal = answer.given(
    r"\mathbf{D} = \text{diag}(\mathbf{A}\mathbf{1})",
    "D == diag(A*ones(n))",
    true=True,
    follows=True,
)
answer.line(
    r"\mathbf{D} = \begin{cases} \sum_{j=1}^n a_{ij} & i = j \end{cases}",
    "D[i, j] == sum(A[i, j], j, 1, n)",
    when=["i == j"],
    given=[diagonal],
    true=True,
    follows=True,
)
answer.line(
    r"\mathbf{D} = \begin{cases} 0 & i \neq j \end{cases}",
    "D[i, j] == 0",
    when=["i != j"],
    given=[diagonal],
    true=True,
    follows=True,
)
answer.let(
    r"\mathbf{T} = \mathbf{D}^{-1}\mathbf{A}",
    "T == D.I*A",
    true=True,
    follows=True,
)
rows = answer.chain("T[i, j]")
rows.row(
    r"T_{ij} = (\mathbf{D}^{-1}\mathbf{A})_{ij}",
    "== (D.I*A)[i, j]",
    true=True,
    follows=True,
)
rows.row(
    r"= \frac{a_{ij}}{\sum_{l=1}^n a_{il}}",
    "== A[i, j]/sum(A[i, l], l, 1, n)",
    true=True,
    follows=True,
)
rows.row(
    r"= \frac{(\exp(\mathbf{Q}\mathbf{K}^\top)_{ij})}{\sum_l (\exp(\mathbf{Q}\mathbf{K}^\top)_{il})}",
    "== exp(Q*K.T)[i, j]/sum(exp(Q*K.T)[i, l], l, 1, n)",
    true=True,
    follows=True,
)
rows.row(
    r"= \text{softmax}_{\text{row}}(\mathbf{Q}\mathbf{K}^\top)",
    "== softmax_row(Q*K.T)",
    true=None,
    follows=None,
)
attention = answer.chain("standard")
attention.row(
    r"\text{Attention}_{\text{std}}(\mathbf{Q}, \mathbf{K}, \mathbf{V}) = \mathbf{D}^{-1} \mathbf{A} \mathbf{V}",
    "== D.I*A*V",
    true=True,
    follows=True,
)
attention.row(
    r"= \text{softmax}_{\text{row}}(\mathbf{Q}\mathbf{K}^\top) \mathbf{V}",
    "== softmax_row(Q*K.T)*V",
    true=True,
    follows=True,
)

second = Transcript(
    "Answer 3.3, second part",
    source="Question 3.3",
    notation={
        r"Q', K'": "F, G, the matrices of f of the rows of Q and K; their products are the entries of A",
        "A": F * G.T,
        "D": diag(F * G.T * ones(n)),
        "approx": inverse(diag(F * G.T * ones(n))) * (F * G.T) * V,
    },
)
second.line(
    r"Attention_{approx} = D^{-1}(Q'(K'^T V))",
    "approx == D.I*(F*(G.T*V))",
    given=[],
    true=True,
    follows=True,
)
