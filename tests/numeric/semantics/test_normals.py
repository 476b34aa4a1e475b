from fractions import Fraction
from math import exp, pi

import numpy as np
import pytest

from numeric.arithmetics import Batch, Exact, Precise
from numeric.arithmetics.samples import Samples
from numeric.errors import Inexact, TooCostly
from numeric.evaluate import Evaluation
from numeric.layout import Layout
from numeric.semantics.normals import speaks_of_normals
from symbolic.terms import (
    INTEGER,
    ONE,
    OUTCOME,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    abstract,
    add,
    apply,
    diff,
    expect,
    integral,
    matrix,
    mul,
    neg,
    partial,
    power,
    sequence_sort,
)

TWO, HALF = Number(2), Number(Fraction(1, 2))
w, v, W = Symbol("w", sequence_sort(1)), Symbol("v", sequence_sort(1)), Symbol("W", sequence_sort(1, 2))
x, n = Symbol("x"), Symbol("n", INTEGER)


def e(exponent: Term) -> Term:
    return Node("exp", exponent)


def at(vector: Symbol, *place: int) -> Term:
    return apply(vector, *map(Number, place))


def mean(body: Term, *over: Symbol) -> Term:
    for variable in reversed(over):
        body = expect(abstract(body, variable))
    return body


def value(term: Term, arithmetic=None, **values: float):
    given = {Symbol(name) if name == "x" else n: number for name, number in values.items()}
    return Evaluation(given, {}, arithmetic or Precise(24), Layout()).value(term)


CLOSED = {
    "shift": (mean(e(mul(x, at(w, 1))), w), lambda c: exp(c * c / 2)),
    "an entry of a matrix": (mean(power(at(W, 2, 3), TWO), W), lambda c: 1),
    "a product of expectations": (mul(mean(e(at(w, 1)), w), mean(e(at(w, 1)), w)), lambda c: exp(1)),
    "an expectation inside, by itself": (mean(mul(at(w, 1), mean(at(w, 1), w), at(w, 1)), w), lambda c: 0),
    "Stein": (mean(mul(at(w, 1), e(mul(x, at(w, 1)))), w), lambda c: c * exp(c * c / 2)),
    "the derivative of an expectation": (
        diff(abstract(mean(e(mul(x, at(w, 1))), w), x), x),
        lambda c: c * exp(c * c / 2),
    ),
    "the expectation of a derivative": (
        mean(partial(abstract(e(mul(x, at(v, 1))), v), w, ONE), w),
        lambda c: c * exp(c * c / 2),
    ),
    "an integral": (integral(ONE, abstract(e(neg(mul(HALF, at(w, 1), at(w, 1)))), w)), lambda c: (2 * pi) ** 0.5),
}


@pytest.mark.parametrize("name", CLOSED)
def test_closed_forms_by_quadrature_in_many_digits(name: str) -> None:
    term, closed = CLOSED[name]
    assert float(value(term, x=0.5)) == pytest.approx(closed(0.5), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("name", [name for name in CLOSED if "derivative of" not in name])
def test_closed_forms_at_many_points_in_floats(name: str) -> None:
    term, closed = CLOSED[name]
    points = np.linspace(-1, 2, 64)
    found = np.broadcast_to(value(term, Batch(), x=points), 64)
    assert np.allclose(found, [closed(c) for c in points], rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("name", [name for name in CLOSED if "derivative of" not in name])
def test_closed_forms_by_draws(name: str) -> None:
    term, closed = CLOSED[name]
    samples = Samples(np.random.default_rng(1), 400_000)
    with np.errstate(all="raise", under="ignore"):
        assert float(value(term, samples, x=0.5)) == pytest.approx(closed(0.5), abs=0.05)


def test_two_vectors_are_independent_even_if_they_look_alike() -> None:
    nested = mean(e(mul(at(w, 1), at(v, 1), HALF)), w, v)
    together = mean(e(mul(at(w, 1), at(w, 1), HALF, HALF)), w)
    assert float(value(nested, Batch())) == pytest.approx((1 - 1 / 4) ** -0.5)
    assert float(value(together, Batch())) == pytest.approx(2**0.5)


def test_what_is_inside_an_expectation_and_not_all_of_it_needs_quadrature() -> None:
    inner = mean(e(mul(at(w, 1), at(v, 1), HALF)), v)
    outer = mean(power(inner, TWO), w)  # E exp(w^2/4)
    assert float(value(outer)) == pytest.approx(2**0.5)
    with pytest.raises(TooCostly, match="inside one"):
        value(outer, Samples(np.random.default_rng(0), 10))


def test_integrals_over_more_entries_have_the_density_of_all() -> None:
    body = e(neg(mul(HALF, add(*(mul(at(w, i), at(w, i)) for i in (1, 2))))))
    assert float(value(integral(TWO, abstract(body, w)), Batch())) == pytest.approx(2 * pi)


def test_expectations_are_exact_of_polynomials_alone() -> None:
    assert value(mean(mul(at(w, 1), at(w, 1)), w), Exact()) == 1
    with pytest.raises(Inexact):
        value(mean(e(at(w, 1)), w), Exact())


def test_who_speaks_of_normals() -> None:
    coin = expect(Lambda(OUTCOME, apply(Symbol("g", Symbol("h", sequence_sort(1)).sort), ONE)))
    assert speaks_of_normals(add(x, mean(at(w, 1), w)))
    assert speaks_of_normals(integral(ONE, abstract(at(w, 1), w)))
    assert not speaks_of_normals(coin)


def test_a_matrix_that_depends_on_indices_alone_is_made_once() -> None:
    evaluation = Evaluation({n: 2}, {}, Exact(), Layout())
    whole = matrix(n, n, Lambda(INTEGER, Lambda(INTEGER, add(Bound(0), Bound(1)))))
    assert evaluation.value(whole) is evaluation.value(whole)
    moved = Evaluation({n: 3}, {}, Exact(), Layout())
    assert moved.value(whole).rows == 3
