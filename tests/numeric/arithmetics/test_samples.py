from math import exp, prod

import numpy as np
import pytest

from numeric.arithmetics.samples import Fitting, Samples, Source
from numeric.errors import TooCostly

MOVED = {(1,): Source(0.7, 1.5), (2,): Source(-0.3, 1.2)}
MOMENTS = [(0, 0), (1, 0), (2, 0), (0, 2), (2, 2), (1, 1)]
EXPECTED = [1, 0, 1, 1, 1, 0]


def means(proposal, *bodies, amount=400_000, seed=1):
    samples = Samples(np.random.default_rng(seed), amount, {"E": proposal})
    return [samples.mean(body, "E") for body in bodies]


@pytest.mark.parametrize("proposal", [{}, MOVED])
def test_moments_do_not_depend_on_where_is_drawn(proposal) -> None:
    found = means(proposal, *(lambda w, a=a, b=b: w(1) ** a * w(2) ** b for a, b in MOMENTS))
    assert np.allclose(found, EXPECTED, atol=0.02)


def test_only_what_was_looked_at_is_weighed() -> None:
    (alone,) = means(MOVED, lambda w: w(2) * 0 + 1)
    (unseen,) = means({**MOVED, (9,): Source(40, 1)}, lambda w: w(2) * 0 + 1)
    assert alone == pytest.approx(1, abs=0.01)
    assert unseen == pytest.approx(1, abs=0.01)


def test_expectations_of_a_block_share_its_draws() -> None:
    samples = Samples(np.random.default_rng(0), 100)
    parts = [samples.mean(lambda w: 3 * w(1), "a"), samples.mean(lambda w: w(2) ** 2, "b")]
    assert samples.mean(lambda w: 3 * w(1) + w(2) ** 2, "c") == pytest.approx(sum(parts), rel=1e-12)
    assert samples.normals == 2


def test_one_block_is_no_other() -> None:
    random = np.random.default_rng(0)
    assert Samples(random, 100).mean(lambda w: w(1), "E") != Samples(random, 100).mean(lambda w: w(1), "E")


def test_an_expectation_that_depends_on_one_around_it_is_refused() -> None:
    with pytest.raises(TooCostly, match="inside one"):
        Samples(np.random.default_rng(0), 10).mean(lambda w: w(1), None)


@pytest.mark.parametrize("slope", [1.0, 3.0, 5.0])
def test_a_lognormal_is_drawn_from_its_own_centre(slope: float) -> None:
    proposals = {}
    for _ in range(3):
        fitting = Fitting(np.random.default_rng(5), 4096, proposals)
        fitting.mean(lambda w: np.exp(slope * w(1)), "E")
        proposals = fitting.found
    centre, scale = proposals["E"][(1,)]
    assert centre == pytest.approx(slope, abs=0.15)
    assert 1.3 < scale < 1.6
    (found,) = means(proposals["E"], lambda w: np.exp(slope * w(1)), amount=20_000)
    assert found == pytest.approx(exp(slope**2 / 2), rel=0.02)


def test_weights_are_bounded_where_the_scale_exceeds_one() -> None:
    """The ratio of densities at w is largest where both are compared in closed form."""
    samples = Samples(np.random.default_rng(0), 1000, {"E": MOVED})
    seen = []
    samples.mean(lambda w: seen.append((w(1), w(2))) or w(1), "E")
    ratio = prod(
        source.scale * np.exp(((w - source.centre) / source.scale) ** 2 / 2 - w**2 / 2)
        for w, source in zip(seen[0], MOVED.values(), strict=True)
    )
    assert samples.mean(lambda w: w(1) * 0 + w(2) * 0 + 1, "E") == pytest.approx(ratio.mean(), rel=1e-12)
