"""Question 4.3, the written answer's formulas: line by line, as they stand."""

from derivations.catalog.adam_step import BELOW, CLEARED, GIVEN, ONCE, PENALTY, SPLIT, cleared, once, split, t
from derivations.transcript import Transcript

adam = Transcript(
    "Answer 4.3",
    source="Question 4.3",
    notation={
        r"\hat m, \hat v, \Delta\theta": "m_hat(t), v_hat(t), step(t), of one weight",
        r"\sqrt{v_t}": "sqrt(v_hat(t)), which stands in the formula before",
        r"\nabla_{\theta_t} L_{reg}": "G(t), the gradient of the regularised loss: loss(t) + 2 gamma theta(t)",
    },
)
for formula in GIVEN:
    adam.assume(*formula, forall=t)

rule = adam.given(
    r"\Delta\theta = -\eta \left(\frac{\hat{m}}{\sqrt{\hat{v}_t + \epsilon}} \right)",
    "step(t) == -eta*(m_hat(t)/sqrt(v_hat(t) + epsilon))",
    forall="t",
    true=True,
    follows=True,
)
scaled = adam.given(
    r"\hat{m} = \frac{m_t}{1-\beta_1^t}", "m_hat(t) == m(t)/(1 - beta1**t)", forall="t", true=True, follows=True
)
scaled2 = adam.given(
    r"\hat{v} = \frac{v_t}{1-\beta_2^t}", "v_hat(t) == v(t)/(1 - beta2**t)", forall="t", true=True, follows=True
)
mean = adam.given(
    r"m_t = \beta_1 m_{t-1} + (1 - \beta_1) \left[\frac{\partial L_{reg}}{\partial \theta_t} \right]",
    "m(t) == beta1*m(t - 1) + (1 - beta1)*G(t)",
    forall="t",
    true=True,
    follows=True,
)
square = adam.given(
    r"v_t = \beta_2 v_{t-1} + (1 - \beta_2) \left[\frac{\partial L_{reg}}{\partial \theta_t} \right]^2",
    "v(t) == beta2*v(t - 1) + (1 - beta2)*G(t)**2",
    forall="t",
    true=True,
    follows=True,
)
SLOPE, WITH = r"\nabla_{\theta_t} L_{reg}", r"(\nabla_{\theta_t} L_{reg} + \gamma \theta_t)"
TOP = rf"\beta_1 m_{{t-1}} + (1 - \beta_1){WITH}"
ROOT = rf"\sqrt{{\frac{{\beta_2 v_{{t-1}} + (1 - \beta_2){WITH}^2}}{{1 - \beta_2^t}}}}"
BOTTOM = rf"(1 - \beta_1^t) {ROOT} + \epsilon"
MEAN = "(beta1*m(t - 1) + (1 - beta1)*(G(t) + gamma*theta(t)))"
SQUARE = "(beta2*v(t - 1) + (1 - beta2)*(G(t) + gamma*theta(t))**2)"
DENOMINATOR = f"((1 - beta1**t)*sqrt({SQUARE}/(1 - beta2**t)) + epsilon)"
KEPT, ADDED = "(beta1*m(t - 1) + (1 - beta1)*G(t))", "((1 - beta1)*(gamma*theta(t)))"

mean_hat = adam.line(
    rf"\hat{{m}} = \frac{{{TOP}}}{{1 - \beta_1^t}}",
    f"m_hat(t) == {MEAN}/(1 - beta1**t)",
    given=[scaled, mean],
    correction=f"m_hat(t) == {KEPT}/(1 - beta1**t)",
    true=False,
    follows=False,
)
square_hat = adam.line(
    rf"\hat{{v}} = \frac{{\beta_2 v_{{t-1}} + (1 - \beta_2){WITH}^2}}{{1 - \beta_2^t}}",
    f"v_hat(t) == {SQUARE}/(1 - beta2**t)",
    given=[scaled2, square],
    correction="v_hat(t) == (beta2*v(t - 1) + (1 - beta2)*G(t)**2)/(1 - beta2**t)",
    true=False,
    follows=False,
)
adam.line(
    rf"\Delta\theta = -\eta \frac{{\frac{{{TOP}}}{{1 - \beta_1^t}}}}{{{ROOT} + \epsilon}}",
    f"step(t) == -eta*(({MEAN}/(1 - beta1**t))/(sqrt({SQUARE}/(1 - beta2**t)) + epsilon))",
    given=[rule, mean_hat, square_hat],
    correction=ONCE,
    using=[once],
    true=False,
    follows=False,
)
adam.line(
    rf"= -\eta \frac{{{TOP}}}{{{BOTTOM}}}",
    f"step(t) == -eta*({MEAN}/{DENOMINATOR})",
    correction=CLEARED,
    using=[cleared],
    true=False,
    follows=False,
)
adam.line(
    rf"= -\eta \frac{{\beta_1 m_{{t-1}} + (1 - \beta_1)({SLOPE})}}{{{BOTTOM}}}"
    rf" + -\eta \frac{{(1 - \beta_1)(\gamma \theta_t)}}{{{BOTTOM}}}",
    f"step(t) == -eta*({KEPT}/{DENOMINATOR}) + -eta*({ADDED}/{DENOMINATOR})",
    correction=SPLIT,
    using=[split],
    true=False,
    follows=True,
)
adam.sentence(
    rf"the regularization term $\frac{{(1-\beta_1)(\gamma\theta_t)}}{{{BOTTOM}}}$ is normalized with $\sqrt{{v_t}}$",
    f"{ADDED}/{DENOMINATOR} == {ADDED}/((1 - beta1**t)*sqrt(v_hat(t)) + epsilon)",
    given=[square_hat],
    correction=f"{PENALTY}/((1 - beta1**t)*{BELOW}) == {PENALTY}/((1 - beta1**t)*sqrt(v_hat(t) + epsilon))",
    true=False,
    follows=True,
)
