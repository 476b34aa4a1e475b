"""Either a mean bounds a monomial or a ray outgrows all bounds, never both: each is checked in exact arithmetic."""

from random import Random

import pytest

from symbolic.methods.dominance import along, mean_above, ray_above, scale_within

RANDOM = Random(20)
CASES = [
    (
        tuple(RANDOM.randrange(5) for _ in range(sizes)),
        [tuple(RANDOM.randrange(6) for _ in range(sizes)) for _ in range(RANDOM.randrange(1, 5))],
        [tuple(RANDOM.randrange(-2, 3) for _ in range(sizes)) for _ in range(RANDOM.randrange(3))],
    )
    for sizes in (1, 2, 3, 4)
    for _ in range(60)
]


def exponents(parts, length):
    """The exponents of a product of powers."""
    return tuple(sum(often * vector[place] for vector, often in parts) for place in range(length))


@pytest.mark.parametrize(("monomial", "bounds", "slopes"), CASES)
def test_a_mean_or_a_ray(monomial, bounds, slopes):
    mean, ray = mean_above(monomial, bounds, slopes), ray_above(monomial, bounds, slopes)
    assert (mean is None) != (ray is None)
    if mean is not None:
        units = [tuple(int(size == other) for other in range(len(monomial))) for size in range(len(monomial))]
        left = [(monomial, mean.root), *zip(units, mean.sizes, strict=True), *zip(slopes, mean.regime, strict=True)]
        right = list(zip(bounds, mean.powers, strict=True))
        assert exponents(left, len(monomial)) == exponents(right, len(monomial))
        assert mean.root == sum(mean.powers) >= 1
        assert min((*mean.powers, *mean.sizes, *mean.regime)) >= 0
    else:
        assert min(ray) >= 0
        assert all(along(monomial, ray) > along(bound, ray) for bound in bounds)
        assert all(along(slope, ray) >= 0 for slope in slopes)


def test_both_kinds_occur():
    found = [mean_above(*case) is None for case in CASES]
    assert 40 < sum(found) < len(found) - 40


def test_sizes_within_a_regime():
    assert scale_within([(1, -1)], 2) == (1, 0)
    assert scale_within([(1, -1), (-1, 1)], 2) is None
