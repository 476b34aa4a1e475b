"""Question 4.3: what the written answer's step should be, in its own letters; `adam_answers` cites it."""

from derivations import Derivation
from symbolic.language import Le, real, sequence, sqrt, time

gamma, eta, epsilon = real("gamma eta epsilon", above=0)
beta1, beta2 = real("beta1 beta2", above=0, below=1)
t = time("t", at_least=1)
m, v, theta, loss = sequence("m v theta loss")
G, m_hat, v_hat, step = sequence("G m_hat v_hat step", start=1)

GIVEN = (
    (G(t), loss(t) + 2 * gamma * theta(t)),
    (m(t), beta1 * m(t - 1) + (1 - beta1) * G(t)),
    (v(t), beta2 * v(t - 1) + (1 - beta2) * G(t) ** 2),
    (m_hat(t), m(t) / (1 - beta1**t)),
    (v_hat(t), v(t) / (1 - beta2**t)),
    (step(t), -eta * (m_hat(t) / sqrt(v_hat(t) + epsilon))),
    (Le(0, v(t - 1)),),
)
BELOW = "sqrt((beta2*v(t - 1) + (1 - beta2)*G(t)**2)/(1 - beta2**t) + epsilon)"
ONCE = f"step(t) == -eta*(((beta1*m(t - 1) + (1 - beta1)*G(t))/(1 - beta1**t))/{BELOW})"
CLEARED = f"step(t) == -eta*((beta1*m(t - 1) + (1 - beta1)*G(t))/((1 - beta1**t)*{BELOW}))"
PENALTY = "((1 - beta1)*(2*gamma*theta(t)))"
SPLIT = (
    f"step(t) == -eta*((beta1*m(t - 1) + (1 - beta1)*loss(t))/((1 - beta1**t)*{BELOW}))"
    f" + -eta*({PENALTY}/((1 - beta1**t)*{BELOW}))"
)

right = Derivation("The step, with the gradient once and eps in its place", source="Question 4.3")
for formula in GIVEN:
    right.assume(*formula, forall=t)
sign = right.have("the second moment is not negative", "0 <= v(t)")
scale = right.have("its correction is positive", "0 < 1 - beta2**t")
right.have("what it is", "v_hat(t) == (beta2*v(t - 1) + (1 - beta2)*G(t)**2)/(1 - beta2**t)")
sign = right.have("nor is it, corrected", "0 <= v_hat(t)", using=[sign, scale])
once = right.show("the step", ONCE, using=[sign])
cleared = right.show("in one fraction", CLEARED, using=[once])
split = right.show("loss and penalty", SPLIT, using=[cleared])
