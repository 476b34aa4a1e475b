import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from numeric.arithmetics import Arithmetic, Batch, Exact, Precise
from numeric.errors import Inexact, TooCostly, Undefined, Unevaluated
from numeric.evaluate import Evaluation, evaluate
from numeric.layout import Layout, arrange
from symbolic.certificate import Model
from symbolic.claim import Claim
from symbolic.terms import (
    FALSE,
    FUNCTIONAL,
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Number,
    Symbol,
    Term,
    add,
    apply,
    div,
    either,
    eq,
    forall,
    function_sort,
    implies,
    le,
    lt,
    mul,
    ne,
    neg,
    power,
    sequence_sort,
    sub,
    summation,
)

x, y = Symbol("x"), Symbol("y")
n = Symbol("n", INTEGER)
g, v = Symbol("g", sequence_sort(1)), Symbol("v", sequence_sort())
HALF = Fraction(1, 2)


def exact(term: Term, *values: tuple[Symbol, Term]) -> object:
    return evaluate(term, Model(values), Exact())


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (add(ONE, Number(2), Number(3)), 6),
        (sub(ONE, neg(Number(HALF))), Fraction(3, 2)),
        (div(ONE, Number(3)), Fraction(1, 3)),
        (power(ZERO, ZERO), 1),
        (power(ZERO, Number(HALF)), 0),
        (power(Number(-2), Number(-3)), Fraction(-1, 8)),
        (power(Number(Fraction(4, 9)), Number(Fraction(-3, 2))), Fraction(27, 8)),
        (summation(ONE, Number(4), Lambda(INTEGER, mul(Bound(0), Bound(0)))), 30),
        (summation(ONE, ZERO, Lambda(INTEGER, Bound(0))), 0),
        (summation(ONE, Number(3), Lambda(INTEGER, summation(Bound(0), Number(3), Lambda(INTEGER, Bound(1))))), 10),
        (lt(ONE, ONE), False),
        (le(ONE, ONE), True),
        (ne(ONE, ONE), False),
        (either(eq(ONE, ONE), eq(div(ONE, ZERO), ONE)), True),
        (implies(FALSE, eq(div(ONE, ZERO), ONE)), True),
        (forall(Lambda(INTEGER, implies(le(ZERO, Bound(0)), lt(Bound(0), Number(5))))), False),
        (forall(Lambda(REAL, le(ZERO, mul(Bound(0), Bound(0))))), True),
    ],
)
def test_textbook_meanings(term: Term, value: object) -> None:
    assert exact(term) == value


@pytest.mark.parametrize(
    "term",
    [
        div(ONE, ZERO),
        mul(ZERO, div(ONE, ZERO)),
        power(ZERO, Number(-1)),
        power(Number(-2), Number(HALF)),
        summation(ONE, Number(-1), Lambda(INTEGER, Bound(0))),
        apply(g, ZERO),
    ],
)
@pytest.mark.parametrize("arithmetic", [Exact(), Precise(30), Batch()])
def test_partial_operations_are_undefined_outside_their_domain(term: Term, arithmetic: Arithmetic) -> None:
    values = ((g, Lambda(INTEGER, Bound(0))),)
    try:
        found = evaluate(term, Model(values), arithmetic)
    except Undefined:
        return
    assert isinstance(arithmetic, Batch)
    assert np.isnan(found)


def test_irrational_is_inexact_and_huge_is_too_costly() -> None:
    for term in (power(Number(2), Number(HALF)), power(Number(3), Number(Fraction(1, 2**60)))):
        with pytest.raises(Inexact):
            exact(term)
    for term in (
        power(Number(3), power(Number(10), Number(9))),
        summation(ONE, power(Number(10), Number(6)), Lambda(INTEGER, Bound(0))),
    ):
        with pytest.raises(TooCostly):
            exact(term)


def test_numbers_beyond_a_float_do_not_enter_a_batch() -> None:
    for beyond in (Fraction(10**400), Fraction(10**400, 3)):
        with pytest.raises(TooCostly):
            evaluate(Number(beyond), Model(), Batch())


def test_symbol_without_value_is_named() -> None:
    with pytest.raises(LookupError, match="x"):
        exact(x)


def test_functions_of_several_arguments_take_them_in_order() -> None:
    f = Symbol("f", function_sort(2))
    value = Lambda(REAL, Lambda(REAL, sub(Bound(1), Bound(0))))
    assert exact(apply(f, Number(5), Number(3)), (f, value)) == 2


def test_batches_mask_undefined_entries() -> None:
    here = Evaluation({x: np.array([0.0, 4.0, -1.0])}, {}, Batch(), Layout())
    assert here.value(div(ONE, x)).tolist() == pytest.approx([math.nan, 0.25, -1.0], nan_ok=True)
    assert here.value(power(x, Number(HALF))).tolist() == pytest.approx([0.0, 2.0, math.nan], nan_ok=True)
    assert here.value(implies(ne(x, ZERO), le(div(ONE, x), ZERO))).tolist() == [1.0, 0.0, 1.0]
    undefined = here.value(le(ZERO, div(ONE, x))).tolist()
    assert undefined == pytest.approx([math.nan, 1.0, 0.0], nan_ok=True)


def test_recurrences_run_forward_without_deep_recursion() -> None:
    doubling = eq(apply(v, add(Bound(0), ONE)), add(apply(v, Bound(0)), apply(v, Bound(0))))
    schema = forall(Lambda(INTEGER, implies(le(ZERO, Bound(0)), doubling)))
    layout = arrange(Claim("a/b/c", "", "", (), (schema, eq(apply(v, ZERO), ONE)), (), le(ZERO, apply(v, n))))
    assert evaluate(apply(v, Number(1500)), Model(), Exact(), layout) == 2**1500


def test_initial_elements_come_from_the_model() -> None:
    constant = eq(apply(v, add(Bound(0), ONE)), apply(v, Bound(0)))
    layout = arrange(Claim("a/b/c", "", "", (), (forall(Lambda(INTEGER, constant)),), (), le(ZERO, apply(v, n))))
    model = Model((), (eq(apply(v, ZERO), Number(7)),))
    assert evaluate(apply(v, Number(3)), model, Exact(), layout) == 7


def test_precisions_do_not_disturb_one_another() -> None:
    root = power(Number(2), Number(HALF))
    coarse, fine = evaluate(root, Model(), Precise(30)), evaluate(root, Model(), Precise(60))
    assert abs(fine * fine - 2) < 1e-58
    assert 1e-40 < abs(coarse - fine) < 1e-28


NUMBERS = st.fractions(min_value=-3, max_value=3, max_denominator=4).map(Number)
TERMS = st.recursive(
    st.one_of(NUMBERS, st.sampled_from([x, y])),
    lambda inner: st.one_of(
        st.builds(lambda op, a, b: op(a, b), st.sampled_from([add, sub, mul, div]), inner, inner),
        st.builds(neg, inner),
        st.builds(lambda a, k: power(a, Number(k)), inner, st.integers(-2, 3)),
        st.builds(lambda a: summation(ZERO, Number(2), Lambda(INTEGER, mul(a, Bound(0)))), inner),
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(TERMS, NUMBERS, NUMBERS)
def test_the_three_arithmetics_agree(term: Term, first: Number, second: Number) -> None:
    model = Model(((x, first), (y, second)))
    batch = Evaluation({x: np.full(2, float(first.value)), y: np.full(2, float(second.value))}, {}, Batch(), Layout())
    try:
        expected = evaluate(term, model, Exact())
    except Unevaluated:
        return
    scale = max(1, abs(expected))
    if scale > 10**6:
        return
    precise = evaluate(term, model, Precise(50))
    assert abs(precise - Precise(50).number(Fraction(expected))) / scale < 1e-30
    # Rounding may move a denominator onto zero, and so mask an entry; it must not change one by much.
    many = np.asarray(batch.value(term), dtype=float)
    assert np.all(np.isnan(many) | (np.abs(many - float(expected)) / float(scale) < 1e-4))


def test_operations_are_counted_for_all_terms_of_one_point() -> None:
    here = Evaluation({x: Fraction(2)}, {}, Exact(), Layout())
    small, large = add(x, ONE), summation(ONE, Number(9), Lambda(INTEGER, mul(x, Bound(0))))
    counted = [here.operations()]
    for term in (small, small, large):
        here.value(term)
        counted.append(here.operations())
    spent = [after - before for before, after in pairwise(counted)]
    assert spent[0] == spent[1] < spent[2]


def test_one_budget_for_both_of_two_arithmetics() -> None:
    here = Evaluation({x: Fraction(2)}, {}, Exact(), Layout())
    before = here.operations()
    here.over(Precise(20)).value(add(x, ONE))
    assert here.operations() >= before + 3


def test_a_function_of_all_of_a_matrix_has_no_numbers() -> None:
    loss, matrix, vector = Symbol("L", FUNCTIONAL), Symbol("A", sequence_sort(1, 2)), Symbol("a", sequence_sort(1))
    first = Lambda(vector.sort, apply(Bound(0), ONE))
    table = Lambda(INTEGER, Lambda(INTEGER, mul(Bound(0), Bound(1))))
    assert exact(apply(loss, vector), (loss, first), (vector, Lambda(INTEGER, Number(7)))) == 7
    with pytest.raises(Undefined, match="A at one place: functions of all of a matrix have no numbers yet"):
        exact(apply(loss, matrix), (loss, first), (matrix, table))
