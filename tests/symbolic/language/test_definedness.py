"""The conditions under which a formula is defined: all that are needed, and none that plainly hold."""

from __future__ import annotations

import pytest

from symbolic.language import column, columns, function, integer, matrix, real, sequence, size, time
from symbolic.language.bounds import Bounds
from symbolic.language.definedness import conditions, without_implied
from symbolic.language.domains import domains
from symbolic.language.reading import Statement, read_claim
from symbolic.language.scope import Scope
from symbolic.language.text import read_text
from symbolic.terms.text import show

NAMES = {
    **{name: real(name) for name in "xyz"},
    "beta": real("beta", above=0, below=1),
    "p": real("p", above=0),
    "t": time("t"),
    "n": size("n"),
    "m": size("m"),
    "k": integer("k", at_least=1, at_most=size("n")),
    "i": integer("i"),
    "v": sequence("v"),
    "g": sequence("g", start=1),
    "f": function("f"),
    "A": matrix("A", size("n"), size("n")),
    "B": matrix("B", size("n"), size("m")),
    "b": column("b", size("n")),
    "h": columns("h", size("n"), start=1),
}


def _conditions(text: str, *known: str) -> list[str]:
    scope = Scope()
    term = read_text(text, NAMES, scope)
    facts = [read_text(fact, NAMES, scope) for fact in known]
    return [show(one) for one in conditions(term, (*domains([term, *facts], scope), *facts))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x/y == 1", ["y ≠ 0"]),
        ("1/(1/x)", ["x ≠ 0", "1/x ≠ 0"]),
        ("0*(1/x)", ["x ≠ 0"]),
        ("1/(2*x*y**2)", ["x ≠ 0", "y ≠ 0"]),
        ("1/0", ["0 ≠ 0"]),
        ("tends(x/n, n, 0)", []),
        ("tends(g(t), t, 0)", []),
        ("tends(v(t - 1), t, 0)", []),
        ("tends(1/x, n, 0)", ["x ≠ 0"]),
        ("tends(1/(n - 1), n, 0)", ["∀ n ≥ 1: n − 1 ≠ 0"]),
        ("lim(x/n, n) == 0", ["x/n → lim_{n→∞} x/n as n → ∞"]),
        ("x**2", []),
        ("x**0", []),
        ("x**-1", ["x ≠ 0"]),
        ("x**t", []),
        ("x**(t - 1)", ["x ≠ 0 ∨ 0 ≤ t − 1"]),
        ("x**i", ["x ≠ 0 ∨ 0 ≤ i"]),
        ("x**(1/2)", ["0 ≤ x"]),
        ("x**(-1/2)", ["0 < x"]),
        ("x**y", ["0 < x"]),
        ("x**(i/2)", ["0 < x"]),
        ("2**y + p**y + beta**i + p**-1 + p**(1/2)", []),
        ("v(t) + v(t + 1) + g(t + 1)", []),
        ("v(t - 1) + g(t)", ["1 ≤ t"]),
        ("v(i)", ["0 ≤ i"]),
        ("v(0 - 1)", ["0 ≤ 0 − 1"]),
        ("f(0 - 1)", []),
        ("sum(g(i), i, 1, t)", []),
        ("sum(g(i), i, 0, t)", ["∀ 0 ≤ i ≤ t: 1 ≤ i"]),
        ("sum(g(t + 1 - i), i, 1, t)", []),
        ("sum(g(i), i, 1, t - 2)", ["2 ≤ t"]),
        ("sum(x, i, k, n)", []),
        ("sum(x, i, n, k)", ["n − 1 ≤ k"]),
        ("sum(1/(1 - x), i, 1, n)", ["1 − x ≠ 0"]),
        ("sum(sum(1/i, i, 1, j), j, 1, t)", []),
        ("sum(beta**(t - i)*g(i), i, 1, t)", []),
        ("sum(x**(t - i), i, 1, t)", []),
        ("sum(x**(t - i), i, 1, t + 1)", ["∀ 1 ≤ i ≤ t + 1: x ≠ 0 ∨ 0 ≤ t − i"]),
        ("1/(1 - beta)", []),
        ("1/(1 - beta**t)", ["1 − β^t ≠ 0"]),
        ("1/beta**t + 1/(n*(t + 1)) + 1/(n - k + 1) + 1/-p", []),
        ("log(x) + exp(y) + tanh(y) + sigmoid(y) + sin(y) + cos(y) + log(p)", ["0 < x"]),
        ("1/(n - k)", ["n − k ≠ 0"]),
    ],
)
def test_conditions(text: str, expected: list[str]) -> None:
    assert _conditions(text) == expected


def test_what_is_known_excuses_a_condition() -> None:
    assert _conditions("1/(1 - x)", "x != 1") == []
    assert _conditions("1/(3*x - 3)", "1 - x != 0") == []
    assert _conditions("1/x", "y < x", "0 < y") == []
    assert _conditions("1/x", "y <= x", "0 <= y") == ["x ≠ 0"]
    assert _conditions("1/(x - y)", "x != 0", "y != 0") == ["x − y ≠ 0"]


@pytest.mark.parametrize(
    "wrong",
    ["0 < x", "x != 0", "1 <= t", "0 < 1 - beta - p", "t < n", "i != 0", "0 <= x*y", "0 < t*p", "0 <= 0 - p", "2 <= n"],
)
def test_what_does_not_follow_is_not_entailed(wrong: str) -> None:
    scope = Scope()
    condition = read_text(wrong, NAMES, scope)
    assert not Bounds(domains([condition], scope)).entail(condition)


@pytest.mark.parametrize(
    "right",
    ["0 < p + beta", "0 < n*p", "-1 < t", "0 <= n - k", "0 < 2*n - k", "0 < p**i", "0 < 2 - beta", "k <= n + t"],
)
def test_what_plainly_follows_is_entailed(right: str) -> None:
    scope = Scope()
    condition = read_text(right, NAMES, scope)
    assert Bounds(domains([condition], scope)).entail(condition)


def test_the_strongest_of_several_conditions_stays() -> None:
    three, one = (read_text(text, NAMES) for text in ("3 <= t", "1 <= t"))
    assert without_implied([one, three, one]) == (three,)
    assert without_implied([three, three]) == (three,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A*B + softmax_row(A)*exp(B) - diag(b)*B", []),
        ("B[1, 1] + b[1]", []),
        ("B[i, t]", ["1 ≤ i", "i ≤ n", "1 ≤ t", "t ≤ m"]),
        ("b[i + 1]", ["0 ≤ i", "i + 1 ≤ n"]),
        ("b[k] + A[k, n]", []),
        ("h[t + 1]", []),
        ("h[t]", ["1 ≤ t"]),
        ("h[t][i]", ["1 ≤ t", "1 ≤ i", "i ≤ n"]),
        ("A.I", ["A is invertible"]),
        ("inverse(A*A)", ["A·A is invertible"]),
        ("inverse(diag(b))", ["∀ 1 ≤ i ≤ n: b[i] ≠ 0"]),
        ("inverse(diag(A*ones(n)))", ["∀ 1 ≤ i ≤ n: (A·𝟏_n)[i] ≠ 0"]),
        ("log(b)", ["∀ 1 ≤ i ≤ n: 0 < b[i]"]),
        ("log(B)", ["∀ 1 ≤ i ≤ n: ∀ 1 ≤ j ≤ m: 0 < B[i, j]"]),
        ("B/x", ["x ≠ 0"]),
        ("B/p", []),
        ("prod(1/(x - i), i, 1, t)", ["∀ 1 ≤ i ≤ t: x − i ≠ 0"]),
        ("prod(x, i, 1, i)", ["0 ≤ i"]),
        ("array(1/(x - i*j), i, n, j, m)", ["∀ 1 ≤ i ≤ n: ∀ 1 ≤ j ≤ m: x − i·j ≠ 0"]),
        ("array(1/(x - i), i, n, j, m)", ["∀ 1 ≤ i ≤ n: x − i ≠ 0"]),
        ("array(1/x, i, n - 1)", ["∀ 1 ≤ i ≤ n − 1: x ≠ 0"]),
        ("array(x, i, n - 2)", ["2 ≤ n"]),
        ("array(B[i, j], i, n, j, m)", []),
        ("gradient(trace(A), A)", []),
        ("gradient(dot(b, log(b)), b)", ["∀ 1 ≤ i ≤ n: 0 < b[i]"]),
        ("gradient(dot(b, b), b)[i]", ["1 ≤ i", "i ≤ n"]),
        ("jacobian(A*b/b[k], b)", ["b[k] ≠ 0"]),
        ("slope(log, b)", ["∀ 1 ≤ i ≤ n: 0 < b[i]"]),
        ("integral(exp(-dot(b, b)/x), b)", ["x ≠ 0"]),
        ("integral(exp(-2/dot(b, b)), b)", ["∀ vector b: ⟨b, b⟩ ≠ 0"]),
        ("E(exp(-2/dot(b, b)), b)", ["∀ vector b: ⟨b, b⟩ ≠ 0"]),
    ],
)
def test_conditions_of_matrices(text: str, expected: list[str]) -> None:
    assert _conditions(text) == expected


def test_an_assumption_may_say_that_a_matrix_is_invertible() -> None:
    assert _conditions("A.I*A", "invertible(A)") == []
    assert _conditions("B*inverse(B.T*B)", "A != A*A") == ["Bᵀ·B is invertible"]


def test_an_assumption_that_is_defined_in_the_domains_excuses_conditions() -> None:
    assumed = Statement("invertible(A)")
    read = read_claim("id", "", "", [assumed], Statement("A.I*A == A"), names=NAMES)
    assert read.conditions == ()
