"""Programs, run and counted: they calculate what they are named after, and take exactly what the formulas say."""

import numpy as np
import pytest
import sympy

from derivations.cost import FREED, KEPT, PARALLEL, Multiply, Program, counts, space, t
from derivations.cost.attention import (
    approximate,
    approximate_costly,
    d,
    h,
    m,
    multi_head,
    n,
    separable,
    separable_costly,
    single_head,
    standard,
)
from derivations.cost.measured import random_inputs, run

PROGRAMS = [
    standard,
    single_head,
    *map(multi_head, (FREED, KEPT, PARALLEL)),
    separable,
    separable_costly,
    approximate,
    approximate_costly,
]
RANDOM = np.random.default_rng(3)
POINTS = [
    dict(zip((n, d, h, m), map(int, point), strict=True))
    for point in np.unique(RANDOM.integers(1, [9, 8, 5, 8], size=(24, 4)), axis=0)[:20]
]


def test_there_are_twenty_points():
    assert len(POINTS) == 20
    assert {point[h] for point in POINTS} >= {1, 2, 3}


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_what_is_counted_is_what_the_formulas_say(program):
    formulas, most = counts(program), space(program)
    for sizes in POINTS:
        _, meter = run(program, random_inputs(program, sizes, RANDOM), sizes)
        assert meter.operations == {kind: formula.subs(sizes) for kind, formula in formulas.items()}
        assert meter.peak == most.subs(sizes)
        assert meter.alive == 0 or meter.alive <= meter.peak


def softmax(array):
    powers = np.exp(array)
    return powers / powers.sum(axis=1, keepdims=True)


def attention(given, **extra):
    Q, K, V = (given[name] for name in "QKV")  # noqa: N806
    return softmax(Q @ K.T) @ V


def with_projections(given, heads):
    parts = []
    for head in range(heads):
        q, k, v = (given[name] @ np.split(given["W" + name], heads)[head] for name in "QKV")
        parts.append(softmax(q @ k.T) @ v)
    return np.concatenate(parts, axis=1) @ given["WO"]


def by_columns(given):
    return softmax(given["Q"]) @ softmax(given["K"].T) @ given["V"]


def by_features(given):
    def f(rows):
        return np.exp(rows @ given["X"].T - (rows**2).sum(axis=1, keepdims=True) / 2)

    products = f(given["Q"]) @ f(given["K"]).T
    return products / products.sum(axis=1, keepdims=True) @ given["V"]


EXPECTED = [
    (standard, lambda given, sizes: attention(given)),
    (single_head, lambda given, sizes: with_projections(given, 1)),
    *((multi_head(how), lambda given, sizes: with_projections(given, sizes[h])) for how in (FREED, KEPT, PARALLEL)),
    (separable, lambda given, sizes: by_columns(given)),
    (separable_costly, lambda given, sizes: by_columns(given)),
    (approximate, lambda given, sizes: by_features(given)),
    (approximate_costly, lambda given, sizes: by_features(given)),
]


@pytest.mark.parametrize(("program", "expected"), EXPECTED, ids=lambda one: getattr(one, "name", ""))
def test_the_programs_calculate_what_they_are_named_after(program, expected):
    for sizes in POINTS[:5]:
        given = random_inputs(program, sizes, RANDOM)
        output, _ = run(program, given, sizes)
        np.testing.assert_allclose(output, expected(given, sizes), rtol=1e-9)


def test_a_forgotten_buffer_is_seen():
    """The meter knows of arrays, not of steps: it finds one that a formula leaves out."""
    sizes = {n: 3, d: 2}
    _, meter = run(standard, random_inputs(standard, sizes, RANDOM), sizes)
    forgotten = 3 * n * d + n**2
    assert meter.peak != forgotten.subs(sizes)
    assert meter.peak == (forgotten + n * d).subs(sizes)


def test_a_product_into_what_is_there_adds_nothing_to_the_space():
    twice = Program("", {"A": (n, n)}, (Multiply("B", "A", t("A")), Multiply("O", "A", "B")))
    _, meter = run(twice, {"A": np.eye(4)}, {n: 4})
    assert meter.peak == 3 * 16
    assert isinstance(space(twice), sympy.Expr)
    assert space(twice) == 3 * n**2
