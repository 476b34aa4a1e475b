"""Question 4.2, the written answer: the one line that it changes, as it stands."""

from derivations.transcript import Transcript
from symbolic.language import Sum, column, differentiable, dot, functional, gradient, integer, real, size

gamma = real("gamma", above=0)
n, m, i = size("n"), size("m"), integer("i")
w, g, L = column("w", n), column("g", n), functional("L")
changed = Transcript(
    "Answer 4.2",
    source="Question 4.2",
    notation={
        r"\theta": "w, a column of n entries",
        r"\sum_i L(f(x^{(i)}; \theta), y^{(i)})": "L(w), as a function of w alone",
        "slope": gradient(L(w), w),
    },
)
changed.define(differentiable(L))
changed.assume(g, gradient(L(w) + Sum(gamma * dot(w, w), (i, 1, m)), w) / m)
changed.line(
    r"g \leftarrow \frac{1}{m} \nabla_\theta \sum_i L(f(x^{(i)}; \theta), y^{(i)}) + \gamma \theta",
    "g == slope/m + gamma*w",
    given=[],
    true=False,
    follows=False,
)
