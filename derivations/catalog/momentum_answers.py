"""Question 2.1, the written answer: line by line, as it stands."""

from derivations.transcript import Transcript
from symbolic.language import real, sequence, time

alpha, beta = real("alpha", above=0, below=1), real("beta", above=0, below=1)
epsilon, delta = real("epsilon", above=0), real("delta", above=0)
t = time("t")
g = sequence("g", start=1)
u, v = sequence("u v")
p, q = sequence("p q")

answer = Transcript(
    "Answer 2.1",
    source="Question 2.1",
    notation={
        r"\mathbf{v}_t": "u(t) under momentum, v(t) under the running average; one entry",
        r"\Delta\theta_t": "p(t) under momentum, q(t) under the running average; one entry",
        r"\mathbf{g}_t": "g(t), one entry",
    },
)
answer.assume("u(0) == 0")
answer.assume("u(t + 1) == alpha*u(t) + epsilon*g(t + 1)", forall="t")
answer.assume("p(t) == -u(t)", forall="t")
answer.assume("v(0) == 0")
answer.assume("v(t + 1) == beta*v(t) + (1 - beta)*g(t + 1)", forall="t")
answer.assume("q(t) == -delta*v(t)", forall="t")

velocity = answer.given(
    r"\mathbf{v}_t = \alpha \mathbf{v}_{t-1} + \epsilon \mathbf{g}_t",
    "u(t) == alpha*u(t - 1) + epsilon*g(t)",
    forall="t",
    true=True,
    follows=True,
)
step = answer.given(
    r"\Delta \boldsymbol{\theta}_t = -\mathbf{v}_t", "p(t) == -u(t)", forall="t", true=True, follows=True
)
average = answer.given(
    r"\mathbf{v}_t = \beta \mathbf{v}_{t-1} + (1 - \beta) \mathbf{g}_t",
    "v(t) == beta*v(t - 1) + (1 - beta)*g(t)",
    forall="t",
    true=True,
    follows=True,
)
scaled = answer.given(
    r"\Delta \boldsymbol{\theta}_t = -\delta \mathbf{v}_t", "q(t) == -delta*v(t)", forall="t", true=True, follows=True
)

momentum = answer.line(
    r"\Delta\theta_t = \alpha\Delta\theta_{t-1} - \epsilon g_t",
    "p(t) == alpha*p(t - 1) - epsilon*g(t)",
    given=[velocity, step],
    true=True,
    follows=True,
)
averaged = answer.line(
    r"\Delta\theta_{t-1} = \beta\Delta\theta_t - \delta(1 - \beta)g_t",
    "q(t - 1) == beta*q(t) - delta*(1 - beta)*g(t)",
    given=[average, scaled],
    true=False,
    follows=False,
)
answer.sentence(
    r"This two equation can be equivalent if $\alpha = \beta$ and $\epsilon = \delta(1 - \beta)$",
    "p(t) == q(t)",
    when=["alpha == beta", "epsilon == delta*(1 - beta)", "p(t - 1) == q(t - 1)"],
    given=[momentum, averaged],
    true=True,
    follows=False,
)
