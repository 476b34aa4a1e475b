"""Question 1.2, the written answer: line by line, as it stands."""

from derivations.transcript import Transcript
from symbolic.language import column, columns, differentiable, function, matrices, matrix, real, size, time
from symbolic.methods import Induction

n, m, t, T, y = size("n"), size("m"), time("t"), time("T"), real("y")
W, U, b = matrix("W", n, n), matrix("U", n, m), column("b", n)
h, x = columns("h", n), columns("x", m, start=1)
J = matrices("J", n, n)
p, u = column("p", n), column("u", m)
sigma, s = function("sigma"), function("s")
gamma, delta = real("gamma", above=0), real("delta", at_least=0, below=1)

answer = Transcript(
    "Answer 1.2",
    source="Question 1.2",
    notation={
        r"\frac{\partial h_T}{\partial h_0}": "J[T], an n by n matrix: by the chain rule J[t+1] = W diag(s(h[t])) J[t]",
        r"\sigma'": "s, a function of a real, applied to each entry",
        r"\lambda_1": "lambda1, the largest eigenvalue",
        r"\dots": "the factors from T - 2 down make up J[T-1]",
    },
)
answer.assume("h[t + 1] == W*sigma(h[t]) + U*x[t + 1] + b", forall="t")
answer.assume("J[0] == identity(n)")
answer.assume("J[t + 1] == W*diag(s(h[t]))*J[t]", forall="t")
answer.assume("abs(s(y)) <= gamma", forall="y")
answer.assume(differentiable(sigma))

answer.given(r"h_t = W\sigma(h_{t-1}) + Ux_t + b", "h[t] == W*sigma(h[t - 1]) + U*x[t] + b", true=True, follows=True)
answer.line(
    r"\frac{\partial h_t}{\partial h_{t-1}} = \frac{\partial (W\sigma(h_{t-1}) + Ux_t + b)}{\partial h_{t-1}} "
    r"= W\sigma'(h_{t-1})",
    "jacobian(W*sigma(p) + U*u + b, p) == W*slope(sigma, p)",
    correction="jacobian(W*sigma(p) + U*u + b, p) == W*diag(slope(sigma, p))",
)
start = answer.given(r"\frac{\partial h_0}{\partial h_0} = I", "J[0] == identity(n)", true=True, follows=True)
steps = answer.given(
    r"\frac{\partial h_T}{\partial h_0} = \frac{\partial h_T}{\partial h_{T-1}} \frac{\partial h_{T-1}}{\partial "
    r"h_{T-2}} \dots \frac{\partial h_1}{\partial h_0}",
    "J[T] == W*diag(s(h[T - 1]))*J[T - 1]",
    forall="T",
    true=True,
    follows=True,
)
answer.line(
    r"\left\| \frac{\partial h_T}{\partial h_0} \right\| = \|W\sigma'(T-1)W\sigma'(T-2)\dots W\sigma'(h_0)\|",
    "norm(J[T]) == norm(W*s(T - 1)*J[T - 1])",
    given=[steps],
    true=False,
    follows=False,
    correction="norm(J[T]) == norm(W*diag(s(h[T - 1]))*J[T - 1])",
)
answer.line(
    r"\left\| \frac{\partial h_T}{\partial h_0} \right\| \leq \|W\| \|\sigma'(T-1)\| \|W\| \|\sigma'(T-2)\| \dots "
    r"\|W\| \|\sigma'(h_0)\|",
    "norm(J[T]) <= norm(W)*abs(s(T - 1))*norm(J[T - 1])",
    given=[steps],
    true=False,
    follows=False,
    correction="norm(J[T]) <= norm(W)*norm(diag(s(h[T - 1])))*norm(J[T - 1])",
)
slopes = answer.given(r"|\sigma'(x)| \leq \gamma", "abs(s(y)) <= gamma", forall="y", true=True, follows=True)
bound = answer.line(
    r"\left\| \frac{\partial h_T}{\partial h_0} \right\| "
    r"\leq \|W\|^T \gamma^T",
    "norm(J[T]) <= (norm(W)*gamma)**T",
    given=[start, steps, slopes],
    forall="T",
    by=Induction("T"),
    true=True,
    follows=True,
)
weights = answer.line(r"\|W\|^2 = \lambda_1(W^T W)", "norm(W)**2 == lambda1(W.T*W)", true=True, follows=True)
small = ["lambda1(W.T*W) <= delta**2/gamma**2"]
power = answer.line(
    r"\left\| \frac{\partial h_T}{\partial h_0} \right\| \leq \left(\frac{\delta^2}{\gamma^2} \gamma^2 "
    r"\right)^{\frac{T}{2}} = \delta^T",
    "norm(J[T]) <= delta**T",
    when=small,
    given=[bound, weights],
    using=[bound, weights],
    true=True,
    follows=True,
)
answer.line(
    r"\lim_{T \rightarrow \infty} \left\| \frac{\partial h_T}{\partial h_0} \right\| \leq \delta^T",
    "lim(norm(J[T]), T) <= delta**T",
    when=small,
    using=[power],
    true=None,
    follows=None,
    correction="tends(norm(J[T]), T, 0)",
)
