"""Question 2.2, the written answer: line by line, as it stands."""

from derivations.transcript import Transcript
from symbolic.language import integer, real, sequence, time

beta = real("beta", above=0, below=1)
t, i = time("t"), integer("i")
v, g = sequence("v"), sequence("g", start=1)

answer = Transcript("Answer 2.2", source="Question 2.2", notation={"v_t": "v(t), one entry", "g_t": "g(t), one entry"})
answer.assume("v(0) == 0")
answer.assume("v(t + 1) == beta*v(t) + (1 - beta)*g(t + 1)", forall="t")
rule = answer.given(
    r"\mathbf{v}_t = \beta \mathbf{v}_{t-1} + (1 - \beta) \mathbf{g}_t",
    "v(t) == beta*v(t - 1) + (1 - beta)*g(t)",
    forall="t",
)
zero = answer.given(r"\text{Initialize } \mathbf{v}_0 \text{ to be a vector of zeros}", "v(0) == 0")

rows = answer.chain("v(t)")
rows.row(r"v_t = \beta v_{t-1} + (1 - \beta)g_t", "== beta*v(t - 1) + (1 - beta)*g(t)")
rows.row(
    r"= \beta^2 v_{t-2} + \beta(1 - \beta)g_{t-1} + (1 - \beta)g_t",
    "== beta**2*v(t - 2) + beta*(1 - beta)*g(t - 1) + (1 - beta)*g(t)",
)
steps = rows.row(
    r"= \beta^3 v_{t-3} + \beta^2(1 - \beta)g_{t-2} + \beta(1 - \beta)g_{t-1} + (1 - \beta)g_t",
    "== beta**3*v(t - 3) + beta**2*(1 - beta)*g(t - 2) + beta*(1 - beta)*g(t - 1) + (1 - beta)*g(t)",
)
unrolled = answer.line(
    r"v_t = B^t v_0 + \sum_{i=1}^t b^{t-i}(1 - \beta)g_i",
    "v(t) == B**t*v(0) + sum(b**(t - i)*(1 - beta)*g(i), i, 1, t)",
    given=[rule, steps],
)
answer.line(
    r"v_t = \sum_{i=1}^t b^{t-i}(1 - \beta)g_i",
    "v(t) == sum(b**(t - i)*(1 - beta)*g(i), i, 1, t)",
    given=[unrolled, zero],
)
