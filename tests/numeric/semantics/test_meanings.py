from numeric.arithmetics import Exact
from numeric.evaluate import Evaluation
from numeric.layout import Layout
from numeric.semantics import MEANINGS
from numeric.semantics.relations import instances
from symbolic.terms import INTEGER, REAL, SIGNATURES, Bound, Lambda, Number, add, eq, forall, mul, power


def test_every_operator_of_the_language_has_a_meaning() -> None:
    assert set(MEANINGS) == SIGNATURES


def test_quantified_formulas_are_tried_at_edges_and_around() -> None:
    assert {-1, 0, 1, 2} <= set(instances(INTEGER, ()))
    assert any(instance.denominator == 2 for instance in instances(REAL, ()))


def test_inner_quantifiers_and_sums_see_outer_variables() -> None:
    here = Evaluation({}, {}, Exact(), Layout())
    square = power(add(Bound(0), Bound(1)), Number(2))
    expanded = add(mul(Bound(0), Bound(0)), mul(Number(2), Bound(0), Bound(1)), mul(Bound(1), Bound(1)))
    assert here.value(forall(Lambda(REAL, forall(Lambda(REAL, eq(square, expanded)))))) is True
    assert here.value(forall(Lambda(REAL, forall(Lambda(REAL, eq(Bound(0), Bound(1))))))) is False
