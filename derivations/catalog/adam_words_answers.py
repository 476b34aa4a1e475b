"""Questions 4.3 and 4.4, what the written answers say in words; "the main objective of the l2 regularizer" is prose."""

from derivations.catalog import comparisons
from derivations.transcript import Transcript
from symbolic.language import real, sqrt

eps = real("epsilon", above=0)
x, k, lam = real("x", above=0), real("k", above=0), real("lambda", above=0, below=1)
p, q = real("p q")
ws, wl = real("ws wl", nonzero=True)
words = Transcript(
    "Answers 4.3 and 4.4, in words",
    source="Questions 4.3 and 4.4",
    notation={
        "the regularization term, relative to its weight": "x/(k*sqrt(p) + eps) of theta_small, with q of theta_large: "
        "x = (1 - beta1) gamma, k = 1 - beta1^t",
        r"\hat v": "p of theta_small, q of theta_large: smaller where gradients were",
        r"\theta_{small}, \theta_{large}": "ws, wl",
        "small": x / (k * sqrt(p) + eps),
        "large": x / (k * sqrt(q) + eps),
    },
)
words.define("0 <= p")
words.assume("p < q")
premise = words.given(
    r"\text{each weight } \theta_s \in \theta_{small} \text{ has a much smaller gradient magnitude than each weight } "
    r"\theta_l \in \theta_{large}",
    "p < q",
    true=True,
    follows=True,
)
reason = words.sentence(
    r"it results in huge decay for large $\theta$ cause we can see $\nabla^2 L_{reg}$ in nominator, "
    "which causes a larger nominator",
    "small < large",
    given=[premise],
    using=[comparisons.strictly_smaller],
    correction="large < small",
    true=False,
    follows=False,
)
other = words.sentence(
    r"for small $\theta$ we will have smaller weight decay(smaller change) compared to the large weight "
    "because we will have a smaller nominator",
    "small < large",
    given=[premise],
    using=[comparisons.strictly_smaller],
    correction="large < small",
    true=False,
    follows=False,
)
words.sentence(
    r"so Adam-L2-reg will regularized more strongly $\theta_{small}$ compared to the $\theta_{large}$",
    "large < small",
    given=[reason, other],
    using=[comparisons.strictly_smaller],
    true=True,
    follows=False,
)
words.sentence(
    "the regularization term does not normalize with moving averages, and weights(gradients) do not affect by their "
    r"magnitude. So none of the $\theta_{large}$ or $\theta_{small}$ would be regularized stronger than the other",
    "lam*ws/ws == lam*wl/wl",
    given=[],
    true=True,
    follows=True,
)
words.sentence(
    "The Adam-weight-decay would be better because it would regularize the parameter without the effect of their "
    "gradient magnitude",
    "lam*ws/ws == lam",
    given=[],
    true=True,
    follows=True,
)
words.sentence(
    "on the other hand, in L2 regularization, we take the adaptive gradient when the regularization term is added, "
    "which leads to affecting the parameter with the magnitude of the gradient",
    "small != large",
    given=[premise],
    using=[comparisons.differ],
    true=True,
    follows=True,
)
words.sentence(
    "the same strength regularization over all the parameters with different magnitudes",
    "lam*ws/ws == lam*wl/wl",
    given=[],
    true=True,
    follows=True,
)
words.sentence(
    "regularize every parameter the same and push them to zero",
    "abs(ws - lam*ws) < abs(ws)",
    given=[],
    true=True,
    follows=True,
)
