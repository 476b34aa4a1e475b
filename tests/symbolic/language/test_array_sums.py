"""Sums of matrices: the matrix of the sums of their entries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sympy

from symbolic.claim import Claim
from symbolic.language import Sum, column, columns, integer, matrices, matrix, ones, real, size, time
from symbolic.language.latex import latex
from symbolic.language.reading import Statement, Unreadable, read_claim, read_term
from symbolic.language.text import read_text
from symbolic.terms import INTEGER, ONE, Bound, Lambda, Symbol, add, apply, entries, entry, sequence_sort, summation
from symbolic.terms import matrix as matrix_term
from symbolic.terms.text import show

n, m, t = *size("n m"), time("t")
k, i, s = integer("k"), integer("i"), real("s")
h, J, b, A = columns("h", n), matrices("J", n, m), column("b", n), matrix("A", n, n)
NAMES = {"n": n, "t": t, "h": h, "J": J, "b": b, "A": A, "s": s}


def _claim(*goal: Any) -> Claim:
    return read_claim("id", "", "", [], Statement(goal))


def test_a_sum_is_one_of_entries() -> None:
    N, H = read_term(n), Symbol("h", sequence_sort(0, 2))  # noqa: N806
    member = matrix_term(N, ONE, entries(apply(H, add(Bound(2), ONE), Bound(1))))
    summed = summation(ONE, N, Lambda(INTEGER, entry(member, Bound(2))))
    assert read_term(Sum(h[k + 1], (k, 1, n))) == matrix_term(N, ONE, entries(summed))


@pytest.mark.parametrize(
    ("expression", "text", "shown"),
    [
        (A * Sum(h[k], (k, 1, n)), "A*sum(h[k], k, 1, n)", "A·(Σ_{k=1}^{n} h(k))"),
        (s * Sum(J[k] * J[t].T, (k, 0, t)), "s*sum(J[k]*J[t].T, k, 0, t)", "s·(Σ_{k=0}^{t} J(k)·J(t)ᵀ)"),
        (Sum(Sum(h[k] * h[i].T, (i, 1, k)), (k, 1, t)), "sum(sum(h[k]*h[i].T, i, 1, k), k, 1, t)",
         "Σ_{k=1}^{t} Σ_{i=1}^{k} h(k)·h(i)ᵀ"),
        (Sum(h[k] + b, (k, 1, t)), "sum(h[k] + b, k, 1, t)", "Σ_{k=1}^{t} (h(k) + b)"),
    ],
)  # fmt: skip
def test_both_ways_in_agree(expression: Any, text: str, shown: str) -> None:
    assert read_term(expression) == read_text(text, NAMES)
    assert show(read_term(expression)) == shown


def test_a_sum_in_latex() -> None:
    assert latex(read_term(Sum(h[k], (k, 1, n)))) == r"\sum_{k=1}^{n} h_{k}"


def test_sums_of_scalars_are_sympy_s() -> None:
    assert Sum(h[k][1], (k, 1, n)) == sympy.Sum(h[k][1], (k, 1, n))


def test_a_sum_is_defined_where_its_summands_are() -> None:
    assert _claim(Sum(h[k], (k, 1, t)), b).conditions == ()
    assert [show(one) for one in _claim(Sum(h[k - 1], (k, 0, t)), b).conditions] == ["∀ 0 ≤ k ≤ t: 1 ≤ k"]


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: Sum(h[k], (k, 1, n), (i, 1, n)), "one index and both of its bounds"),
        (lambda: Sum(h[k], k), "the limits"),
        (lambda: Sum(ones(k), (k, 1, n)), "whose shape changes with the index"),
        (lambda: Sum(h[k], (k, 1, s)), "the bounds of a sum are integers"),
        (lambda: Sum(h[k], (k, 1, n)) + A, "a sum of n × 1 and n × n: Σ_{k=1}"),
        (lambda: sympy.Sum(h[k], (k, 1, n)), "the body of 'sum' is of sort matrix"),
    ],
)
def test_slips_are_named(build: Callable[[], Any], message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_term(build())
