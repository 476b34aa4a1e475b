"""Question 3.2, the written answer to its first and third part: line by line, as it stands."""

from derivations.transcript import Transcript
from symbolic.language import integer, matrix, size, softmax_col, softmax_row

n, d = size("n d")
Q, K = matrix("Q K", n, d)
i, r, c = integer("i r c", at_least=1, at_most=n)
e = integer("e", at_least=1, at_most=d)

answer = Transcript(
    "Answer 3.2",
    source="Question 3.2",
    notation={
        r"s(q_{ij}), q_{ij}": "q[i, j], the entries of softmax_row(Q)",
        r"s(k_{ij}), k_{ij}": "k[i, j], the entries of softmax_col(K)",
        r"final_1": "final[1, i], the entries of the first row",
        "q": softmax_row(Q),
        "k": softmax_col(K),
    },
)
answer.line(
    r"\text{Softmax}_{\text{row}}(\mathbf{Q}) = "
    r"\begin{bmatrix} s(Q_1) \\ s(Q_2) \\ \vdots \\ s(Q_n) \end{bmatrix}_{n \times d}",
    "softmax_row(Q) == array(exp(Q[i, j])/sum(exp(Q[i, l]), l, 1, d), i, n, j, d)",
    given=[],
)
answer.line(
    r"\text{softmax}_{\text{col}}(\mathbf{K}) = [s(k_1) \quad s(k_2) \quad \dots \quad s(k_d)]",
    "softmax_col(K) == array(exp(K[i, j])/sum(exp(K[l, j]), l, 1, n), i, n, j, d)",
    given=[],
)
answer.line(
    r"\text{softmax}_{\text{row}}(\mathbf{Q})\text{softmax}_{\text{col}}(\mathbf{K}) = \begin{bmatrix} "
    r"\sum_{j=1}^d s(q_{1j})s(k_{1j}) & \dots & \sum_{j=1}^d s(q_{1j})s(k_{nj}) \\ \vdots & \ddots & \vdots \\ "
    r"\sum_{j=1}^d s(q_{nj})s(k_{1j}) & \dots & \sum_{j=1}^d s(q_{nj})s(k_{nj}) \end{bmatrix}",
    "softmax_row(Q)*softmax_col(K) == array(sum(q[i, j]*k[l, j], j, 1, d), i, n, l, n)",
    given=[],
)
final = answer.let(r"= \text{final}", "final == array(sum(q[i, j]*k[l, j], j, 1, d), i, n, l, n)")
positive_q = answer.sentence(
    "q and k are each greater than zero because both of them come from after applying the softmax function",
    "q[r, e] > 0",
    given=[],
)
positive_k = answer.sentence(
    "q and k are each greater than zero because both of them come from after applying the softmax function",
    "k[r, e] > 0",
    given=[],
)
answer.sentence(
    "each element in the row of the final matrix is greater than zero",
    "final[r, c] > 0",
    given=[positive_q, positive_k],
)
rows = answer.chain("sum(final[1, i], i, 1, n)")
rows.row(r"\sum_{i=1}^n final_1 = 1", "== 1")
rows.row(
    r"= \sum_{j=1}^d q_{1j} \left(\sum_{j=1}^d k_{1j} + \sum_{j=1}^d k_{2j} + \dots + \sum_{j=1}^d k_{nj} \right)",
    "== sum(q[1, j]*sum(sum(k[i, j], j, 1, d), i, 1, n), j, 1, d)",
)
exchanged = rows.row(r"= \sum_{j=1}^d q_{1j} \sum_{i=1}^n k_{ij}", "== sum(q[1, j]*sum(k[i, j], i, 1, n), j, 1, d)")
one_row = answer.sentence(
    r"$\sum_{j=1}^d q_{1j}$ is the sum of all the elements in one row in $softmax_{row}Q$ which is equal to 1",
    "sum(q[1, j], j, 1, d) == 1",
    given=[],
)
one_column = answer.sentence(
    r"$\sum_{j=1}^n k_{ij}$ is the sum of all the element in one column in $softmax_{col}K$ which is equal to 1",
    "sum(k[i, j], j, 1, n) == 1",
    given=[],
)
answer.sentence(
    r"so we prove that $\sum_{i=1}^n final_1 = 1$",
    "sum(final[1, i], i, 1, n) == 1",
    given=[exchanged, one_row, one_column],
)
answer.sentence("we can prove this for every row in final matrix", "sum(final[r, i], i, 1, n) == 1", given=[])
