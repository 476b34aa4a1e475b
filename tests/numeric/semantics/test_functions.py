import math
from fractions import Fraction

import numpy as np
import pytest

from numeric.arithmetics import Arithmetic, Batch, Exact, Precise
from numeric.errors import Inexact, TooCostly, Undefined
from numeric.evaluate import Evaluation, evaluate
from numeric.layout import Layout
from symbolic.certificate import Model
from symbolic.terms import ONE, ZERO, Node, Number, Symbol, neg

NAMES = ("exp", "log", "tanh", "sigmoid", "sin", "cos")


@pytest.mark.parametrize(
    ("name", "at", "value"),
    [("exp", 0, 1), ("log", 1, 0), ("tanh", 0, 0), ("sigmoid", 0, Fraction(1, 2)), ("sin", 0, 0), ("cos", 0, 1)],
)
def test_rational_values_are_exact(name: str, at: int, value: Fraction) -> None:
    assert evaluate(Node(name, Number(at)), Model(), Exact()) == value


@pytest.mark.parametrize("name", NAMES)
def test_other_values_are_irrational(name: str) -> None:
    with pytest.raises(Inexact):
        evaluate(Node(name, Number(Fraction(2, 3))), Model(), Exact())


@pytest.mark.parametrize("name", NAMES)
def test_floats_and_many_digits_agree_with_the_textbook(name: str) -> None:
    x, points = Symbol("x"), np.array([0.25, 1.0, 3.0])
    textbook = (lambda at: 1 / (1 + math.exp(-at))) if name == "sigmoid" else getattr(math, name)
    expected = [textbook(at) for at in points]
    assert Evaluation({x: points}, {}, Batch(), Layout()).value(Node(name, x)).tolist() == pytest.approx(expected)
    precise = [float(evaluate(Node(name, Number(Fraction(at))), Model(), Precise(30))) for at in points]
    assert precise == pytest.approx(expected)


@pytest.mark.parametrize("number", [ZERO, Number(-2)])
@pytest.mark.parametrize("arithmetic", [Exact(), Precise(30)])
def test_logarithms_owe_a_positive_argument(number: Number, arithmetic: Arithmetic) -> None:
    with pytest.raises(Undefined):
        evaluate(Node("log", number), Model(), arithmetic)


def test_batches_mask_what_is_undefined_or_beyond_a_float() -> None:
    x = Symbol("x")
    here = Evaluation({x: np.array([-1.0, 0.0, 1.0, 1000.0])}, {}, Batch(), Layout())
    assert np.isnan(here.value(Node("log", x))).tolist() == [True, True, False, False]
    assert np.isnan(here.value(Node("exp", x))).tolist() == [False, False, False, True]
    assert here.value(Node("sigmoid", neg(x))).tolist()[3] == 0.0


def test_towers_of_exponentials_are_too_costly() -> None:
    tower = Node("exp", Node("exp", Node("exp", Node("exp", ONE))))
    with pytest.raises(TooCostly):
        evaluate(tower, Model(), Precise(30))
