"""Identities from textbooks, and slips in them: ``true`` holds wherever both sides are defined, ``false`` does not.

Names mean what is usual: ``t`` is a time, ``n`` a size, others are real.  ``given`` are further assumptions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from symbolic.language import derivative, exp, log, real, sigmoid, sqrt, tanh


@dataclass(frozen=True)
class Entry:
    """A line of text, or two sides; whether it holds; and what it assumes."""

    statement: tuple[Any, ...]
    holds: bool
    given: tuple[str, ...] = ()

    def __str__(self) -> str:
        stated = " == ".join(map(str, self.statement))
        return f"{stated}, given {', '.join(self.given)}" if self.given else stated


def true(*statement: Any, given: str = "") -> Entry:
    return Entry(statement, True, _split(given))


def false(*statement: Any, given: str = "") -> Entry:
    return Entry(statement, False, _split(given))


def _split(given: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in given.split(",") if part.strip())


POLYNOMIALS = (
    true("(a + b)**3 == a**3 + 3*a**2*b + 3*a*b**2 + b**3"),
    false("(a + b)**3 == a**3 + 3*a**2*b + 3*a*b**2 - b**3"),
    true("a**3 - b**3 == (a - b)*(a**2 + a*b + b**2)"),
    false("a**3 - b**3 == (a - b)*(a**2 + 2*a*b + b**2)"),
    true("a**4 + 4*b**4 == (a**2 + 2*b**2 + 2*a*b)*(a**2 + 2*b**2 - 2*a*b)"),
    false("a**4 + 4*b**4 == (a**2 + 2*b**2)**2"),
    true("(a**2 + b**2)*(x**2 + y**2) == (a*x - b*y)**2 + (a*y + b*x)**2"),
    false("(a**2 + b**2)*(x**2 + y**2) == (a*x + b*y)**2 + (a*y + b*x)**2"),
    true("a**3 + b**3 + c**3 - 3*a*b*c == (a + b + c)*(a**2 + b**2 + c**2 - a*b - b*c - c*a)"),
    false("a**3 + b**3 + c**3 - 3*a*b*c == (a + b + c)*(a**2 + b**2 + c**2 + a*b + b*c + c*a)"),
    true("w*x**2 + (1 - w)*y**2 - (w*x + (1 - w)*y)**2 == w*(1 - w)*(x - y)**2"),
    false("w*x**2 + (1 - w)*y**2 - (w*x + (1 - w)*y)**2 == w*(1 - w)*(x + y)**2"),
    true("3*p*(1 - p)**2 + 2*3*p**2*(1 - p) + 3*p**3 == 3*p"),
    false("3*p*(1 - p)**2 + 2*3*p**2*(1 - p) + p**3 == 3*p"),
    true("((x - u)**2 + (y - u)**2)/2 == ((x - y)/2)**2 + ((x + y)/2 - u)**2"),
    false("((x - u)**2 + (y - u)**2)/2 == ((x - y)/2)**2 + ((x + y)/2 + u)**2"),
)

FRACTIONS = (
    true("1/(x*(x + 1)) == 1/x - 1/(x + 1)"),
    false("1/(x*(x + 1)) == 1/x + 1/(x + 1)"),
    true("(x**2 - 1)/(x - 1) == x + 1"),
    false("(x**2 + 1)/(x - 1) == x + 1"),
    true("1/(1/a + 1/b) == a*b/(a + b)"),
    false("1/(1/a + 1/b) == a + b"),
    true("a*x**2 + b*x + c == a*(x + b/(2*a))**2 + c - b**2/(4*a)"),
    false("a*x**2 + b*x + c == a*(x + b/(2*a))**2 + c - b**2/(2*a)"),
    true("1/(a + u*v) == 1/a - (u*v/a**2)/(1 + u*v/a)"),
    false("1/(a + u*v) == 1/a - (u*v/a)/(1 + u*v/a)"),
    true("(x - a)**2/r + (x - b)**2/s == (r + s)/(r*s)*(x - (a*s + b*r)/(r + s))**2 + (a - b)**2/(r + s)"),
    false("(x - a)**2/r + (x - b)**2/s == (r + s)/(r*s)*(x - (a*r + b*s)/(r + s))**2 + (a - b)**2/(r + s)"),
    true("p*s/(p*s + (1 - p)*r) == 1/(1 + (1 - p)/p*(r/s))"),
    false("p*s/(p*s + (1 - p)*r) == 1/(1 + p/(1 - p)*(r/s))"),
)

EXPONENTIALS = (
    true("exp(a + b) == exp(a)*exp(b)"),
    false("exp(a + b) == exp(a) + exp(b)"),
    true("exp(a - b) == exp(a)/exp(b)"),
    false("exp(a*b) == exp(a)*exp(b)"),
    true("exp(n*x) == exp(x)**n"),
    false("exp(x**n) == exp(x)**n"),
    true("((exp(x) + exp(-x))/2)**2 - ((exp(x) - exp(-x))/2)**2 == 1"),
    false("((exp(x) + exp(-x))/2)**2 + ((exp(x) - exp(-x))/2)**2 == 1"),
    true("exp(w*x - x**2/2) == exp(w**2/2)*exp(-(x - w)**2/2)"),
    false("exp(w*x - x**2/2) == exp(-w**2/2)*exp(-(x - w)**2/2)"),
    true("exp(x*y) == exp(x**2/2)*exp(-(x - y)**2/2)*exp(y**2/2)"),
    false("exp(x*y) == exp(x**2/2)*exp((x - y)**2/2)*exp(y**2/2)"),
    true("exp(-(x - a)**2/2)*exp(-(x - b)**2/2) == exp(-(x - (a + b)/2)**2)*exp(-(a - b)**2/4)"),
    false("exp(-(x - a)**2/2)*exp(-(x - b)**2/2) == exp(-(x - (a + b)/2)**2/2)*exp(-(a - b)**2/4)"),
    true("(exp(x) - 1)/(exp(x/2) - 1) == exp(x/2) + 1"),
    false("(exp(x) - 1)/(exp(x/2) - 1) == exp(x) + 1"),
)

SOFTMAX = (
    true("exp(x)/(exp(x) + exp(y)) + exp(y)/(exp(x) + exp(y)) == 1"),
    false("exp(x)/(exp(x) + exp(y)) - exp(y)/(exp(x) + exp(y)) == 1"),
    true("exp(x)/(exp(x) + exp(y)) == sigmoid(x - y)"),
    false("exp(x)/(exp(x) + exp(y)) == sigmoid(y - x)"),
    true("exp(x + c)/(exp(x + c) + exp(y + c) + exp(z + c)) == exp(x)/(exp(x) + exp(y) + exp(z))"),
    false("exp(c*x)/(exp(c*x) + exp(c*y) + exp(c*z)) == exp(x)/(exp(x) + exp(y) + exp(z))"),
    true("exp(x)/(exp(x) + exp(y) + exp(z)) == 1/(1 + exp(y - x) + exp(z - x))"),
    false("exp(x)/(exp(x) + exp(y) + exp(z)) == 1/(exp(x) + exp(y - x) + exp(z - x))"),
    true("(exp(x) + exp(y) + exp(z) + exp(u))/exp(z) == exp(x - z) + exp(y - z) + 1 + exp(u - z)"),
    false("(exp(x) + exp(y) + exp(z) + exp(u))/exp(z) == exp(x - z) + exp(y - z) + exp(u - z)"),
    true(
        "x*exp(x)/(exp(x) + exp(y)) + y*exp(y)/(exp(x) + exp(y)) - log(exp(x) + exp(y))"
        " == exp(x)/(exp(x) + exp(y))*log(exp(x)/(exp(x) + exp(y)))"
        " + exp(y)/(exp(x) + exp(y))*log(exp(y)/(exp(x) + exp(y)))"
    ),
    false(
        "x*exp(x)/(exp(x) + exp(y)) + y*exp(y)/(exp(x) + exp(y)) + log(exp(x) + exp(y))"
        " == exp(x)/(exp(x) + exp(y))*log(exp(x)/(exp(x) + exp(y)))"
        " + exp(y)/(exp(x) + exp(y))*log(exp(y)/(exp(x) + exp(y)))"
    ),
)

SQUASHING = (
    true("sigmoid(-x) == 1 - sigmoid(x)"),
    false("sigmoid(-x) == -sigmoid(x)"),
    true("sigmoid(x) == exp(x)/(1 + exp(x))"),
    false("sigmoid(x) == exp(-x)/(1 + exp(-x))"),
    true("tanh(x) == 2*sigmoid(2*x) - 1"),
    false("tanh(x) == 2*sigmoid(x) - 1"),
    true("tanh(x) == (exp(2*x) - 1)/(exp(2*x) + 1)"),
    false("tanh(x) == (exp(x) - 1)/(exp(x) + 1)"),
    true("1 - tanh(x)**2 == 4/(exp(x) + exp(-x))**2"),
    false("1 - tanh(x)**2 == 2/(exp(x) + exp(-x))**2"),
    true("tanh(x + y) == (tanh(x) + tanh(y))/(1 + tanh(x)*tanh(y))"),
    false("tanh(x + y) == (tanh(x) + tanh(y))/(1 - tanh(x)*tanh(y))"),
    true("tanh(2*x) == 2*tanh(x)/(1 + tanh(x)**2)"),
    false("tanh(2*x) == 2*tanh(x)"),
    true("log(sigmoid(x)/(1 - sigmoid(x))) == x"),
    false("log(sigmoid(x)/(1 - sigmoid(x))) == -x"),
    true("sigmoid(log(p/(1 - p))) == p", given="0 < p < 1"),
    false("sigmoid(log(p/(1 - p))) == 1 - p", given="0 < p < 1"),
    true("sigmoid(x)*sigmoid(y) == sigmoid(x + y)*(sigmoid(x)*sigmoid(y) + (1 - sigmoid(x))*(1 - sigmoid(y)))"),
    false("sigmoid(x)*sigmoid(y) == sigmoid(x + y)"),
    true("sigmoid(x)*(1 - sigmoid(x)) == 1/(exp(x/2) + exp(-x/2))**2"),
    false("sigmoid(x)*(1 - sigmoid(x)) == 1/(exp(x/2) - exp(-x/2))**2"),
)

LOGARITHMS = (
    true("log(exp(x) + exp(y)) == c + log(exp(x - c) + exp(y - c))"),
    false("log(exp(x) + exp(y)) == c + log(exp(x + c) + exp(y + c))"),
    true("log(exp(x) + exp(y)) == x + log(1 + exp(y - x))"),
    false("log(exp(x) + exp(y)) == x + y"),
    true("log(exp(x) + exp(x)) == x + log(2)"),
    false("log(exp(x) + exp(x)) == 2*x"),
    true("log(1 + exp(x)) - log(1 + exp(-x)) == x"),
    false("log(1 + exp(x)) + log(1 + exp(-x)) == x"),
    true("-log(sigmoid(x)) == log(1 + exp(-x))"),
    false("-log(sigmoid(x)) == log(1 + exp(x))"),
    true("-log(exp(x)/(exp(x) + exp(y) + exp(z))) == log(exp(x) + exp(y) + exp(z)) - x"),
    false("-log(exp(x)/(exp(x) + exp(y) + exp(z))) == x - log(exp(x) + exp(y) + exp(z))"),
    true("log(x/y) == -log(y/x)", given="x > 0, y > 0"),
    false("log(x/y) == log(x)/log(y)", given="x > 0, y > 1"),
    true("log(8)/log(2) == 3"),
    false("log(9)/log(2) == 3"),
    true("(x**a)**b == x**(a*b)", given="x > 0"),
    false("(x**a)**b == x**(a**b)", given="x > 0, a > 0"),
)

DIVERGENCES = (
    true(
        "p*log(p/q) + (1 - p)*log((1 - p)/(1 - q)) == p*log(p) + (1 - p)*log(1 - p) - (p*log(q) + (1 - p)*log(1 - q))",
        given="0 < p < 1, 0 < q < 1",
    ),
    false(
        "p*log(p/q) + (1 - p)*log((1 - p)/(1 - q)) == p*log(q) + (1 - p)*log(1 - q) - (p*log(p) + (1 - p)*log(1 - p))",
        given="0 < p < 1, 0 < q < 1",
    ),
    true(
        "sigmoid(a)*log(sigmoid(a)/sigmoid(b)) + (1 - sigmoid(a))*log((1 - sigmoid(a))/(1 - sigmoid(b)))"
        " == sigmoid(a)*(a - b) + log(1 + exp(b)) - log(1 + exp(a))"
    ),
    false(
        "sigmoid(a)*log(sigmoid(a)/sigmoid(b)) + (1 - sigmoid(a))*log((1 - sigmoid(a))/(1 - sigmoid(b)))"
        " == sigmoid(a)*(a - b) + log(1 + exp(a)) - log(1 + exp(b))"
    ),
    true(
        "log(s/r) + (r**2 + (a - b)**2)/(2*s**2) - 1/2 == (r**2/s**2 - 1 - log(r**2/s**2) + (a - b)**2/s**2)/2",
        given="r > 0, s > 0",
    ),
    false(
        "log(s/r) + (r**2 + (a - b)**2)/(2*s**2) - 1/2 == (r**2/s**2 - 1 + log(r**2/s**2) + (a - b)**2/s**2)/2",
        given="r > 0, s > 0",
    ),
    true(
        "log(s/r) + (r**2 + (a - b)**2)/(2*s**2) - 1/2 + log(r/s) + (s**2 + (a - b)**2)/(2*r**2) - 1/2"
        " == (r**2 - s**2)**2/(2*r**2*s**2) + (a - b)**2/2*(1/r**2 + 1/s**2)",
        given="r > 0, s > 0",
    ),
    false(
        "log(s/r) + (r**2 + (a - b)**2)/(2*s**2) - 1/2 == log(r/s) + (s**2 + (a - b)**2)/(2*r**2) - 1/2",
        given="r > 0, s > 0",
    ),
    true("-log(exp(-x**2/(2*s**2))/(c*s)) == x**2/(2*s**2) + log(s) + log(c)", given="s > 0, c > 0"),
    false("-log(exp(-x**2/(2*s**2))/(c*s)) == x**2/(2*s**2) - log(s) - log(c)", given="s > 0, c > 0"),
)

u, w, x, y = real("u w x y")
a, b = real("a b", above=0)
p, q = real("p q", above=0, below=1)
s = real("s", above=0)
bernoulli = p * log(p / q) + (1 - p) * log((1 - p) / (1 - q))
likelihood = -y * log(sigmoid(w * x + u)) - (1 - y) * log(1 - sigmoid(w * x + u))

DERIVATIVES = (
    true(derivative(x**3 * exp(-x), x), (3 * x**2 - x**3) * exp(-x)),
    false(derivative(x**3 * exp(-x), x), (3 * x**2 + x**3) * exp(-x)),
    true(derivative(1 / (1 + x**2), x), -2 * x / (1 + x**2) ** 2),
    false(derivative(1 / (1 + x**2), x), -2 * x / (1 + x**2)),
    true(derivative(sigmoid(x), x), sigmoid(x) * (1 - sigmoid(x))),
    false(derivative(sigmoid(x), x), sigmoid(x) * (1 + sigmoid(x))),
    true(derivative(tanh(x), x), 1 - tanh(x) ** 2),
    false(derivative(tanh(x), x), 1 - tanh(x)),
    true(derivative(derivative(sigmoid(x), x), x), sigmoid(x) * (1 - sigmoid(x)) * (1 - 2 * sigmoid(x))),
    false(derivative(derivative(sigmoid(x), x), x), sigmoid(x) * (1 - sigmoid(x)) * (2 * sigmoid(x) - 1)),
    true(derivative(x * sigmoid(x), x), sigmoid(x) + x * sigmoid(x) * (1 - sigmoid(x))),
    false(derivative(x * sigmoid(x), x), x * sigmoid(x) * (1 - sigmoid(x))),
    true(derivative(log(1 + exp(x)), x), sigmoid(x)),
    false(derivative(log(1 + exp(x)), x), 1 - sigmoid(x)),
    true(derivative(log(exp(x) + exp(y)), x), exp(x) / (exp(x) + exp(y))),
    false(derivative(log(exp(x) + exp(y)), x), exp(y) / (exp(x) + exp(y))),
    true(derivative(exp(y) / (exp(x) + exp(y)), x), -exp(x) * exp(y) / (exp(x) + exp(y)) ** 2),
    false(derivative(exp(y) / (exp(x) + exp(y)), x), exp(x) * exp(y) / (exp(x) + exp(y)) ** 2),
    true(derivative(likelihood, w), (sigmoid(w * x + u) - y) * x),
    false(derivative(likelihood, w), (y - sigmoid(w * x + u)) * x),
    true(derivative(likelihood, u), sigmoid(w * x + u) - y),
    false(derivative(likelihood, u), (sigmoid(w * x + u) - y) * x),
    true(derivative(derivative(likelihood, w), w), sigmoid(w * x + u) * (1 - sigmoid(w * x + u)) * x**2),
    false(derivative(derivative(likelihood, w), w), sigmoid(w * x + u) * (1 - sigmoid(w * x + u)) * x),
    true(derivative(bernoulli, q), (q - p) / (q * (1 - q))),
    false(derivative(bernoulli, q), (p - q) / (q * (1 - q))),
    true(derivative(bernoulli, p), log(p / (1 - p)) - log(q / (1 - q))),
    false(derivative(bernoulli, p), log(q / (1 - q)) - log(p / (1 - p))),
    true(derivative((s**2 + u**2 - 1) / 2 - log(s), s), s - 1 / s),
    false(derivative((s**2 + u**2 - 1) / 2 - log(s), s), s + 1 / s),
    true(derivative((y - w * x) ** 2 + a * w**2, w), 2 * (w * (x**2 + a) - x * y)),
    false(derivative((y - w * x) ** 2 + a * w**2, w), 2 * (w * (x**2 - a) - x * y)),
    true(derivative(sqrt(1 + x**2), x), x / sqrt(1 + x**2)),
    false(derivative(sqrt(1 + x**2), x), 1 / (2 * sqrt(1 + x**2))),
    true(derivative(s**w, w), log(s) * s**w),
    false(derivative(s**w, w), w * s ** (w - 1)),
)

SUMS = (
    true("sum(i, i, 1, n) == n*(n + 1)/2"),
    false("sum(i, i, 1, n) == n*(n - 1)/2"),
    true("sum(i**2, i, 1, n) == n*(n + 1)*(2*n + 1)/6"),
    false("sum(i**2, i, 1, n) == n*(n + 1)*(2*n + 1)/3"),
    true("sum(i**3, i, 1, n) == sum(i, i, 1, n)**2"),
    false("sum(i**2, i, 1, n) == sum(i, i, 1, n)**2"),
    true("sum(1/(i*(i + 1)), i, 1, n) == 1 - 1/(n + 1)"),
    false("sum(1/(i*(i + 1)), i, 1, n) == 1 - 1/n"),
    true("sum(b**j, j, 0, t - 1) == (1 - b**t)/(1 - b)", given="b != 1"),
    false("sum(b**j, j, 0, t) == (1 - b**t)/(1 - b)", given="b != 1"),
    true("sum(i*b**i, i, 1, n) == b*(1 - (n + 1)*b**n + n*b**(n + 1))/(1 - b)**2", given="0 < b < 1"),
    false("sum(i*b**i, i, 1, n) == b*(1 - n*b**n + n*b**(n + 1))/(1 - b)**2", given="0 < b < 1"),
    true("sum(b**(t - i)*g(i), i, 1, t) == sum(b**j*g(t - j), j, 0, t - 1)", given="0 < b < 1"),
    false("sum(b**(t - i)*g(i), i, 1, t) == sum(b**j*g(t - j), j, 1, t)", given="0 < b < 1"),
    true("sum(sum(g(j), j, 1, i), i, 1, n) == sum((n + 1 - j)*g(j), j, 1, n)"),
    false("sum(sum(g(j), j, 1, i), i, 1, n) == sum((n - j)*g(j), j, 1, n)"),
    true("sum(f(i), i, 1, n)*sum(g(i), i, 1, n) == sum(sum(f(i)*g(j), i, 1, n), j, 1, n)"),
    false("sum(f(i), i, 1, n)*sum(g(i), i, 1, n) == sum(f(i)*g(i), i, 1, n)"),
    true("sum((g(i) - sum(g(j), j, 1, n)/n)**2, i, 1, n) == sum(g(i)**2, i, 1, n) - sum(g(i), i, 1, n)**2/n"),
    false("sum((g(i) - sum(g(j), j, 1, n)/n)**2, i, 1, n) == sum(g(i)**2, i, 1, n) - sum(g(i), i, 1, n)**2"),
    true("sum(sum((g(i) - g(j))**2, i, 1, n), j, 1, n) == 2*n*sum(g(i)**2, i, 1, n) - 2*sum(g(i), i, 1, n)**2"),
    false("sum(sum((g(i) - g(j))**2, i, 1, n), j, 1, n) == 2*n*sum(g(i)**2, i, 1, n) - sum(g(i), i, 1, n)**2"),
)

AVERAGES = (
    true("(1 - b)*sum(b**(t - i), i, 1, t) == 1 - b**t", given="0 < b < 1"),
    false("(1 - b)*sum(b**(t - i), i, 1, t) == 1 - b**(t - 1)", given="0 < b < 1"),
    true("sum((1 - b)*b**(t - i)/(1 - b**t), i, 1, t) == 1", given="0 < b < 1, t >= 1"),
    false("sum(b**(t - i)/(1 - b**t), i, 1, t) == 1", given="0 < b < 1, t >= 1"),
    true("sum(((1 - b)*b**(t - i))**2, i, 1, t) == (1 - b)*(1 - b**(2*t))/(1 + b)", given="0 < b < 1"),
    false("sum(((1 - b)*b**(t - i))**2, i, 1, t) == (1 - b**t)**2", given="0 < b < 1"),
    true("1 - b**(t + 1) == b*(1 - b**t) + (1 - b)", given="0 < b < 1"),
    false("1 - b**(t + 1) == b*(1 - b**t)", given="0 < b < 1"),
    true("(b*(1 - b**t)*x + (1 - b)*y)/(1 - b**(t + 1)) == x + (1 - b)/(1 - b**(t + 1))*(y - x)", given="0 < b < 1"),
    false("(b*(1 - b**t)*x + (1 - b)*y)/(1 - b**(t + 1)) == x + (1 - b)*(y - x)", given="0 < b < 1"),
)

RADICALS = (
    true("sqrt(8) == 2*sqrt(2)"),
    false("sqrt(8) == 4*sqrt(2)"),
    true("1/(sqrt(2) + 1) == sqrt(2) - 1"),
    false("1/(sqrt(3) + 1) == sqrt(3) - 1"),
    true("sqrt(5 + 2*sqrt(6)) == sqrt(2) + sqrt(3)"),
    false("sqrt(5) == sqrt(2) + sqrt(3)"),
    true("((1 + sqrt(5))/2)**2 == (1 + sqrt(5))/2 + 1"),
    false("((1 + sqrt(5))/2)**2 == (1 + sqrt(5))/2 - 1"),
    true("sqrt(x + 1) - sqrt(x) == 1/(sqrt(x + 1) + sqrt(x))", given="x >= 0"),
    false("sqrt(x + 1) - sqrt(x) == 1", given="x >= 0"),
    true("(sqrt(a) + sqrt(b))*(sqrt(a) - sqrt(b)) == a - b"),
    false("(sqrt(a) + sqrt(b))*(sqrt(a) - sqrt(b)) == a + b"),
    true("(a + b)/2 - sqrt(a*b) == (sqrt(a) - sqrt(b))**2/2", given="a >= 0, b >= 0"),
    false("(a + b)/2 - sqrt(a*b) == (sqrt(a) + sqrt(b))**2/2", given="a >= 0, b >= 0"),
    true("a*((-b + sqrt(b**2 - 4*a*c))/(2*a))**2 + b*(-b + sqrt(b**2 - 4*a*c))/(2*a) + c == 0"),
    false("a*((b + sqrt(b**2 - 4*a*c))/(2*a))**2 + b*(b + sqrt(b**2 - 4*a*c))/(2*a) + c == 0"),
    true("x/sqrt(x**2 + s**2) == (x/s)/sqrt((x/s)**2 + 1)", given="s > 0"),
    false("x/sqrt(x**2 + s**2) == (x/s)/sqrt((x/s)**2 + 1)", given="s < 0"),
)

BRANCHES = (
    true("sqrt(x**2) == x", given="x >= 0"),
    false("sqrt(x**2) == x"),
    true("sqrt(x**2) == -x", given="x <= 0"),
    false("sqrt((x - 1)**2) == x - 1"),
    true("sqrt(x**4) == x**2"),
    false("(x**4)**(1/4) == x"),
    true("sqrt(x**2*y) == x*sqrt(y)", given="x >= 0, y >= 0"),
    false("sqrt(x**2*y) == x*sqrt(y)", given="y >= 0"),
    true("log(a*b) == log(a) + log(b)", given="a > 0, b > 0"),
    false("log(a + b) == log(a) + log(b)", given="a > 0, b > 0"),
    true("log(x**2) == 2*log(-x)", given="x < 0"),
    false("exp(log(x**2)/2) == x", given="x != 0"),
    true("exp(log(x)) == x"),
    false("exp(log(x) + 1) == x + 1", given="x > 0"),
    true("sqrt(a*b) == sqrt(-a)*sqrt(-b)", given="a <= 0, b <= 0"),
    false("sqrt(a + b) == sqrt(a) + sqrt(b)", given="a >= 0, b >= 0"),
    true("(x**2)**(3/2) == x**3", given="x >= 0"),
    false("(x**2)**(3/2) == x**3"),
    true("sqrt(1/x**2) == 1/x", given="x > 0"),
    false("sqrt(1/x**2) == 1/x", given="x != 0"),
    true("(-1)**(2*t) == 1"),
    false("(-1)**(t + 1) == 1"),
    true("0**t == 0", given="t >= 1"),
    false("0**t == 0"),
    true("sqrt(x)*sqrt(x) == x"),
    false("(x**(1/2))**4 == x", given="x >= 0"),
)

FAMILIES = {
    "polynomials": POLYNOMIALS,
    "fractions": FRACTIONS,
    "exponentials": EXPONENTIALS,
    "softmax": SOFTMAX,
    "sigmoid and tanh": SQUASHING,
    "logarithms": LOGARITHMS,
    "divergences": DIVERGENCES,
    "derivatives": DERIVATIVES,
    "sums": SUMS,
    "bias correction": AVERAGES,
    "radicals": RADICALS,
    "branches": BRANCHES,
}
