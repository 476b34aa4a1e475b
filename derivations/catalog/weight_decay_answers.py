"""Question 4.1, the written answer: line by line, as it stands."""

from derivations.transcript import Transcript
from symbolic.language import Sum, differentiable, functional, gradient, integer, real, size, vector

eta, gamma, lam = real("eta", above=0), real("gamma"), real("lambda")
n = size("n")
j, k = integer("j", at_least=1), integer("k", at_least=1, at_most=n)
L = functional("L")
theta, regularised, decayed = vector("theta regularised decayed")

loss, penalty = L(theta), Sum(theta(j) ** 2, (j, 1, n))

answer = Transcript(
    "Answer 4.1",
    source="Question 4.1",
    notation={
        r"\theta_i": "theta, a vector of n entries; one entry theta(k)",
        r"\theta_{i+1}": "regularised(k) under L2 regularization, decayed(k) under weight decay",
        r"L(f(x^{(i)}, \theta), y^{(i)})": "L(theta), as a function of theta alone",
        "dL": gradient(loss, theta, k),
        "dN": gradient(penalty, theta, k),
    },
)
answer.define(differentiable(L))
answer.assume(regularised(k), theta(k) - eta * gradient(loss + gamma * penalty, theta, k), forall=k)
answer.assume(decayed(k), theta(k) - eta * gradient(loss, theta, k) - lam * theta(k), forall=k)

decay = answer.given(
    r"\theta_{i+1} = \theta_i "
    r"- \eta \frac{\partial L(f(\mathbf{x}^{(i)}, \theta_i), \mathbf{y}^{(i)})}{\partial \theta_i} - \lambda \theta_i",
    "decayed(k) == theta(k) - eta*dL - lam*theta(k)",
    forall="k",
    true=True,
    follows=True,
)
rows = answer.chain("regularised(k)")
rows.row(
    r"\theta_{i+1} = \theta_i - \eta \frac{\partial}{\partial \theta_i} L(f(x^{(i)}, \theta_i), y^{(i)}) "
    r"+ \eta \gamma \frac{\partial}{\partial \theta_i} \|\theta_i\|_2^2",
    "== theta(k) - eta*dL + eta*gamma*dN",
    true=False,
    follows=False,
)
expanded = rows.row(
    r"= \theta_i - \eta \frac{\partial}{\partial \theta_i} L(f(x^{(i)}, \theta_i), y^{(i)}) + 2\eta \gamma \theta_i",
    "== theta(k) - eta*dL + 2*eta*gamma*theta(k)",
    true=False,
    follows=True,
)
answer.sentence(
    r"This two equation is identical if $\lambda = -2\eta\gamma$",
    "regularised(k) == decayed(k)",
    when=["lam == -2*eta*gamma"],
    given=[expanded, decay],
    true=False,
    follows=True,
)
