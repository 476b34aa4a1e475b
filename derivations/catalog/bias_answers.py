"""Question 2.3, the written answer: line by line, as it stands."""

from derivations.transcript import Transcript
from symbolic.language import finite_moments, integer, random_sequence, real, time

beta = real("beta", above=0, below=1)
mu = real("mu")
t, i, j = time("t"), integer("i", at_least=1), integer("j", at_least=0)
g, v = random_sequence("g", start=1), random_sequence("v")

answer = Transcript(
    "Answer 2.3",
    source="Question 2.3",
    notation={
        r"\mathbf{v}_t": "v(t), one entry",
        r"\mathbf{g}_t": "g(t), one entry",
        r"\mathbb{E}[g_i]": "E(g(i)); where it is called independent of t, the number mu",
    },
)
answer.assume("v(0) == 0")
answer.assume("v(t + 1) == beta*v(t) + (1 - beta)*g(t + 1)", forall="t")
answer.define(finite_moments(g, 1))
answer.assume("E(g(i)) == mu", forall="i")

unrolled = answer.given(
    r"v_t = \sum_{i=1}^t \beta^{t-i}(1 - \beta)g_i",
    "v(t) == sum(beta**(t - i)*(1 - beta)*g(i), i, 1, t)",
    forall="t",
    true=True,
    follows=True,
)
stationary = answer.given(
    r"\mathbb{E}[g_i] \text{ is independent of } t", "E(g(i)) == mu", forall="i", true=True, follows=True
)
linear = answer.line(
    r"\mathbb{E}[v_t] = \sum_{i=1}^t (1 - \beta)\beta^{t-i}\mathbb{E}[g_i]",
    "E(v(t)) == sum((1 - beta)*beta**(t - i)*E(g(i)), i, 1, t)",
    given=[unrolled],
    using=[unrolled],
    true=True,
    follows=True,
)
rows = answer.chain("sum(beta**j, j, 0, t - 1)")
rows.row(
    r"\sum_{j=0}^{t-1} \beta^j = (1 - \beta) \frac{1 - \beta^t}{1 - \beta}",
    "== (1 - beta)*((1 - beta**t)/(1 - beta))",
    true=False,
    follows=False,
)
rows.row(r"= (1 - \beta^t)", "== 1 - beta**t", true=False, follows=True)
answer.let(r"v_t = \frac{v_t}{1 - \beta^t}", "v(t) == v(t)/(1 - beta**t)", true=False)
