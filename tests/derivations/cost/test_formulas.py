"""Costs derived from programs: each rule by a program of a few steps, and programs that make no sense."""

import pytest
import sympy

from derivations.cost import (
    FREED,
    KEPT,
    PARALLEL,
    Exponentials,
    Free,
    Multiply,
    New,
    Program,
    Repeat,
    Scale,
    SoftmaxRows,
    Step,
    block,
    counts,
    inputs,
    multiply_adds,
    of,
    operations,
    space,
    t,
)
from derivations.cost.attention import h as heads
from derivations.cost.attention import multi_head, single_head
from derivations.cost.formulas import greatest
from symbolic.language import size

p, q, r, h = size("p q r h")
GIVEN = {"A": (p, q), "B": (q, r)}


def test_a_naive_product_is_three_loops_and_stores_what_it_is_given_and_gives():
    product = Program("", GIVEN, (Multiply("O", "A", "B"),))
    assert counts(product) == {"multiply-adds": p * q * r}
    assert space(product) == p * q + q * r + p * r
    assert inputs(product) == p * q + q * r


def test_transposes_are_views():
    gram = Program("", GIVEN, (Multiply("O", t("A"), "A"),))
    assert multiply_adds(gram) == q * p * q
    assert space(gram) == p * q + q * r + q**2


def test_a_softmax_takes_three_operations_an_entry_and_no_space():
    rows = Program("", GIVEN, (Multiply("O", "A", "B"), SoftmaxRows("O")))
    assert operations(rows) == p * q * r + 3 * p * r
    assert space(rows) == p * q + q * r + p * r


def test_a_diagonal_is_applied_in_the_size_of_the_other_operand():
    scaled = Program("", {**GIVEN, "D": (p, 1)}, (Multiply("O", "A", "B"), Scale("O", "D")))
    assert counts(scaled)["divisions"] == p * r


def test_what_is_freed_makes_room():
    chain = (Multiply("C", "A", "B"), Multiply("E", "C", t("B")), Free("C"), Multiply("O", t("A"), "E"))
    assert space(Program("", GIVEN, chain)) == sympy.Max(p * q + q * r + p * r + p * q, p * q + q * r + p * q + q**2)
    kept = tuple(step for step in chain if not isinstance(step, Free))
    assert space(Program("", GIVEN, kept)) == 2 * p * q + q * r + p * r + q**2


@pytest.mark.parametrize(
    ("how", "most"),
    [
        (FREED, p * q + q * r + h * p * r + p * r),
        (KEPT, p * q + q * r + h * p * r + h * p * r),
        (PARALLEL, p * q + q * r + h * p * r + h * p * r),
    ],
)
def test_buffers_of_a_repetition(how, most):
    body = (Multiply("C", "A", "B"), Exponentials("C"), Multiply(block("O"), "C", "I"))
    given = {**GIVEN, "I": (r, r)}
    program = Program("", given, (New("O", (p, h * r)), Repeat(h, body, how)))
    assert sympy.expand(space(program) - most) == r**2
    assert counts(program) == {"multiply-adds": sympy.expand(h * (p * q * r + p * r**2)), "exponentials": h * p * r}


def test_what_is_kept_stays_beside_what_comes_later():
    body = (Multiply("C", "A", "B"),)
    later = (New("O", (p, p)),)
    for how, most in (
        (FREED, sympy.Max(p * r, p**2)),
        (KEPT, h * p * r + p**2),
        (PARALLEL, sympy.Max(h * p * r, p**2)),
    ):
        program = Program("", GIVEN, (Repeat(h, body, how), *later))
        assert sympy.expand(space(program).subs({p: 5, q: 2, r: 3, h: 2})) == (most + p * q + q * r).subs(
            {p: 5, q: 2, r: 3, h: 2}
        )


def test_one_of_many_heads_takes_as_many_operations_as_a_single_head():
    one = {kind: number.subs(heads, 1) for kind, number in counts(multi_head()).items()}
    assert one == counts(single_head)


def test_the_greatest_of_polynomials_in_sizes_from_one_on():
    assert greatest([p, p * q, q]) == p * q
    assert greatest([p**2, q**2]) == sympy.Max(p**2, q**2)
    assert greatest([2 * p, p + q * p]) == p + p * q


@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        ((Multiply("O", "A", "A"),), "the columns and the rows"),
        ((Multiply("O", "A", "C"),), "C is used before"),
        ((Multiply("C", "A", "B"), Free("C"), Exponentials("C")), "after it is freed"),
        ((Multiply("O", "A", "B"), Free("O")), "the output O is no buffer"),
        ((Free("A"),), "A is no buffer that could be freed"),
        ((Multiply("C", "A", "B"), Multiply("C", t("A"), "A")), "the shape of C"),
        ((Multiply("O", "A", "B"), Scale("O", "A")), "the columns of A"),
        ((Multiply("O", "A", "B"), Repeat(h, (Exponentials("O"), Multiply("E", of("A"), "B")))), "blocks"),
        ((Step(),), "no step of the language"),
    ],
)
def test_a_program_that_makes_no_sense_has_no_cost(steps, reason):
    with pytest.raises((ValueError, TypeError), match=reason):
        space(Program("", GIVEN, steps))
