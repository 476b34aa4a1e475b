"""Question 3.2, the written answer to its first and third part: line by line, as it stands."""

from derivations import Derivation
from derivations.transcript import Transcript
from symbolic.language import (
    Gt,
    Lt,
    Ne,
    Rational,
    Sum,
    column,
    integer,
    matrix,
    printed,
    size,
    softmax_col,
    softmax_row,
)

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
    true=True,
    follows=True,
)
answer.line(
    r"\text{softmax}_{\text{col}}(\mathbf{K}) = [s(k_1) \quad s(k_2) \quad \dots \quad s(k_d)]",
    "softmax_col(K) == array(exp(K[i, j])/sum(exp(K[l, j]), l, 1, n), i, n, j, d)",
    given=[],
    true=True,
    follows=True,
)
answer.line(
    r"\text{softmax}_{\text{row}}(\mathbf{Q})\text{softmax}_{\text{col}}(\mathbf{K}) = \begin{bmatrix} "
    r"\sum_{j=1}^d s(q_{1j})s(k_{1j}) & \dots & \sum_{j=1}^d s(q_{1j})s(k_{nj}) \\ \vdots & \ddots & \vdots \\ "
    r"\sum_{j=1}^d s(q_{nj})s(k_{1j}) & \dots & \sum_{j=1}^d s(q_{nj})s(k_{nj}) \end{bmatrix}",
    "softmax_row(Q)*softmax_col(K) == array(sum(q[i, j]*k[l, j], j, 1, d), i, n, l, n)",
    given=[],
    true=None,
    follows=None,
)
final = answer.let(
    r"= \text{final}",
    "final == array(sum(q[i, j]*k[l, j], j, 1, d), i, n, l, n)",
    true=True,
    follows=True,
)
positive_q = answer.sentence(
    "q and k are each greater than zero because both of them come from after applying the softmax function",
    "q[r, e] > 0",
    given=[],
    true=True,
    follows=True,
)
positive_k = answer.sentence(
    "q and k are each greater than zero because both of them come from after applying the softmax function",
    "k[r, e] > 0",
    given=[],
    true=True,
    follows=True,
)
answer.sentence(
    "each element in the row of the final matrix is greater than zero",
    "final[r, c] > 0",
    given=[positive_q, positive_k],
    true=True,
    follows=True,
)
rows = answer.chain("sum(final[1, i], i, 1, n)")
rows.row(
    r"\sum_{i=1}^n final_1 = 1",
    "== 1",
    true=True,
    follows=True,
)
rows.row(
    r"= \sum_{j=1}^d q_{1j} \left(\sum_{j=1}^d k_{1j} + \sum_{j=1}^d k_{2j} + \dots + \sum_{j=1}^d k_{nj} \right)",
    "== sum(q[1, j]*sum(sum(k[i, j], j, 1, d), i, 1, n), j, 1, d)",
    true=False,
    follows=False,
)
exchanged = rows.row(
    r"= \sum_{j=1}^d q_{1j} \sum_{i=1}^n k_{ij}",
    "== sum(q[1, j]*sum(k[i, j], i, 1, n), j, 1, d)",
    true=True,
    follows=False,
)
one_row = answer.sentence(
    r"$\sum_{j=1}^d q_{1j}$ is the sum of all the elements in one row in $softmax_{row}Q$ which is equal to 1",
    "sum(q[1, j], j, 1, d) == 1",
    given=[],
    true=True,
    follows=True,
)
one_column = answer.sentence(
    r"$\sum_{j=1}^n k_{ij}$ is the sum of all the element in one column in $softmax_{col}K$ which is equal to 1",
    "sum(k[i, j], j, 1, n) == 1",
    given=[],
    true=False,
    follows=False,
)
answer.sentence(
    r"so we prove that $\sum_{i=1}^n final_1 = 1$",
    "sum(final[1, i], i, 1, n) == 1",
    given=[exchanged, one_row, one_column],
    true=True,
    follows=True,
)
answer.sentence(
    "we can prove this for every row in final matrix",
    "sum(final[r, i], i, 1, n) == 1",
    given=[],
    true=True,
    follows=True,
)

third = Transcript(
    "Answer 3.2, third part",
    source="Question 3.2",
    notation={"softmax(xy)": "as in the question: of the rows of Q K^T, of the rows of Q, of the columns of K"},
)
third.sentence(
    r"$Attention_{sep}$ is not as expressive as $attention_{std}$ [...] because "
    r"$softmax(xy) \neq softmax(x)softmax(y)$",
    "softmax_row(Q*K.T) != softmax_row(Q)*softmax_col(K).T",
    given=[],
    true=False,
    follows=False,
)

# That both differ somewhere would not show it: it takes outputs of one that no input of the other has.
expressive = Derivation("Where the separable form expresses less: d = 1", source="Question 3.2")
u, v = column("u v", n)
expressive.show(
    "all rows of its weights are equal",
    "(softmax_row(u)*softmax_col(v).T)[r, c] == (softmax_row(u)*softmax_col(v).T)[1, c]",
)
expressive.show(
    "those of the standard form need not be, as for q = k = (0, 1)",
    "softmax_row(array(i - 1, i, 2)*array(j - 1, j, 2).T)[1, 1] "
    "!= softmax_row(array(i - 1, i, 2)*array(j - 1, j, 2).T)[2, 1]",
)


x, j = matrix("x", 3, 3), integer("j")
p = printed(
    "p",
    """
    0.029728   0.04003463 0.04198175
    0.02013589 0.02672432 0.02823506
    0.03838677 0.05052018 0.05359361
    """,
)
s = printed(
    "s",
    """
    0.08095578 0.1146473  0.13883792
    0.0572225  0.05840939 0.06546839
    0.09866943 0.16609922 0.21969007
    """,
)

experiment = Transcript(
    "Answer 3.2, the experiment",
    source="Question 3.2",
    notation={
        "f_x": "f, a softmax over all the entries of a matrix, as coded",
        "the printed numbers": "p_ij, s_ij of softmax(x) softmax(y), softmax(xy), to half a unit of the last digit",
    },
)
experiment.let(
    r"\texttt{f\_x = np.exp(x) / np.sum(np.exp(x))}",
    "f == array(exp(x[i, j])/sum(sum(exp(x[k, l]), l, 1, 3), k, 1, 3), i, 3, j, 3)",
    true=True,
    follows=True,
)
experiment.sentence(
    r"I show that $\text{softmax}(xy)$ is not equal to $\text{softmax}(x)\text{softmax}(y)$ by coding the formula "
    r"on two random 3×3 matrices",
    Ne(s[0][0], p[0][0]),
    given=[],
    true=True,
    follows=True,
)

numbers = Derivation("What the printed numbers say", source="Question 3.2")
for row in (1, 2, 3):
    numbers.show(
        f"row {row} of softmax(xy) is no row of a softmax of rows",
        Ne(sum(s[row - 1]), Sum(softmax_row(x)[row, j], (j, 1, 3))),
    )
numbers.show("all entries of softmax(xy) sum to nearly 1, from below", Gt(sum(map(sum, s)), 1 - Rational(2, 10**7)))
numbers.show("all entries of softmax(xy) sum to nearly 1, from above", Lt(sum(map(sum, s)), 1 + Rational(2, 10**7)))
numbers.show("those of softmax(x) softmax(y) do not", Lt(sum(map(sum, p)), Rational(1, 3)))
numbers.show(
    "a softmax over all entries sums to 1",
    "sum(sum(exp(x[i, j])/sum(sum(exp(x[k, l]), l, 1, 3), k, 1, 3), j, 1, 3), i, 1, 3) == 1",
)
