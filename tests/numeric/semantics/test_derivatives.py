from fractions import Fraction

import numpy as np
import pytest

from numeric.arithmetics import Batch, Exact, Precise
from numeric.errors import Undefined, Unrealised
from numeric.evaluate import Evaluation, evaluate
from numeric.layout import Layout, arrange
from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.terms import (
    FUNCTIONAL,
    INTEGER,
    ONE,
    ZERO,
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
    div,
    eq,
    forall,
    function_sort,
    mul,
    neg,
    partial,
    power,
    sequence_sort,
    summation,
)

x, y = Symbol("x"), Symbol("y")
k, i = Symbol("k", INTEGER), Symbol("i", INTEGER)
vector, theta = Symbol("vector", sequence_sort(1)), Symbol("theta", sequence_sort(1))
L, f = Symbol("L", FUNCTIONAL), Symbol("f", function_sort())
TWO = Number(2)


def exact(term: Term, *values: tuple[Symbol, Term]) -> object:
    return evaluate(term, Model(values), Exact())


def by(variable: Symbol, body: Term, at: Term) -> Term:
    return diff(abstract(body, variable), at)


def entries(body: Term) -> Term:
    return summation(ONE, Number(3), abstract(body, i))


SQUARES = entries(mul(apply(vector, i), apply(vector, i)))
THETA = (theta, Lambda(INTEGER, mul(TWO, Bound(0))))


def test_derivatives_of_rational_functions_are_exact() -> None:
    assert exact(by(x, power(x, Number(3)), Number(Fraction(1, 2)))) == Fraction(3, 4)
    assert exact(by(x, div(ONE, add(ONE, mul(x, x))), ONE)) == Fraction(-1, 2)
    assert exact(by(x, y, ONE), (y, TWO)) == 0


def test_a_written_out_sigmoid_has_the_slope_of_one() -> None:
    written = by(x, div(ONE, add(ONE, Node("exp", neg(x)))), y)
    assert exact(written, (y, ZERO)) == Fraction(1, 4)
    model = Model(((y, Number(Fraction(3, 2))),))
    short = by(x, Node("sigmoid", x), y)
    assert abs(evaluate(written, model, Precise(50)) - evaluate(short, model, Precise(50))) < 1e-45


def test_derivatives_nest() -> None:
    inner = by(y, mul(x, power(y, Number(3))), x)
    assert exact(by(x, inner, TWO)) == 36  # of x * 3 x^2
    assert exact(by(x, mul(x, by(y, add(x, y), ONE)), ONE)) == 1


def test_derivatives_are_undefined_where_the_function_is() -> None:
    with pytest.raises(Undefined):
        exact(by(x, div(x, x), ZERO))
    with pytest.raises(Undefined):
        exact(by(x, power(x, Number(Fraction(1, 2))), ZERO))


def test_batches_have_one_slope_a_point() -> None:
    here = Evaluation({y: np.array([0.0, 1.0, -2.0])}, {}, Batch(), Layout())
    assert here.value(by(x, mul(x, x), y)).tolist() == [0.0, 2.0, -4.0]
    assert here.value(by(x, Node("log", x), y)).tolist() == pytest.approx([np.nan, 1.0, np.nan], nan_ok=True)


@pytest.mark.parametrize(("entry", "slope"), [(1, 4), (3, 12), (4, 0)])
def test_partial_derivatives_of_a_sum_of_squares(entry: int, slope: int) -> None:
    assert exact(partial(abstract(SQUARES, vector), theta, Number(entry)), THETA) == slope


def test_partial_derivatives_by_an_entry_that_is_missing_are_undefined() -> None:
    with pytest.raises(Undefined):
        exact(partial(abstract(SQUARES, vector), theta, ZERO), THETA)


def test_partial_derivatives_nest_and_look_into_functionals() -> None:
    value = Lambda(sequence_sort(), mul(apply(Bound(0), ONE), apply(Bound(0), TWO)))
    first = partial(abstract(apply(L, vector), vector), theta, ONE)
    assert exact(first, THETA, (L, value)) == 4
    other = Symbol("other", sequence_sort(1))
    inner = partial(abstract(apply(L, vector), vector), other, ONE)
    assert exact(partial(abstract(inner, other), theta, TWO), THETA, (L, value)) == 1
    assert exact(partial(abstract(inner, other), theta, ONE), THETA, (L, value)) == 0


def test_defined_functions_are_differentiable_if_their_form_shows_it() -> None:
    def assumed(body: Term) -> Evaluation:
        schema = forall(abstract(eq(apply(f, x), body), x))
        return Evaluation({}, {}, Exact(), arrange(Claim("a/b/c", "", "", (), (schema,), (), eq(apply(f, ONE), ONE))))

    question = Node("differentiable", f)
    assert assumed(add(mul(x, x), power(Node("tanh", x), TWO))).value(question) is True
    with pytest.raises(Unrealised):
        assumed(power(mul(x, x), Number(Fraction(1, 2)))).value(question)
    assert Evaluation({f: Lambda(x.sort, Bound(0))}, {}, Exact(), Layout()).value(question) is True
