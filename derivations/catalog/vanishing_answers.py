"""Question 1.2, the written answer: line by line, as it stands."""

from derivations.transcript import Transcript
from symbolic.language import column, columns, function, matrices, matrix, real, size, time

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
        r"\ldots": "products of T factors are read for T = 2",
    },
)
answer.assume("h[t + 1] == W*sigma(h[t]) + U*x[t + 1] + b", forall="t")
answer.assume("J[0] == identity(n)")
answer.assume("J[t + 1] == W*diag(s(h[t]))*J[t]", forall="t")
answer.assume("abs(s(y)) <= gamma", forall="y")

answer.given(
    r"h_t = W\sigma(h_{t-1}) + Ux_t + b", "h[t] == W*sigma(h[t - 1]) + U*x[t] + b", true=True, follows=True
)
answer.line(
    r"\frac{\partial h_t}{\partial h_{t-1}} = \frac{\partial (W\sigma(h_{t-1}) + Ux_t + b)}{\partial h_{t-1}} "
    r"= W\sigma'(h_{t-1})",
    "jacobian(W*sigma(p) + U*u + b, p) == W*slope(sigma, p)",
    correction="jacobian(W*sigma(p) + U*u + b, p) == W*diag(slope(sigma, p))",
)
answer.line(
    r"\frac{\partial h_T}{\partial h_0} = \frac{\partial h_T}{\partial h_{T-1}} \frac{\partial h_{T-1}}{\partial "
    r"h_{T-2}} \dots \frac{\partial h_1}{\partial h_0}",
    "J[2] == (W*diag(s(h[1])))*(W*diag(s(h[0])))",
)
answer.line(
    r"\left\| \frac{\partial h_T}{\partial h_0} \right\| = \|W\sigma'(T-1)W\sigma'(T-2)\dots W\sigma'(h_0)\|",
    "norm(J[2]) == norm((W*s(1))*(W*s(h[0])))",
    correction="norm(J[2]) == norm((W*diag(s(h[1])))*(W*diag(s(h[0]))))",
)
answer.line(
    r"\left\| \frac{\partial h_T}{\partial h_0} \right\| \leq \|W\| \|\sigma'(T-1)\| \|W\| \|\sigma'(T-2)\| \dots "
    r"\|W\| \|\sigma'(h_0)\|",
    "norm(J[2]) <= norm(W)*abs(s(1))*norm(W)*norm(diag(s(h[0])))",
    correction="norm(J[2]) <= norm(W)*norm(diag(s(h[1])))*norm(W)*norm(diag(s(h[0])))",
)
chain = answer.chain("norm(J[T])")
chain.row(r"\left\| \frac{\partial h_T}{\partial h_0} \right\| \leq \|W\|^T \gamma^T", "<= norm(W)**T*gamma**T")
chain.row(r"= (\|W\|^2 \gamma^2)^{\frac{T}{2}}", "== (norm(W)**2*gamma**2)**(T/2)")
weights = answer.line(r"\|W\|^2 = \lambda_1(W^T W)", "norm(W)**2 == lambda1(W.T*W)")
small = ["lambda1(W.T*W) <= delta**2/gamma**2"]
chain = answer.chain("norm(J[T])")
chain.row(
    r"\left\| \frac{\partial h_T}{\partial h_0} \right\| \leq \left(\frac{\delta^2}{\gamma^2} \gamma^2 "
    r"\right)^{\frac{T}{2}}",
    "<= (delta**2/gamma**2*gamma**2)**(T/2)",
    when=small,
)
chain.row(r"= \delta^T", "== delta**T")
chain = answer.chain("lim(norm(J[T]), T)")
chain.row(
    r"\lim_{T \rightarrow \infty} \left\| \frac{\partial h_T}{\partial h_0} \right\| \leq \delta^T",
    "<= delta**T",
    when=small,
)
chain.row(r"= 0", "== 0")
