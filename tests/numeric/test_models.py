"""The models that the kernel is given: what equations define has a value of its own there, irrational or not."""

from fractions import Fraction

import pytest

from numeric.drafts import Draft
from numeric.errors import Unevaluated
from numeric.layout import Layout, arrange
from numeric.models import complete_model
from numeric.points import at_points
from numeric.sampling import Sampler
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    REAL,
    ZERO,
    Bound,
    Lambda,
    Node,
    Number,
    Symbol,
    Term,
    add,
    apply,
    div,
    eq,
    forall,
    implies,
    le,
    lt,
    matmul,
    mul,
    named_matrix,
    power,
    sequence_sort,
    sort_of,
    symbols,
)

HALF, TWO = Number(Fraction(1, 2)), Number(2)
beta, x, y, z = (Symbol(name) for name in ("beta", "x", "y", "z"))
n, v = Symbol("n", INTEGER), Symbol("v", sequence_sort())
A, E = Symbol("A", sequence_sort(1, 2)), Symbol("E", sequence_sort(1, 2))
u, w = Symbol("u", sequence_sort(1)), Symbol("w", sequence_sort(1))


def claim(goal: Term, *assumptions: Term) -> Claim:
    return Claim("tests/numeric/models", "", "", (), assumptions, (), goal)


def defined(*assumptions: Term) -> Layout:
    return arrange(claim(lt(add(beta, x, y, z), ZERO), *assumptions))


def simplest(layout: Layout, **scalars: int) -> Draft:
    draft = next(Sampler(layout).simplest()) or {}
    return {knob: Fraction(scalars.get(knob[0].name, value)) for knob, value in draft.items()}


def values(layout: Layout, **scalars: int) -> dict[Symbol, Term]:
    return dict(complete_model(simplest(layout, **scalars), layout).values)


def test_complete_models_hold_what_equations_define_if_it_is_rational() -> None:
    assert values(defined(eq(x, div(beta, TWO))), beta=1)[x] == HALF


def test_an_irrational_number_is_what_defines_it_with_values_put_in() -> None:
    assert values(defined(eq(y, power(add(beta, ONE), HALF))), beta=1)[y] == power(add(ONE, ONE), HALF)


@pytest.mark.parametrize("order", [1, -1])
def test_definitions_use_each_other_in_any_order(order: int) -> None:
    equations = [eq(x, power(beta, HALF)), eq(y, mul(x, TWO)), eq(z, mul(x, ZERO))][::order]
    found = values(defined(*equations), beta=2)
    assert (found[x], found[y], found[z]) == (power(TWO, HALF), mul(power(TWO, HALF), TWO), mul(power(TWO, HALF), ZERO))


def test_a_matrix_without_exact_entries_is_the_entries_of_what_defines_it() -> None:
    array, column = Node("exp", named_matrix(A, TWO, TWO)), named_matrix(w, TWO, ONE)
    equations = (eq(named_matrix(E, TWO, TWO), array), eq(named_matrix(u, TWO, ONE), matmul(array, column)))
    evidence = at_points(claim(eq(apply(E, ONE, TWO), apply(u, ONE)), *equations, eq(apply(A, ONE, ONE), ONE)))
    assert evidence.counterexample is not None
    found = dict(evidence.counterexample.values)
    assert not any(symbols(value) for value in found.values())
    matrix, vector = found[E], found[u]
    assert isinstance(matrix, Lambda)
    assert isinstance(matrix.body, Lambda)
    assert isinstance(vector, Lambda)
    assert sort_of(matrix.body.body, (INTEGER, INTEGER)) == sort_of(vector.body, (INTEGER,)) == REAL
    assert dict(evidence.display)["E"] == "≈ [[2.71828, 1], [1, 1]]"


def test_what_is_irrational_and_varies_with_a_recurrence_is_no_model() -> None:
    step = forall(Lambda(INTEGER, implies(le(ZERO, Bound(0)), eq(apply(v, add(Bound(0), ONE)), power(TWO, HALF)))))
    with pytest.raises(Unevaluated):
        values(defined(step, eq(y, apply(v, ONE))))
