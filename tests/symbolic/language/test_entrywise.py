"""Functions of one real at each entry of a matrix."""

from __future__ import annotations

import pytest
import sympy

from symbolic.language import column, cos, exp, function, log, matrix, real, sigmoid, sin, size, slope, tanh
from symbolic.language.reading import Unreadable, read_term
from symbolic.terms import ONE, REAL, Bound, Lambda, Node, Symbol, apply, diff, entries, entry, function_sort
from symbolic.terms import matrix as matrix_term

n = size("n")
A, b, x = matrix("A", n, n), column("b", n), real("x")
sigma = function("sigma")
a, v, N = read_term(A), read_term(b), read_term(n)
SIGMA = Symbol("sigma", function_sort())


def test_elementary_functions_of_matrices() -> None:
    for build in (exp, log, tanh, sigmoid, sin, cos):
        assert read_term(build(A)) == Node(build.__name__, a)
    assert exp(x) is sympy.exp(x)
    assert (log(x), tanh(x)) == (sympy.log(x), sympy.tanh(x))


def test_declared_functions_of_matrices() -> None:
    assert read_term(sigma(A * b)) == apply(SIGMA, read_term(A * b))
    assert read_term(sigma(A) * sigma(b)) == Node("matmul", apply(SIGMA, a), apply(SIGMA, v))
    assert read_term(sigma(x)) == apply(SIGMA, Symbol("x"))
    assert function("sigma") == sigma
    assert str(sigma(A).T) == "sigma(A).T"


def test_sympy_functions_of_a_matrix_stand_alone() -> None:
    plain = sympy.Function("sigma")
    assert read_term(plain(A)) == apply(SIGMA, a)
    with pytest.raises(Unreadable, match="do not commute"):
        read_term(plain(A) * plain(b))


def test_a_slope_is_a_derivative_at_each_entry() -> None:
    of_sigma, of_tanh = Lambda(REAL, apply(SIGMA, Bound(0))), Lambda(REAL, Node("tanh", Bound(0)))
    assert read_term(slope(sigma, A)) == matrix_term(N, N, entries(diff(of_sigma, entry(a, Bound(1), Bound(0)))))
    assert read_term(slope(tanh, b)) == matrix_term(N, ONE, entries(diff(of_tanh, entry(v, Bound(1)))))
    with pytest.raises(Unreadable, match="in 'slope': found x"):
        slope(sigma, x)


def test_a_function_of_two_arguments_is_of_no_matrix() -> None:
    with pytest.raises(Unreadable, match="applied to matrix, expected real"):
        read_term(function("f", arity=2)(A, x))
