"""Question 1.1, the written answer: line by line, as it stands."""

from derivations.transcript import Transcript
from symbolic.language import column, columns, function, matrix, size, time

n, m = size("n m")
t = time("t")
W, U, b = matrix("W", n, n), matrix("U", n, m), column("b", n)
h, g, x = columns("h", n), columns("g", n), columns("x", m, start=1)
sigma = function("sigma")

answer = Transcript(
    "Answer 1.1",
    source="Question 1.1",
    notation={
        r"\mathbf{h}_t, \mathbf{g}_t": "h[t], g[t], columns of n entries from t = 0 on",
        r"\mathbf{x}_t": "x[t], columns of m entries from t = 1 on",
        r"\sigma": "sigma, any function of a real, applied to each entry",
    },
)
answer.assume("h[t + 1] == W*sigma(h[t]) + U*x[t + 1] + b", forall="t")
answer.assume("g[t + 1] == sigma(W*g[t] + U*x[t + 1] + b)", forall="t")

before = answer.given(
    r"\mathbf{h}_{t-1} = \mathbf{W}\sigma(\mathbf{h}_{t-2}) + \mathbf{U}\mathbf{x}_{t-1} + \mathbf{b}",
    "h[t - 1] == W*sigma(h[t - 2]) + U*x[t - 1] + b",
    true=True,
    follows=True,
)
now = answer.given(
    r"\mathbf{h}_t = \mathbf{W}\sigma(\mathbf{h}_{t-1}) + \mathbf{U}\mathbf{x}_t + \mathbf{b}",
    "h[t] == W*sigma(h[t - 1]) + U*x[t] + b",
    true=True,
    follows=True,
)
replaced = answer.line(
    r"\mathbf{h}_t = \mathbf{W}\sigma(\mathbf{W}\sigma(\mathbf{h}_{t-2}) + \mathbf{U}\mathbf{x}_{t-1} + \mathbf{b}) "
    r"+ \mathbf{U}\mathbf{x}_t + \mathbf{b}",
    "h[t] == W*sigma(W*sigma(h[t - 2]) + U*x[t - 1] + b) + U*x[t] + b",
    given=[before, now],
    true=True,
    follows=True,
)
supposed = ["sigma(h[t - 2]) == g[t - 2]"]
hypothesis = answer.sentence(
    r"We can suppose that $\sigma(\mathbf{h}_{t-2}) = \mathbf{g}_{t-2}$: $\mathbf{h}_t = \mathbf{W}\sigma(\mathbf{W}"
    r"\mathbf{g}_{t-2} + \mathbf{U}\mathbf{x}_{t-1} + \mathbf{b}) + \mathbf{U}\mathbf{x}_t + \mathbf{b}$",
    "h[t] == W*sigma(W*g[t - 2] + U*x[t - 1] + b) + U*x[t] + b",
    when=supposed,
    given=[replaced],
    true=True,
    follows=True,
)
known = answer.given(
    r"\text{We know that } \mathbf{g}_{t-1} = \sigma(\mathbf{W}\mathbf{g}_{t-2} + \mathbf{U}\mathbf{x}_{t-1} "
    r"+ \mathbf{b})",
    "g[t - 1] == sigma(W*g[t - 2] + U*x[t - 1] + b)",
    forall="t",
    true=True,
    follows=True,
)
shorter = answer.line(
    r"\mathbf{h}_t = \mathbf{W}\mathbf{g}_{t-1} + \mathbf{U}\mathbf{x}_t + \mathbf{b}",
    "h[t] == W*g[t - 1] + U*x[t] + b",
    when=supposed,
    given=[hypothesis, known],
    true=True,
    follows=True,
)
activated = answer.line(
    r"\sigma(\mathbf{h}_t) = \sigma(\mathbf{W}\mathbf{g}_{t-1} + \mathbf{U}\mathbf{x}_t + \mathbf{b})",
    "sigma(h[t]) == sigma(W*g[t - 1] + U*x[t] + b)",
    when=supposed,
    given=[shorter],
    true=True,
    follows=True,
)
answer.line(
    r"\text{and we will get: } g_t = \sigma(h_t)",
    "g[t] == sigma(h[t])",
    when=supposed,
    given=[known, activated],
    true=True,
    follows=True,
)
