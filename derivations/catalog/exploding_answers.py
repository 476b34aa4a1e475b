"""Question 1.3, the written answer: sentence by sentence, as it stands."""

from derivations.transcript import Transcript
from symbolic.language import columns, function, matrices, matrix, real, size, time
from symbolic.methods import Induction

n, t, T, y = size("n"), time("t"), time("T"), real("y")
W, h, J = matrix("W", n, n), columns("h", n), matrices("J", n, n)
s = function("s")
gamma, delta = real("gamma", above=0), real("delta", at_least=0, below=1)

answer = Transcript(
    "Answer 1.3",
    source="Question 1.3",
    notation={
        r"\frac{\partial h_T}{\partial h_0}": "J[T], an n by n matrix: by the chain rule J[t+1] = W diag(s(h[t])) J[t]",
        r"\sigma'": "s, a function of a real, applied to each entry",
        r"\text{the largest eigenvalue of the weights}": "lambda1(W.T*W), as question 1.2 has it",
    },
)
answer.assume("J[0] == identity(n)")
answer.assume("J[t + 1] == W*diag(s(h[t]))*J[t]", forall="t")
answer.assume("abs(s(y)) <= gamma", forall="y")
explodes = ["tends(norm(J[T]), T, oo)"]

start = answer.given(r"\frac{\partial h_0}{\partial h_0} = I", "J[0] == identity(n)", true=True, follows=True)
steps = answer.given(
    r"\frac{\partial h_t}{\partial h_0} = \frac{\partial h_t}{\partial h_{t-1}} \frac{\partial h_{t-1}}{\partial h_0}",
    "J[T] == W*diag(s(h[T - 1]))*J[T - 1]",
    forall="T",
    true=True,
    follows=True,
)
slopes = answer.given(r"|\sigma'(x)| \leq \gamma", "abs(s(y)) <= gamma", forall="y", true=True, follows=True)
bound = answer.sentence(
    r"we prove that $\left\| \frac{\partial h_T}{\partial h_0} \right\| \leq \|W\|^T \gamma^T$",
    "norm(J[T]) <= (norm(W)*gamma)**T",
    given=[start, steps, slopes],
    forall="T",
    by=Induction("T"),
    true=True,
    follows=True,
)
answer.sentence(
    "for the gradient to explode, the upper bound should tend to infinity over time",
    "tends((norm(W)*gamma)**T, T, oo)",
    when=explodes,
    given=[bound],
    using=[bound],
    true=True,
    follows=True,
)
weights = answer.given(r"\|A\| = \sqrt{\lambda_1(A^T A)}", "norm(W)**2 == lambda1(W.T*W)", true=True, follows=True)
answer.sentence(
    r"if the largest eigenvalue of the weights is larger than $\frac{\delta^2}{\gamma^2}$ the upper bound will not be "
    "zero anymore",
    "(norm(W)*gamma)**T > 0",
    when=["lambda1(W.T*W) > delta**2/gamma**2"],
    given=[weights],
    using=[weights],
    true=True,
    follows=True,
)
