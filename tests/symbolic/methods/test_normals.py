"""Expectations over normal variables: found in any dimension, and what is wrong or does not exist is not."""

import pytest

from symbolic.certificate import Certificate
from symbolic.kernel import check
from symbolic.language import (
    E,
    KroneckerDelta,
    Sum,
    column,
    cos,
    dot,
    exp,
    integer,
    integral,
    matrix,
    pi,
    real,
    sin,
    size,
    variance,
)
from symbolic.language.reading import Statement, read_claim
from symbolic.prover import prove
from symbolic.verdict import Stuck

d, m = size("d m")
x, p, q = column("x p q", d)
X = matrix("X", d, m)
a, b = real("a b")
i, j, r = integer("i j r", at_least=1)
entries = [Statement((i <= d,)), Statement((j <= d,)), Statement((r <= m,))]
average = Sum(exp(Sum(X[i, r] * q[i], (i, 1, d))), (r, 1, m)) / m

of_columns = Sum(cos(Sum(X[i, r] * q[i], (i, 1, d))), (r, 1, m)) / m


def claim(*goal):
    return read_claim("f/d/c", "", "", entries, Statement(goal))


TRUE = [
    (E(a * dot(x, q) + b, x), b),
    (E(x[i] * x[j], x), KroneckerDelta(i, j)),
    (E(x[i] ** 2 * x[j] ** 2, x), 1 + 2 * KroneckerDelta(i, j)),
    (E(dot(x, x) ** 2, x), d**2 + 2 * d),
    (E(exp(dot(x, p)) * exp(dot(x, q)), x), exp(dot(p + q, p + q) / 2)),
    (E(x[i] * exp(a * x[j]), x), KroneckerDelta(i, j) * a * exp(a**2 / 2)),
    (E(X[i, r] * exp(Sum(X[j, r] * q[j], (j, 1, d))), X), q[i] * exp(dot(q, q) / 2)),
    (E(average, X), exp(dot(q, q) / 2)),
    (variance(average, X), exp(dot(q, q)) * (exp(dot(q, q)) - 1) / m),
    (integral(exp(-dot(x - q, x - q) / 2), x), (2 * pi) ** (d / 2)),
    (E(cos(dot(x, q) + a), x), cos(a) * exp(-dot(q, q) / 2)),
    (E(sin(dot(x, q) + a) * b, x), sin(a) * b * exp(-dot(q, q) / 2)),
    (E(sin(dot(x, p)) * sin(dot(x, q)), x), (exp(-dot(p - q, p - q) / 2) - exp(-dot(p + q, p + q) / 2)) / 2),
    (E(dot(x, p) * sin(dot(x, q)), x), dot(p, q) * exp(-dot(q, q) / 2)),
    (E(exp(dot(x, p)) * cos(dot(x, q)), x), exp((dot(p, p) - dot(q, q)) / 2) * cos(dot(p, q))),
    (E(of_columns, X), exp(-dot(q, q) / 2)),
    (variance(of_columns, X), (1 - exp(-dot(q, q))) ** 2 / (2 * m)),
    (E(cos(dot(x, q) + x[i]), x), exp(-(dot(q, q) + 2 * q[i] + 1) / 2)),
]
FALSE = [
    (E(a * dot(x, q) + b, x), a + b),
    (E(x[i] * x[j], x), 1),
    (E(dot(x, x) ** 2, x), d**2),
    (E(exp(dot(x, p)) * exp(dot(x, q)), x), exp(dot(p + q, p + q))),
    (E(exp(dot(x, p)) * exp(dot(x, q)), x), exp(dot(p, p) / 2) * exp(dot(q, q) / 2)),
    (variance(average, X), exp(dot(q, q)) * (exp(dot(q, q)) - 1) / m**2),
    (integral(exp(-dot(x - q, x - q) / 2), x), 1),
    (E(cos(dot(x, q) + a), x), cos(a) * exp(dot(q, q) / 2)),
    (E(cos(dot(x, q) + a), x), exp(-dot(q, q) / 2)),
    (E(cos(dot(x, q)) ** 2, x), exp(-dot(q, q))),
    (E(sin(dot(x, p)) * cos(dot(x, q)), x), exp(-dot(p + q, p + q) / 2)),
    (E(dot(x, p) * cos(dot(x, q)), x), dot(p, q) * exp(-dot(q, q) / 2)),
    (E(cos(dot(x, x)), x), exp(-d / 2)),
    (E(cos(dot(x, q) + x[i]), x), exp(-(dot(q, q) + 1) / 2)),
]
NOT_INTEGRABLE = [
    (E(exp(dot(x, x)), x), 0),
    (E(exp(dot(x, x) / 2) + 1, x), E(exp(dot(x, x) / 2), x) + 1),
    (E(exp(dot(x, x) / 2) * exp(dot(x, q)), x), exp(dot(q, q) / 2) * E(exp(dot(x, x) / 2), x)),
    (E(1 / x[i], x), 0),
    (E(1 / cos(x[i]), x), 0),
    (E(exp(dot(x, x) / 2) * sin(x[i]), x), 0),
    (integral(a, x), 0),
]


@pytest.mark.parametrize("goal", TRUE)
def test_what_is_true_is_found(goal):
    found = prove(claim(*goal))
    assert isinstance(found, Certificate)
    assert not check(found).refuted


@pytest.mark.parametrize("goal", FALSE)
def test_what_is_false_is_left(goal):
    assert isinstance(prove(claim(*goal)), Stuck)


@pytest.mark.parametrize("goal", NOT_INTEGRABLE)
def test_what_does_not_exist_has_no_value(goal):
    assert isinstance(prove(claim(*goal)), Stuck)
