"""Equations that remain are met exactly, by turning what they are affine in, within a budget of operations."""

from __future__ import annotations

from fractions import Fraction

import pytest

from numeric import solve
from numeric.drafts import Draft, Knob, exactly_at
from numeric.layout import arrange
from numeric.sampling import Sampler
from numeric.solve import Equation, Solver
from symbolic.claim import Claim
from symbolic.terms import (
    INTEGER,
    ONE,
    ZERO,
    Node,
    Number,
    Symbol,
    Term,
    add,
    apply,
    constant_matrix,
    div,
    eq,
    lt,
    matmul,
    mul,
    named_matrix,
    sequence_sort,
)

x, y, z = (Symbol(name) for name in "xyz")
TWO, THREE = Number(2), Number(3)
A, b = Symbol("A", sequence_sort(1, 2)), Symbol("b", sequence_sort(1))
MATRIX, COLUMN = named_matrix(A, TWO, TWO), named_matrix(b, TWO, ONE)


def solver(*assumptions: Term, domains: tuple[Term, ...] = ()) -> tuple[Solver, Draft, tuple[Knob, ...]]:
    """A solver, the simplest draft, whether or not it meets the equations, and the knobs in order."""
    goal = eq(add(x, y, z, apply(A, ONE, ONE), apply(b, ONE)), ZERO)
    sampler = Sampler(arrange(Claim("a/b/c", "", "", domains, assumptions, (), goal)))
    chosen = {knob: value for slot in sampler.slots for knob, value in zip(slot.knobs, slot.candidates[0], strict=True)}
    return sampler.solver, chosen, sampler.order


def values(draft: Draft | None, *symbols: Symbol) -> list[Fraction]:
    assert draft is not None
    return [value for (symbol, _), value in draft.items() if symbol in symbols]


PLANE = eq(add(mul(TWO, x), mul(THREE, y)), Number(7))


def test_an_equation_is_met_by_the_first_knob_that_can() -> None:
    one, draft, order = solver(PLANE)
    before = dict(draft)
    solved = one.solved(draft, order)
    assert 2 * values(solved, x)[0] + 3 * values(solved, y)[0] == 7
    assert draft == before  # nothing is changed in place
    assert sum(solved[knob] != draft[knob] for knob in draft if solved is not None) == 1


def test_what_is_kept_is_not_turned() -> None:
    one, draft, order = solver(PLANE)
    solved = one.solved(draft, order, kept=frozenset({(x, 0)}))
    assert values(solved, x) == values(draft, x)
    assert one.solved(draft, order, kept=frozenset(order)) is None


def test_without_equations_every_draft_will_do() -> None:
    one, draft, order = solver(lt(x, y))
    assert one.solved(draft, order) == draft
    assert one.spent == 0


@pytest.mark.parametrize("equation", [eq(mul(x, x), add(mul(y, y), mul(z, z), TWO)), eq(mul(x, x), Number(-1))])
def test_what_has_no_rational_root_is_not_met(equation: Term) -> None:
    one, draft, order = solver(equation)
    assert one.solved({**draft, (x, 0): Fraction(0), (y, 0): Fraction(0), (z, 0): Fraction(0)}, order) is None


CIRCLE = eq(add(mul(x, x), mul(y, y)), ONE)


@pytest.mark.parametrize(
    ("equation", "wanted"),
    [
        (eq(mul(x, x), Number(4)), -2),
        (eq(div(THREE, add(x, TWO)), ONE), 1),
        (eq(div(mul(x, x), add(x, THREE)), TWO), None),
    ],
)
def test_roots_of_quadratics_and_quotients_are_met(equation: Term, wanted: int | None) -> None:
    one, draft, order = solver(equation)
    solved = one.solved({**draft, (x, 0): Fraction(5)}, order)
    assert (solved and values(solved, x)) == (wanted and [wanted])


def test_a_point_of_a_circle_is_met_where_both_numbers_are_rational() -> None:
    one, draft, order = solver(CIRCLE)
    kept = frozenset({(y, 0)})
    assert values(one.solved({**draft, (y, 0): Fraction(3, 5)}, order, kept), x) == [Fraction(-4, 5)]
    assert one.solved({**draft, (y, 0): Fraction(1, 2)}, order, kept) is None


def test_a_root_outside_the_domain_is_not_taken() -> None:
    one, draft, order = solver(eq(mul(TWO, x), Number(-4)), domains=(lt(ZERO, x),))
    assert one.solved(draft, order) is None


def test_what_the_equation_is_affine_in_is_turned_first() -> None:
    one, draft, order = solver(eq(mul(x, x), add(y, y)))
    start = {**draft, (x, 0): Fraction(2), (y, 0): Fraction(8)}
    assert order.index((x, 0)) < order.index((y, 0))
    solved = one.solved(start, order)
    assert (values(solved, x), values(solved, y)) == ([2], [2])


def test_a_root_other_than_0_goes_before_it() -> None:
    one, draft, order = solver(eq(mul(x, x), mul(THREE, x)))
    assert values(one.solved({**draft, (x, 0): Fraction(5)}, order), x) == [3]


def test_of_two_roots_that_inside_the_domain_is_taken() -> None:
    one, draft, order = solver(eq(mul(x, x), Number(4)), domains=(lt(ZERO, x),))
    assert values(one.solved(draft, order), x) == [2]


def test_an_equation_of_matrices_is_met_entry_by_entry() -> None:
    equation = Node("eq", matmul(MATRIX, COLUMN), constant_matrix(TWO, ONE, ONE))
    one, draft, order = solver(equation)
    start = {**draft, (b, 0): Fraction(1), (b, 1): Fraction(2)}
    solved = one.solved(start, order, kept=frozenset(knob for knob in order if knob[0] == b))
    assert solved is not None
    assert residuals(equation, start) != [0, 0]
    assert residuals(equation, solved) == [0, 0]


def residuals(equation: Node, draft: Draft) -> list[Fraction]:
    """Of both entries of two columns."""
    here = exactly_at(draft, arrange(Claim("a/b/c", "", "", (), (), (), equation)))
    left, right = equation.args
    return [Equation(left, right, (), entry).residual(here) for entry in range(2)]


def test_trials_are_counted_and_have_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    one, draft, order = solver(PLANE)
    one.solved(draft, order)
    assert 0 < one.spent < solve.MOST_AT_ONCE
    monkeypatch.setattr(solve, "MOST_AT_ONCE", -1)
    other, draft, order = solver(PLANE)
    assert other.solved(draft, order) is None
    assert other.spent == 0


def test_contradictory_equations_end() -> None:
    one, draft, order = solver(PLANE, eq(add(mul(TWO, x), mul(THREE, y)), Number(8)))
    assert one.solved(draft, order) is None


def test_integers_are_chosen_and_not_solved_for() -> None:
    n = Symbol("n", INTEGER)
    one, draft, order = solver(eq(mul(TWO, n), mul(TWO, add(x, ONE))))
    solved = one.solved(draft, order)
    assert values(solved, n) == values(draft, n)
