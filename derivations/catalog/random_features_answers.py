"""Questions 3.4 and 3.5, the written answers: the kernel as an expectation, its estimate, the features, accuracy."""

from derivations.catalog.random_features import variance_of
from derivations.transcript import Transcript
from symbolic.language import column, matrix, size

d, m = size("d m")
x, q, k, y = column("x q k y", d)
X = matrix("X", d, m)
f, p = column("f p", m)

answer = Transcript(
    "Answer 3.4",
    source="Question 3.4",
    notation={
        r"q_i, k_j": "q, k, columns of d entries",
        r"\|x\|^2, \quad x q": "dot(x, x), dot(x, q)",
        r"\int_x": "the integral over all x of d entries",
        r"E": "over x, whose entries are independent and standard normal",
        r"x_l": "the column l of X, whose entries are given numbers, as samples are",
        r"p(x_l)": "p[l], the probability of a sample",
    },
)
answer.line(
    r"x^\top y = -\frac{1}{2}(x^\top x - (x + y)^\top (x + y) + y^\top y)",
    "dot(x, y) == -(dot(x, x) - dot(x + y, x + y) + dot(y, y))/2",
    given=[],
    true=True,
    follows=True,
)
answer.line(
    r"E [\exp (x^\top q_i) \exp (x^\top k_j)] = \int_x \left[\exp(x^\top q_i) \exp(x^\top k_j) \left((2\pi)^{-d/2} "
    r"\exp \left(\frac{-\|x\|^2}{2} \right) \right) \right] dx",
    "E(exp(dot(x, q))*exp(dot(x, k)), x) == "
    "integral(exp(dot(x, q))*exp(dot(x, k))*((2*pi)**(-d/2)*exp(-dot(x, x)/2)), x)",
    given=[],
    true=True,
    follows=True,
)
rows = answer.chain("E(exp(dot(x, q))*exp(dot(x, k)), x)")
rows.row(
    r"E[\exp(x^\top q_i) \exp(x^\top k_j)] = \int_x [\exp(-\frac{1}{2}(\|x\|^2 - \|x + q_i\|^2 + \|q_i\|^2)) "
    r"\exp(-\frac{1}{2}(\|x\|^2 - \|x + k_j\|^2 + \|k_j\|^2)) ((2\pi)^{-d/2} \exp(\frac{-\|x\|^2}{2}))] dx",
    "== integral(exp(-(dot(x, x) - dot(x + q, x + q) + dot(q, q))/2)"
    "*exp(-(dot(x, x) - dot(x + k, x + k) + dot(k, k))/2)*((2*pi)**(-d/2)*exp(-dot(x, x)/2)), x)",
    true=True,
    follows=True,
)
rows.row(
    r"= (2\pi)^{-d/2} \int_x [\exp(-\frac{1}{2}(\|x\|^2 - 2xq_i - \|q_i\|^2 + \|q_i\|^2 - 2xk_j - \|k_j\|^2 + "
    r"\|k_j\|^2))] dx",
    "== (2*pi)**(-d/2)*integral(exp(-(dot(x, x) - 2*dot(x, q) - dot(q, q) + dot(q, q)"
    " - 2*dot(x, k) - dot(k, k) + dot(k, k))/2), x)",
    true=True,
    follows=True,
)
rows.row(
    r"= (2\pi)^{-d/2} \int_x [\exp(-\frac{1}{2}(\|x\|^2 - 2x(q_i + k_j) + (q_i + k_j)^2 - \|q_i\|^2 - \|k_j\|^2) - "
    r"2(q_i k_j))] dx",
    "== (2*pi)**(-d/2)*integral(exp(-(dot(x, x) - 2*dot(x, q + k) + dot(q + k, q + k)"
    " - dot(q, q) - dot(k, k))/2 - 2*dot(q, k)), x)",
    correction="E(exp(dot(x, q))*exp(dot(x, k)), x)"
    " == (2*pi)**(-d/2)*integral(exp(-(dot(x, x) - 2*dot(x, q + k) + dot(q + k, q + k)"
    " - dot(q, q) - dot(k, k) - 2*dot(q, k))/2), x)",
    true=False,
    follows=False,
)
rows.row(
    r"= (2\pi)^{-d/2} \int_x [\exp(-\frac{1}{2}(x - (q_i + k_j))^2) \exp(\frac{\|k_j\|^2}{2}) "
    r"\exp(\frac{\|q_i\|^2}{2}) \exp(q_i k_j)] dx",
    "== (2*pi)**(-d/2)*integral(exp(-dot(x - (q + k), x - (q + k))/2)"
    "*exp(dot(k, k)/2)*exp(dot(q, q)/2)*exp(dot(q, k)), x)",
    true=True,
    follows=False,
)
answer.line(
    r"(2\pi)^{-d/2} \int_x [\exp(-\frac{1}{2}(x - (q_i + k_j))^2)] dx = 1",
    "(2*pi)**(-d/2)*integral(exp(-dot(x - (q + k), x - (q + k))/2), x) == 1",
    given=[],
    true=True,
    follows=True,
)
answer.line(
    r"E_x = \exp(\frac{\|k_j\|^2}{2}) \exp(\frac{\|q_i\|^2}{2}) \exp(q_i k_j)",
    "E(exp(dot(x, q))*exp(dot(x, k)), x) == exp(dot(k, k)/2)*exp(dot(q, q)/2)*exp(dot(q, k))",
    given=[],
    true=True,
    follows=True,
)
weights = answer.chain("exp(-dot(q, q)/2)*E(exp(dot(x, q))*exp(dot(x, k)), x)*exp(-dot(k, k)/2)")
weights.row(
    r"a_{ij} = \exp(\frac{-\|q_i\|^2}{2}) \exp(\frac{\|k_j\|^2}{2}) \exp(\frac{\|q_i\|^2}{2}) "
    r"\exp(\frac{-\|k_j\|^2}{2}) \exp(q_i k_j)",
    "== exp(-dot(q, q)/2)*exp(dot(k, k)/2)*exp(dot(q, q)/2)*exp(-dot(k, k)/2)*exp(dot(q, k))",
    true=True,
    follows=True,
)
weights.row(
    r"= \exp(q_i k_j)",
    "== exp(dot(q, k))",
    true=True,
    follows=True,
)
samples = answer.chain("E(exp(dot(x, q))*exp(dot(x, k)), x)")
samples.row(
    r"E[f(x)] = \sum_{l=1}^m f(x_l) p(x_l)",
    "== sum(exp(sum(X[i, l]*q[i], i, 1, d))*exp(sum(X[i, l]*k[i], i, 1, d))*p[l], l, 1, m)",
    true=False,
    follows=False,
)
samples.row(
    r"= \frac{1}{m} \sum_{l=1}^m f(x_l)",
    "== sum(exp(sum(X[i, l]*q[i], i, 1, d))*exp(sum(X[i, l]*k[i], i, 1, d)), l, 1, m)/m",
    correction="E(exp(dot(x, q))*exp(dot(x, k)), x)"
    " == E(sum(exp(sum(X[i, l]*q[i], i, 1, d))*exp(sum(X[i, l]*k[i], i, 1, d)), l, 1, m)/m, X)",
    true=False,
    follows=False,
)
samples.row(
    r"= \frac{1}{m} \sum_{l=1}^m \exp(x_l^\top q_i) \exp(x_l^\top k_j)",
    "== sum(exp(sum(X[i, l]*q[i], i, 1, d))*exp(sum(X[i, l]*k[i], i, 1, d)), l, 1, m)/m",
    true=False,
    follows=True,
)
answer.line(
    r"a_{ij} = \exp(\frac{-\|q_i\|^2}{2}) \frac{1}{m} \sum_{l=1}^m \exp(x_l^\top q_i) \exp(x_l^\top k_j) "
    r"\exp(\frac{-\|k_j\|^2}{2})",
    "exp(dot(q, k)) == exp(-dot(q, q)/2)*(1/m)"
    "*sum(exp(sum(X[i, l]*q[i], i, 1, d))*exp(sum(X[i, l]*k[i], i, 1, d)), l, 1, m)*exp(-dot(k, k)/2)",
    correction="exp(dot(q, k)) == E(exp(-dot(q, q)/2)*(1/m)"
    "*sum(exp(sum(X[i, l]*q[i], i, 1, d))*exp(sum(X[i, l]*k[i], i, 1, d)), l, 1, m)*exp(-dot(k, k)/2), X)",
    true=False,
    follows=True,
)
answer.let(
    r"f(y) = \frac{1}{\sqrt{m}} \exp\left(\frac{-\|y\|^2}{2}\right) \exp(X^T y)",
    "f == (1/sqrt(m)*exp(-dot(y, y)/2))*exp(X.T*y)",
    true=True,
    follows=True,
)

choice = Transcript(
    "Answer 3.5, accuracy",
    source="Question 3.5",
    notation={
        r"\text{accurate}": "the smaller the variance, the more accurate; the variance is that proved of m features",
        "error": variance_of(m),
        "smaller": variance_of(m + 1),
    },
)
choice.sentence(
    "the higher the m , the accuracy of the approximation of the expectation function would be more accurate",
    "smaller < error",
    correction="smaller == error*m/(m + 1)",
    given=[],
    true=False,
    follows=False,
)
