"""Question 2.2, the written answer: line by line, as it stands."""

from derivations.transcript import Transcript
from symbolic.language import integer, real, sequence, time

beta = real("beta", above=0, below=1)
t, i = time("t"), integer("i")
v, g = sequence("v"), sequence("g", start=1)

answer = Transcript("Answer 2.2", source="Question 2.2", notation={"v_t": "v(t), one entry", "g_t": "g(t), one entry"})
answer.assume("v(t + 1) == beta*v(t) + (1 - beta)*g(t + 1)", forall="t")
rule = answer.given(
    r"\mathbf{v}_t = \beta \mathbf{v}_{t-1} + (1 - \beta) \mathbf{g}_t",
    "v(t) == beta*v(t - 1) + (1 - beta)*g(t)",
    forall="t",
    true=True,
    follows=True,
)

rows = answer.chain("v(t)")
rows.row(r"v_t = \beta v_{t-1} + (1 - \beta)g_t", "== beta*v(t - 1) + (1 - beta)*g(t)", true=True, follows=True)
rows.row(
    r"= \beta^2 v_{t-2} + \beta(1 - \beta)g_{t-1} + (1 - \beta)g_t",
    "== beta**2*v(t - 2) + beta*(1 - beta)*g(t - 1) + (1 - beta)*g(t)",
    true=True,
    follows=True,
)
steps = rows.row(
    r"= \beta^3 v_{t-3} + \beta^2(1 - \beta)g_{t-2} + \beta(1 - \beta)g_{t-1} + (1 - \beta)g_t",
    "== beta**3*v(t - 3) + beta**2*(1 - beta)*g(t - 2) + beta*(1 - beta)*g(t - 1) + (1 - beta)*g(t)",
    true=True,
    follows=True,
)
unrolled = answer.line(
    r"v_t = B^t v_0 + \sum_{i=1}^t b^{t-i}(1 - \beta)g_i",
    "v(t) == B**t*v(0) + sum(b**(t - i)*(1 - beta)*g(i), i, 1, t)",
    given=[rule, steps],
    true=False,
    follows=False,
)
answer.assume("v(0) == 0")
zero = answer.given(r"\text{if we assume the } v_0 \text{ being a zero vector}", "v(0) == 0", true=True, follows=True)
answer.line(
    r"v_t = \sum_{i=1}^t b^{t-i}(1 - \beta)g_i",
    "v(t) == sum(b**(t - i)*(1 - beta)*g(i), i, 1, t)",
    given=[unrolled, zero],
    true=False,
    follows=True,
)
