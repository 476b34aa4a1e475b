"""A model of numbers is completed by the claim's own recurrences, as far as they define nothing twice."""

from dataclasses import replace

from symbolic.certificate import Model
from symbolic.language.reading import Statement, read_claim
from symbolic.methods.models import completed
from symbolic.terms import FUNCTIONAL, INTEGER, ZERO, Bound, Lambda, Number, Symbol, apply, eq, mul, sequence_sort
from symbolic.terms.text import show
from tests.symbolic.methods.conftest import NAMES

LOSS = Symbol("L", FUNCTIONAL)
A, THETA = Symbol("A", sequence_sort(1, 2)), Symbol("theta", sequence_sort(1))
N = Symbol("n", INTEGER)
SQUARES = Lambda(INTEGER, mul(Bound(0), Bound(0)), "j")
PRODUCTS = Lambda(INTEGER, Lambda(INTEGER, mul(Bound(1), Bound(0)), "j"), "i")


def claim(goal, *assume):
    statements = [Statement((one,)) if isinstance(one, str) else Statement((one[0],), one[1]) for one in assume]
    return read_claim("f/d/c", "title", "", statements, Statement((goal,)), names=NAMES)


def definitions(found):
    return [show(formula) for formula in found.definitions]


def test_recurrences_and_first_elements_are_definitions():
    found = completed(claim("v(t) == 0", "v(0) == 1", ("v(t + 1) == 2*v(t)", "t")), Model())
    assert definitions(found) == ["v(0) = 1", "∀ t ≥ 0: v(t + 1) = 2·v(t)"]


def test_the_values_are_put_in():
    model = Model(((Symbol("x"), Number(3)),))
    found = completed(claim("v(t) == 0", ("v(t + 1) == x*v(t)", "t")), model)
    assert definitions(found) == ["∀ t ≥ 0: v(t + 1) = 3·v(t)"]
    assert found.values == model.values


def test_nothing_is_defined_twice():
    twice = claim(
        "v(t) == 0", ("v(t + 1) == v(t)", "t"), ("v(t + 1) == 2*v(t)", "t"), "v(0) == 1", "v(0) == 2", "v(1) == 5"
    )
    assert definitions(completed(twice, Model())) == ["∀ t ≥ 0: v(t + 1) = v(t)", "v(0) = 1"]


def test_what_is_no_equation_defines_nothing():
    found = completed(claim("v(t) == 0", ("0 < v(t)", "t"), "x != 0", "invertible(A)"), Model())
    assert found.definitions == ()


def test_a_matrix_that_is_read_entry_by_entry_keeps_its_value():
    model = Model(((N, Number(2)), (A, PRODUCTS)))
    assert completed(claim("A*A == A"), model) == model


def of_all(symbol):
    """A claim about a function of all of a vector or a matrix."""
    return replace(claim("x == 0"), goal=eq(apply(LOSS, symbol), ZERO))


def test_a_vector_that_is_spoken_of_as_a_whole_is_defined_by_its_entries():
    found = completed(of_all(THETA), Model(((THETA, SQUARES),)))
    assert found.values == ()
    assert definitions(found) == ["∀ j0 ≥ 1: θ(j0) = j0·j0"]


def test_a_matrix_that_is_spoken_of_as_a_whole_is_defined_by_its_entries():
    found = completed(of_all(A), Model(((N, Number(2)), (A, PRODUCTS))))
    assert found.values == ((N, Number(2)),)
    assert definitions(found) == ["∀ j0 ≥ 1: ∀ j1: A(j0, j1) = j0·j1"]
