import tracemalloc
from math import exp

import numpy as np
import pytest

from numeric.arrays import Array
from numeric.blocks import CHUNK, Plan, block_means
from numeric.errors import TooCostly, Undefined, Unevaluated
from numeric.montecarlo import TARGET, estimate


def sides(body, right):
    return lambda samples: (samples.mean(body, "E"), right)


def found(body, right, relation="eq", alarm=1e-4, seed=0):
    return estimate(sides(body, right), np.random.default_rng(seed), alarm, relation)


LOGNORMAL = (lambda w: np.exp(2 * w(1)), exp(2))
SQUARE = (lambda w: w(1) ** 2, 1)
TAIL = (lambda w: (w(1) > 2).astype(float), 0.0227501319)


@pytest.mark.parametrize(("body", "value"), [LOGNORMAL, SQUARE, TAIL])
def test_what_is_true_agrees_and_what_is_two_percent_off_does_not(body, value) -> None:
    true, high, low = (found(body, factor * value) for factor in (1, 1.02, 0.98))
    assert true.agrees
    assert true.detectable <= TARGET
    assert true.low <= 0 <= true.high
    assert not high.agrees
    assert not low.agrees
    assert abs(true.left - value) < 6 * true.error


@pytest.mark.parametrize(("relation", "right", "agrees"), [
    ("le", 2.0, True), ("le", 1.0, True), ("le", 0.97, False), ("lt", 0.97, False), ("eq", 2.0, False),
])  # fmt: skip
def test_relations(relation: str, right: float, agrees: bool) -> None:
    assert found(SQUARE[0], right, relation).agrees is agrees


def test_one_wrong_entry_of_a_matrix_is_enough() -> None:
    def matrices(samples, wrong=1.0):
        entries = [samples.mean(lambda w, c=c: np.exp(c * w(1)), c) for c in (0.5, 1.0)]
        return Array(2, 1, tuple(entries)), Array(2, 1, (exp(1 / 8), wrong * exp(1 / 2)))

    assert estimate(matrices, np.random.default_rng(0), 1e-4).agrees
    apart = estimate(lambda samples: matrices(samples, 1.03), np.random.default_rng(0), 1e-4)
    assert not apart.agrees
    assert apart.right == pytest.approx(1.03 * exp(1 / 2))


def test_what_is_left_where_large_means_cancel_is_rounding() -> None:
    def cancelled(samples):
        large = samples.mean(lambda w: 1e9 * (1 + w(1) ** 2), "E")
        return (large + 1e-3) - large, 0.0

    found = estimate(cancelled, np.random.default_rng(0), 1e-4)
    assert found.left == pytest.approx(1e-3, rel=1e-2)
    assert found.agrees


def test_equal_by_linearity_is_equal_to_rounding() -> None:
    def linear(samples):
        a, b = (lambda w: np.exp(w(1))), (lambda w: w(2) ** 3)
        return samples.mean(lambda w: 2 * a(w) + b(w), "both"), 2 * samples.mean(a, "a") + samples.mean(b, "b")

    one = estimate(linear, np.random.default_rng(0), 1e-4)
    assert one.agrees
    assert one.detectable < 2 * TARGET


def test_nothing_random_is_exact() -> None:
    assert found(lambda w: 3.0, 3.0).agrees
    assert not found(lambda w: 3.0, 3.0 + 1e-6).agrees


def test_where_all_vanishes_errors_are_absolute() -> None:
    zero = found(lambda w: w(1) * w(2), 0)
    assert zero.agrees
    assert zero.detectable <= TARGET
    assert not found(lambda w: w(1) * w(2) + 0.02, 0).agrees


def test_what_is_undefined_at_a_draw_has_no_estimate() -> None:
    for body in (lambda w: np.log(w(1)), lambda w: np.exp(np.exp(7 + w(1) ** 2))):
        with pytest.raises(Undefined, match="draws"):
            found(body, 1.0)


def test_the_same_stream_gives_the_same_numbers() -> None:
    assert found(*LOGNORMAL, seed=4) == found(*LOGNORMAL, seed=4) != found(*LOGNORMAL, seed=5)


@pytest.mark.parametrize("amount", [CHUNK, 8 * CHUNK])
def test_memory_does_not_grow_with_the_draws(amount: int) -> None:
    tracemalloc.start()
    block_means(sides(lambda w: w(1) + w(2), 0), np.random.default_rng(0), Plan({}, 2), amount)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12 * 8 * CHUNK


def test_chunks_weigh_by_their_size() -> None:
    amount = CHUNK + CHUNK // 4
    blocks = block_means(sides(lambda w: w(1), 0), np.random.default_rng(0), Plan({}, 1), amount)
    assert blocks[:, 0].std() == pytest.approx(amount**-0.5, rel=0.25)


def peaks(slope):
    """The square of an average of three lognormals, which has a peak for each of them, and its expectation."""
    value = (exp(2 * slope**2) + 2 * exp(slope**2)) / 3
    return lambda w: (sum(np.exp(slope * w(j)) for j in (1, 2, 3)) / 3) ** 2, value


def test_all_peaks_are_found() -> None:
    body, value = peaks(1.0)
    assert all(found(body, value, seed=seed).agrees for seed in range(3))
    assert not found(body, value / 3).agrees


@pytest.mark.parametrize("slope", [2.0, 3.0, 4.0])
def test_peaks_that_plain_draws_do_not_reach_are_not_estimated(slope: float) -> None:
    """A fit would take one of them for all, and every block would agree on a third of the truth."""
    with pytest.raises(TooCostly, match="few draws"):
        found(*peaks(slope))


@pytest.mark.parametrize("rate", [0.55, 0.7, 2.0])
def test_what_is_not_integrable_is_not_estimated(rate: float) -> None:
    with pytest.raises(Unevaluated):
        found(lambda w: np.exp(rate * w(1) ** 2), 1.0)
